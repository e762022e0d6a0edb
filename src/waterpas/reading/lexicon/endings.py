"""The endings that a Dutch noun or adjective takes, for words that simplemma does not know.

It gives too many: a form that does not exist is not found either.
"""

VOWELS = "aeou"
SOFTER = {"f": "v", "s": "z"}


def endings(word: str) -> tuple[str, ...]:
    """Give a word in lower case with its possible endings, the word itself first."""
    last = word[-1]
    found = [word, *(word + ending for ending in ("en", "s", "n", "e", "'s"))]
    found += [word + last + "en", word + last + "e"]
    if last in SOFTER:
        found.append(word[:-1] + SOFTER[last] + "en")
    if len(word) > 3 and word[-2] == word[-3] and word[-2] in VOWELS:
        found += [word[:-2] + last + "en", word[:-2] + last + "e"]
    return tuple(dict.fromkeys(found))
