"""`waterpas change`: did it work, and for whom."""

from pathlib import Path
from typing import Any

import click

from waterpas.cli import options, shared
from waterpas.cli.usage import Command
from waterpas.texts import Language, mark


@click.command(
    "change",
    cls=Command,
    help=mark("Is het verschil tussen groepen veranderd sinds een maatregel, en voor wie?"),
)
@options.source
@options.outcome
@click.option(
    "--period",
    required=True,
    metavar="COL",
    help=mark("Kolom met de periode: 2023, 2023-H1, 2023-Q1, 2023-01, 2023-W05 of 2023-01-31."),
)
@click.option(
    "--from",
    "since",
    required=True,
    metavar="PERIOD",
    help=mark("De eerste periode waarin de maatregel telde."),
)
@click.option(
    "--where",
    metavar="COL",
    callback=options.not_empty,
    help=mark("Kolom die zegt waar de maatregel gold; noem die waarden met --introduced-in."),
)
@click.option(
    "--introduced-in",
    "introduced_in",
    multiple=True,
    metavar="LEVEL",
    help=mark("Waarde van die kolom waar de maatregel gold. Mag vaker."),
)
@click.option(
    "--places",
    metavar="COL",
    callback=options.not_empty,
    help=mark("Kolom met de plaatsen (wijken, teams), als --where alleen ja of nee zegt."),
)
@options.groups
@options.count
@options.person
@options.table
@options.asked
@options.output
def change_command(
    source: Path,
    outcome: str,
    across: str,
    period: str,
    since: str,
    where: str | None,
    introduced_in: tuple[str, ...],
    places: str | None,
    count: str | None,
    person: str | None,
    lang: Language,
    **rest: Any,
) -> None:
    from waterpas.measure.change import change

    tally = shared.tally_of(
        source,
        by=[across, period, *(each for each in (where, places) if each)],
        outcome=outcome,
        count=count,
        person=person,
        lang=lang,
        options=rest,
    )
    result = change(
        tally,
        across=across,
        reference=shared.reference_for(tally, across=across, options=rest),
        period=period,
        since=since,
        where=where,
        introduced_in=introduced_in,
        places=places,
        level=rest["level"],
    )
    shared.write([result], lang=lang, options=rest, command="change")
