"""The coverage that was found, and how the page on the method shows it.

`python -m tests.statistics.deciders.pages` draws all again (an hour on an idle core), and writes
`coverage_found.yaml`, `slope_found.yaml` and the two tables on the page. Where an interval of a
large cell lies outside the bars, that cell is also drawn anew, with more and other draws.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.statistics.deciders import coverage, slope_coverage
from tools import ROOT

PAGE = ROOT / "docs" / "methoden" / "deciders.md"
AGAIN = 100  # so many draws are repeated in the tests
MORE = 10_000  # so many other draws are made of a large cell that lies outside the bars
HEADER = """# What came out of the draws on %s, cell by cell, in its order.
# `first`: in how many of the first hundred draws an interval held the truth, and a spread was
# claimed. `again`: the same of other draws, where an interval of a large cell lay outside the bars.
"""
Cell = Mapping[str, Any]


@dataclass(frozen=True)
class Draws:
    """The draws on one grid: what was kept of them, and their table on the page."""

    grid: Mapping[str, Any]
    grid_name: str
    found_name: str
    names: Sequence[str]
    drawn: Callable[..., Any]
    heads: Sequence[str]
    about: Callable[[Cell], Sequence[float | str]]

    @property
    def kept(self) -> Path:
        """The file with what came out."""
        return Path(__file__).parent / self.found_name

    @cached_property
    def found(self) -> Sequence[Mapping[str, Any]]:
        """What came out, cell by cell."""
        cells: Sequence[Mapping[str, Any]] = yaml.safe_load(self.kept.read_text("utf-8"))["cells"]
        return cells

    @property
    def pairs(self) -> Sequence[tuple[Cell, Mapping[str, Any]]]:
        """Each cell of the grid with what came out."""
        return list(zip(self.grid["cells"], self.found, strict=True))

    def table(self) -> str:
        """One row per cell of the grid."""
        rows = [self._row(cell, found) for cell, found in self.pairs]
        return "\n".join(
            ["| " + " | ".join(self.heads) + " |", "|---:" * len(self.heads) + "|", *rows]
        )

    def _row(self, cell: Cell, found: Mapping[str, Any]) -> str:
        held = [_percent(found["held"][name]) for name in self.names]
        large = "ja" if cell["large"] else ""
        numbers = (str(each).replace(".", ",") for each in self.about(cell))
        texts = [*numbers, large, f"{found['draws']:,}".replace(",", "."), *held]
        return "| " + " | ".join([*texts, _percent(found["claimed"])]) + " |"

    def found_in(self, cell: Cell) -> dict[str, Any]:
        """What comes out of all draws in one cell; where that lies outside the bars, also again."""
        found = self._kept(cell, draws=self.grid["draws"])
        if cell["large"] and self.outside(found):
            found["again"] = self._kept(cell, draws=MORE, again=True)
        return found

    def _kept(self, cell: Cell, *, draws: int, again: bool = False) -> dict[str, Any]:
        whole, first = (self.drawn(cell, draws=each, again=again) for each in (draws, AGAIN))
        return {
            "draws": whole.draws,
            "held": {name: round(float(share), 4) for name, share in whole.held.items()},
            "claimed": round(float(whole.claimed), 4),
            "first": {
                "held": {name: round(float(share) * AGAIN) for name, share in first.held.items()},
                "claimed": round(float(first.claimed) * AGAIN),
            },
        }

    def outside(self, found: Mapping[str, Any]) -> set[str]:
        """The intervals that hold the truth too seldom, or too often."""
        low, high = self.grid["bars"]["large"]
        return {name for name, share in found["held"].items() if not low <= share <= high}

    def wrong(self, found: Mapping[str, Any]) -> set[str]:
        """The intervals that lie outside the bars, and do so again."""
        return self.outside(found) & self.outside(found.get("again", found))

    def repeated(self) -> list[tuple[Cell, Mapping[str, Any], bool]]:
        """Each cell with what came out; those that were drawn again also with that."""
        more = [(cell, found["again"], True) for cell, found in self.pairs if "again" in found]
        return [(cell, found, False) for cell, found in self.pairs] + more

    def untold(self) -> list[str]:
        """The shares of what was drawn again that the page does not tell."""
        page = " ".join(PAGE.read_text(encoding="utf-8").split())
        shares = [
            _percent(found["again"]["held"][name])
            for _, found in self.pairs
            if "again" in found
            for name in sorted(self.outside(found))
        ]
        return [share for share in shares if f"opnieuw getrokken {share}" not in page]

    def write(self) -> None:
        """Draw all, and write down what came out."""
        before = self.table()
        cells = [self.found_in(cell) for cell in self.grid["cells"]]
        text = yaml.safe_dump({"cells": cells}, sort_keys=False, default_flow_style=None, width=99)
        self.kept.write_text(HEADER % self.grid_name + text, encoding="utf-8")
        self.__dict__.pop("found", None)
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(page.replace(before, self.table()), encoding="utf-8")


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%".replace(".", ",")


SPREAD = Draws(
    grid=coverage.GRID,
    grid_name="coverage_grid.yaml",
    found_name="coverage_found.yaml",
    names=coverage.NAMES,
    drawn=coverage.drawn,
    heads=(
        *("Beslissers", "Zaken per beslisser", "Kans per 1.000", "σ", "Groot", "Tabellen"),
        *("Dekking σ", "lage kans", "hoge kans", "verschil", "Gezien"),
    ),
    about=lambda cell: (cell["deciders"], cell["each"], round(1000 * cell["rate"]), cell["sd"]),
)
SLOPE = Draws(
    grid=slope_coverage.GRID,
    grid_name="slope_grid.yaml",
    found_name="slope_found.yaml",
    names=slope_coverage.NAMES,
    drawn=slope_coverage.drawn,
    heads=(
        *("Beslissers", "Zaken per beslisser", "In de groep", "Kans per 1.000", "σ", "ρ", "τ"),
        *("Groot", "Tabellen", "Dekking τ", "afstand", "Gezien"),
    ),
    about=lambda cell: (
        *(cell["deciders"], cell["each"], f"{100 * cell['share']:.0f}%"),
        *(round(1000 * cell["rate"]), cell["sd"], cell["correlation"], cell["slope"]),
    ),
)


if __name__ == "__main__":
    for draws in (SPREAD, SLOPE):
        draws.write()
