"""The paper about a folder: which documents to scan first, and why."""

from collections.abc import Iterator

from waterpas.cli.reading.documents import ABSENT, ALSO, NOT_READ, QUESTION
from waterpas.cli.reading.paper import Chapter, Paper, Part, Quote
from waterpas.reading import note_text
from waterpas.reading.document import place_of
from waterpas.reading.folders import Document, Ground, Overview, ground_text
from waterpas.reading.folders.grounds import ABSENT as NOT_THERE
from waterpas.reading.folders.grounds import order, questions
from waterpas.texts import Language, mark, translate

TITLE = mark("Welke documenten eerst?")
HOW = mark(
    "Bovenaan staat wat een mens het eerst moet lezen, met de redenen. Wij vergelijken de redenen "
    "een voor een, in een vaste volgorde, en tellen ze niet op. Wat er al goed staat, streept geen "
    "passage weg."
)
NO_VERDICT = mark(
    "Dit is geen oordeel. Een document dat onderaan staat, is niet beter: misschien kennen wij de "
    "woorden niet. Alle vragen bij één document ziet u met 'waterpas read' en de naam van dat "
    "document."
)
SAME = mark("Dit document heeft dezelfde redenen als het document hierboven.")
PASSAGES = mark("De passages in dit document")
NO_GROUND = mark(
    "Wij vonden geen reden om dit document eerst te lezen. Dat betekent niet dat er niets aan de "
    "hand is."
)
MORE = mark("Er staan meer zulke passages in dit document.")
HIDDEN = mark("Verborgen bestanden en mappen zijn niet gelezen: %(names)s.")
MOST_HIDDEN = 5


def paper(overview: Overview, lang: Language) -> Paper:
    """The documents in order, each in a chapter, and what could not be read."""
    said = [translate(HOW, lang), translate(NO_VERDICT, lang), *_hidden(overview, lang)]
    return Paper(
        title=translate(TITLE, lang),
        said=tuple(said),
        chapters=(*_chapters(overview, lang), *_not_read(overview, lang)),
    )


def _hidden(overview: Overview, lang: Language) -> Iterator[str]:
    if overview.hidden:
        names = ", ".join(overview.hidden[:MOST_HIDDEN])
        more = ", …" if len(overview.hidden) > MOST_HIDDEN else ""
        yield translate(HIDDEN, lang) % {"names": names + more}


def _not_read(overview: Overview, lang: Language) -> Iterator[Chapter]:
    if overview.not_read:
        whys = tuple(file.why(lang) for file in overview.not_read)
        yield Chapter(title=translate(NOT_READ, lang), bullets=whys)


def _chapters(overview: Overview, lang: Language) -> Iterator[Chapter]:
    above: Document | None = None
    for document in overview.documents:
        seen = document.seen
        yield Chapter(
            title=seen.name,
            brief=ground_text(seen.grounds[0].id, lang) if seen.grounds else "",
            said=tuple(_said(document, above, lang)),
            parts=tuple(_parts(seen.grounds, lang, again=_same(above, document))),
            dutch=not any(note.code == "not-dutch" for note in seen.notes),
        )
        above = document


def _said(document: Document, above: Document | None, lang: Language) -> Iterator[str]:
    seen = document.seen
    if document.also:
        yield translate(ALSO, lang) % {"names": ", ".join(document.also)}
    if not seen.grounds:
        yield translate(NO_GROUND, lang)
    elif _same(above, document):
        yield translate(SAME, lang)
    yield from (note_text(note, lang) for note in seen.notes)


def _same(above: Document | None, document: Document) -> bool:
    return above is not None and order(above.seen) == order(document.seen)


def _parts(grounds: tuple[Ground, ...], lang: Language, *, again: bool) -> Iterator[Part]:
    """The reasons, each with its passages; where they were just given, the passages alone."""
    if again:
        yield from _passages_alone(grounds, lang)
        return
    absent = []
    for ground in grounds:
        if ground.id in NOT_THERE:
            asked = " ".join(question for _, question in questions(ground, lang))
            absent.append(f"{asked} {ground_text(ground.id, lang)}")
            continue
        yield Part(
            title=ground_text(ground.id, lang),
            quotes=tuple(_quotes(ground, lang)),
            bullets=(translate(MORE, lang),) if ground.more else (),
        )
    if absent:
        yield Part(title=translate(ABSENT, lang), bullets=tuple(absent))


def _passages_alone(grounds: tuple[Ground, ...], lang: Language) -> Iterator[Part]:
    quotes = tuple(quote for ground in grounds for quote in _quotes(ground, lang))
    more = any(ground.more for ground in grounds)
    if quotes:
        yield Part(
            title=translate(PASSAGES, lang),
            quotes=quotes,
            bullets=(translate(MORE, lang),) if more else (),
        )


def _quotes(ground: Ground, lang: Language) -> Iterator[Quote]:
    for passage, question in questions(ground, lang):
        if passage:
            yield Quote(
                place=place_of(passage.at, lang),
                text=passage.sentence,
                remark=ground_text(ground.id, lang) if ground.id == "rejected" else "",
                asked=(((translate(QUESTION, lang), question),),),
            )
