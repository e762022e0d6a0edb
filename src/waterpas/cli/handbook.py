"""`waterpas handbook`: every item of the handbook, with its id, kind and source."""

import csv
import io
import json
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import asdict
from html import escape
from pathlib import Path

import click

from waterpas.cli.handbook_words import LABELS, MONTHS
from waterpas.cli.shown import put
from waterpas.cli.usage import Command
from waterpas.handbook import KINDS, Item, load
from waterpas.handbook.model import Language
from waterpas.texts import mark

COLUMNS = ("id", "kind", "origin", "role", "step", "part_of", "direction", "criterion_kind")
ADDED = ("yes_means", "see", "changes")
STYLE = (
    "body{font-family:sans-serif;line-height:1.5;max-width:45rem;margin:2rem auto;padding:0 1rem}"
    "dt{font-weight:bold}dd{margin:0 0 .5rem}"
)


@click.command(
    "handbook",
    cls=Command,
    help=mark("Laat zien wat de handreiking vraagt, met id, soort en bron."),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "html"]),
    default="text",
    show_default=True,
    help=mark("Vorm van de uitvoer."),
)
@click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help=mark("Taal van text en html; json en csv geven altijd beide talen."),
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    multiple=True,
    metavar="KIND",
    help=mark("Alleen deze soort, bijvoorbeeld criterion. Mag vaker dan een keer."),
)
@click.option(
    "--extra",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.yaml",
    help=mark("Eigen onderdelen van de gemeente, na die van ons."),
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=mark("Schrijf naar een bestand in plaats van naar het scherm."),
)
@click.option("--quiet", is_flag=True, help=mark("Geen voortgang laten zien."))
def handbook_command(
    form: str,
    lang: Language,
    kind: tuple[str, ...],
    extra: Path | None,
    output: Path | None,
    quiet: bool,  # every command has it; this one is done before it could show progress
) -> None:
    items = [item for item in load(extra) if not kind or item.kind in kind]
    if output is not None:
        from waterpas.tallies.written import check_target  # the measuring side

        check_target(output, not_over=[extra] if extra else [])
    put(FORMS[form](items, lang), output)


def _as_json(items: Sequence[Item], lang: Language) -> str:
    """Give every field of every item; `added` says of the fields that are ours whose they are."""
    plain = [asdict(item) | {"added": asdict(item.added)} for item in items]
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _as_csv(items: Sequence[Item], lang: Language) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    words = ("title_nl", "title_en", "nl", "en", "source", "place", "statements")
    writer.writerow([*COLUMNS, *words, *ADDED, "added_origin"])
    for item in items:
        writer.writerow(
            [
                *(_cell(item, name) for name in COLUMNS),
                *(item.title.nl, item.title.en, item.nl, item.en),
                *(item.source.citation, item.source.place.nl, " ".join(item.source.statements)),
                *(_cell(item, name) for name in ADDED),
                item.added.origin,
            ]
        )
    return buffer.getvalue()


def _cell(item: Item, name: str) -> object:
    value = getattr(item, name)
    return " ".join(value) if isinstance(value, tuple) else value


def _as_text(items: Sequence[Item], lang: Language) -> str:
    lines = [LABELS[lang]["title"], ""]
    for heading, group in _by_step(items, lang):
        lines += [heading, "=" * len(heading), ""]
        for item in group:
            lines += [f"{item.id}  {item.title.text(lang)}  [{_kind(item, lang)}]"]
            lines += _wrapped(item.text(lang))
            lines += [line for pair in _details(item, lang) for line in _wrapped(": ".join(pair))]
            lines += [""]
    return "\n".join(lines)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        width=88,
        initial_indent="    ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _as_html(items: Sequence[Item], lang: Language) -> str:
    title = LABELS[lang]["title"]
    body = "".join(
        f"<section>\n<h2>{escape(heading)}</h2>\n{''.join(_article(i, lang) for i in group)}"
        "</section>\n"
        for heading, group in _by_step(items, lang)
    )
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n{body}</main>\n</body>\n</html>\n"
    )


def _article(item: Item, lang: Language) -> str:
    rows = "".join(_row(label, text, lang) for label, text in _details(item, lang))
    return (
        f'<article id="{escape(item.id)}">\n'
        f"<h3>{escape(item.id)} {escape(item.title.text(lang))}</h3>\n"
        f"<p>{escape(_kind(item, lang))}</p>\n<p>{escape(item.text(lang))}</p>\n"
        f"<dl>\n{rows}</dl>\n</article>\n"
    )


def _row(label: str, text: str, lang: Language) -> str:
    # A quotation stays Dutch on an English page; a screen reader must know.
    spoken = ' lang="nl"' if label == LABELS[lang]["quote"] else ""
    return f"<dt>{escape(label)}</dt><dd{spoken}>{escape(text)}</dd>\n"


def _by_step(items: Sequence[Item], lang: Language) -> list[tuple[str, list[Item]]]:
    """Group the items under what is general and under the ten steps."""
    groups: dict[int, list[Item]] = {}
    for item in items:
        groups.setdefault(item.step or 0, []).append(item)
    labels = LABELS[lang]
    return [
        (f"{labels['step']} {step}" if step else labels["general"], groups[step])
        for step in sorted(groups)
    ]


def _kind(item: Item, lang: Language) -> str:
    return LABELS[lang][item.kind]


def _details(item: Item, lang: Language) -> list[tuple[str, str]]:
    """Give what stands below the text of an item, as a label and words."""
    labels = LABELS[lang]
    whose = "municipality-" if item.origin == "gemeente" else ""
    found = []
    if item.quote:
        found.append((labels["quote"], f"'{item.quote.text}' (Movisie, {item.source.citation})"))
    for name, words in (
        ("condition", item.condition),
        ("footnote", item.footnote),
        (f"{whose}question", item.question),
        (f"{whose}prompts", item.prompts),
        (f"{whose}evidence", item.evidence),
    ):
        if words:
            yes = f" {labels[item.yes_means]}" if words is item.question and item.yes_means else ""
            found.append((labels[name], words.text(lang) + yes))
    found += [(labels["checks"], check.text(lang)) for check in item.checks]
    found += [(labels["pairs"], f"{pair.item} ({labels[pair.relation]})") for pair in item.pairs]
    months = MONTHS[lang].split()
    found += [(f"{day.day} {months[day.month - 1]}", day.text(lang)) for day in item.dates]
    for name, ids in (("changes", item.changes), ("see", item.see)):
        if ids:
            found.append((labels[f"{whose}{name}"], ", ".join(ids)))
    return [*found, (labels["source"], _source(item, lang))]


def _source(item: Item, lang: Language) -> str:
    source = item.source
    place = source.place.text(lang)
    if item.origin == "handreiking":
        return f"{source.citation}, {place} ({', '.join(source.statements)})"
    return f"{source.citation}, {place}" if source.citation else place


FORMS: dict[str, Callable[[Sequence[Item], Language], str]] = {
    "text": _as_text,
    "json": _as_json,
    "csv": _as_csv,
    "html": _as_html,
}
