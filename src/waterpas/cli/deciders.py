"""`waterpas deciders`: how much depends on who decides."""

from pathlib import Path
from typing import Any

import click

from waterpas.cli import options, purposes, shared
from waterpas.cli.usage import Command
from waterpas.texts import Language, mark


@click.command(
    "deciders",
    cls=Command,
    help=mark("Hoeveel hangt af van wie beslist? Nooit over één beslisser."),
)
@options.source
@options.outcome
@click.option(
    "--decider",
    required=True,
    metavar="COL",
    callback=options.not_empty,
    help=mark("Kolom die zegt wie besliste; wordt meteen vervangen door willekeurige sleutels."),
)
@purposes.purpose
@options.groups
@click.option(
    "--given",
    multiple=True,
    metavar="COL",
    help=mark("Kolom die al vaststond voordat iemand besliste. Mag vaker."),
)
@options.count
@options.table
@options.asked
@options.output
def deciders_command(
    source: Path,
    outcome: str,
    decider: str,
    purpose: str,
    across: str,
    given: tuple[str, ...],
    count: str | None,
    lang: Language,
    **rest: Any,
) -> None:
    purposes.refuse_staff(purpose)
    from waterpas.measure.deciders import deciders
    from waterpas.tallies.throwaway import with_throwaway_keys

    columns = dict.fromkeys((across, decider, *given))
    tally = with_throwaway_keys(
        shared.tally_of(
            source, by=[*columns], outcome=outcome, count=count, lang=lang, options=rest
        ),
        column=decider,
    )
    reference = shared.reference_for(tally, across=across, options=rest)
    result = deciders(
        tally,
        across=across,
        reference=reference,
        decider=decider,
        given=given,
        level=rest["level"],
    )
    shared.write([result], lang=lang, options=rest, command="deciders")
