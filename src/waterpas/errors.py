"""Errors a caller can act on: what is wrong, where, and how to mend it. They carry data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from waterpas.texts import Language, translate


@dataclass(frozen=True, slots=True)
class Named:
    """What a caller types: in Python, and on the command line."""

    python: str
    option: str

    def __str__(self) -> str:
        return self.python


# Arguments that have another name as an option.
OPTIONS = {
    "steps": "--step",
    "hit_rates": "--hit-rate",
    "group_parts": "--group-part",
    "reference_parts": "--reference-part",
    "levels": "--values",
    "power": "--seen",
}


def arguments(names: Iterable[str]) -> Named:
    """The names of arguments, and those of the options that belong to them."""
    given = list(names)
    options = (OPTIONS.get(name, f"--{name.replace('_', '-')}") for name in given)
    return Named(", ".join(given), ", ".join(options))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence, in the language of the whole: a marked text and what fills it."""

    message: str
    fields: Mapping[str, object]


def _filled(
    message: str, fields: Mapping[str, object], lang: Language, *, options: bool = False
) -> str:
    parts = {name: _part(each, lang, options=options) for name, each in fields.items()}
    return translate(message, lang) % parts


def _part(value: object, lang: Language, *, options: bool) -> object:
    if isinstance(value, Named):
        return value.option if options else value.python
    if isinstance(value, Phrase):
        return _filled(value.message, value.fields, lang, options=options)
    if isinstance(value, tuple):
        return "; ".join(str(_part(each, lang, options=options)) for each in value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


class WaterpasError(Exception):
    """Base class: catch this to catch all of ours.

    `message` is a marked Dutch sentence with named places, `fields` fills them. `text` gives the
    sentence in one line, in the language asked for; `str(error)` is the Dutch one. A field that is
    a `Named` gives the name in Python, or (with `options`) that on the command line.
    """

    def __init__(self, message: str, /, **fields: object) -> None:
        super().__init__(message)
        self.message = message
        self.fields: Mapping[str, object] = fields

    def text(self, lang: Language = "nl", *, options: bool = False) -> str:
        """One sentence: what is wrong, where, and how to mend it."""
        if not self.fields:
            return self.message_in(lang)
        return _filled(self.message, self.fields, lang, options=options)

    def message_in(self, lang: Language) -> str:
        """The message without places to fill."""
        return translate(self.message, lang)

    def __str__(self) -> str:
        return self.text()


class InputError(WaterpasError, ValueError):
    """The table, file or layout cannot be used as it is. Nothing was written."""


class CallError(WaterpasError, ValueError):
    """The question cannot be put to this table: a wrong column, level or option."""


class LevelError(CallError):
    """An interval was asked at a level that is of no use to a reader, or that was not checked."""


class CountError(InputError):
    """A count is negative, broken, or larger than the total it belongs to."""


class TotalsInData(InputError):
    """Rows that are sums of the other rows stand between the data; the caller must decide."""


class SmallAreas(InputError):
    """Areas with a few people with or without the outcome are in the way of every figure."""


class NotNested(InputError):
    """A step of a chain is not a part of the step before it."""


class NotReleased(WaterpasError):
    """Disclosure control does not let this figure out."""
