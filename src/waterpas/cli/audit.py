"""`waterpas audit`: groups compared on one outcome."""

from pathlib import Path
from typing import Any

import click

from waterpas.cli import options, shared
from waterpas.cli.usage import Command
from waterpas.texts import Language, mark


@click.command(
    "audit",
    cls=Command,
    help=mark("Vergelijk groepen op één uitkomst: verschil, verhouding, onzekerheid."),
)
@options.source
@click.option(
    "--outcome",
    required=True,
    metavar="COL[=VALUE]",
    help=mark("Kolom met de uitkomst; VALUE tegenover alle andere bekende waarden."),
)
@options.groups
@click.option(
    "--by", multiple=True, metavar="COL", help=mark("Vergelijk binnen elke waarde van deze kolom.")
)
@click.option(
    "--count", metavar="COL", help=mark("Kolom die zegt voor hoeveel mensen een rij staat.")
)
@click.option(
    "--person", metavar="COL", help=mark("Kolom die zegt wie het is; wordt geteld en dan vergeten.")
)
@options.table
@options.asked
@options.output
def audit_command(
    source: Path,
    outcome: str,
    across: str,
    by: tuple[str, ...],
    count: str | None,
    person: str | None,
    lang: Language,
    **rest: Any,
) -> None:
    from waterpas.measure.groups import compare_groups

    tally = shared.tally_of(
        source,
        by=[across, *by],
        outcome=outcome,
        count=count,
        person=person,
        lang=lang,
        options=rest,
    )
    reference = shared.reference_for(tally, across=across, options=rest)
    result = compare_groups(tally, across=across, reference=reference, by=by, level=rest["level"])
    shared.write(result, lang=lang, options=rest, command="audit")
