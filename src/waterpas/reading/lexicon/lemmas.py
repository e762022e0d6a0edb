"""The forms of a Dutch word: lemmas from simplemma, with our own corrections."""

from functools import cache
from unicodedata import normalize

import simplemma
from simplemma.strategies import DictionaryLookupStrategy, RulesStrategy

from waterpas.reading.lexicon.loader import read

_dictionary, _rules = DictionaryLookupStrategy(), RulesStrategy()


def lemmas(word: str) -> tuple[str, ...]:
    """Give what a word in lower case may be a form of; the word itself comes first.

    A word with a hyphen is looked up without it as well: *risico-profielen*.
    """
    bare = word.replace("-", "")
    if own := _own().get(bare):
        return (word, *own)
    found = lemma_of(bare)
    if found == word:
        return (word,)
    return tuple(dict.fromkeys((word, bare, found)))


def is_own(word: str) -> bool:
    """Say whether we have a lemma of our own for it."""
    return word in _own()


def lemma_of(bare: str) -> str:
    """As `simplemma.lemmatize`; of a Dutch word without signs it only does these two steps."""
    token = normalize("NFC", bare)
    if token.isalpha():
        found = _dictionary.get_lemma(token, "nl") or _rules.get_lemma(token, "nl") or token
    else:
        found = simplemma.lemmatize(token, lang="nl", greedy=False)
    return found.replace("_", "").lower()


@cache
def _own() -> dict[str, tuple[str, ...]]:
    """What simplemma does not know or gets wrong, per form."""
    forms: dict[str, tuple[str, ...]] = {}
    for lemma, written in read("forms.yaml")["forms"].items():
        for form in written.split():
            forms[form] = (*forms.get(form, ()), lemma)
    return forms
