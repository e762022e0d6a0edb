"""What was asked of waiting times, checked against the table."""

from dataclasses import dataclass
from numbers import Real

from waterpas.errors import CallError, Named
from waterpas.measure.against import reference_of
from waterpas.results import Reference
from waterpas.tallies.each_once import refuse_twice
from waterpas.tallies.tally import Tally
from waterpas.texts import mark


@dataclass(frozen=True, slots=True)
class Setting:
    """The columns and levels that were chosen. `ended` empty: everybody got a decision.

    `horizon`: mean days within so many days (None: the largest that can be told of all groups);
    `term`: the share with a decision within so many days (None: not asked).
    """

    across: str
    days: str
    ended: str = ""
    decided: str = ""
    gave_up: str = ""
    horizon: float | None = None
    term: float | None = None

    @property
    def columns(self) -> list[str]:
        """The columns that are looked at."""
        return [each for each in (self.across, self.days, self.ended) if each]


def check_setting(setting: Setting, tally: Tally) -> None:
    """Raise CallError for what cannot be asked of this tally."""
    for column in setting.columns:
        tally.position(column)
    refuse_twice(setting.columns)
    _check_endings(setting, tally)
    for name, days in (("horizon", setting.horizon), ("term", setting.term)):
        _check_days(days, name=name)
    if tally.has_repeats:
        raise CallError(
            mark(
                "Wachttijden tellen kan niet als een persoon vaker kan voorkomen. Maak een telling "
                "met één rij per aanvraag, zonder de kolom die zegt wie het is."
            )
        )


def _check_endings(setting: Setting, tally: Tally) -> None:
    if not setting.ended:
        if setting.decided or setting.gave_up:
            raise CallError(
                mark("Noem ook de kolom die zegt hoe het afliep (%(ended)s)."),
                ended=Named("ended", "--ended"),
            )
        return
    if not setting.decided:
        raise CallError(
            mark(
                "Noem ook welke waarde van de kolom '%(column)s' een besluit is (%(decided)s). Er "
                "staan: %(levels)s."
            ),
            column=setting.ended,
            decided=Named("decided", "--decided"),
            levels=", ".join(tally.levels(setting.ended)[:12]),
        )
    for level in (setting.decided, setting.gave_up):
        if level and level not in tally.levels(setting.ended):
            raise CallError(
                mark("De waarde '%(level)s' staat niet in kolom '%(column)s'. Wel: %(levels)s."),
                level=level,
                column=setting.ended,
                levels=", ".join(tally.levels(setting.ended)[:12]),
            )
    if setting.decided == setting.gave_up:
        raise CallError(
            mark(
                "Een besluit en afhaken moeten twee verschillende waarden zijn; beide zijn nu "
                "'%(level)s'."
            ),
            level=setting.decided,
        )


def _check_days(days: object, *, name: str) -> None:
    if days is None:
        return
    if not isinstance(days, Real) or isinstance(days, bool) or not 0 < float(days) < 100_000:
        raise CallError(
            mark(
                "Het aantal dagen (%(name)s) is meer dan 0 en minder dan 100.000; opgegeven is "
                "%(value)s."
            ),
            name=Named(name, f"--{name}"),
            value=days,
        )


def reference_for(wanted: str | Reference, tally: Tally, *, across: str) -> Reference:
    """Whom the groups are compared with: one group, or everybody else."""
    chosen = reference_of(wanted, levels=tally.levels(across), across=across)
    if chosen.kind == "everybody":
        raise CallError(
            mark(
                "Wachttijden vergelijken met iedereen kan niet: de groep hoort daar zelf bij. Kies "
                "één groep, of alle anderen (everybody-else)."
            )
        )
    return chosen
