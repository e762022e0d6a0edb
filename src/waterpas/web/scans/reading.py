"""From a file or a pasted text to what is kept of it: the questions with their passages.

Nothing is written here. What points at one human being is masked; of the rest of the text
nothing is in the result.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from waterpas import reading
from waterpas.reading.document import Progress
from waterpas.reading.errors import TooLarge
from waterpas.reading.lexicon.loader import load
from waterpas.reading.lexicon.model import Missing, Pattern
from waterpas.reading.readability import readability
from waterpas.reading.readability.results import Hint
from waterpas.results import Note
from waterpas.texts import LANGUAGES, Language, mark, translate
from waterpas.web.scans.masking import masked, masked_heading

# Two thousand pages of text take about twelve seconds; a page with more cards nobody reads.
MOST_PAGES, MOST_CHARACTERS = 3_000, 8_000_000
MOST_PASSAGES, MOST_HINTS = 300, 100
LONGEST_HINT, LONGEST_NAME = 90, 200
LEFT_OUT = mark("Regels die boven- of onderaan veel bladzijden terugkomen, zijn weggelaten.")
TOO_MANY_PAGES = mark(
    "%(source)s heeft %(pages)s bladzijden: hier lezen wij er hoogstens %(most)s tegelijk. Deel "
    "het document in stukken."
)
TOO_LONG = mark(
    "%(source)s is te lang om hier te lezen: hoogstens %(millions)s miljoen tekens, dat zijn ruim "
    "2.000 bladzijden. Deel de tekst in stukken."
)
Words = dict[str, Any]
Raised = reading.Card | reading.Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPassage:
    """One passage, ready to be kept. `says` holds per language the question, why and place."""

    key: str
    kind: str
    pattern: str
    criteria: tuple[str, ...]
    apart: bool
    sentence: str
    says: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What is kept of one reading."""

    file_name: str
    sha256: str
    size: int
    kind: str
    pages: int | None
    words: int
    notes: Words
    passages: tuple[FoundPassage, ...]
    absent: list[Words]
    hints: list[Words]
    more: Words = field(default_factory=dict)


def read_file(content: bytes, name: str) -> Brought:
    """Read an uploaded file; raises DocumentError with one sentence when it cannot be read."""
    document = reading.read(content, name=name, progress=_refuse_many_pages(name))
    return _brought(document, file_name=name, size=len(content))


def read_pasted(text: str) -> Brought:
    """Read a pasted text."""
    name = _("De geplakte tekst")
    return _brought(reading.read(text, name=name), file_name="", size=len(text.encode()))


def _refuse_many_pages(name: str) -> Progress:
    def watch(_what: str, _done: int, of: int | None) -> None:
        if of and of > MOST_PAGES:
            raise TooLarge(TOO_MANY_PAGES, source=name, pages=of, most=MOST_PAGES)

    return watch


def _brought(document: reading.Document, *, file_name: str, size: int) -> Brought:
    if sum(len(block.text) for block in document.blocks) > MOST_CHARACTERS:
        raise TooLarge(TOO_LONG, source=document.name, millions=MOST_CHARACTERS // 1_000_000)
    found = reading.cards(document)
    raised = _one_per_question(found)
    measured = found.readability
    english = readability(document, lang="en").hints if measured else ()
    hints = list(zip(measured.hints, english, strict=True)) if measured else []
    return Brought(
        file_name=masked(file_name, most=LONGEST_NAME),
        sha256=document.sha256,
        size=size,
        kind=document.format,
        pages=document.pages,
        words=sum(len(block.text.split()) for block in document.blocks),
        notes={lang: [_note(one, lang) for one in document.notes] for lang in LANGUAGES},
        passages=tuple(_passages(document, raised[:MOST_PASSAGES])),
        absent=[_absent(one) for one in found.absent],
        hints=[_hint(document, *both) for both in hints[:MOST_HINTS]],
        more={
            "passages": max(0, len(raised) - MOST_PASSAGES),
            "hints": max(0, len(hints) - MOST_HINTS),
            "per_sentence": measured.words_per_sentence if measured else None,
        },
    )


def _note(note: Note, lang: Language) -> str:
    """What a note says; the lines of the document that it may name are not kept."""
    if note.code == "running-lines-left-out":
        return translate(LEFT_OUT, lang)
    return reading.note_text(note, lang)


def _one_per_question(found: reading.Reading) -> list[Raised]:
    """The cards and what is present, in the order of the text; a question about a sentence once."""
    kept: dict[tuple[int, int, str], Raised] = {}
    both: list[Raised] = [*found.cards, *found.presence]
    for one in sorted(both, key=lambda each: (each.place.block, each.place.start)):
        place = (one.place.block, one.place.start, one.question)
        first = kept.get(place, one)
        kept[place] = replace(first, criteria=tuple(dict.fromkeys(first.criteria + one.criteria)))
    return list(kept.values())


def _passages(document: reading.Document, raised: Sequence[Raised]) -> Iterator[FoundPassage]:
    """What is kept of each; with a key that the same sentence has in the next version."""
    seen: Counter[str] = Counter()
    patterns = {one.id: one for one in load().patterns}
    for one in raised:
        sentence = masked(" ".join(one.sentence.split()))
        same = f"{one.pattern}|{sentence.casefold()}"
        seen[same] += 1
        card = one if isinstance(one, reading.Card) else None
        yield FoundPassage(
            key=hashlib.sha256(f"{same}|{seen[same]}".encode()).hexdigest(),
            kind="question" if card else "presence",
            pattern=one.pattern,
            criteria=one.criteria,
            apart=bool(card and card.forbids),
            sentence=sentence,
            says={lang: _says(document, one, patterns[one.pattern], lang) for lang in LANGUAGES},
        )


def _says(document: reading.Document, one: Raised, pattern: Pattern, lang: Language) -> Words:
    named = isinstance(one, reading.Card) and one.names and pattern.named
    label = one.label if isinstance(one, reading.Card) else ""
    return {
        "question": (named or pattern.question).text(lang),
        "why": pattern.why.text(lang),
        "innocent": pattern.innocent.text(lang),
        "label": _label(label, lang),
        "place": _place(document, one.place.block, lang),
    }


def _label(label: str, lang: Language) -> str:
    return translate(label, lang) if label else ""


def _absent(one: reading.Absent) -> Words:
    missing: Missing = next(each for each in load().missing if each.id == one.id)
    says: Words = {
        lang: {"question": missing.question.text(lang), "why": missing.why.text(lang)}
        for lang in LANGUAGES
    }
    return {"id": one.id, "criteria": list(one.criteria), **says}


def _hint(document: reading.Document, one: Hint, in_english: Hint) -> Words:
    words = " ".join(one.words.split())
    short = masked(words, most=LONGEST_HINT).rstrip()
    advice = {"nl": one.advice, "en": in_english.advice}
    says: Words = {
        lang: {"advice": advice[lang], "place": _place(document, one.block, lang)}
        for lang in LANGUAGES
    }
    return {"kind": one.kind, "words": f"{short}…" if len(words) > LONGEST_HINT else short, **says}


def _place(document: reading.Document, block: int, lang: Language) -> str:
    """Where a block stands; in its heading nobody is named."""
    there = document.blocks[block]
    under = tuple(masked_heading(heading) for heading in there.under)
    return document.place_of(replace(there, under=under), lang)
