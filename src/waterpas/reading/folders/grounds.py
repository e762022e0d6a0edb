"""Why a human should scan a document, and which document first. Grounds are never counted."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from waterpas.reading.document import Block, Document
from waterpas.reading.folders.found import Ground, Passage, Seen
from waterpas.reading.lexicon import Missing, Pattern, load
from waterpas.reading.results import Card, Reading
from waterpas.texts import Language, mark, translate

MOST_PASSAGES = 2  # shown per ground; the document itself gives all of them
LONGEST_SENTENCE = 400  # letters

# The themes of the lexicon, in the order in which they count for what comes first.
THEMES = {
    "checks": mark("De tekst gaat over wie wordt gecontroleerd, gevolgd of verdacht."),
    "selection": mark("De tekst gaat over wie wordt gekozen, voorgaat of wordt uitgesloten."),
    "conditions": mark("Er staat een voorwaarde in die sommige mensen vaker kan raken."),
    "area": mark("De tekst gaat over waar mensen wonen."),
    "latitude": mark("Een medewerker lijkt hier zelf te beslissen."),
    "groups": mark("De tekst zegt iets over een groep mensen."),
    "customs": mark("De tekst gaat over gewoonten, kleding of geloof."),
    "responsibility": mark("De tekst zegt wie er moet veranderen."),
    "work": mark("De tekst gaat over werving, promotie of de werkvloer."),
}
OTHERS = {
    "rejected": mark("De tekst lijkt iets te verbieden of alleen te beschrijven. Klopt dat?"),
    "partly-read": mark(
        "Een deel is niet te lezen, of de tekst lijkt niet Nederlands. Wij kunnen veel missen."
    ),
}
# What is not there comes last, in this order.
ABSENT = (
    "no-effects-per-group",
    "nobody-asked",
    "no-group-named",
    "no-evaluation",
    "no-owner",
    "no-money",
    "no-date",
)
GROUNDS: tuple[str, ...] = (*THEMES, *OTHERS, *ABSENT)
# Notes which say that something of the text was not seen.
PARTLY = frozenset({"not-dutch", "pages-without-text", "pages-not-read", "unreadable-characters"})


def grounds(document: Document, reading: Reading) -> tuple[Ground, ...]:
    """The grounds that hold for a document, in order.

    They rest on the default view, whatever view was read. What is present takes nothing away.
    """
    usual = [card for card in reading.cards if patterns()[card.pattern].in_default_view]
    found = {
        theme: [card for card in usual if card.theme == theme and not card.forbids]
        for theme in THEMES
    }
    found["rejected"] = [card for card in usual if card.forbids]
    absent = {one.id for one in reading.absent}
    partly = any(note.code in PARTLY for note in document.notes)
    return tuple(
        _ground(name, found.get(name, []), document)
        for name in GROUNDS
        if found.get(name) or name in absent or (partly and name == "partly-read")
    )


def _ground(name: str, cards: list[Card], document: Document) -> Ground:
    shown = _one_per_pattern(cards)[:MOST_PASSAGES]
    passages = tuple(_passage(card, document.blocks[card.place.block]) for card in shown)
    return Ground(id=name, passages=passages, more=len(cards) > len(passages))


def _one_per_pattern(cards: list[Card]) -> list[Card]:
    """First one card of each pattern, so that what is shown says as much as it can."""
    first = {card.pattern: card for card in reversed(cards)}
    return sorted(first.values(), key=lambda card: (card.place.block, card.place.start))


def _passage(card: Card, block: Block) -> Passage:
    sentence = " ".join(card.sentence.split())
    if len(sentence) > LONGEST_SENTENCE:
        sentence = sentence[:LONGEST_SENTENCE].rsplit(" ", 1)[0] + " …"
    at = replace(block, text="", under=block.under[-1:])
    return Passage(pattern=card.pattern, sentence=sentence, names=card.names, at=at)


def order(seen: Seen) -> tuple[bool, ...]:
    """The place in the list: false comes first. Grounds are compared one by one, never counted."""
    held = {ground.id for ground in seen.grounds}
    return tuple(name not in held for name in GROUNDS)


def in_order(documents: Iterable[Seen]) -> list[Seen]:
    """The documents, what deserves to be scanned first in front; equals by name."""
    return sorted(documents, key=lambda seen: (order(seen), seen.name))


def ground_text(name: str, lang: Language = "nl") -> str:
    """What a ground says, in one or two sentences."""
    own = THEMES.get(name) or OTHERS.get(name)
    return translate(own, lang) if own else missing()[name].why.text(lang)


def questions(ground: Ground, lang: Language = "nl") -> Iterator[tuple[Passage | None, str]]:
    """The questions of a ground, each with its passage; what is absent has a question alone."""
    for passage in ground.passages:
        pattern = patterns()[passage.pattern]
        named = pattern.named if passage.names else None
        yield passage, (named or pattern.question).text(lang)
    if ground.id in ABSENT:
        yield None, missing()[ground.id].question.text(lang)


@cache
def patterns() -> dict[str, Pattern]:
    """The patterns of the lexicon by id."""
    return {pattern.id: pattern for pattern in load().patterns}


@cache
def missing() -> dict[str, Missing]:
    """What can be absent, by id."""
    return {one.id: one for one in load().missing}
