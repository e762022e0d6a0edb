"""`waterpas chain`: the steps of a process."""

from pathlib import Path
from typing import Any

import click

from waterpas.cli import options, shared
from waterpas.cli.usage import Command
from waterpas.texts import Language, mark


@click.command(
    "chain",
    cls=Command,
    help=mark("Vergelijk groepen bij elke stap van een proces: waar ontstaat het verschil?"),
)
@options.source
@click.option(
    "--step",
    "steps",
    multiple=True,
    metavar="COL[:OF]",
    help=mark(
        "Kolom met een stap, in volgorde. OF is de stap waarvan hij een deel is; "
        "zonder OF is dat de stap ervoor."
    ),
)
@click.option(
    "--hit-rate",
    "hit_rates",
    multiple=True,
    metavar="STEP",
    help=mark("Stap die alleen gaat over wie is gekozen: een trefkans, nooit los te lezen."),
)
@options.groups
@options.table
@options.asked
@options.output
def chain_command(
    source: Path,
    steps: tuple[str, ...],
    hit_rates: tuple[str, ...],
    across: str,
    lang: Language,
    **rest: Any,
) -> None:
    from waterpas.measure.chain import chain

    tally = shared.tally_of(
        source,
        by=[across],
        steps=list(steps) or None,
        hit_rates=hit_rates,
        lang=lang,
        options=rest,
    )
    reference = shared.reference_for(tally, across=across, options=rest)
    result = chain(tally, across=across, reference=reference, level=rest["level"])
    shared.write([result], lang=lang, options=rest, command="chain")
