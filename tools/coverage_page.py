"""Write docs/methoden/dekking.md: how often each interval holds the truth, computed exactly.

`python -m tools.coverage_page --write` renews the page (about a minute); without `--write` it only
says whether the page is current.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tests.statistics.coverage import (
    GRID,
    Coverage,
    Limits,
    Truth,
    coverage_of_one,
    coverage_of_two,
    sizes_of_one,
    sizes_of_two,
)
from tools import ROOT
from waterpas.measure.differences import miettinen_nurminen_interval, newcombe_interval
from waterpas.measure.proportions import wilson_interval
from waterpas.measure.ratios import katz_interval, score_ratio_interval

PAGE = ROOT / "docs" / "methoden" / "dekking.md"
ENOUGH_CASES = 10
BAR = GRID["bars"]["lowest_both_50_or_more"]

HEAD = """# Dekking: hoe vaak houdt een interval de waarheid vast?

Deze pagina is gemaakt met `python -m tools.coverage_page --write`. Verander haar niet met de hand.
De formules staan in [verschillen tussen groepen](verschillen.md).

## Wat is dekking?

Een interval van 95% belooft iets: maakt u het heel vaak op dezelfde manier, dan ligt het echte
cijfer er ongeveer 95 van de 100 keer in. **Dekking** is hoe vaak dat echt zo is. Geen enkele
methode haalt bij elke groep precies 95%. Mensen telt u met hele aantallen, en daardoor springt de
dekking op en neer.

- Is de dekking hoger dan 95%? Dan is het interval breder dan nodig.
- Is de dekking lager? Dan is het interval te smal, en lijken wij zekerder dan wij zijn.

## Hoe is dit berekend?

Er is niets geloot. Voor elke tabel die kan voorkomen, maakte Waterpas zelf het interval. Daarna
telden wij de kansen op van alle tabellen waarbij het echte cijfer in het interval ligt. Geeft een
methode bij een tabel geen interval? Dan telt dat als: niet vastgehouden.

De groottes en kansen lagen vast voordat de code er was: zie `tests/statistics/coverage_grid.yaml`.
Bij één groep zijn het {one} kansen, van {one_from} tot {one_to} per 1.000. Bij twee groepen is het
elke combinatie van {two} kansen, van {two_from} tot {two_to} per 1.000. In de tabellen staan kansen
per 1.000 mensen, en groottes in mensen.

## Wat u eraan hebt

- Hebben beide groepen minstens 50 mensen? Dan houden de intervallen van een verschil bij elke kans
  in dit rooster minstens {bar} van de keren de waarheid vast.
- Heeft een van de groepen minder dan 50 mensen? Dan schrijft Waterpas erbij: *kleine aantallen:
  dit interval kan te smal zijn*. Het is dan bij de meeste kansen nog goed, maar niet bij elke kans.
- Een kans vlak bij 0 of vlak bij 1.000 per 1.000 is het moeilijkst. Dan zijn er weinig gevallen, of
  weinig mensen zonder.
- Bij een verhouding telt niet hoeveel mensen er zijn, maar hoeveel gevallen. Daarom gaat bij minder
  dan tien gevallen in een groep het score-interval voor.

Wat dekking niet zegt: of iedereen is geteld, of goed is geteld. En niet of dít interval klopt.
"""

WILSON = """
## Eén kans: Wilson

| Mensen | Gemiddeld | Laagste | Bij een kans van |
|---:|---:|---:|---:|
"""

SECTION = """
## {title}

{text}

| Groep | Referentie | Gemiddeld | Laagste | Bij kansen van | {last} |
|---:|---:|---:|---:|---:|---:|
{rows}
"""


@dataclass(frozen=True)
class Method:
    """One section of the page."""

    title: str
    text: str
    limits: Limits
    truth: Truth

    @property
    def is_ratio(self) -> bool:
        return self.truth is np.divide


def two_rates() -> list[Method]:
    """The intervals of two groups, in the order of the page."""
    return [
        Method("Verschil: Newcombe", NEWCOMBE, newcombe_interval, np.subtract),
        Method("Verschil: Miettinen-Nurminen", MN, miettinen_nurminen_interval, np.subtract),
        Method("Verhouding: Katz", KATZ, katz_interval, np.divide),
        Method("Verhouding: score", SCORE, score_ratio_interval, np.divide),
    ]


NEWCOMBE = "Dit interval staat bij een verschil voorop."
MN = """Dit interval staat ernaast en past bij de p-waarde. In heel kleine groepen is het vaak
breder dan nodig. Bij zeldzame uitkomsten kan de dekking lager zijn dan die van Newcombe."""
KATZ = """Dit interval gaat mis als een van de groepen geen gevallen heeft: dan is er geen interval.
Dat telt als niet vastgehouden. Daarom zakt de dekking bij zeldzame uitkomsten ver weg, soms tot
nul.

De laatste kolom telt alleen de kansen waarbij in elke groep minstens {cases} gevallen te
verwachten zijn. Ook dan is dit interval te smal als een kleine groep naast een grote staat."""
SCORE = """Zonder gevallen in de referentiegroep bestaat er geen bovengrens. Dan geeft Waterpas geen
interval, en ook dat telt als niet vastgehouden. Zonder gevallen in de andere groep is er wel een.

De laatste kolom laat zien: met genoeg gevallen klopt dit interval, ook als een kleine groep naast
een grote staat."""


def percent(share: float) -> str:
    """A share as a Dutch percentage with two decimals."""
    return f"{100 * share:.2f}%".replace(".", ",")


def per_thousand(rates: Sequence[float]) -> str:
    """Rates per 1,000, with one decimal where it is needed."""
    return " en ".join(f"{1000 * rate:.1f}".removesuffix(".0").replace(".", ",") for rate in rates)


def rows_of_one() -> list[str]:
    """The rows of Wilson's table."""
    found = [(size, coverage_of_one(wilson_interval, size)) for size in sizes_of_one()]
    return [f"| {size} | {_summary(coverage)} |" for size, coverage in found]


def rows_of_two(method: Method, sizes: Sequence[tuple[int, int]]) -> list[str]:
    """The rows of one table of two groups."""
    rows = []
    for pair in sizes:
        coverage = coverage_of_two(method.limits, pair, method.truth)
        last = _lowest_with_cases(coverage, pair) if method.is_ratio else _below_bar(coverage)
        rows.append(f"| {pair[0]} | {pair[1]} | {_summary(coverage)} | {last} |")
    return rows


def _summary(coverage: Coverage) -> str:
    cells = percent(coverage.mean), percent(coverage.lowest), per_thousand(coverage.lowest_at)
    return " | ".join(cells)


def _below_bar(coverage: Coverage) -> str:
    """How many of the pairs of rates stay below the bar for large groups."""
    return f"{int((coverage.values < BAR).sum())} van {coverage.values.size}"


def _lowest_with_cases(coverage: Coverage, pair: tuple[int, int]) -> str:
    """The lowest coverage where both groups can expect enough cases."""
    group, reference = (coverage.rates * size >= ENOUGH_CASES for size in pair)
    enough = coverage.values[np.outer(group, reference)]
    return percent(float(enough.min())) if enough.size else "komt niet voor"


def page(sizes: Sequence[tuple[int, int]]) -> str:
    """The whole page, with the tables of these sizes."""
    parts = [_head(), WILSON + "\n".join(rows_of_one()) + "\n"]
    return "".join(parts + [_section(method, sizes) for method in two_rates()])


def _section(method: Method, sizes: Sequence[tuple[int, int]]) -> str:
    last = f"Laagste bij minstens {ENOUGH_CASES} verwachte gevallen in elke groep"
    if not method.is_ratio:
        last = f"Combinaties onder {percent(BAR)}"
    return SECTION.format(
        title=method.title,
        text=method.text.format(cases=ENOUGH_CASES),
        last=last,
        rows="\n".join(rows_of_two(method, sizes)),
    )


def _head() -> str:
    one, two = GRID["one_rate"]["rates"], GRID["two_rates"]["rates"]
    return HEAD.format(
        one=one["count"],
        one_from=per_thousand([one["from"]]),
        one_to=per_thousand([one["to"]]),
        two=two["count"],
        two_from=per_thousand([two["from"]]),
        two_to=per_thousand([two["to"]]),
        bar=f"{100 * BAR:.0f}%",
    )


def main(arguments: Sequence[str]) -> int:
    """Write the page, or say whether it is current."""
    text = page(sizes_of_two(whole=True))
    if "--write" in arguments:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print(f"{PAGE.relative_to(ROOT)} is not current: python -m tools.coverage_page --write")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
