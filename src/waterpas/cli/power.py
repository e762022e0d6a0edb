"""`waterpas power`: is the group large enough, before anything is counted."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from waterpas.cli import options
from waterpas.cli.numbers import COUNT, NUMBER, SHARE, SIZE, Grouped, Percent, ShareRange
from waterpas.cli.shown import put
from waterpas.cli.usage import Command
from waterpas.errors import CallError
from waterpas.measure.levels import HIGHEST, LOWEST
from waterpas.measure.plans.unplanned import UNPLANNED
from waterpas.results import Measured
from waterpas.texts import Language, mark

# The designs, called as the commands are that they plan for.
DESIGNS = {
    "audit": "audit",
    "chain": "chain",
    "adjusted": "adjusted",
    "combinations": "intersections",
    "deciders": "deciders",
    "pay": "pay",
    "profile": "risk_profile",
    "change": "change",
    "duration": "duration",
}


class Design(click.Choice[str]):
    """One of the designs; of a question without a plan it says why there is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The design; CallError with the reason where there is none."""
        if value in UNPLANNED:
            raise CallError(UNPLANNED[value])
        return super().convert(value, param, ctx)


def _one(name: str, text: str, **more: Any) -> Callable[[options.Command], options.Command]:
    usual: dict[str, Any] = {"type": NUMBER, "metavar": "N"}
    return click.option(name, help=text, **(usual | more))


_question = options.together(
    _one("--people", mark("Hoeveel mensen u samen hebt: dan ziet u wat u kunt zien."), type=COUNT),
    _one(
        "--difference",
        mark("Het verschil dat u wilt zien: dan ziet u hoeveel mensen u nodig hebt. 0.1 is 10%."),
        type=SIZE,
    ),
)
_groups = options.together(
    _one(
        "--share",
        mark("Deel van de mensen dat in de (kleinste) groep zit. 0.1 is 10%."),
        type=SHARE,
    ),
    _one("--rate", mark("Hoe vaak het bij de anderen gebeurt, van 0 tot en met 1."), type=SHARE),
    _one("--groups", mark("Hoeveel groepen er zijn, met de referentie erbij."), type=int),
)
_designs = options.together(
    _one(
        "--step", mark("Deel dat door deze stap komt. Geef elke stap."), multiple=True, type=SHARE
    ),
    _one(
        "--group-part",
        mark("Deel van de groep dat tot deze soort mensen hoort. Geef elke soort."),
        multiple=True,
        type=SHARE,
    ),
    _one("--reference-part", mark("Hetzelfde bij de anderen."), multiple=True, type=SHARE),
    _one(
        "--values",
        mark("Hoeveel waarden een kenmerk heeft, of een variabele van een profiel. Geef elk."),
        type=int,
        multiple=True,
    ),
    _one("--depth", mark("Hoeveel kenmerken een combinatie hoogstens heeft."), type=int),
    _one("--deciders", mark("Hoeveel mensen beslissen."), type=int),
    _one(
        "--spread",
        mark("Hoe ver lonen uit elkaar liggen: de standaardafwijking, in euro."),
        type=COUNT,
    ),
    _one(
        "--questions",
        mark(
            "Hoeveel vragen u over loon stelt: 2 is het verschil, en wat er in een schaal blijft."
        ),
        type=int,
    ),
    _one("--found", mark("Deel van de mensen bij wie iets te vinden is."), type=SHARE),
    click.option(
        "--among",
        type=click.Choice(["found", "not-found"]),
        help=mark("Vergissingen bij wie iets te vinden is (found), of bij de anderen (not-found)."),
    ),
    _one(
        "--gap", mark("Hoeveel vaker het nu bij de groep gebeurt dan bij de anderen."), type=SHARE
    ),
    _one("--before", mark("Periodes vóór de maatregel."), type=int),
    _one("--after", mark("Periodes erna."), type=int),
    _one("--elsewhere", mark("Mensen per periode op plaatsen zonder de maatregel."), type=COUNT),
    _one(
        "--days",
        mark("Hoeveel dagen de helft van de anderen hoogstens wacht."),
        type=COUNT,
    ),
    _one(
        "--decided", mark("Deel van de mensen dat een besluit krijgt zolang u kijkt."), type=SHARE
    ),
)
_certainty = options.together(
    _one(
        "--seen",
        mark("Hoe vaak u zo'n verschil wilt zien: 0.8 is 8 van de 10 keer."),
        default=0.8,
        show_default=True,
        type=SHARE,
    ),
    click.option(
        "--level",
        type=ShareRange(LOWEST, HIGHEST),
        default=0.95,
        show_default=True,
        help=mark("Hoe zeker een uitkomst moet zijn. Waterpas zelf werkt altijd met 0.95."),
    ),
)
# What an option is called in Python, where that is not its own name.
NAMES = {
    "step": "steps",
    "group_part": "group_parts",
    "reference_part": "reference_parts",
    "values": "levels",
    "seen": "power",
}


@click.command(
    "power",
    cls=Command,
    help=mark(
        "Is uw groep groot genoeg? Wat u kunt zien met wat u hebt, of hoeveel mensen u nodig hebt."
    ),
)
@click.argument("design", type=Design(list(DESIGNS)))
@_question
@_groups
@_designs
@_certainty
@options.form
@options.language
@options.target
@options.quiet
def power_command(
    design: str,
    form: str,
    lang: Language,
    output: Path | None,
    quiet: bool,  # every command has it; this one is done before it could show progress
    **given: Any,
) -> None:
    from waterpas.measure.planning import power
    from waterpas.measure.plans.asked import WITHOUT_END

    if output is not None:
        from waterpas.tallies.written import check_target  # the measuring side

        check_target(output, not_over=[])
    difference = given["difference"]
    if isinstance(difference, Grouped) and DESIGNS[design] in WITHOUT_END:
        given["difference"] = difference.whole
    if isinstance(difference, Percent) and DESIGNS[design] in WITHOUT_END:
        raise CallError(
            mark(
                "Bij de opzet '%(design)s' is een verschil geen deel, maar een aantal euro of "
                "dagen. Laat het procentteken weg."
            ),
            design=design,
        )
    said = {
        NAMES.get(name, name): value for name, value in given.items() if value not in (None, ())
    }
    put(FORMS[form](power(DESIGNS[design], **said), lang), output)


def _as_text(result: Measured, lang: Language) -> str:
    from waterpas.explain.plain import plain_text

    return plain_text(result, lang)


def _as_html(result: Measured, lang: Language) -> str:
    from waterpas.explain.html import standalone_page

    return standalone_page(result, lang)


def _as_csv(result: Measured, lang: Language) -> str:
    from waterpas.explain.spreadsheet import csv_text, full_rows

    return csv_text(full_rows(result, lang))


def _as_json(result: Measured, lang: Language) -> str:
    from waterpas import serialise
    from waterpas.cli.shared import plain_of

    return serialise.dumps(plain_of(result, lang))


FORMS: dict[str, Callable[[Measured, Language], str]] = {
    "text": _as_text,
    "json": _as_json,
    "csv": _as_csv,
    "html": _as_html,
}
