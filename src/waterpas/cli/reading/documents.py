"""The paper about one or more documents: questions, what is absent, what is there, help."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from waterpas.cli.reading.criteria import criteria
from waterpas.cli.reading.gathered import Gathered, NotRead, One
from waterpas.cli.reading.paper import Chapter, Line, Paper, Part, Quote
from waterpas.explain.numbers import decimal, whole
from waterpas.reading import Card, Document, Shown, note_text
from waterpas.reading.readability import Hint, Readability
from waterpas.texts import Language, mark, translate

MOST_HINTS = 25  # shown to people; JSON has all of them
TITLE = mark("Vragen bij een tekst")
NO_VERDICT = mark(
    "Dit zijn vragen, geen oordeel. Een vraag betekent niet dat er iets fout is. Geen vraag "
    "betekent niet dat er niets aan de hand is. Lees de zin, en beantwoord de vraag met een "
    "collega."
)
MORE = mark(
    "Vragen die vaak onschuldig blijken, staan hier niet bij. U ziet ze met --all, achter "
    "'waterpas read'."
)
ALSO = mark("Dit document staat er vaker in, letter voor letter gelijk: %(names)s.")
ASKED = mark("Vragen bij een passage")
NONE_ASKED = mark("Wij vonden geen passage om een vraag bij te stellen.")
REJECTED = mark("De tekst lijkt dit te verbieden of te beschrijven")
ABSENT = mark("Wat wij niet vonden")
PRESENT = mark("Wat er al staat")
APART = mark("Dit staat apart. Het streept geen enkele vraag weg.")
HELP = mark("Hulp voor wie schrijft")
NO_MARK = mark("Deze hulp gaat over de zinnen. Zij zegt niets over het beleid.")
LENGTH = mark("Gemiddeld staan er %(words)s woorden in een zin.")
FLESCH = mark("Flesch-Douma is %(value)s.")
FIRST_HINTS = mark("Dit zijn de eerste %(shown)s tips. Alle tips staan in --format json.")
NOT_READ = mark("Niet gelezen")
QUESTION, WHY = mark("Vraag"), mark("Waarom")
INNOCENT, WORDS, CRITERIA = mark("Kan onschuldig zijn"), mark("Woorden"), mark("Criteria")


def paper(gathered: Gathered, lang: Language) -> Paper:
    """All documents, each in a chapter of its own, and what could not be read."""
    said = [translate(NO_VERDICT, lang)]
    if gathered.view == "default":
        said.append(translate(MORE, lang))
    chapters = [_chapter(one, lang) for one in gathered.documents]
    return Paper(
        title=translate(TITLE, lang),
        said=tuple(said),
        chapters=(*chapters, *not_read(gathered.not_read, lang)),
    )


def not_read(files: Iterable[NotRead], lang: Language) -> Iterator[Chapter]:
    """A chapter with the files that could not be read, if there are any."""
    whys = tuple(file.why for file in files)
    if whys:
        yield Chapter(title=translate(NOT_READ, lang), bullets=whys)


def also(names: Iterable[str], lang: Language) -> Iterator[str]:
    """A sentence about files that are the same document."""
    if given := ", ".join(names):
        yield translate(ALSO, lang) % {"names": given}


def _chapter(one: One, lang: Language) -> Chapter:
    document = one.document
    return Chapter(
        title=document.name,
        said=(*also(one.also, lang), *(note_text(note, lang) for note in document.notes)),
        parts=tuple(_parts(one, lang)),
        dutch=not any(note.code == "not-dutch" for note in document.notes),
    )


def _parts(one: One, lang: Language) -> Iterator[Part]:
    reading, document = one.reading, one.document
    yield Part(
        title=translate(ASKED, lang),
        said=() if reading.asked else (translate(NONE_ASKED, lang),),
        quotes=_cards(reading.asked, document, lang),
    )
    if reading.forbidden:
        yield Part(
            title=translate(REJECTED, lang), quotes=_cards(reading.forbidden, document, lang)
        )
    if reading.absent:
        asked = tuple(f"{absent.question} {absent.why}" for absent in reading.absent)
        yield Part(title=translate(ABSENT, lang), bullets=asked)
    if reading.presence:
        yield Part(
            title=translate(PRESENT, lang),
            said=(translate(APART, lang),),
            quotes=tuple(_present(shown, document, lang) for shown in reading.presence),
        )
    if reading.readability:
        yield _help(one, reading.readability, lang)


def _cards(cards: tuple[Card, ...], document: Document, lang: Language) -> tuple[Quote, ...]:
    """One quote per sentence, with all that is asked about it."""
    groups = groupby(cards, key=lambda card: (card.place.block, card.place.start, card.label))
    return tuple(_sentence(list(group), document, lang) for _, group in groups)


def _sentence(cards: list[Card], document: Document, lang: Language) -> Quote:
    first = cards[0]
    return Quote(
        place=document.place_of(document.blocks[first.place.block], lang),
        text=first.sentence,
        remark=first.label,
        asked=tuple(tuple(_lines(card, lang)) for card in cards),
    )


def _lines(card: Card, lang: Language) -> Iterator[Line]:
    yield translate(QUESTION, lang), card.question
    yield translate(WHY, lang), card.why
    yield translate(INNOCENT, lang), card.innocent_because
    yield translate(WORDS, lang), ", ".join(card.words)
    yield translate(CRITERIA, lang), criteria(card.criteria, lang)


def _present(shown: Shown, document: Document, lang: Language) -> Quote:
    return Quote(
        place=document.place_of(document.blocks[shown.place.block], lang),
        text=shown.sentence,
        asked=(
            (
                (translate(QUESTION, lang), shown.question),
                (translate(CRITERIA, lang), criteria(shown.criteria, lang)),
            ),
        ),
    )


def _help(one: One, found: Readability, lang: Language) -> Part:
    said = [translate(NO_MARK, lang)]
    if found.words_per_sentence is not None:
        words = decimal(found.words_per_sentence, 0, lang)
        said.append(translate(LENGTH, lang) % {"words": words})
    if found.flesch_douma is not None:
        value = decimal(found.flesch_douma, 0, lang)
        said += [translate(FLESCH, lang) % {"value": value}, found.meaning]
    hints = found.hints[:MOST_HINTS]
    if len(found.hints) > MOST_HINTS:
        said.append(translate(FIRST_HINTS, lang) % {"shown": whole(MOST_HINTS, lang)})
    bullets = tuple(_hint(hint, one.document, lang) for hint in hints)
    return Part(title=translate(HELP, lang), said=tuple(said), bullets=bullets)


def _hint(hint: Hint, document: Document, lang: Language) -> str:
    place = document.place_of(document.blocks[hint.block], lang)
    words = " ".join(hint.words.split())
    short = words if len(words) <= 80 else words[:80].rsplit(" ", 1)[0] + " …"
    return f"{place}: '{short}'. {hint.advice}"
