"""`waterpas audit`: groups compared on one outcome."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from waterpas.cli import options, shared
from waterpas.cli.usage import Command
from waterpas.errors import CallError
from waterpas.results import Result
from waterpas.tallies.tally import Tally
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
    "--given",
    multiple=True,
    metavar="COL",
    help=mark(
        "Vergelijk gelijke gevallen: mensen die gelijk zijn in deze kolom. Kies wat al vaststond "
        "vóór het proces."
    ),
)
@click.option(
    "--made-by-process",
    "made_by_process",
    multiple=True,
    metavar="COL",
    help=mark("Ook gelijk in deze kolom, die door het proces zelf is gemaakt (een score, schaal)."),
)
@click.option(
    "--redraw",
    type=int,
    default=0,
    metavar="N",
    help=mark(
        "Met --given: trek de tabellen N keer opnieuw (200 tot 10.000) voor de intervallen volgens "
        "het model, in de verantwoording. Zonder: een formule."
    ),
)
@options.count
@options.person
@options.table
@options.asked
@options.output
def audit_command(
    source: Path,
    outcomes: tuple[str, ...],
    across: str,
    by: tuple[str, ...],
    given: tuple[str, ...],
    made_by_process: tuple[str, ...],
    redraw: int,
    count: str | None,
    person: str | None,
    lang: Language,
    **rest: Any,
) -> None:
    alike = tuple(dict.fromkeys((*given, *made_by_process)))
    _refuse_what_does_not_go_together(outcomes, by=by, alike=alike, redraw=redraw)
    tallies = [
        shared.tally_of(
            source,
            by=[across, *by, *alike],
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
    asked = {"across": across, "reference": reference, "level": rest["level"]}
    if alike:
        results = _like_with_like(tallies, alike, made_by_process, {**asked, "bootstrap": redraw})
    else:
        from waterpas.measure.outcomes import compare_outcomes

        results = compare_outcomes(tallies, by=by, **asked)
    shared.write(results, lang=lang, options=rest, command="audit")


def _refuse_what_does_not_go_together(
    outcomes: Sequence[str], *, by: Sequence[str], alike: Sequence[str], redraw: int
) -> None:
    if by and alike:
        raise CallError(
            mark(
                "Kies --by (vergelijk binnen elk deel) of --given (vergelijk gelijke gevallen), "
                "niet allebei."
            )
        )
    if redraw and not alike:
        raise CallError(mark("Opnieuw trekken (--redraw) kan alleen met --given."))
    if alike and len(outcomes) > 1:
        raise CallError(
            mark(
                "Kies één --outcome bij --given of --made-by-process: gelijke gevallen vergelijkt "
                "u per uitkomst."
            )
        )


def _like_with_like(
    tallies: Sequence[Tally], given: Sequence[str], made_by_process: Sequence[str], asked: Any
) -> Sequence[Result]:
    from waterpas.measure.adjusted import adjusted

    return [
        adjusted(each, given=given, made_by_process=made_by_process, **asked) for each in tallies
    ]
