"""Errors a caller can act on: what is wrong, where, and how to mend it. They carry data."""

from collections.abc import Mapping

from waterpas.texts import Language, translate


class WaterpasError(Exception):
    """Base class: catch this to catch all of ours.

    `message` is a marked Dutch sentence with named places, `fields` fills them. `text` gives the
    sentence in one line, in the language asked for; `str(error)` is the Dutch one.
    """

    def __init__(self, message: str, /, **fields: object) -> None:
        super().__init__(message)
        self.message = message
        self.fields: Mapping[str, object] = fields

    def text(self, lang: Language = "nl") -> str:
        """One sentence: what is wrong, where, and how to mend it."""
        return translate(self.message, lang) % self.fields if self.fields else self.message_in(lang)

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


class NotNested(InputError):
    """A step of a chain is not a part of the step before it."""


class NotReleased(WaterpasError):
    """Disclosure control does not let this figure out."""
