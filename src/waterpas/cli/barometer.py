"""`waterpas barometer`: what the percentages of the Barometer say about who works here."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from waterpas.cli import options, shared
from waterpas.cli.numbers import SHARE
from waterpas.cli.usage import Command
from waterpas.errors import CallError
from waterpas.results import Question
from waterpas.texts import Language, mark

ORIGINS = {"nl": "NL", "europa": "Europa", "buiten-europa": "buiten Europa"}


def _column(name: str, said: str) -> options.Command:
    return click.option(f"--{name}", metavar="COL", callback=options.not_empty, help=said)


@click.command(
    "barometer",
    cls=Command,
    help=mark("Wat zeggen de percentages van de Barometer van het CBS over wie er werkt?"),
)
@options.source
@_column("part", mark("Kolom met het deel: de hele organisatie, een schaal, de instroom."))
@_column("jobs", mark("Kolom met het aantal banen waar een rij over gaat."))
@_column("netherlands", mark("Kolom met de percentages voor herkomst Nederland."))
@_column("europe", mark("Kolom met de percentages voor herkomst Europa (zonder Nederland)."))
@_column("outside-europe", mark("Kolom met de percentages voor herkomst buiten Europa."))
@_column("year", mark("Kolom met het jaar, als de tabel er twee heeft."))
@click.option(
    "--whole",
    metavar="LEVEL",
    callback=options.not_empty,
    help=mark("Welk deel de hele organisatie is."),
)
@click.option(
    "--outside",
    multiple=True,
    metavar="ORIGIN=PERCENT",
    help=mark(
        "Een percentage van elders om ernaast te leggen: nl, europa of buiten-europa. Mag vaker; "
        "zeg met --outside-source waar het vandaan komt."
    ),
)
@click.option(
    "--outside-source",
    metavar="TEXT",
    callback=options.not_empty,
    help=mark("Waar de percentages van elders vandaan komen."),
)
@click.option(
    "--unmatched",
    type=SHARE,
    default=0.05,
    show_default=True,
    help=mark(
        "Welk deel van de mensen het CBS misschien niet terugvond; alleen bij twee jaren. Met een "
        "burgerservicenummer is dat 0.001."
    ),
)
@click.option(
    "--rounded-to",
    type=click.IntRange(min=1),
    metavar="N",
    help=mark("De aantallen banen zijn afgerond op N."),
)
@click.option(
    "--sheet",
    metavar="NAME",
    callback=options.not_empty,
    help=mark("Werkblad, als er meer dan een is."),
)
@click.option(
    "--organisation",
    metavar="NAME",
    callback=options.not_empty,
    help=mark("Over welke organisatie het gaat, bijvoorbeeld 'de gemeente'."),
)
@options.output
def barometer_command(
    source: Path,
    outside: tuple[str, ...],
    organisation: str | None,
    lang: Language,
    **rest: Any,
) -> None:
    from waterpas.measure.barometer import barometer

    written = {name: rest.pop(name) for name in ("form", "output", "record", "quiet", "audience")}
    shared.check_targets(source, options=written | {"layout": None})
    said = dict.fromkeys(("nl", "en"), organisation) if organisation else {}
    result = barometer(
        source, outside=_elsewhere(outside), question=Question(organisation=said), **rest
    )
    shared.write([result], lang=lang, options=written, command="barometer")


def _elsewhere(given: Sequence[str]) -> dict[str, object]:
    """Percentages per origin, as they were typed: with as many decimals."""
    found: dict[str, object] = {}
    for each in given:
        name, equals, percent = each.partition("=")
        if name not in ORIGINS or not equals:
            raise CallError(
                mark("Schrijf --outside als %(names)s, met een percentage erachter: nl=74,5."),
                names=", ".join(f"{name}=" for name in ORIGINS),
            )
        found[ORIGINS[name]] = percent
    return found
