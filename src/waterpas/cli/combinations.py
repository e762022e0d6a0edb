"""`waterpas combinations`: which combinations are worst off."""

from pathlib import Path
from typing import Any

import click

from waterpas.cli import options, shared
from waterpas.cli.usage import Command
from waterpas.texts import Language, mark


@click.command(
    "combinations",
    cls=Command,
    help=mark("Zoek in alle combinaties van kenmerken wie er het slechtst voor staat."),
)
@options.source
@click.option(
    "--outcome",
    required=True,
    metavar="COL[=VALUE]|STEP",
    help=mark(
        "Kolom met de uitkomst; VALUE tegenover alle andere bekende waarden. Met --layout: een "
        "stap."
    ),
)
@click.option(
    "--across",
    required=True,
    multiple=True,
    metavar="COL",
    help=mark("Kolom met een kenmerk. Mag vaker: alle combinaties van deze kolommen."),
)
@click.option(
    "--depth",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    help=mark("Hoeveel kenmerken een combinatie hoogstens heeft."),
)
@click.option(
    "--reference",
    type=click.Choice(["everybody-else", "everybody"]),
    default="everybody-else",
    show_default=True,
    help=mark("Vergelijk elke combinatie met alle anderen, of met iedereen samen."),
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help=mark("Van hoeveel combinaties u cijfers ziet, de meest geraakte eerst."),
)
@click.option(
    "--only-showable",
    is_flag=True,
    help=mark("Zoek alleen in tabellen waarin geen groep te klein is om te tonen."),
)
@options.certainty
@options.count
@options.table
@options.asked
@options.output
def combinations_command(
    source: Path,
    outcome: str,
    across: tuple[str, ...],
    depth: int,
    reference: str,
    most: int,
    only_showable: bool,
    count: str | None,
    lang: Language,
    **rest: Any,
) -> None:
    from waterpas.measure.intersections import intersections

    tally = shared.tally_of(
        source, by=list(across), outcome=outcome, count=count, lang=lang, options=rest
    )
    result = intersections(
        tally,
        across=across[0],
        columns=across[1:],
        depth=depth,
        reference=reference,
        level=rest["level"],
        most=most,
        also_small=not only_showable,
    )
    shared.write([result], lang=lang, options=rest, command="combinations")
