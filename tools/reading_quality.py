"""Write docs/methoden/leeskwaliteit.md: how often the reading aid asks what a person would ask.

`python -m tools.reading_quality --write` renews the page and the list of patterns that are off
because of it; without `--write` it only says whether both are current. The passages may never be
used to make the lexicon better: then the figures would say nothing any more.
"""

import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from tests.reading_texts import document, held_out
from tools import ROOT
from tools.reading_quality_words import (
    ANSWER,
    CRITERIA_HEAD,
    HEAD,
    NOT_ONE,
    PATTERNS_HEAD,
    TAIL,
    TOO_FEW,
    WRITERS_HEAD,
)
from waterpas.measure.proportions import wilson_interval
from waterpas.reading import Card, cards
from waterpas.reading.lexicon import load

PAGE = ROOT / "docs" / "methoden" / "leeskwaliteit.md"
MEASURED = ROOT / "src/waterpas/reading/lexicon/data/measured.yaml"
MEASURED_HEAD = (
    "# Patterns that measuring showed to be wrong too often for the default view.\n"
    "# Made by `python -m tools.reading_quality --write`; do not change it by hand.\n"
)
CRITERIA = tuple(f"N0{number}" for number in range(1, 10))
NAMES = {1: "de eerste", 2: "de tweede"}
ENOUGH = 10
TOO_OFTEN_WRONG = 0.30


@dataclass(frozen=True)
class Count:
    """How many of how many."""

    right: int
    total: int

    def text(self) -> str:
        """The share with its interval, or that there are too few to say anything."""
        if self.total < ENOUGH:
            return TOO_FEW
        interval = wilson_interval(self.right, self.total)
        low, high = round(100 * interval.low), round(100 * interval.high)
        return f"{round(100 * self.right / self.total)}% ({low}-{high}%)"


@dataclass(frozen=True)
class Read:
    """A passage, what a person would ask, and the cards of every pattern."""

    passage: Mapping[str, Any]
    cards: tuple[Card, ...]

    @property
    def asks(self) -> set[str]:
        """The criteria that a person would ask about."""
        return set(self.passage["asks"])

    def asked(self, shown: frozenset[str]) -> set[str]:
        """The do-not criteria asked about by the patterns that are shown."""
        return set().union(*(do_not(card) for card in self.cards if card.pattern in shown))


def do_not(card: Card) -> set[str]:
    """The do-not criteria of a card."""
    return {one for one in card.criteria if one in CRITERIA}


def readings(passages: Iterable[Mapping[str, Any]]) -> list[Read]:
    """Read each passage by itself; a card that is set apart does not count as asked."""
    return [Read(one, cards(document(one["text"]), view="all").asked) for one in passages]


def per_pattern(read: Sequence[Read]) -> dict[str, Count]:
    """Of each pattern with a card: in how many of them a person would ask about its criteria."""
    found: dict[str, list[bool]] = {}
    for one in read:
        for card in one.cards:
            if criteria := do_not(card):
                found.setdefault(card.pattern, []).append(bool(criteria & one.asks))
    return {name: Count(sum(right), len(right)) for name, right in found.items()}


def too_often_wrong(counts: Mapping[str, Count]) -> list[str]:
    """The patterns that must be off: enough cards, and too few of them right."""
    return sorted(
        name
        for name, count in counts.items()
        if count.total >= ENOUGH and count.right / count.total < TOO_OFTEN_WRONG
    )


def precision(read: Sequence[Read], criterion: str, shown: frozenset[str]) -> Count:
    """Of the passages asked about: how many a person would ask about."""
    asked = [one for one in read if criterion in one.asked(shown)]
    return Count(sum(criterion in one.asks for one in asked), len(asked))


def recall(read: Sequence[Read], criterion: str, shown: frozenset[str]) -> Count:
    """Of the passages a person would ask about: how many are asked about."""
    should = [one for one in read if criterion in one.asks]
    return Count(sum(criterion in one.asked(shown) for one in should), len(should))


def page(passages: Sequence[Mapping[str, Any]]) -> str:
    """The whole page."""
    read = readings(passages)
    patterns = load().patterns
    default = frozenset(one.id for one in patterns if one.in_default_view)
    every = frozenset(one.id for one in patterns if one.kind == "question")
    counts = per_pattern(read)
    off = too_often_wrong(counts)
    parts = [HEAD.format(total=len(read), asked=sum(bool(one.asks) for one in read))]
    parts += [_any_card(read, default, "gewone weergave"), _any_card(read, every, "hele lijst")]
    parts += [ANSWER.format(**_answer(read, default))]
    parts += [WRITERS_HEAD, *_by_writer(read, default)]
    parts += [CRITERIA_HEAD.format(view="de gewone weergave"), *_criteria(read, default)]
    parts += [CRITERIA_HEAD.format(view="de hele lijst"), *_criteria(read, every)]
    parts += [PATTERNS_HEAD, *_patterns(counts, default)]
    silent = sum(one.id not in counts for one in patterns if one.kind == "question")
    parts += [TAIL.format(silent=silent, off=", ".join(f"`{one}`" for one in off) or NOT_ONE)]
    return "".join(parts)


def _answer(read: Sequence[Read], shown: frozenset[str]) -> dict[str, object]:
    """What comes out in the default view, for one sentence."""
    should = [one for one in read if one.asks]
    found = _with_card(should, shown)
    cards_in = _with_card(read, shown).right
    return {
        "found": found.right,
        "should": found.total,
        "missed": found.total - found.right,
        "cards": cards_in,
        "share": Count(found.right, cards_in).text(),
    }


def _any_card(read: Sequence[Read], shown: frozenset[str], view: str) -> str:
    should = [one for one in read if one.asks]
    near = [one for one in read if not one.asks and one.passage["near_miss"]]
    innocent = [one for one in read if not one.asks and not one.passage["near_miss"]]
    cells = [
        f"{count.right} van {count.total}: {count.text()}"
        for count in (_with_card(group, shown) for group in (should, near, innocent))
    ]
    return f"| {view} | {' | '.join(cells)} |\n"


def _by_writer(read: Sequence[Read], shown: frozenset[str]) -> list[str]:
    writers = sorted({one.passage["writer"] for one in read})
    halves = ([one for one in read if one.passage["writer"] == writer] for writer in writers)
    return [
        _any_card(half, shown, NAMES[writer]) for writer, half in zip(writers, halves, strict=True)
    ]


def _with_card(read: Sequence[Read], shown: frozenset[str]) -> Count:
    return Count(sum(bool(one.asked(shown)) for one in read), len(read))


def _criteria(read: Sequence[Read], shown: frozenset[str]) -> list[str]:
    rows = []
    for criterion in CRITERIA:
        right, found = precision(read, criterion, shown), recall(read, criterion, shown)
        cells = f"{right.total} | {right.text()} | {found.total} | {found.text()}"
        rows.append(f"| {criterion} | {cells} |\n")
    return rows


def _patterns(counts: Mapping[str, Count], default: frozenset[str]) -> list[str]:
    return [
        f"| `{name}` | {count.total} | {count.text()} | {'ja' if name in default else 'nee'} |\n"
        for name, count in sorted(counts.items(), key=lambda each: (-each[1].total, each[0]))
    ]


def measured(off: Sequence[str]) -> str:
    """The data file of the patterns that are off because of this measurement."""
    return MEASURED_HEAD + yaml.safe_dump({"quiet": list(off)})


def is_current(passages: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the page and the list of patterns that are off are what is measured now."""
    off = measured(too_often_wrong(per_pattern(readings(passages))))
    return (
        MEASURED.read_text(encoding="utf-8") == off
        and PAGE.is_file()
        and PAGE.read_text(encoding="utf-8") == page(passages)
    )


def main(arguments: Sequence[str]) -> int:
    """Write the page and the list, or say whether they are current."""
    passages = held_out()
    if "--write" not in arguments:
        if is_current(passages):
            return 0
        print(f"{PAGE.relative_to(ROOT)} is not current: python -m tools.reading_quality --write")
        return 1
    off = measured(too_often_wrong(per_pattern(readings(passages))))
    if MEASURED.read_text(encoding="utf-8") != off:
        # The lexicon is in memory already, with the old list: a new process reads the new one.
        MEASURED.write_text(off, encoding="utf-8")
        again = [sys.executable, "-m", "tools.reading_quality", "--write"]
        return subprocess.run(again, check=False, cwd=ROOT).returncode
    PAGE.write_text(page(passages), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
