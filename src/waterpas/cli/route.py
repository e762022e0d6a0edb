"""`waterpas route`: which route can I take, and the letter and table layout that go with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from waterpas.cli import options
from waterpas.cli.shown import put
from waterpas.cli.usage import Command
from waterpas.errors import CallError
from waterpas.texts import Language, mark

# The answers that `routes` knows; a test holds them beside the table.
ABOUT = ("staff", "applicants", "residents", "control", "text")
TRAITS = ("origin", "colour", "religion")
HAVE = ("records", "elsewhere", "table", "nothing")
MAY = ("cbs", "ask")


def _choice(
    name: str, codes: tuple[str, ...], text: str, **more: Any
) -> Callable[[options.Command], options.Command]:
    return click.option(name, type=click.Choice(codes), help=text, **more)


@click.command(
    "route",
    cls=Command,
    help=mark(
        "Zoek welke weg u kunt nemen: met wat u hebt en mag gebruiken. In een venster stelt "
        "Waterpas de vragen die u niet beantwoordde."
    ),
)
@_choice("--about", ABOUT, mark("Over wie uw vraag gaat."))
@_choice("--trait", TRAITS, mark("Waarop u wilt vergelijken: herkomst, huidskleur of religie."))
@click.option(
    "--people",
    type=click.IntRange(min=1),
    metavar="N",
    help=mark("Over hoeveel mensen het ongeveer gaat."),
)
@_choice("--have", HAVE, mark("Wat u nu over hen hebt."))
@_choice("--may", MAY, mark("Wat al geregeld is. Mag vaker."), multiple=True)
@click.option(
    "--letter",
    metavar="NAME",
    callback=options.not_empty,
    help=mark("Schrijf deze brief. Met --output als .txt, .odt, .docx of .pdf."),
)
@click.option(
    "--municipality",
    metavar="NAME",
    callback=options.not_empty,
    help=mark("Naam van uw gemeente, voor in de brief."),
)
@click.option(
    "--layout",
    metavar="NAME",
    callback=options.not_empty,
    help=mark("Geef deze indeling, om de gevraagde tabel mee te lezen."),
)
@options.form
@options.language
@options.target
@options.quiet
def route_command(
    letter: str | None,
    layout: str | None,
    municipality: str | None,
    output: Path | None,
    quiet: bool,  # every command has it; this one is done before it could show progress
    **given: Any,
) -> None:
    lang: Language = given["lang"]
    if letter and layout:
        raise CallError(mark("Kies --letter of --layout, niet allebei."))
    if output is not None:
        from waterpas.tallies.written import check_target  # the measuring side

        check_target(output, not_over=[])
    if letter:
        _write_letter(letter, municipality or "", output, given)
    elif layout:
        from waterpas.routebook.letters import layout_text

        put(layout_text(layout), output)
    else:
        _search(given, output, lang)


def _search(given: dict[str, Any], output: Path | None, lang: Language) -> None:
    from waterpas.cli.route_asked import answers_of
    from waterpas.cli.route_shown import FORMS
    from waterpas.routebook import routes

    put(FORMS[given["form"]](routes(answers_of(given), lang=lang)), output)


def _write_letter(name: str, municipality: str, output: Path | None, given: dict[str, Any]) -> None:
    from waterpas.routebook import letter

    written = letter(
        name,
        about=given["about"] or "residents",
        people=given["people"],
        municipality=municipality,
        lang=given["lang"],
    )
    if output is None:
        from waterpas.documents.plain_text import text

        put(text(written), None)
        return
    from waterpas.cli.letter_file import write_letter

    write_letter(written, output)
