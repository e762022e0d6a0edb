"""The lexicon as frozen values."""

from dataclasses import dataclass, field
from typing import Literal

from waterpas.texts import Language

FalseAlarm = Literal["low", "medium", "high"]
Kind = Literal["question", "presence"]


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in Dutch and in English."""

    nl: str
    en: str

    def text(self, lang: Language) -> str:
        """Give the words in one language."""
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Needles:
    """What to look for: exact words, words in all their forms, parts of compounds."""

    words: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unless:
    """What makes a find innocent: words beside it, or words or sets in the same sentence.

    `nearby` names sets that make it innocent in the sentence before or after as well.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A question, and the words in a text that raise it.

    `of` names sets whose words raise it as well. `together` holds names of sets: of each inner
    tuple at least one must stand in the same sentence. `near` asks the same within a few words of
    what raised it, `nearby` in that sentence or the one before or after it. `regex` must be found
    in the sentence too, which it gets in lower case. `named` is the question where the sentence
    names origin, skin colour or religion: such a name changes the question, and never makes or
    removes one.
    `common` are exact words that stand in nearly every sentence: they raise it too, and are looked
    for only where a set of `together` has a word.
    `ban_counts` says that a prohibition is the very matter asked about; `criticism_counts` that
    the question stands in a text on discrimination as well; `quiet` that measuring showed it to
    be wrong too often for the default view.
    """

    id: str
    theme: str
    kind: Kind
    criteria: tuple[str, ...]
    false_alarm: FalseAlarm
    needles: Needles
    question: Words
    why: Words
    innocent: Words
    named: Words | None = None
    of: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    regex: str | None = None
    together: tuple[tuple[str, ...], ...] = ()
    near: tuple[tuple[str, ...], ...] = ()
    nearby: tuple[tuple[str, ...], ...] = ()
    unless: Unless = field(default_factory=Unless)
    ban_counts: bool = False
    criticism_counts: bool = False
    quiet: bool = False

    @property
    def in_default_view(self) -> bool:
        """Criteria of the do-not kind, without what often proves innocent."""
        return (
            self.kind == "question"
            and self.false_alarm != "high"
            and not self.quiet
            and any(criterion.startswith("N") for criterion in self.criteria)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A question that a text raises by what does not stand in it.

    One word of `sets` takes it away, and so does a passage that `regex` fits, in any case of
    letters.
    """

    id: str
    criteria: tuple[str, ...]
    sets: tuple[str, ...]
    question: Words
    why: Words
    regex: str | None = None
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All patterns, the sets of words they lean on, and what may be missing."""

    patterns: tuple[Pattern, ...]
    sets: dict[str, Needles]
    missing: tuple[Missing, ...]
