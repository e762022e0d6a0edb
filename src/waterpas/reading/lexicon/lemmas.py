"""The forms of a Dutch word: lemmas from simplemma, with our own corrections."""

from functools import cache

import simplemma

from waterpas.reading.lexicon.loader import read


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
