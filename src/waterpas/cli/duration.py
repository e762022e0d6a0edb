"""`waterpas duration`: how long it takes until there is a decision, and who gives up."""

from pathlib import Path
from typing import Any

import click

from waterpas.cli import options, shared
from waterpas.cli.usage import Command
from waterpas.texts import Language, mark


@click.command(
    "duration",
    cls=Command,
    help=mark("Duurt het bij groepen even lang tot er een besluit is, en haken zij even vaak af?"),
)
@options.source
@click.option(
    "--days",
    required=True,
    metavar="COL",
    help=mark("Kolom met het aantal dagen tot het besluit, het afhaken, of de dag van de tabel."),
)
@click.option(
    "--ended",
    metavar="COL",
    callback=options.not_empty,
    help=mark("Kolom die zegt hoe het afliep; zonder deze optie kreeg iedereen een besluit."),
)
@click.option(
    "--decided",
    metavar="VALUE",
    callback=options.not_empty,
    help=mark("Waarde van die kolom die een besluit is."),
)
@click.option(
    "--gave-up",
    "gave_up",
    metavar="VALUE",
    callback=options.not_empty,
    help=mark("Waarde van die kolom die afhaken is; al het andere telt als nog open."),
)
@click.option(
    "--term",
    type=click.FloatRange(min=0, min_open=True),
    metavar="DAYS",
    help=mark("Tel ook wie binnen zo veel dagen een besluit kreeg."),
)
@click.option(
    "--horizon",
    type=click.FloatRange(min=0, min_open=True),
    metavar="DAYS",
    help=mark("Kijk naar de eerste zo veel dagen; wie langer wacht, telt daarvoor."),
)
@options.groups
@options.count
@options.table
@options.asked
@options.output
def duration_command(
    source: Path,
    days: str,
    ended: str | None,
    decided: str | None,
    gave_up: str | None,
    term: float | None,
    horizon: float | None,
    across: str,
    count: str | None,
    lang: Language,
    **rest: Any,
) -> None:
    from waterpas.measure.duration import duration

    tally = shared.tally_of(
        source,
        by=[across, days, *([ended] if ended else [])],
        count=count,
        numbers=days,
        lang=lang,
        options=rest,
    )
    result = duration(
        tally,
        across=across,
        reference=shared.reference_for(tally, across=across, options=rest),
        days=days,
        ended=ended,
        decided=decided,
        gave_up=gave_up,
        term=term,
        horizon=horizon,
        level=rest["level"],
    )
    shared.write([result], lang=lang, options=rest, command="duration")
