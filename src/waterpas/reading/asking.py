"""From a document to the questions worth asking about it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Any

from waterpas.reading.absent import absent
from waterpas.reading.document import Block, Document
from waterpas.reading.lexicon.holders import sets_in
from waterpas.reading.matching import Found, Match, read
from waterpas.reading.passages import own_blocks
from waterpas.reading.readability import readability_of
from waterpas.reading.results import Absent, Card, Place, Reading, Shown, View
from waterpas.reading.splitting import Sentences
from waterpas.reading.stance import is_about_racism
from waterpas.texts import Language, mark, translate

FORBIDS = mark("De tekst lijkt dit te verbieden of af te wijzen.")
DESCRIBES = mark("Deze tekst gaat zelf over racisme. Schrijft hij dit voor, of beschrijft hij het?")
HEADINGS = ("title", "heading")
ALARMS = ("low", "medium", "high")
Raised = tuple[Match, Place, str]


def cards(document: Document, *, view: View = "default", lang: Language = "nl") -> Reading:
    """Read a document and give the questions it raises: no verdict, no score.

    Parameters
    ----------
    document
        What was read; quotations, tables of contents and lists of references are left out.
    view
        `default`: questions about the do-not criteria, without patterns that often prove
        innocent, and per sentence each criterion once. `all`: every question of the lexicon.
    lang
        The language of the questions. The document is Dutch: of one that does not look Dutch
        it is not asked what is absent, nor how it reads.
    """
    dutch = not any(note.code == "not-dutch" for note in document.notes)
    own = [(position, block, Sentences(block.text)) for position, block in own_blocks(document)]
    headed = [(written, block.under[-1] if block.under else "") for _, block, written in own]
    passages = [
        (position, block, found)
        for (position, block, _), found in zip(own, read(headed), strict=True)
    ]
    describes = is_about_racism(
        explaining=sum(found.explaining for _, _, found in passages),
        words=sum(len(block.text.split()) for _, block, _ in passages),
    )
    kept = [
        (match, _place(match, position, block), block.text)
        for position, block, found in passages
        if block.kind not in HEADINGS
        for match in _one_per_passage(found.matches)
    ]
    asked = [
        each
        for each in kept
        if each[0].pattern.kind == "question" and (view == "all" or each[0].pattern.in_default_view)
    ]
    shown = asked if view == "all" else _each_criterion_once(asked)
    return Reading(
        document=document.name,
        view=view,
        lang=lang,
        cards=tuple(_card(*each, lang, describes=describes) for each in shown),
        presence=tuple(
            Shown(**_shared(*each, lang)) for each in kept if each[0].pattern.kind == "presence"
        ),
        absent=_absent([found for _, _, found in passages], lang) if dutch else (),
        readability=readability_of(own, lang) if dutch else None,
    )


def _absent(found: Sequence[Found], lang: Language) -> tuple[Absent, ...]:
    sets = sets_in(reduce(or_, (each.held for each in found), 0))
    return absent(sets, [each.text for each in found], lang)


def _one_per_passage(matched: tuple[Match, ...]) -> Iterator[Match]:
    """Keep of each pattern the first sentence, and rather one that does not forbid."""
    best: dict[str, Match] = {}
    for match in matched:
        had = best.get(match.pattern.id)
        if had is None or (had.forbids and not match.forbids):
            best[match.pattern.id] = match
    yield from sorted(best.values(), key=lambda match: match.hits[0].start)


def _each_criterion_once(found: Sequence[Raised]) -> list[Raised]:
    """Of what is raised by one sentence only what asks about another criterion.

    Rather what the text does not forbid, and what seldom proves innocent.
    """
    asked: dict[tuple[int, int], set[str]] = defaultdict(set)
    kept = set()
    for number in sorted(range(len(found)), key=lambda at: _order(found[at][0])):
        match, place, _ = found[number]
        before = asked[place.block, match.sentence]
        if not before.issuperset(match.pattern.criteria):
            kept.add(number)
            before.update(match.pattern.criteria)
    return [each for number, each in enumerate(found) if number in kept]


def _order(match: Match) -> tuple[bool, int]:
    return match.forbids, ALARMS.index(match.pattern.false_alarm)


def _card(match: Match, place: Place, text: str, lang: Language, *, describes: bool) -> Card:
    question = match.pattern.named if match.names else None
    label = FORBIDS if match.forbids else DESCRIBES if describes else ""
    shared = _shared(match, place, text, lang)
    return Card(
        **shared
        | ({"question": question.text(lang), "criteria": _and_n01(match)} if question else {}),
        names=match.names,
        forbids=bool(label),
        label=translate(label, lang) if label else "",
    )


def _and_n01(match: Match) -> tuple[str, ...]:
    """A characteristic that is named asks for the first do-not criterion as well."""
    return tuple(dict.fromkeys((*match.pattern.criteria, "N01")))


def _shared(match: Match, place: Place, text: str, lang: Language) -> dict[str, Any]:
    pattern = match.pattern
    return {
        "pattern": pattern.id,
        "theme": pattern.theme,
        "criteria": pattern.criteria,
        "false_alarm": pattern.false_alarm,
        "sentence": text[match.begin : match.end],
        "words": tuple(dict.fromkeys(text[hit.start : hit.end] for hit in match.hits)),
        "place": place,
        "question": pattern.question.text(lang),
        "why": pattern.why.text(lang),
        "innocent_because": pattern.innocent.text(lang),
    }


def _place(match: Match, position: int, block: Block) -> Place:
    return Place(
        block=position,
        start=match.begin,
        end=match.end,
        page=block.page,
        number=block.number,
        under=block.under,
    )
