"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from waterpas.cli.circle import CIRCLES
from waterpas.cli.numbers import ShareRange
from waterpas.errors import CallError
from waterpas.measure.levels import HIGHEST, LOWEST
from waterpas.results import Question
from waterpas.texts import mark

Command = Callable[..., Any]
ROWS = ("person", "application", "decision", "job", "other")
EFFECTS = ("harm", "benefit", "neither")


def not_empty(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Refuse an option with nothing after it: it would be accepted and ignored."""
    if value is not None and not value.strip():
        raise CallError(
            mark("Bij %(name)s staat geen tekst. Vul die in, of laat %(name)s weg."),
            name=option.opts[0],
        )
    return value


def together(*options: Command) -> Command:
    """Several options as one decorator, in the order in which --help shows them."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


source = click.argument("source", type=click.Path(path_type=Path))

outcome = click.option(
    "--outcome",
    required=True,
    metavar="COL[=VALUE]",
    help=mark("Kolom met de uitkomst; VALUE tegenover alle andere bekende waarden."),
)
certainty = click.option(
    "--level",
    type=ShareRange(LOWEST, HIGHEST),
    default=0.95,
    show_default=True,
    help=mark(
        "Zekerheid van de intervallen, van 0.8 tot en met 0.999. Of iets een verschil heet, "
        "hangt hier niet van af."
    ),
)


def _groups(reference: str, *, required: bool = True) -> Callable[[Command], Command]:
    groups_in = mark("Kolom met de groepen.")
    return together(
        click.option("--across", required=required, metavar="COL", help=groups_in),
        click.option("--reference", metavar="LEVEL", help=reference),
        click.option(
            "--because",
            metavar="TEXT",
            callback=not_empty,
            help=mark("Waarom deze referentiegroep."),
        ),
        certainty,
    )


groups = _groups(
    mark(
        "Groep waarmee u vergelijkt; of 'everybody' of 'everybody-else'. "
        "Zonder deze optie: de grootste groep."
    )
)
# For a method that says something without groups too.
perhaps_groups = _groups(
    mark("Groep waarmee u vergelijkt; of 'everybody-else'. Zonder deze optie: de grootste groep."),
    required=False,
)
# For a method that compares with one group by its name only.
named_groups = _groups(mark("Groep waarmee u vergelijkt. Zonder deze optie: de grootste groep."))

count = click.option(
    "--count",
    metavar="COL",
    callback=not_empty,
    help=mark("Kolom die zegt voor hoeveel mensen een rij staat."),
)
person = click.option(
    "--person",
    metavar="COL",
    callback=not_empty,
    help=mark("Kolom die zegt wie het is; wordt geteld en dan vergeten."),
)

table = together(
    click.option(
        "--layout",
        metavar="NAME|FILE.yaml",
        callback=not_empty,
        help=mark(
            "Indeling van een tabel met aantallen: een naam, zoals cbs-dienst, of een bestand."
        ),
    ),
    click.option(
        "--sheet",
        metavar="NAME",
        callback=not_empty,
        help=mark("Werkblad, als er meer dan een is."),
    ),
    click.option(
        "--rounded-to",
        type=click.IntRange(min=1),
        metavar="N",
        help=mark("De bron rondde de aantallen af op N."),
    ),
    click.option(
        "--totals",
        type=click.Choice(["drop", "keep"]),
        help=mark("Rijen met totalen: weglaten (drop) of als groep houden (keep)."),
    ),
    click.option(
        "--engine",
        type=click.Choice(["duckdb"]),
        default="duckdb",
        show_default=True,
        help=mark("Rekenmotor."),
    ),
)

asked = together(
    click.option(
        "--organisation",
        metavar="NAME",
        callback=not_empty,
        help=mark("Wie besliste, bijvoorbeeld 'de dienst'."),
    ),
    click.option(
        "--row",
        type=click.Choice(ROWS),
        help=mark("Wat één rij is: een persoon, aanvraag, besluit, baan of iets anders."),
    ),
    click.option(
        "--unit",
        metavar="WORD",
        callback=not_empty,
        help=mark("Hoe u een rij noemt, in het meervoud."),
    ),
    click.option(
        "--effect",
        type=click.Choice(EFFECTS),
        help=mark("Is de uitkomst nadelig (harm), gunstig (benefit) of geen van beide (neither)?"),
    ),
    click.option("--full-count", is_flag=True, help=mark("Iedereen is geteld.")),
    click.option("--sample", is_flag=True, help=mark("Het is een steekproef.")),
    click.option("--once", is_flag=True, help=mark("Een persoon komt hoogstens één keer voor.")),
    click.option("--repeated", is_flag=True, help=mark("Een persoon kan vaker voorkomen.")),
)

form = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "html"]),
    default="text",
    show_default=True,
    help=mark("Vorm van de uitvoer."),
)
language = click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help=mark("Taal van de uitvoer."),
)
target = click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=mark("Schrijf naar een bestand in plaats van naar het scherm."),
)
quiet = click.option("--quiet", is_flag=True, help=mark("Geen voortgang laten zien."))
record = click.option(
    "--record",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=mark("Schrijf in dit bestand bij welke vergelijkingen zijn gemaakt."),
)
circle = click.option(
    "--for",
    "audience",
    type=click.Choice(CIRCLES),
    help=mark("Voor de raad (council) of voor iedereen (public): verberg wat te klein is."),
)
output = together(circle, form, language, target, record, quiet)


def question_of(
    *,
    organisation: str | None,
    row: Any,
    unit: str | None,
    effect: Any,
    full_count: bool,
    sample: bool,
    once: bool,
    repeated: bool,
) -> Question:
    """What the caller said about the table, as a Question."""
    return Question(
        organisation=dict.fromkeys(("nl", "en"), organisation) if organisation else {},
        unit=dict.fromkeys(("nl", "en"), unit) if unit else {},
        row=row,
        effect=effect,
        full_count=_either(full_count, sample, names=("--full-count", "--sample")),
        once=_either(once, repeated, names=("--once", "--repeated")),
    )


def _either(yes: bool, no: bool, *, names: tuple[str, str]) -> bool | None:
    """What two flags say together; None when neither was given."""
    if yes and no:
        raise CallError(
            mark("%(one)s en %(other)s gaan niet samen. Kies één van beide."),
            one=names[0],
            other=names[1],
        )
    return yes if yes or no else None
