"""The outcome: which column, which value counts, and which rows are not known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from waterpas.codebooks.words import NO, NO_ANSWER, YES, folded
from waterpas.errors import InputError
from waterpas.tallies.loaded import as_text
from waterpas.tallies.places import listed
from waterpas.texts import mark


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome that is asked for: a column, and the value that counts (None: yes)."""

    column: str
    value: str | None
    text: str


def parse_outcome(text: str | None, columns: Sequence[str]) -> Outcome | None:
    """Read 'COL' or 'COL=VALUE'. A column name may have an = in it."""
    if text is None:
        return None
    places = [at for at, letter in enumerate(text) if letter == "="]
    if text in columns or not places:
        return Outcome(text, None, text)
    known = [at for at in places if text[:at] in columns]
    at = known[-1] if known else places[0]
    return Outcome(text[:at], text[at + 1 :].strip(), text)


def known_text(value: object) -> str | None:
    """An outcome as text; None when it is missing."""
    text = "" if value is None else as_text(value)
    return None if folded(text) in NO_ANSWER else text


def is_case(outcome: Outcome, found: Iterable[object], *, source: str) -> Mapping[str, bool]:
    """For each known value that occurs (in lower case), whether it is the outcome."""
    texts = [text for value in found if (text := known_text(value)) is not None]
    spelled: dict[str, str] = {}
    for text in sorted(texts):
        spelled.setdefault(folded(text), text)
    if not spelled:
        raise _empty(outcome, source)
    if outcome.value is None:
        return _by_yes(outcome, spelled, source)
    return _by_value(outcome, outcome.value, spelled, source)


def _empty(outcome: Outcome, source: str) -> InputError:
    return InputError(
        mark("De uitkomst '%(column)s' van %(source)s is in geen enkele rij bekend."),
        column=outcome.column,
        source=source,
    )


def _by_yes(outcome: Outcome, spelled: Mapping[str, str], source: str) -> Mapping[str, bool]:
    yes = [word for word in spelled if word in YES]
    if len(spelled) == 2 and len(yes) == 1:
        return {word: word in YES for word in spelled}
    raise InputError(
        mark(
            "De uitkomst '%(column)s' van %(source)s moet precies twee waarden hebben, waarvan één "
            "'ja' is; er zijn er %(count)s: %(values)s. Kies welke waarde telt, bijvoorbeeld "
            "'%(column)s=%(example)s'."
        ),
        column=outcome.column,
        source=source,
        count=len(spelled),
        values=listed(spelled.values()),
        example=next(iter(spelled.values())),
    )


def _by_value(
    outcome: Outcome, value: str, spelled: Mapping[str, str], source: str
) -> Mapping[str, bool]:
    wanted = folded(value)
    yes_or_no = wanted in YES | NO and set(spelled) <= YES | NO
    if yes_or_no and wanted not in spelled:
        # The same answer in other words: 'ja' is asked, the table says 'true'.
        same = YES if wanted in YES else NO
        return {word: word in same for word in spelled}
    if wanted not in spelled:
        raise InputError(
            mark(
                "De waarde '%(value)s' komt niet voor in de kolom '%(column)s' van %(source)s. "
                "Wel: %(values)s."
            ),
            value=value,
            column=outcome.column,
            source=source,
            values=listed(spelled.values()),
        )
    if len(spelled) == 1 and not yes_or_no:
        raise InputError(
            mark(
                "De uitkomst '%(column)s' van %(source)s heeft maar één waarde: '%(value)s'. "
                "Zo is er niets te vergelijken. Voeg ook de rijen met een andere uitkomst toe."
            ),
            column=outcome.column,
            source=source,
            value=spelled[wanted],
        )
    return {word: word == wanted for word in spelled}
