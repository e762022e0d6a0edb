"""The small values that results are made of: intervals, counts, estimates, notes, the question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from waterpas.frozen import Deep

ALWAYS = 1.0  # the level of bounds, which hold whatever it is that is not known
DECIDING_LEVEL = 0.95  # whether something is a difference is decided at this level, always


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval, in the unit of the estimate it belongs to."""

    low: float
    high: float
    level: float = DECIDING_LEVEL

    def holds(self, value: float) -> bool:
        """Whether a value lies in it, its ends included."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, and between what it may lie when it was rounded or hidden.

    `value` is None when hidden. An exact count has `low == value == high`.
    """

    value: int | None
    low: int
    high: int

    @classmethod
    def exact(cls, value: int) -> "Count":
        """A count that was neither rounded nor hidden."""
        return cls(value, value, value)

    @property
    def is_exact(self) -> bool:
        """Whether the count is known to the person."""
        return self.low == self.high

    def __add__(self, other: "Count") -> "Count":
        hidden = self.value is None or other.value is None
        value = None if hidden else (self.value or 0) + (other.value or 0)
        return Count(value, self.low + other.low, self.high + other.high)


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A figure that is not shown, and why. Never 0, never NaN."""

    reason: str


@dataclass(frozen=True, slots=True)
class Note(Deep):
    """Something the reader must know beside the figure. `explain` has the sentence."""

    code: str
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Estimate(Deep):
    """One figure with what belongs to it.

    `interval` is the primary one, made with `method`; `others` holds those by other methods, by
    name; `outer` also allows for rounded and hidden counts. None is not defined; a note says why.
    """

    value: float
    interval: Interval | None
    method: str
    others: Mapping[str, Interval | None] = field(default_factory=dict)
    outer: Interval | None = None


class Certainty(StrEnum):
    """Four wordings, by rule. They say how sure we are, not how large the difference is."""

    DIFFERENCE = "difference"  # verschil: interval without zero, and adjusted p <= .05
    INDICATION = "indication"  # aanwijzing: only one of the two
    NOT_SHOWN = "not-shown"  # niet aangetoond: neither
    TOO_FEW = "too-few"  # te weinig mensen


@dataclass(frozen=True, slots=True)
class Decided:
    """What the word for how sure we are goes by: intervals at 95%, whatever level was asked.

    `rounding_may_undo`: some of the counts behind the rounded ones leave no difference.
    """

    difference: Interval
    ratio: Interval | None
    rounding_may_undo: bool = False


@dataclass(frozen=True, slots=True)
class Detectable:
    """The smallest difference that could have been seen, in points: upward and downward.

    From group sizes and the reference rate, never from what was found. None: no rate would be seen.
    """

    higher: float | None
    lower: float | None
    power: float = 0.8


@dataclass(frozen=True, slots=True)
class Unknown:
    """People whose outcome is missing: not in `n`; the lowest and highest rate they allow."""

    count: int
    lowest_rate: float
    highest_rate: float


@dataclass(frozen=True, slots=True)
class Allowed:
    """What hidden counts still allow, where no estimate can be made: only outer intervals.

    Over all counts that can be behind the hidden ones. None: an estimate is given, or nothing is.
    """

    rate: Interval | None = None
    difference: Interval | None = None
    ratio: Interval | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows of the source that are not in the tally, and why."""

    reason: str
    rows: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where the counts came from: name, fingerprint, rows read, rows used, rows left out.

    All but the name is None in a release that hides a group: it would give the group away.
    """

    name: str
    sha256: str | None
    rows: int | None
    used: int | None
    left_out: tuple[LeftOut, ...] = ()


Effect = Literal["harm", "benefit", "neither"]
Row = Literal["person", "application", "decision", "job", "other"]


@dataclass(frozen=True, slots=True)
class Question(Deep):
    """What is asked of the table, in words; asked once, said in every sentence. Dutch and English.

    `did` is what was done to those with the outcome, in two parts around the object ("koos",
    "uit voor controle"); empty: "gaf ... de uitkomst X".
    `effect` says whether the outcome is good or bad for people; None: nobody said.
    `full_count`: everybody was counted, no sample was drawn; None: nobody said. `among` is the
    step whose people these are, by its label; empty: everybody.
    """

    organisation: Mapping[str, str] = field(default_factory=dict)
    unit: Mapping[str, str] = field(default_factory=dict)
    did: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    row: Row | None = None
    effect: Effect | None = None
    full_count: bool | None = None
    once: bool | None = None  # can a person occur only once? None: nobody said
    among: Mapping[str, str] = field(default_factory=dict)
    # What the outcome is called; empty: as the table writes it.
    called: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)


ReferenceKind = Literal["level", "everybody", "everybody-else"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom the groups are compared with, and why them."""

    kind: ReferenceKind
    level: str | None
    reason: str | None = None
    chosen: Literal["asked", "largest"] = "asked"
