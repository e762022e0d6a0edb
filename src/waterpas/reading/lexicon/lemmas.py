"""The forms of a Dutch word: lemmas from simplemma, with our own corrections."""

from functools import cache

import simplemma

from waterpas.reading.lexicon.loader import read

VOWELS = "aeou"


def lemmas(word: str) -> tuple[str, ...]:
    """Give what a word in lower case may be a form of; the word itself comes first.

    A word with a hyphen is looked up without it as well: *risico-profielen*.
    """
    bare = word.replace("-", "")
    if own := _own().get(bare):
        return (word, *own)
    found = simplemma.lemmatize(bare, lang="nl", greedy=False).replace("_", "").lower()
    return tuple(dict.fromkeys((word, bare, found)))


@cache
def _own() -> dict[str, tuple[str, ...]]:
    """What simplemma does not know or gets wrong, per form."""
    forms: dict[str, tuple[str, ...]] = {}
    for lemma, written in read("forms.yaml")["forms"].items():
        for form in written.split():
            forms[form] = (*forms.get(form, ()), lemma)
    return forms


def endings(word: str) -> frozenset[str]:
    """Give the word with the endings that Dutch nouns and adjectives take.

    It gives too many: a form that does not exist is not found either.
    """
    found = {word, word + "en", word + "s", word + "n", word + "e", word + "'s"}
    last = word[-1]
    found |= {word + last + "en", word + last + "e"}
    found |= {word[:-1] + {"f": "v", "s": "z"}[last] + "en"} if last in "fs" else set()
    if len(word) > 3 and word[-2] == word[-3] and word[-2] in VOWELS:
        found |= {word[:-2] + last + "en", word[:-2] + last + "e"}
    return frozenset(found)
