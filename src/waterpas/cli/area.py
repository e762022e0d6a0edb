"""`waterpas area`: what the percentages of neighbourhoods can say, and what they cannot."""

from pathlib import Path
from typing import Any

import click

from waterpas.cli import options, shared
from waterpas.cli.usage import Command
from waterpas.codebooks.neighbourhoods import GROUPS
from waterpas.texts import Language, mark


@click.command(
    "area",
    cls=Command,
    help=mark("Wat zeggen percentages per buurt over een verschil, en wat niet?"),
)
@options.source
@click.option(
    "--across", required=True, metavar="COL", help=mark("Kolom met de code van de buurt.")
)
@options.outcome
@click.option(
    "--neighbourhoods",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=mark("Kerncijfers wijken en buurten van het CBS, gekoppeld aan de code van de buurt."),
)
@click.option(
    "--share",
    metavar="COL",
    callback=options.not_empty,
    help=mark("Of: kolom in SOURCE met het percentage per buurt."),
)
@click.option(
    "--of",
    type=click.Choice(list(GROUPS)),
    help=mark("Over welke groep. Zonder deze optie: buiten-europa, of wat de kolom zegt."),
)
@click.option(
    "--counted",
    type=click.Choice(["some", "everybody"]),
    default="some",
    show_default=True,
    help=mark("Wie is geteld: een deel van de inwoners (some), of iedereen (everybody)."),
)
@click.option(
    "--residents",
    metavar="COL",
    callback=options.not_empty,
    help=mark("Bij --share: kolom in SOURCE met het aantal inwoners per buurt."),
)
@click.option(
    "--larger",
    metavar="COL",
    callback=options.not_empty,
    help=mark("Kolom in SOURCE met een groter gebied (de wijk), om buurten samen te nemen."),
)
@options.certainty
@options.count
@options.table
@options.asked
@options.output
def area_command(
    source: Path,
    across: str,
    outcome: str,
    neighbourhoods: Path | None,
    share: str | None,
    of: str | None,
    counted: str,
    residents: str | None,
    larger: str | None,
    count: str | None,
    lang: Language,
    **rest: Any,
) -> None:
    from waterpas.measure.area import area

    tally = shared.tally_of(
        source,
        by=[across, *(each for each in (share, residents, larger) if each)],
        outcome=outcome,
        count=count,
        lang=lang,
        options=rest,
    )
    result = area(
        tally,
        across=across,
        share=share,
        neighbourhoods=neighbourhoods,
        of=of,
        counted=counted,
        residents=residents,
        larger=larger,
        level=rest["level"],
    )
    shared.write([result], lang=lang, options=rest, command="area")
