"""`waterpas profile`: a risk profile against random control, and its errors per group."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from waterpas.cli import options, shared
from waterpas.cli.numbers import NUMBER
from waterpas.cli.usage import Command
from waterpas.errors import CallError, arguments
from waterpas.texts import Language, mark


@click.command(
    "profile",
    cls=Command,
    help=mark("Bekijk een risicoprofiel: kans op controle naast loten, vergissingen, kenmerken."),
)
@options.source
@click.option(
    "--selected",
    required=True,
    metavar="COL[=VALUE]|COL>=N",
    callback=options.not_empty,
    help=mark(
        "Kolom die zegt wie is gekozen; of een kolom met punten en de grens. Met --layout: een "
        "stap."
    ),
)
@click.option(
    "--found",
    metavar="COL[=VALUE]|COL>=N",
    callback=options.not_empty,
    help=mark("Kolom die zegt bij wie iets is gevonden. Leeg: niet bekend."),
)
@click.option(
    "--variable",
    "variables",
    multiple=True,
    metavar="COL",
    help=mark("Kenmerk waarop het profiel kiest. Mag vaker."),
)
@click.option(
    "--random",
    "random",
    metavar="COL[=VALUE]",
    callback=options.not_empty,
    help=mark("Kolom die zegt wie door het lot is gecontroleerd."),
)
@click.option(
    "--alike",
    multiple=True,
    metavar="COL",
    help=mark("Vergelijk de kans op controle ook bij mensen die hierin gelijk zijn."),
)
@click.option(
    "--score",
    metavar="COL",
    callback=options.not_empty,
    help=mark("Kolom met punten, voor --cut-off. Zonder: die van --selected."),
)
@click.option(
    "--cut-off",
    "cut_offs",
    multiple=True,
    type=NUMBER,
    metavar="N",
    help=mark("Wat doet een andere grens met elke groep? Mag vaker."),
)
@click.option(
    "--points",
    type=click.Path(path_type=Path, dir_okay=False, exists=False),
    metavar="FILE.yaml",
    help=mark(
        "Punten per waarde van elk kenmerk. De kolom 'points' heeft dan de som, en u ziet wat elk "
        "kenmerk weglaten doet."
    ),
)
@options.groups
@options.count
@options.table
@options.asked
@options.output
def profile_command(
    source: Path,
    selected: str,
    found: str | None,
    variables: tuple[str, ...],
    random: str | None,
    alike: tuple[str, ...],
    score: str | None,
    cut_offs: tuple[float, ...],
    points: Path | None,
    across: str,
    count: str | None,
    lang: Language,
    **rest: Any,
) -> None:
    from waterpas.measure.profile.choice import column_of
    from waterpas.measure.profile.points import POINTS
    from waterpas.measure.risk_profile import risk_profile

    steps = bool(rest["layout"])  # then a step of the table says who was chosen
    if steps:
        _refuse_without_rows(
            {"found": found, "random": random, "score": score, "points": points}
            | {"cut_off": cut_offs, "count": count}
        )
    given = _points(points) if points else None
    named = [column_of(text) for text in (selected, found, random) if text and not steps]
    columns = [across, *named, *variables, *(given or ()), *alike, *([score] if score else [])]
    made = {POINTS} if given else set()
    by = [column for column in dict.fromkeys(columns) if column not in made]
    outcome = {"outcome": selected} if steps else {"count": count}
    tally = shared.tally_of(source, by=by, lang=lang, options=rest, **outcome)
    result = risk_profile(
        tally,
        across=across,
        reference=shared.reference_for(tally, across=across, options=rest),
        selected=None if steps else selected,
        found=found,
        variables=variables,
        random=random,
        alike=alike,
        score=score,
        cut_offs=cut_offs,
        points=given,
        level=rest["level"],
    )
    shared.write([result], lang=lang, options=rest, command="profile")


def _refuse_without_rows(given: Mapping[str, object]) -> None:
    """Refuse what needs more than steps: a table with steps says who was chosen, and no more."""
    names = [name for name, value in given.items() if value]
    if names:
        raise CallError(
            mark(
                "Een tabel met stappen (--layout) zegt alleen wie is gekozen. Laat %(names)s weg, "
                "of geef een tabel met rijen."
            ),
            names=arguments(names),
        )


def _points(path: Path) -> Mapping[str, Mapping[str, float]]:
    """The points in a file: per variable, per level, a number."""
    import yaml

    wrong = CallError(
        mark(
            "In %(file)s moeten per kenmerk de waarden met hun punten staan, bijvoorbeeld "
            "'opleiding: {mbo: 2, hbo: 0}'."
        ),
        file=path.name,
    )
    try:
        plain = yaml.safe_load(path.read_text(encoding="utf-8"))
        return {
            str(variable): {str(level): float(number) for level, number in levels.items()}
            for variable, levels in plain.items()
        }
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError, TypeError, ValueError):
        raise wrong from None
