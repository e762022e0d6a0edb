"""What was asked of like with like, and what cannot be asked: one sentence that says what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from waterpas.errors import CallError
from waterpas.measure.given import check_outcome
from waterpas.results import Reference
from waterpas.tallies.each_once import refuse_twice
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

FEWEST_DRAWS, MOST_DRAWS = 200, 10_000
BEYOND = 5  # draws beyond each end of an interval, at least: else that end is a few draws
ALMOST = 1e-6  # 1 - 0.999 is no exact thousandth


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, once it was checked."""

    across: str
    reference: Reference
    given: tuple[str, ...]
    made_by_process: tuple[str, ...]
    level: float
    bootstrap: int
    seed: int

    def __post_init__(self) -> None:
        """Raise CallError for fewer draws than the tails of the intervals need."""
        least = ceil(2 * BEYOND / (1 - self.level) - ALMOST)
        if 0 < self.bootstrap < least:
            raise CallError(
                mark(
                    "Bij een zekerheid van %(level)s moet u minstens %(least)s keer opnieuw "
                    "trekken; gevraagd is %(draws)s. Trek vaker, of neem een lagere zekerheid."
                ),
                level=self.level,
                least=least,
                draws=self.bootstrap,
            )

    def told(self) -> dict[str, object]:
        """What the result repeats of it; with draws also what makes the same ones again."""
        draws = {"bootstrap": self.bootstrap, "seed": self.seed} if self.bootstrap else {}
        return {"given": self.given, "made_by_process": self.made_by_process, **draws}


def columns_of(given: str | Sequence[str]) -> tuple[str, ...]:
    """One name, or several, as names."""
    return (given,) if isinstance(given, str) else tuple(given)


def alike_in(given: tuple[str, ...], made_by_process: tuple[str, ...]) -> tuple[str, ...]:
    """The columns in which people must be alike: also those that the process made."""
    return (*given, *(each for each in dict.fromkeys(made_by_process) if each not in given))


def refuse(
    tally: Tally,
    *,
    across: str,
    given: tuple[str, ...],
    bootstrap: float,
) -> None:
    """Raise CallError for what cannot be asked of this tally."""
    check_outcome(tally)
    _refuse_columns(across, given)
    if bootstrap and not FEWEST_DRAWS <= bootstrap <= MOST_DRAWS:
        raise CallError(
            mark("Opnieuw trekken kan %(least)s tot %(most)s keer; gevraagd is %(draws)s."),
            least=FEWEST_DRAWS,
            most=MOST_DRAWS,
            draws=bootstrap,
        )
    if bootstrap != int(bootstrap):
        raise CallError(
            mark("Opnieuw trekken kan alleen een heel aantal keren; gevraagd is %(draws)s."),
            draws=bootstrap,
        )
    _refuse_repeats(tally)


def _refuse_columns(across: str, given: tuple[str, ...]) -> None:
    if not given:
        raise CallError(mark("Noem minstens één kolom waarin mensen gelijk moeten zijn (given)."))
    refuse_twice((across, *given))


def _refuse_repeats(tally: Tally) -> None:
    if tally.has_repeats:
        raise CallError(
            mark(
                "Gelijk met gelijk vergelijken kan niet met een telling waarin een persoon vaker "
                "kan voorkomen. Maak de telling opnieuw zonder de kolom die zegt wie het is; de "
                "intervallen kunnen dan te smal zijn."
            )
        )


def refuse_everybody(reference: Reference) -> None:
    """Raise CallError where the reference holds the group itself."""
    if reference.kind == "everybody":
        raise CallError(
            mark(
                "Gelijk met gelijk vergelijken met iedereen kan niet: de groep hoort daar zelf "
                "bij. Kies één groep, of alle anderen (everybody-else)."
            )
        )
