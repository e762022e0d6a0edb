"""What reading one document of a folder gives, small enough to keep thousands of."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from waterpas.errors import InputError
from waterpas.reading.document import Block, Cell
from waterpas.reading.errors import DocumentError
from waterpas.results import Note
from waterpas.texts import Language

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence that raised a question. `at` is the address of its block, without the text."""

    pattern: str
    sentence: str
    names: bool
    at: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One reason to look at a document, with the first passages; `more` says there are others."""

    id: str
    passages: tuple[Passage, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A document that was read: the grounds that hold, in the order in which they count.

    It holds no words in Dutch or English of ours, so that it can be shown in either.
    """

    name: str
    stamp: str
    sha256: str
    format: str
    pages: int | None
    notes: tuple[Note, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that could not be read, and why: a marked sentence and what fills it."""

    name: str
    stamp: str
    message: str
    fields: Mapping[str, object]
    sha256: str = ""

    def why(self, lang: Language = "nl") -> str:
        """One sentence: what is wrong, and how to mend it."""
        return InputError(self.message, **self.fields).text(lang)


Outcome = Seen | Refused


def refused(name: str, error: DocumentError, *, stamp: str = "", sha256: str = "") -> Refused:
    """What the error says, as a value."""
    return Refused(
        name=name, stamp=stamp, message=error.message, fields=dict(error.fields), sha256=sha256
    )


def to_plain(outcome: Outcome) -> Plain:
    """An outcome as what JSON can hold."""
    kind = "seen" if isinstance(outcome, Seen) else "refused"
    return {"kind": kind, **asdict(outcome)}


def from_plain(plain: Plain) -> Outcome:
    """The outcome again. Raises KeyError or TypeError for what is none."""
    values = dict(plain)
    if values.pop("kind") == "refused":
        return Refused(**values)
    notes = tuple(Note(note["code"], note["fields"]) for note in values.pop("notes"))
    grounds = tuple(map(_ground, values.pop("grounds")))
    return Seen(**values, notes=notes, grounds=grounds)


def _ground(plain: Plain) -> Ground:
    passages = tuple(map(_passage, plain["passages"]))
    return Ground(id=plain["id"], passages=passages, more=plain["more"])


def _passage(plain: Plain) -> Passage:
    at = plain["at"]
    cell = Cell(**at["cell"]) if at["cell"] else None
    block = Block(**{**at, "under": tuple(at["under"]), "cell": cell})
    return Passage(**{**plain, "at": block})
