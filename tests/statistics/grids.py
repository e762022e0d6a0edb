"""How often intervals hold the truth, cell by cell, beside the bars and the page of a method."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.weight import PROVE

PAGES = Path(__file__).resolve().parents[2] / "docs" / "methoden"
Shares = Mapping[str, float]


@dataclass(frozen=True)
class Grid:
    """A grid that was fixed before the code, how its cells are drawn, and where they are printed.

    `held` gives the share per interval in one cell, `again` with more draws of another seed: of
    some hundred shares one lies outside the bars by chance alone. Small cells have no bars; where
    no result carries a note (`noteless`), none of their shares may be under `note_below`.
    """

    page: str
    grid: Mapping[str, Any]
    parts: Sequence[str]
    tenth: Mapping[str, Sequence[int]]
    held: Callable[..., Shares]
    row: Callable[[str, int, Shares], str]
    noteless: bool = False

    @property
    def tried(self) -> list[tuple[str, int]]:
        """The cells to draw: every one, or the fixed tenth that is quick to draw."""
        return self.every if PROVE else self.of_tenth

    @property
    def every(self) -> list[tuple[str, int]]:
        return [(part, at) for part in self.parts for at in range(len(self.grid[part]))]

    @property
    def of_tenth(self) -> list[tuple[str, int]]:
        return [(part, at) for part in self.parts for at in self.tenth[part]]

    @cached_property
    def lines(self) -> list[str]:
        return (PAGES / f"{self.page}.md").read_text(encoding="utf-8").splitlines()

    def wrong(self, part: str, at: int) -> list[str]:
        """What lies outside the bars in one cell, or is not on the page as it was found."""
        found = self.held(part, at)
        again = self.again(part, at, found)
        wrong = self.twice(part, at, found, again)
        wrong += self.untold(found, again)
        if self.noteless:
            below = self.grid["bars"]["note_below"]
            wrong += [f"needs a note: {name}" for name, share in found.items() if share < below]
        if self.row(part, at, found) not in self.lines:
            wrong.append(f"not on the page: {self.row(part, at, found)}")
        return wrong

    def faults(self, part: str, at: int, found: Shares) -> list[str]:
        """The intervals of a large cell that lie outside the bars, and do so again."""
        return self.twice(part, at, found, self.again(part, at, found))

    def again(self, part: str, at: int, found: Shares) -> Shares:
        """The shares with more draws, of a large cell in which one lies outside the bars."""
        needed = self.grid[part][at].get("large") and self.outside(found)
        return self.held(part, at, again=True) if needed else {}

    def twice(self, part: str, at: int, found: Shares, again: Shares) -> list[str]:
        both = self.outside(found) & self.outside(again)
        return [f"{part} {at} {name}: {found[name]:.4f}, {again[name]:.4f}" for name in both]

    def untold(self, found: Shares, again: Shares) -> list[str]:
        """The intervals that were drawn again, while the page does not say what came of it."""
        said, drawn = " ".join(self.lines), self.outside(found) & {*again}
        shares = {name: f"{100 * again[name]:.1f}".replace(".", ",") for name in drawn}
        told = {n for n, share in shares.items() if f"opnieuw getrokken {share}" in said}
        return [f"not told: {name}, again {shares[name]}" for name in drawn - told]

    def outside(self, found: Shares) -> set[str]:
        """The intervals that hold the truth too seldom, or too often."""
        bars = self.grid["bars"]
        return {n for n, s in found.items() if not bars["lowest"] <= s <= bars["highest"]}

    def lopsided(self) -> list[str]:
        """What is wrong with the choice of cells: too few large ones, or a tenth of one kind."""
        every, tenth = (
            [bool(self.grid[part][at].get("large")) for part, at in places]
            for places in (self.every, self.of_tenth)
        )
        wrong = [] if 2 * sum(every) >= len(every) else ["less than half of the grid is large"]
        return wrong + ([] if set(tenth) == {True, False} else ["the tenth has one kind"])
