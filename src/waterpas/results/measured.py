"""What every other method gives: figures with what belongs to them, and the answer in a code."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from waterpas.frozen import Deep
from waterpas.results.values import (
    DECIDING_LEVEL,
    Certainty,
    Count,
    Interval,
    Note,
    Question,
    Reference,
    Source,
    Suppressed,
)

Unit = Literal["rate", "difference", "ratio", "share", "people", "amount", "days", "number"]


@dataclass(frozen=True, slots=True)
class People:
    """The people a figure is made of, and how many of them have the outcome (None: no yes/no)."""

    n: Count
    cases: Count | None = None


@dataclass(frozen=True, slots=True)
class Figure(Deep):
    """One figure with what belongs to it. `explain` has the words for its `name`.

    `unit`: a rate and a difference are proportions (0.0367 is 36.7 per 1,000), a ratio is times as
    often, a share is part of a whole (0 to 1), people are counted, an amount is in euros, days are
    days, a number has no unit. `of` says about whom (column to level; empty: about everybody
    together). `people` are all groups of people it was made of, those it is about first; `also` are
    parts of them, or others, that the figure would tell of beside the others; `parts` are those
    that it tells of with all its digits only, `ends` those that its interval tells of; `unlike` are
    those of whom it is not true what it says of most (who do not earn what most earn): with few of
    them it tells of each person. Disclosure control goes by all five; only `people` leave. `step`:
    in what steps an amount may leave of counts with a small cell (None: not at all); it does not
    leave either. `value` None: not defined, or hidden; a note or `suppressed` says why.
    """

    name: str
    unit: Unit
    value: float | None
    interval: Interval | None = None
    of: Mapping[str, str] = field(default_factory=dict)
    method: str = ""
    people: tuple[People, ...] = ()
    suppressed: Suppressed | None = None
    notes: tuple[Note, ...] = ()
    also: tuple[People, ...] = ()
    parts: tuple[People, ...] = ()
    ends: tuple[People, ...] = ()
    step: float | None = None
    unlike: tuple[People, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer(Deep):
    """What came out about one group (or everybody), as a code that `explain` has a sentence for.

    `figures` are the names of the figures with the same `of` that it rests on: where one of them
    may not be shown, disclosure control makes the code "hidden".
    """

    code: str
    of: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[str, ...] = ()
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Unseen:
    """The figures that are hidden, by name and about whom: what counts as if nobody had seen it.

    Without a name: all there is to say of them.
    """

    figures: frozenset[tuple[str, tuple[tuple[str, str], ...]]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.figures)

    def hides(self, of: Mapping[str, str], names: Iterable[str]) -> bool:
        """Whether one of these figures about these people is hidden."""
        return any((name, tuple(of.items())) in self.figures for name in names)

    def p(self, p: float | None, of: Mapping[str, str], *names: str) -> float | None:
        """The p of a comparison; 1, as if there was nothing to see, where its figure is hidden.

        So it is where there was no p: that there was none tells of the hidden group too.
        """
        return 1.0 if self.hides(of, names) else p


NOTHING_UNSEEN = Unseen()


@dataclass(frozen=True, slots=True)
class Measured(Deep):
    """The result of a method: answers, figures, and what they do not say.

    `method` is its name ("adjusted"); `across` and `reference` say which groups were compared with
    whom; `asked` what else was chosen (names of columns and levels). `unsaid` are codes of what
    the result does not say. `notes` hold no number of people and no group, but in fields called
    `levels` or `people`: those do not pass disclosure control. `drawing` is what only the picture
    needs: coarse, in no table and in no export. `cells` are all cells of the counts it was made
    of; None: nobody said. They never leave. `leaves`: the same in steps, which leaves in its place;
    its figures are safe beside each other, and no file may be counted back from the source.
    `anew`: makes it again with the p-values of hidden figures at 1, so that none of them moves what
    is said of others; it never leaves either.
    """

    method: str
    answers: tuple[Answer, ...]
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
    across: str = ""
    reference: Reference | None = None
    asked: Mapping[str, object] = field(default_factory=dict)
    outcome: str = ""
    level: float = DECIDING_LEVEL
    family: int = 1
    rounded_to: int | None = None
    question: Question = field(default_factory=Question)
    unsaid: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    drawing: Mapping[str, object] = field(default_factory=dict)
    cells: tuple[People, ...] | None = None
    leaves: "Measured | None" = None
    anew: "Callable[[Unseen], Measured] | None" = field(default=None, compare=False, repr=False)

    def figure(self, name: str, of: Mapping[str, str] | None = None) -> Figure | None:
        """The figure of this name, about these people; None: there is none."""
        about = of or {}
        return next((f for f in self.figures if f.name == name and f.of == about), None)

    def to_json(self) -> str:
        """The result as JSON text, in the form of the package's JSON Schema."""
        from waterpas.serialise import dumps
        from waterpas.serialise.measured import measured

        return dumps(measured(self))

    def to_frame(self) -> object:
        """One row per figure, as a frame of the library at hand."""
        from waterpas.serialise.measured import figure_frame

        return figure_frame(self)
