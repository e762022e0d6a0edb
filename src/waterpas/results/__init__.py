"""The values that measures return: frozen, comparable, data only. Sentences live in `explain`."""

from dataclasses import is_dataclass

from waterpas.frozen import unchanging
from waterpas.results.comparisons import (
    Chain,
    ChainStep,
    Comparison,
    GroupResult,
)
from waterpas.results.measured import (
    NOTHING_UNSEEN,
    Answer,
    Figure,
    Measured,
    People,
    Unit,
    Unseen,
)
from waterpas.results.values import (
    ALWAYS,
    DECIDING_LEVEL,
    Allowed,
    Certainty,
    Count,
    Decided,
    Detectable,
    Effect,
    Estimate,
    Interval,
    LeftOut,
    Note,
    Question,
    Reference,
    ReferenceKind,
    Row,
    Source,
    Suppressed,
    Unknown,
)

Result = Comparison | Chain | Measured

__all__ = [
    "ALWAYS",
    "DECIDING_LEVEL",
    "NOTHING_UNSEEN",
    "Allowed",
    "Answer",
    "Certainty",
    "Chain",
    "ChainStep",
    "Comparison",
    "Count",
    "Decided",
    "Detectable",
    "Effect",
    "Estimate",
    "Figure",
    "GroupResult",
    "Interval",
    "LeftOut",
    "Measured",
    "Note",
    "People",
    "Question",
    "Reference",
    "ReferenceKind",
    "Result",
    "Row",
    "Source",
    "Suppressed",
    "Unit",
    "Unknown",
    "Unseen",
]

for _value in [each for each in vars().values() if isinstance(each, type) and is_dataclass(each)]:
    unchanging(_value)
