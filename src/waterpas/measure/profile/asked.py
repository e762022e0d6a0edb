"""What is asked of a risk profile, checked before anything is computed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from waterpas.errors import CallError
from waterpas.measure.profile.choice import Choice
from waterpas.measure.profile.points import POINTS, Points
from waterpas.results import Reference
from waterpas.tallies.each_once import refuse_twice
from waterpas.tallies.tally import Tally
from waterpas.texts import mark


@dataclass(frozen=True, slots=True)
class Asked:
    """The question, with its columns read on the tally."""

    across: str
    reference: Reference
    chosen: Choice
    found: Choice | None
    random: Choice | None
    variables: tuple[str, ...]
    alike: tuple[str, ...]
    score: str | None
    cut_offs: tuple[float, ...]
    points: Points | None
    level: float

    def check(self, tally: Tally) -> None:
        """Refuse what does not go together."""
        for column in (*self.variables, *self.alike):
            tally.position(column)
        for parts in (self._roles(), (*self._roles(), *self.variables), (self.across, *self.alike)):
            refuse_twice(parts)
        if self.alike and self.reference.kind != "level":
            raise CallError(
                mark("Onder mensen die gelijk zijn, vergelijkt u met één groep. Kies die groep.")
            )
        if len(tally.levels(self.across)) < 2:
            raise CallError(
                mark("In kolom '%(column)s' staat maar één groep. Zo is er niets te vergelijken."),
                column=self.across,
            )
        if self.random and not self.found:
            raise CallError(
                mark("Noem ook de kolom die zegt wat er is gevonden: daarvoor is de steekproef.")
            )
        if self.score and not self.cut_offs:
            raise CallError(mark("Noem ook de grens die u op die kolom wilt proberen."))
        if any(not isfinite(number) for number in self.cut_offs):
            raise CallError(mark("Een grens is een getal, bijvoorbeeld 5."))

    def _roles(self) -> tuple[str, ...]:
        chosen = [self.chosen, self.found, self.random]
        return (self.across, *(each.column for each in chosen if each))

    def told(self) -> Mapping[str, object]:
        """What was chosen, for the result: names of columns and levels."""
        told: dict[str, object] = {"selected": self.chosen.text}
        told |= {"score": self.score} if self.score else {}
        for name, choice in (("found", self.found), ("random", self.random)):
            told |= {name: choice.text} if choice else {}
        lists = {"variables": self.variables, "alike": self.alike, "cut_offs": self.cut_offs}
        told |= {name: each for name, each in lists.items() if each}
        return told | ({"points": POINTS} if self.points else {})


def column_list(columns: str | Sequence[str]) -> tuple[str, ...]:
    """One name, or several, as a tuple."""
    return (columns,) if isinstance(columns, str) else tuple(columns)
