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
    "outcomes",
    required=True,
    multiple=True,
    metavar="COL[=VALUE]|STEP",
    help=mark(
        "Kolom met de uitkomst; VALUE tegenover alle andere bekende waarden. Met --layout: een "
        "stap. Mag vaker: dan rekent de toets met alle uitkomsten samen."
    ),
)
@options.groups
@click.option(
    "--by", multiple=True, metavar="COL", help=mark("Vergelijk binnen elke waarde van deze kolom.")
)
@click.option(
    "--count",
    metavar="COL",
    callback=options.not_empty,
    help=mark("Kolom die zegt voor hoeveel mensen een rij staat."),
)
@click.option(
    "--person",
    metavar="COL",
    callback=options.not_empty,
    help=mark("Kolom die zegt wie het is; wordt geteld en dan vergeten."),
)
@options.table
@options.asked
@options.output
def audit_command(
    source: Path,
    outcomes: tuple[str, ...],
    across: str,
    by: tuple[str, ...],
    count: str | None,
    person: str | None,
    lang: Language,
    **rest: Any,
) -> None:
    from waterpas.measure.outcomes import compare_outcomes

    tallies = [
        shared.tally_of(
            source,
            by=[across, *by],
            outcome=outcome,
            count=count,
            person=person,
            lang=lang,
            options=rest,
        )
        for outcome in outcomes
    ]
    if count is None and rest["layout"] is None:
        for tally in tallies:
            shared.refuse_one_answer(tally)
    reference = shared.reference_for(tallies[0], across=across, options=rest)
    results = compare_outcomes(
        tallies, across=across, reference=reference, by=by, level=rest["level"]
    )
    shared.write(results, lang=lang, options=rest, command="audit")
