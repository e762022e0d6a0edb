"""`waterpas pay`: do people earn as much, and where does the difference lie."""

from pathlib import Path
from typing import Any

import click

from waterpas.cli import options, shared
from waterpas.cli.circle import prepared
from waterpas.cli.usage import Command
from waterpas.texts import Language, mark


@click.command(
    "pay",
    cls=Command,
    help=mark("Verdienen groepen evenveel, en waar zit het verschil?"),
)
@options.source
@click.option(
    "--amount",
    required=True,
    metavar="COL",
    help=mark("Kolom met het loon: getallen, met een komma of een punt."),
)
@click.option(
    "--scale",
    metavar="COL",
    callback=options.not_empty,
    help=mark("Kolom met de loonschaal."),
)
@click.option(
    "--given",
    multiple=True,
    metavar="COL",
    help=mark("Kolom waarin mensen ook gelijk moeten zijn, zoals dienstjaren. Mag vaker."),
)
@click.option(
    "--step",
    metavar="COL",
    callback=options.not_empty,
    help=mark("Kolom met de trede in de schaal (een getal)."),
)
@click.option(
    "--moved-up",
    "moved_up",
    metavar="COL[=VALUE]",
    callback=options.not_empty,
    help=mark("Kolom die zegt wie een hogere schaal kreeg."),
)
@click.option(
    "--left",
    metavar="COL[=VALUE]",
    callback=options.not_empty,
    help=mark("Kolom die zegt wie vertrok."),
)
@click.option(
    "--measure",
    type=click.Choice(["amount", "log"]),
    default="amount",
    show_default=True,
    help=mark("Verschillen in euro (amount) of in procenten (log)."),
)
@options.named_groups
@options.count
@options.table
@options.asked
@options.output
def pay_command(
    source: Path,
    amount: str,
    across: str,
    scale: str | None,
    given: tuple[str, ...],
    step: str | None,
    moved_up: str | None,
    left: str | None,
    measure: Any,
    count: str | None,
    lang: Language,
    **rest: Any,
) -> None:
    from waterpas.measure.pay import pay

    ends = [each.partition("=")[0] for each in (moved_up, left) if each]
    columns = [across, amount, *given, *(each for each in (scale, step) if each), *ends]
    by = list(dict.fromkeys(columns))
    tally = shared.tally_of(source, by=by, count=count, numbers=amount, lang=lang, options=rest)
    tally = prepared(tally, "pay", rest["audience"], amount=amount)
    result = pay(
        tally,
        across=across,
        reference=shared.reference_for(tally, across=across, options=rest),
        amount=amount,
        scale=scale,
        given=given,
        step=step,
        moved_up=moved_up,
        left=left,
        measure=measure,
        level=rest["level"],
    )
    shared.write([result], lang=lang, options=rest, command="pay")
