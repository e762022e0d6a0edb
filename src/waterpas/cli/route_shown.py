"""Where the five questions end, as text and as JSON."""

import json
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

from waterpas.explain.method_questions import questions_of
from waterpas.routebook import Answers, Found, Routes, Source, book
from waterpas.texts import Language, mark, translate

WIDTH = 88
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
            lines += [translate(mark("Hier staat bij deze antwoorden niets."), lang), ""]
    return "\n".join([*lines, *_why(lang)])


def _row(row: Found, answers: Answers, lang: Language) -> Iterator[str]:
    yield from _wrapped(row.title)
    instead = translate(mark("Dit wel: "), lang) if row.why else ""
    for words in (row.why, instead + row.text, row.then):
        yield from _wrapped(words, indent="    ") if words else ()
    if asked := questions_of(row.methods, lang):
        answers_to = translate(mark("Daarmee beantwoordt u: "), lang) + " ".join(asked)
        yield from _wrapped(answers_to, indent="    ")
    for name in row.letters:
        letter = book().letters[name]
        yield f"    waterpas route --letter {name}{_about(answers)} --output {name}.odt"
        signed = translate(mark("Wie tekent: "), lang) + letter.signed_by.text(lang)
        yield from _wrapped(signed, indent="    ")
        for one in letter.before:
            yield from _wrapped(translate(mark("Eerst: "), lang) + one.text(lang), indent="    ")
    if row.layout:
        yield f"    waterpas chain TABEL.xlsx --layout {row.layout} --across herkomst"
        yield f"    waterpas route --layout {row.layout} --output {row.layout}.yaml"
    if row.command:
        yield f"    {row.command}"
    yield from _wrapped(_from(row.source, lang), indent="    ")


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


FORMS: dict[str, Callable[[Routes], str]] = {"text": _as_text, "json": _as_json}
