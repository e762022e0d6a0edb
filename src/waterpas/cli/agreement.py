"""`waterpas agreement`: do two who judge the same file come to the same judgement."""

from pathlib import Path
from typing import Any

import click

from waterpas.cli import options, purposes, shared
from waterpas.cli.usage import Command
from waterpas.errors import CallError
from waterpas.texts import Language, mark


@click.command(
    "agreement",
    cls=Command,
    help=mark("Komen twee beoordelaars op hetzelfde uit? Nooit over één beoordelaar."),
)
@options.source
@click.option(
    "--judgement",
    "judgements",
    required=True,
    multiple=True,
    metavar="COL",
    help=mark(
        "Kolom met het oordeel van één beoordelaar over elk dossier. Minstens twee keer. Waterpas "
        "vergeet meteen wie welk oordeel gaf, en hoe de kolom heet."
    ),
)
@click.option(
    "--scale",
    type=click.Choice(["kinds", "order", "numbers"]),
    default="kinds",
    show_default=True,
    help=mark(
        "Wat een oordeel is: een soort (kinds), een stap in een volgorde, als getal geschreven "
        "(order), of een cijfer (numbers; minstens drie beoordelaars)."
    ),
)
@purposes.purpose
@options.perhaps_groups
@options.count
@options.table
@options.asked
@options.output
def agreement_command(
    source: Path,
    judgements: tuple[str, ...],
    scale: Any,
    purpose: str,
    across: str | None,
    count: str | None,
    lang: Language,
    **rest: Any,
) -> None:
    purposes.refuse_staff(purpose)
    _refuse_lone_reference(across, rest)
    from waterpas.measure.agreement import agreement

    by = dict.fromkeys((*([across] if across else []), *judgements))
    tally = shared.tally_of(source, by=[*by], count=count, lang=lang, options=rest)
    result = agreement(
        tally,
        raters=judgements,
        across=across,
        reference=shared.reference_for(tally, across=across, options=rest) if across else None,
        scale=scale,
        level=rest["level"],
    )
    shared.write([result], lang=lang, options=rest, command="agreement")


def _refuse_lone_reference(across: str | None, rest: dict[str, Any]) -> None:
    if not across and (rest["reference"] or rest["because"]):
        raise CallError(
            mark("Noem ook de kolom met de groepen (--across), of laat --reference weg.")
        )
