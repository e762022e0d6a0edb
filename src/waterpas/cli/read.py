"""`waterpas read`: questions worth asking about a text, or about a folder full of texts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from waterpas.cli import options
from waterpas.cli.shown import ProgressLine, put
from waterpas.cli.usage import Command
from waterpas.errors import CallError
from waterpas.texts import Language, mark

MOST_REASONS = 10
KEPT = mark("Gestopt. Wat al is gelezen, is bewaard: met dezelfde opdracht gaat u verder.")


@click.command(
    "read",
    cls=Command,
    help=mark(
        "Stel vragen bij een tekst: met de zin, de plek en de reden. Van een map of zip-archief "
        "ziet u welk document een mens het eerst moet lezen, en waarom."
    ),
)
@click.argument(
    "documents", nargs=-1, required=True, metavar="DOCUMENT...", type=click.Path(path_type=Path)
)
@click.option(
    "--all", "everything", is_flag=True, help=mark("Ook vragen die vaak onschuldig blijken.")
)
@click.option(
    "--state",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=mark(
        "Houd bij een map in dit bestand bij wat is gelezen: daarna leest Waterpas alleen wat "
        "nieuw of veranderd is, ook als u het onderbrak."
    ),
)
@options.form
@options.language
@options.target
@options.quiet
@click.pass_context
def read_command(ctx: click.Context, /, documents: tuple[Path, ...], **given: Any) -> None:
    from waterpas.reading.folders.listing import is_collection

    _check_target(documents, given["output"])
    if any(map(is_collection, documents)):
        whole = _folder(documents, **given)
    else:
        whole = _documents(documents, **given)
    if not whole:
        ctx.exit(2)


def _documents(
    sources: tuple[Path, ...],
    *,
    everything: bool,
    state: Path | None,
    form: str,
    lang: Language,
    output: Path | None,
    quiet: bool,
) -> bool:
    """Whether every document could be read."""
    from waterpas.cli.reading.gathered import gather

    if state:
        raise CallError(
            mark("--state hoort bij een map of zip-archief. Laat het weg, of noem een map.")
        )
    with ProgressLine(quiet=quiet, lang=lang) as progress:
        found = gather(
            sources,
            view="all" if everything else "default",
            lang=lang,
            progress=progress,
            complain=lambda sentence: click.echo(sentence, err=True),
        )
    if found.documents:
        put(_documents_as(form, found, lang), output)
    return not found.not_read


def _documents_as(form: str, found: Any, lang: Language) -> str:
    from waterpas.cli.reading import documents, plain

    forms: dict[str, Callable[[], str]] = {
        "json": lambda: _json(plain.gathered(found, lang)),
        "csv": lambda: _csv(plain.card_rows(found, lang), plain.CARD_COLUMNS),
    }
    return forms[form]() if form in forms else _paper(form, documents.paper(found, lang), lang)


def _folder(
    sources: tuple[Path, ...],
    *,
    everything: bool,
    state: Path | None,
    form: str,
    lang: Language,
    output: Path | None,
    quiet: bool,
) -> bool:
    """Whether anything could be read; what could not is in the list."""
    from waterpas.reading.folders import read_folder

    _check_call(sources, everything=everything, state=state)
    with ProgressLine(quiet=quiet, lang=lang) as progress:
        try:
            found = read_folder(*sources, state=state, progress=progress)
        except KeyboardInterrupt as stop:
            raise (click.Abort(KEPT) if state else stop) from None
    if found.documents:
        put(_folder_as(form, found, lang), output)
        return True
    _nothing_read(sources, [file.why(lang) for file in found.not_read])
    return False


def _nothing_read(sources: tuple[Path, ...], whys: list[str]) -> None:
    """Say why there is no answer: the first reasons, or that there is no document at all."""
    for why in whys[:MOST_REASONS]:
        click.echo(why, err=True)
    if len(whys) != 1:
        raise CallError(
            mark("In %(names)s staat geen document dat Waterpas kan lezen. Noem een andere map."),
            names=", ".join(source.resolve().name for source in sources),
        )


def _folder_as(form: str, found: Any, lang: Language) -> str:
    from waterpas.cli.reading import folder, plain

    forms: dict[str, Callable[[], str]] = {
        "json": lambda: _json(plain.overview(found, lang)),
        "csv": lambda: _csv(plain.document_rows(found, lang), plain.DOCUMENT_COLUMNS),
    }
    return forms[form]() if form in forms else _paper(form, folder.paper(found, lang), lang)


def _json(plain: dict[str, Any]) -> str:
    from waterpas import serialise

    return serialise.dumps(plain)


def _csv(rows: list[dict[str, Any]], names: tuple[str, ...]) -> str:
    from waterpas.explain.spreadsheet import csv_text

    return csv_text(rows, names)


def _paper(form: str, paper: Any, lang: Language) -> str:
    from waterpas.cli.reading.as_html import as_html
    from waterpas.cli.reading.as_text import as_text

    return as_html(paper, lang) if form == "html" else as_text(paper)


def _check_target(sources: tuple[Path, ...], output: Path | None) -> None:
    """Refuse, before anything is read, to write over a document or between documents."""
    if output is None:
        return
    from waterpas.tallies.written import check_target

    check_target(output, not_over=sources)
    _refuse_between(sources, output, option="--output")


def _check_call(sources: tuple[Path, ...], *, everything: bool, state: Path | None) -> None:
    from waterpas.cli.reading.gathered import STDIN

    if STDIN in sources:
        raise CallError(mark("Geplakte tekst (-) en een map gaan niet samen. Lees ze apart."))
    if everything:
        raise CallError(
            mark("--all hoort bij losse documenten. De volgorde van een map hangt er niet van af.")
        )
    if state:
        from waterpas.tallies.written import check_target

        check_target(state, not_over=sources)
        _refuse_between(sources, state, option="--state")


def _refuse_between(sources: tuple[Path, ...], target: Path, *, option: str) -> None:
    """A file of ours between the documents would be read as one of them next time."""
    for source in sources:
        if source.is_dir() and target.resolve().is_relative_to(source.resolve()):
            raise CallError(
                mark("%(option)s wijst in de map die u laat lezen. Kies een plek daarbuiten."),
                option=option,
            )
