"""A released result as a file. Nothing else than a Released object is accepted."""

from typing import Any

from waterpas import serialise
from waterpas.disclosure import Released
from waterpas.documents.pdf import pdf_of_page
from waterpas.explain.html import standalone_page
from waterpas.explain.measured.sentences import method_note_text
from waterpas.explain.measured.speaking import Speaker
from waterpas.explain.notes import note_text
from waterpas.explain.results import picture, sentence
from waterpas.explain.spreadsheet import csv_text, full_rows
from waterpas.results import Chain, Measured, Note, Result
from waterpas.serialise.measured import measured
from waterpas.texts import Language


def shown(released: Released) -> Result:
    """The result inside, when it passed disclosure control; else an error."""
    if not isinstance(released, Released):
        raise TypeError(f"only Released leaves the platform, got {type(released).__name__}")
    return released.result


def as_json(released: Released, lang: Language) -> str:
    """The result in the form of the package's JSON Schema, with its sentence."""
    return whole_json(shown(released), lang)


def whole_json(result: Result, lang: Language) -> str:
    """The same of a result in which nothing is hidden because nobody is in it: a plan."""
    return serialise.dumps({"sentence": sentence(result, lang), **_plain(result, lang)})


def _plain(result: Result, lang: Language) -> dict[str, Any]:
    if isinstance(result, Measured):
        speaker = Speaker(result, lang)
        return measured(result, text=lambda note: method_note_text(note, speaker))

    def text(note: Note) -> str:
        return note_text(note, lang)

    if isinstance(result, Chain):
        return serialise.chain(result, text=text)
    return serialise.comparison(result, text=text)


def as_csv(released: Released, lang: Language) -> str:
    """One row per step and group, every figure with its interval, source, notes and warning."""
    return csv_text(full_rows(shown(released), lang))


def as_svg(released: Released, lang: Language) -> str:
    """The levels, as one image."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + picture(shown(released), lang)


def as_pdf(released: Released, lang: Language, *, title: str) -> bytes:
    """The page as PDF, with tags for who cannot see it. Raises WriterMissing."""
    return pdf_of_page(standalone_page(shown(released), lang, title=title))
