"""Groups compared on one outcome, and the steps of a process."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from waterpas.frozen import Deep
from waterpas.results.values import (
    Allowed,
    Certainty,
    Count,
    Decided,
    Detectable,
    Estimate,
    Interval,
    Note,
    Question,
    Reference,
    Source,
    Suppressed,
    Unknown,
)


@dataclass(frozen=True, slots=True)
class GroupResult(Deep):
    """One group against the reference: its rate, the difference, the ratio, and how sure.

    `group` maps each column to its level. Rates and differences are proportions (0.0367 is 36.7
    per 1,000). The reference's own row has difference 0 and ratio 1 with intervals None.
    `reference_n` and `reference_cases` are the people it was compared with.
    """

    group: Mapping[str, str]
    is_reference: bool
    n: Count
    cases: Count
    rate: Estimate | None
    difference: Estimate | None
    ratio: Estimate | None
    p: float | None
    p_adjusted: float | None
    certainty: Certainty | None
    detectable: Detectable | None
    decided: Decided | None = None
    reference_n: Count | None = None
    reference_cases: Count | None = None
    unknown: Unknown | None = None
    suppressed: Suppressed | None = None
    allowed: Allowed | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Groups compared on one outcome. Describes differences; does not say why they are there."""

    across: str
    by: tuple[str, ...]
    reference: Reference
    outcome: str
    groups: tuple[GroupResult, ...]
    level: float
    family: int
    sources: tuple[Source, ...]
    rounded_to: int | None = None
    question: Question = field(default_factory=Question)
    notes: tuple[Note, ...] = ()

    def to_json(self) -> str:
        """The result as JSON text, in the form of the package's JSON Schema."""
        from waterpas import serialise

        return serialise.dumps(serialise.comparison(self))

    def to_frame(self) -> object:
        """One row per group, as a frame of the library at hand (Polars, pandas or Arrow)."""
        from waterpas import serialise

        return serialise.frame(self)


@dataclass(frozen=True, slots=True)
class ChainStep(Deep):
    """One step of a process: who got this far, of whom, and how that compares.

    `of` names the step whose people could get here. `nested` steps multiply along the chain;
    others stand beside it. `hit_rate` marks a step that is only about those who were selected: it
    is not compared, so its groups have a rate and no ratio, and it is never shown on its own.
    """

    id: str
    label: Mapping[str, str]
    of: str | None
    nested: bool
    hit_rate: bool
    comparison: Comparison
    cumulative: Mapping[str, Estimate | None] = field(default_factory=dict)
    # Of who has no cumulative ratio because a count is hidden: between what it can lie.
    cumulative_allowed: Mapping[str, Interval] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chain:
    """The steps of a process, in order: where does the difference arise."""

    across: str
    reference: Reference
    population: str
    steps: tuple[ChainStep, ...]
    level: float
    family: int
    sources: tuple[Source, ...]
    population_label: Mapping[str, str] = field(default_factory=dict)
    rounded_to: int | None = None
    question: Question = field(default_factory=Question)
    notes: tuple[Note, ...] = ()

    def to_json(self) -> str:
        """The result as JSON text, in the form of the package's JSON Schema."""
        from waterpas import serialise

        return serialise.dumps(serialise.chain(self))

    def to_frame(self) -> object:
        """One row per step and group, as a frame of the library at hand."""
        from waterpas import serialise

        return serialise.frame(self)
