"""Where the five questions end, as text, JSON, a table and a page."""

import json
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

from waterpas.documents import Block, Bullets, Document, Heading, Paragraph
from waterpas.documents.html import html_page
from waterpas.explain.method_questions import questions_of
from waterpas.routebook import Answers, Found, Routes, Source, book
from waterpas.texts import Language, mark, translate

WIDTH = 88
NOTHING = mark("Hier staat bij deze antwoorden niets.")
# What belongs to a page of the platform only.
ASIDE = {"list", "page", "source", "methods"}


def _as_text(found: Routes) -> str:
    lang = found.lang
    lines: list[str] = []
    for listing in book().lists:
        label = listing.label.text(lang)
        lines += [label, "=" * len(label), *_wrapped(listing.lead.text(lang)), ""]
        for row in found.lists[listing.code]:
            lines += [*_row(row, found.answers, lang), ""]
        if not found.lists[listing.code]:
            lines += [translate(NOTHING, lang), ""]
    return "\n".join([*lines, *_why(lang)])


def _row(row: Found, answers: Answers, lang: Language) -> Iterator[str]:
    yield from _wrapped(row.title)
    for words in _sentences(row, lang):
        yield from _wrapped(words, indent="    ")
    for words, is_command in _steps(row, answers, lang):
        yield from [f"    {words}"] if is_command else _wrapped(words, indent="    ")
    yield from _wrapped(_from(row.source, lang), indent="    ")


def _sentences(row: Found, lang: Language) -> Iterator[str]:
    """Why not, what can be done, and which questions that answers."""
    instead = translate(mark("Dit wel: "), lang) if row.why else ""
    yield from filter(None, (row.why, instead + row.text, row.then))
    if asked := questions_of(row.methods, lang):
        yield translate(mark("Daarmee beantwoordt u: "), lang) + " ".join(asked)


def _steps(row: Found, answers: Answers, lang: Language) -> Iterator[tuple[str, bool]]:
    """What to do: a sentence, or (True) a command."""
    for name in row.letters:
        letter = book().letters[name]
        yield f"waterpas route --letter {name}{_about(answers)} --output {name}.odt", True
        yield translate(mark("Wie tekent: "), lang) + letter.signed_by.text(lang), False
        for one in letter.before:
            yield translate(mark("Eerst: "), lang) + one.text(lang), False
    if row.layout:
        yield f"waterpas chain TABEL.xlsx --layout {row.layout} --across herkomst", True
        yield f"waterpas route --layout {row.layout} --output {row.layout}.yaml", True
    if row.command:
        yield row.command, True


def _from(sources: Iterable[Source], lang: Language) -> str:
    read = translate(mark("gelezen in %(month)s"), lang)
    named = (
        one.name.text(lang) + ("" if one.is_ours else f" ({read % {'month': one.checked}})")
        for one in sources
    )
    return translate(mark("Bron: "), lang) + "; ".join(named)


def _about(answers: Answers) -> str:
    people = f" --people {answers.people}" if answers.people else ""
    return f" --about {answers.about}{people}"


def _why(lang: Language) -> Iterator[str]:
    title = book().why_title.text(lang)
    yield from (title, "=" * len(title))
    for part in book().why:
        yield part.title.text(lang)
        yield from _wrapped(part.text.text(lang), indent="    ")
        yield from _wrapped(_from(part.source, lang), indent="    ")
    yield ""


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        width=WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _as_json(found: Routes) -> str:
    answers = asdict(found.answers) | {"may": sorted(found.answers.may)}
    plain = {
        "answers": answers,
        "lists": {
            name: [_plain(row, found.lang) for row in rows] for name, rows in found.lists.items()
        },
        "letters": {name: _letter(name, found.lang) for name in found.letters},
    }
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _plain(row: Found, lang: Language) -> dict[str, object]:
    kept = {key: value for key, value in asdict(row).items() if key not in ASIDE}
    sources = [
        {"name": one.name.text(lang), "url": one.url, "checked": one.checked} for one in row.source
    ]
    return kept | {"sources": sources, "questions": list(questions_of(row.methods, lang))}


def _letter(name: str, lang: Language) -> dict[str, object]:
    letter = book().letters[name]
    return {
        "title": letter.title.text(lang),
        "to": letter.to.text(lang),
        "signed_by": letter.signed_by.text(lang),
        "before": [one.text(lang) for one in letter.before],
        "asks": list(letter.asks),
    }


def _as_csv(found: Routes) -> str:
    from waterpas.explain.spreadsheet import csv_text

    rows = [
        {
            **{"list": name, "title": row.title, "why": row.why, "text": row.text},
            **{"then": row.then, "questions": " ".join(questions_of(row.methods, found.lang))},
            **{"letters": " ".join(row.letters), "layout": row.layout, "command": row.command},
            "source": _from(row.source, found.lang),
        }
        for name, rows in found.lists.items()
        for row in rows
    ]
    return csv_text(rows)


def _as_html(found: Routes) -> str:
    title = translate(mark("Welke weg kan ik nemen?"), found.lang)
    return html_page(Document(title, found.lang, tuple(_blocks(found))))


def _blocks(found: Routes) -> Iterator[Block]:
    lang = found.lang
    for listing in book().lists:
        yield Heading(listing.label.text(lang))
        yield Paragraph(listing.lead.text(lang))
        for row in found.lists[listing.code]:
            yield Heading(row.title, level=3)
            yield from (Paragraph(words) for words in _sentences(row, lang))
            if steps := [words for words, _is_command in _steps(row, found.answers, lang)]:
                yield Bullets(tuple(steps))
            yield Paragraph(_from(row.source, lang))
        if not found.lists[listing.code]:
            yield Paragraph(translate(NOTHING, lang))
    yield Heading(book().why_title.text(lang))
    for part in book().why:
        yield Heading(part.title.text(lang), level=3)
        yield Paragraph(part.text.text(lang))
        yield Paragraph(_from(part.source, lang))


FORMS: dict[str, Callable[[Routes], str]] = {
    "text": _as_text,
    "json": _as_json,
    "csv": _as_csv,
    "html": _as_html,
}
