"""What was read as plain dictionaries, in the form that the package's JSON Schema documents."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from waterpas.cli.reading.documents import NO_VERDICT
from waterpas.cli.reading.folder import HOW
from waterpas.cli.reading.folder import NO_VERDICT as NO_VERDICT_ON_A_FOLDER
from waterpas.cli.reading.gathered import Gathered, One
from waterpas.reading import Card, Document, Shown, note_text
from waterpas.reading.document import place_of
from waterpas.reading.folders import GROUNDS, Ground, Overview, ground_text
from waterpas.reading.folders import Document as Listed
from waterpas.reading.folders.grounds import questions
from waterpas.results import Note
from waterpas.texts import Language, translate
from waterpas.version import __version__

Plain = dict[str, Any]
CARD_COLUMNS = (
    *("document", "place", "page", "under", "sentence", "question", "why", "innocent_because"),
    *("criteria", "words", "pattern", "theme", "names", "forbids", "label", "sha256"),
)
DOCUMENT_COLUMNS = ("document", "also", "why_first", "questions", "notes", "not_read", "sha256")


def gathered(found: Gathered, lang: Language) -> Plain:
    """One object with the documents of a call, in the order of the call."""
    return {
        **_head("documents", NO_VERDICT, lang),
        "view": found.view,
        "documents": [_one(one, lang) for one in found.documents],
        "not_read": [asdict(file) for file in found.not_read],
    }


def overview(found: Overview, lang: Language) -> Plain:
    """One object with the documents of a folder, what deserves a scan first in front."""
    return {
        **_head("folder", NO_VERDICT_ON_A_FOLDER, lang),
        "order": translate(HOW, lang),
        "grounds": [{"ground": name, "text": ground_text(name, lang)} for name in GROUNDS],
        "documents": [_listed(document, lang) for document in found.documents],
        "not_read": [{"name": file.name, "why": file.why(lang)} for file in found.not_read],
        "hidden": list(found.hidden),
    }


def _head(kind: str, said: str, lang: Language) -> Plain:
    return {"kind": kind, "version": __version__, "lang": lang, "no_verdict": translate(said, lang)}


def _one(one: One, lang: Language) -> Plain:
    document, reading = one.document, one.reading
    return {
        **_about(document.name, one.also, document.sha256, document.format, document.pages),
        "notes": _notes(document.notes, lang),
        "cards": [_card(card, document, lang) for card in reading.cards],
        "absent": [asdict(absent) for absent in reading.absent],
        "presence": [_card(shown, document, lang) for shown in reading.presence],
        "readability": asdict(reading.readability) if reading.readability else None,
    }


def _about(name: str, also: Iterable[str], sha256: str, form: str, pages: int | None) -> Plain:
    return {"name": name, "also": list(also), "sha256": sha256, "format": form, "pages": pages}


def _notes(notes: Iterable[Note], lang: Language) -> list[Plain]:
    return [
        {"code": note.code, "fields": dict(note.fields), "text": note_text(note, lang)}
        for note in notes
    ]


def _card(card: Card | Shown, document: Document, lang: Language) -> Plain:
    where = place_of(document.blocks[card.place.block], lang)
    return asdict(card) | {"place": asdict(card.place) | {"text": where}}


def _listed(listed: Listed, lang: Language) -> Plain:
    seen = listed.seen
    return {
        **_about(seen.name, listed.also, seen.sha256, seen.format, seen.pages),
        "notes": _notes(seen.notes, lang),
        "grounds": [_ground(ground, lang) for ground in seen.grounds],
    }


def _ground(ground: Ground, lang: Language) -> Plain:
    return {
        "ground": ground.id,
        "text": ground_text(ground.id, lang),
        "more": ground.more,
        "questions": [
            {
                "question": question,
                "pattern": passage.pattern if passage else None,
                "sentence": passage.sentence if passage else None,
                "place": place_of(passage.at, lang) if passage else None,
                "page": passage.at.page if passage else None,
            }
            for passage, question in questions(ground, lang)
        ],
    }


def card_rows(found: Gathered, lang: Language) -> list[Plain]:
    """One row per card, of all documents together."""
    return [
        asdict(card)
        | {
            "document": one.document.name,
            "sha256": one.document.sha256,
            "place": place_of(one.document.blocks[card.place.block], lang),
            "page": card.place.page,
            "under": " > ".join(card.place.under),
            "criteria": " ".join(card.criteria),
            "words": ", ".join(card.words),
        }
        for one in found.documents
        for card in one.reading.cards
    ]


def document_rows(found: Overview, lang: Language) -> list[Plain]:
    """One row per document, what deserves a scan first in front; then what could not be read."""
    rows = [_document_row(document, lang) for document in found.documents]
    return rows + [{"document": file.name, "not_read": file.why(lang)} for file in found.not_read]


def _document_row(listed: Listed, lang: Language) -> Plain:
    grounds = listed.seen.grounds
    asked = (question for ground in grounds for _, question in questions(ground, lang))
    return {
        "document": listed.seen.name,
        "also": ", ".join(listed.also),
        "why_first": " ".join(ground_text(ground.id, lang) for ground in grounds),
        "questions": " ".join(dict.fromkeys(asked)),
        "notes": " ".join(note_text(note, lang) for note in listed.seen.notes),
        "sha256": listed.seen.sha256,
    }
