"""Whether a text looks Dutch, by the small words that every language has its own of."""

import re

# No words that another of these languages has too, such as "is", "in", "of", "de" and "en".
_DUTCH = """
het een van dat op te voor met zijn niet aan door worden wordt bij als ook
naar uit dit deze wij onze
"""
# English, Turkish, German, French and Polish.
_OTHERS = """
the and to for that are this with by from shall not have they which
ve bir bu ile da için olarak olan daha gibi çok kadar ne değil
der das und ist nicht mit von für auf den dem ein eine zu
le la les et des une est pour dans par sur que qui du au
na nie się jest że oraz przez
"""
DUTCH = frozenset(_DUTCH.split())
OTHERS = frozenset(_OTHERS.split())
WORD = re.compile(r"[^\W\d_]+")
FEWEST_WORDS = 25
SAMPLE = 40_000
LEAST = 0.06


def looks_foreign(text: str) -> bool:
    """Whether it has the small words of another language and hardly any Dutch ones.

    A short text, a list or a table never looks foreign: it has no small words at all.
    """
    middle = max(0, (len(text) - SAMPLE) // 2)
    words = [word.casefold() for word in WORD.findall(text[middle : middle + SAMPLE])]
    if len(words) < FEWEST_WORDS:
        return False
    dutch = sum(word in DUTCH for word in words)
    others = sum(word in OTHERS for word in words)
    return dutch < LEAST * len(words) <= others
