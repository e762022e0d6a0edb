"""Which choices come first: at most three. What we can guess well may stay as it is."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django import forms

MOST = 3
COUNT, LAST = "count", 4  # which column counts people is hardly a choice, where one says so
REFERENCE, REASON = "reference", "because"  # a reason belongs to its choice, and is none itself
ACROSS = "across"  # which groups: whoever chooses a group to compare with, says that too


def first_of(fields: Iterable[str], form: forms.Form, *, guessed: Collection[str]) -> list[str]:
    """The names of the choices that come first, in the order in which they are asked.

    First whatever is needed and not guessed; then what has a default; then what may stay empty
    but changes the answer; and last what we guessed well.
    """
    names = [name for name in fields if name in form.fields and name != REASON]
    ranks = {name: _rank(form[name], is_guessed=name in guessed) for name in names}
    if COUNT in names:
        ranks[COUNT] = LAST if COUNT in guessed else 2
    stay = sorted(names, key=ranks.__getitem__)[:MOST]
    found = [name for name in names if name in stay]
    if REFERENCE in found and REASON in form.fields:
        found.insert(found.index(REFERENCE) + 1, REASON)
    return found


def too_many(fields: Iterable[str], form: forms.Form, *, guessed: Collection[str]) -> bool:
    """Whether more is asked than fits: what is needed or changes the answer, and not guessed."""
    asked = {name for name in fields if name in form.fields} - {REASON, COUNT, *guessed}
    return len(asked) > MOST and {ACROSS, REFERENCE} <= asked


def _rank(field: forms.BoundField, *, is_guessed: bool) -> int:
    if field.name == REFERENCE and not is_guessed:
        return -1
    if is_guessed:
        return LAST - 1
    if not field.field.required:
        return 2
    return 1 if field.field.initial else 0


def is_left_open(field: forms.BoundField) -> bool:
    """Whether this must be chosen still, and nothing is chosen beforehand."""
    return field.field.required and not field.value()


def taken(fields: Iterable[forms.BoundField]) -> Iterator[tuple[str, str]]:
    """What was chosen beforehand where it is folded away: the question, and the answer.

    What somebody chose otherwise in a form that was sent is not what we chose.
    """
    for field in fields:
        chosen = field.value()
        if field.form.is_bound and chosen != field.initial:
            continue
        words = _words_of(field.field, chosen) if isinstance(chosen, str) and chosen else ""
        if words and not field.errors:
            yield str(field.label), words


def _words_of(field: forms.Field, chosen: str) -> str:
    """What a value is called in its list; empty: it is not there."""
    choices: Any = getattr(field, "choices", ())
    for value, label in choices:
        inside = label if isinstance(label, list | tuple) else [(value, label)]
        found = next((str(words) for key, words in inside if str(key) == chosen), "")
        if found:
            return found
    return ""
