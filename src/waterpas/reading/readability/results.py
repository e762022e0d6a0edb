"""Help for the writer. It says nothing about the policy, and nothing about its readers."""

from dataclasses import dataclass
from typing import Literal

HintKind = Literal["long-sentence", "passive", "long-word", "plainer-word", "name-of-group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One place that may be written more plainly."""

    kind: HintKind
    block: int
    start: int
    end: int
    words: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Readability:
    """How the sentences are built, with the places to look at.

    `flesch_douma` is None where there are too few words for it to mean anything.
    """

    words: int
    sentences: int
    words_per_sentence: float | None
    flesch_douma: float | None
    meaning: str
    hints: tuple[Hint, ...]
