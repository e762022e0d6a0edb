"""What was asked of a change, checked against the table."""

from collections.abc import Sequence

from waterpas.errors import CallError, Named
from waterpas.measure.against import reference_of
from waterpas.measure.changes.periods import Period, in_order, period
from waterpas.measure.changes.series import Setting
from waterpas.results import Reference
from waterpas.tallies.each_once import refuse_twice
from waterpas.tallies.tally import UNKNOWN, Tally
from waterpas.texts import mark


def check_columns(*, across: str, period: str, where: str | None, places: str | None) -> list[str]:
    """The columns that are looked at, each once; CallError when one is named twice."""
    columns = [across, period, *(each for each in (where, places) if each)]
    refuse_twice(columns)
    return columns


def setting_of(
    tally: Tally,
    *,
    across: str,
    column: str,
    since: str,
    where: str | None,
    introduced_in: Sequence[str],
    places: str | None,
) -> Setting:
    """The periods in order, with something before and something after the measure began."""
    levels = [level for level in tally.levels(column) if level != UNKNOWN]
    if not levels:
        raise CallError(mark("In de kolom '%(column)s' staat geen enkele periode."), column=column)
    periods = in_order(levels, column=column)
    start = period(since, column=column)
    _refuse_other_kind(start, periods, column=column)
    _refuse_one_side(start, periods)
    _refuse_wrong_places(tally, where=where, introduced_in=introduced_in, places=places)
    return Setting(across, column, periods, start.place, where, tuple(introduced_in), places)


def _refuse_other_kind(start: Period, periods: Sequence[Period], *, column: str) -> None:
    if start.kind != periods[0].kind:
        raise CallError(
            mark(
                "De maatregel telt vanaf '%(since)s', maar in de kolom '%(column)s' staan periodes "
                "als '%(example)s'. Noem een periode zoals die in de kolom staat."
            ),
            since=start.level,
            column=column,
            example=periods[0].level,
        )


def _refuse_one_side(start: Period, periods: Sequence[Period]) -> None:
    before = sum(each.place < start.place for each in periods)
    if before in {0, len(periods)}:
        raise CallError(
            mark(
                "Er is geen periode voor of geen periode na het begin van de maatregel "
                "(%(since)s). De tabel loopt van %(first)s tot en met %(last)s."
            ),
            since=start.level,
            first=periods[0].level,
            last=periods[-1].level,
        )


def _refuse_wrong_places(
    tally: Tally, *, where: str | None, introduced_in: Sequence[str], places: str | None
) -> None:
    if where is None:
        if introduced_in or places:
            raise CallError(
                mark(
                    "Noem ook de kolom die zegt waar de maatregel gold (%(where)s), of laat de "
                    "plaatsen weg."
                ),
                where=Named("where", "--where"),
            )
        return
    levels = [level for level in tally.levels(where) if level != UNKNOWN]
    with_it = [level for level in levels if level in introduced_in]
    if set(introduced_in) - set(levels) or not with_it or len(with_it) == len(levels):
        raise CallError(
            mark(
                "Noem in welke waarden van de kolom '%(column)s' de maatregel gold: minstens één, "
                "en niet alle. Er staan: %(levels)s."
            ),
            column=where,
            levels=", ".join(levels[:12]),
        )


def reference_for(wanted: str | Reference, tally: Tally, *, across: str) -> Reference:
    """Whom the groups are compared with: one group, or everybody else."""
    chosen = reference_of(wanted, levels=tally.levels(across), across=across)
    if chosen.kind == "everybody":
        raise CallError(
            mark(
                "Of een verschil is veranderd, kunnen wij niet zeggen tegenover iedereen samen: "
                "daar zit de groep zelf in. Kies één groep, of alle anderen (everybody-else)."
            )
        )
    if chosen.kind == "everybody-else" and tally.has_repeats:
        raise CallError(
            mark(
                "Als een persoon vaker kan voorkomen, is vergelijken met iedereen of met alle "
                "anderen niet mogelijk: wie in meer groepen voorkomt, telt dan dubbel. Kies één "
                "groep als referentie."
            )
        )
    return chosen
