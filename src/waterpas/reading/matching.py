"""Which patterns hold in which sentence of a text."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

from waterpas.reading.lexicon import Hit, Pattern
from waterpas.reading.lexicon.finder import Looked, Spot, hits_of, look_each, moved
from waterpas.reading.lexicon.holders import of_sets, sets_in, united
from waterpas.reading.lexicon.lowered import lowered, on_one_line
from waterpas.reading.nameless import NAMES, SPACES, Nameless, nameless
from waterpas.reading.passages import quoted
from waterpas.reading.rules import Rule, raised, triggers
from waterpas.reading.splitting import Sentences
from waterpas.reading.stance import STANCES, forbids

EXPLAINS = "set:explains"
Spans = list[tuple[int, int]]


class Match(NamedTuple):
    """A pattern that holds in a sentence, by these words."""

    pattern: Pattern
    begin: int
    end: int
    hits: tuple[Hit, ...]
    names: bool
    forbids: bool
    sentence: int  # where its sentence begins in the text without names


class Sentence(NamedTuple):
    """A sentence in a text in lower case: where it is, the words found, and their holders.

    `quotes` are the quotations in the text, `around` the holders in the passage and its heading.
    """

    low: str
    place: tuple[int, int]
    quotes: Spans
    spots: list[Spot]
    here: int
    around: int


class Found(NamedTuple):
    """What was found in a passage: whose words, how often racism is explained, and what holds.

    `text` is the passage without names.
    """

    text: str
    held: int
    explaining: int
    matches: tuple[Match, ...]

    @property
    def sets(self) -> frozenset[str]:
        """The names of the sets with a word in the passage."""
        return sets_in(self.held)


def read(passages: Sequence[tuple[Sentences, str]]) -> list[Found]:
    """Find everything in each passage under its heading; places are those of the text as written.

    Questions come from the text without names, what the text shows from the text as written.
    """
    headings = list(dict.fromkeys(heading for _, heading in passages))
    each = look_each(chain(headings, (written.text for written, _ in passages)))
    above = {text: _above(text, looked) for text, looked in zip(headings, each, strict=False)}
    return [
        _read(written, above[heading], looked)
        for (written, heading), looked in zip(passages, each, strict=True)
    ]


def _above(heading: str, looked: Looked) -> int:
    """Give the holders in a heading, without its names."""
    held = held_by(looked.found)
    if SPACES in heading or held & _names():
        return held_by(nameless(heading, looked.spots()).spots)
    return held


def _read(written: Sentences, above: int, looked: Looked) -> Found:
    spaced = SPACES in written.text
    if not spaced and not looked.found:
        return Found(written.text, 0, 0, ())
    held = held_by(looked.found)
    if not spaced and not held & _decisive():
        return Found(written.text, held, _explaining(held, looked.found), ())
    asked = shown = list(matches(written, looked, around=held | above))
    if not spaced and not held & _names():
        explaining = _explaining(held, looked.found)
        return Found(written.text, held, explaining, _in_order(asked, shown))
    plain = nameless(written.text, looked.spots())
    own = held_by(plain.spots)
    if plain.written is not None:
        low = lowered(on_one_line(plain.text))
        without = matches(
            Sentences(plain.text), Looked(low, 0, len(low), plain.spots), around=own | above
        )
        asked = [_as_written(match, plain, written.spans()) for match in without]
    explaining = _explaining(own, plain.spots)
    return Found(plain.text, held | own, explaining, _in_order(asked, shown))


def _in_order(asked: list[Match], shown: list[Match]) -> tuple[Match, ...]:
    """Give the questions, and then what the text shows."""
    return (
        *[match for match in asked if match.pattern.kind == "question"],
        *[match for match in shown if match.pattern.kind == "presence"],
    )


def held_by(spots: Iterable[Spot]) -> int:
    """Give the holders of all these words together."""
    return reduce(or_, [held for _, _, held in spots], 0)


def _explaining(held: int, spots: list[Spot]) -> int:
    bit = _explains()
    return sum(1 for spot in spots if spot[2] & bit) if held & bit else 0


@cache
def _explains() -> int:
    return united((EXPLAINS,))


@cache
def _decisive() -> int:
    """Without one of these nothing can hold, and nothing is taken out of the text."""
    return triggers() | _names()


@cache
def _names() -> int:
    return united((NAMES,))


def _as_written(match: Match, plain: Nameless, spans: Spans) -> Match:
    begin, end = plain.sentence_back(match.begin, match.end, spans, at=match.hits[0].start)
    return match._replace(
        begin=begin,
        end=end,
        hits=tuple(Hit(*plain.back(hit.start, hit.end), hit.holder) for hit in match.hits),
        names=any(begin <= first and last <= end for first, last, _ in plain.names),
    )


def matches(written: Sentences, looked: Looked, *, around: int) -> Iterator[Match]:
    """Give each pattern that holds in a text, sentence by sentence.

    `around` are the holders with a word in the text or in its heading.
    """
    low, begin, _, found = looked
    if quotes := quoted(written.text):
        found = [spot for spot in found if not _inside(spot, quotes, begin)]
    spans = written.spans()
    each = list(_per_sentence(found, spans, begin))
    held = list(map(held_by, each))
    for at, here in enumerate(held):
        if not (may := raised(here)):
            continue
        start, end = spans[at]
        nearby = reduce(or_, held[max(at - 1, 0) : at + 2])
        if rules := _fitting(may, nearby, low[begin + start : begin + end]):
            own = moved(each[at], begin)
            yield from _in_sentence(
                rules, Sentence(looked.text(), spans[at], quotes, own, here, around)
            )


def _per_sentence(found: list[Spot], spans: Spans, begin: int) -> Iterator[list[Spot]]:
    """Give the words in each sentence; a phrase that goes on over its end is in none."""
    first = 0
    for _, end in spans:
        stop = begin + end
        last = bisect_left(found, (stop,), first)
        own = found[first:last]
        yield [spot for spot in own if spot[1] <= stop]
        first = last


def _fitting(may: tuple[Rule, ...], nearby: int, text: str) -> list[Rule]:
    """Give the rules of which the sentences beside it, and the expression, fit."""
    return [
        rule
        for rule in may
        if not rule.looks_beside or rule.fits_beside(nearby)
        if not rule.regex or rule.regex.search(text)
    ]


def _inside(spot: Spot, quotes: Spans, begin: int) -> bool:
    return any(first <= spot[0] - begin and spot[1] - begin <= last for first, last in quotes)


def _in_sentence(rules: list[Rule], sentence: Sentence) -> Iterator[Match]:
    """Give what holds in a sentence, in the order of the words that raised it."""
    low, spots = sentence.low, sentence.spots
    found = []
    for rule in rules:
        raising = rule.raising(spots, low, sentence.place)
        if sentence.quotes:
            raising = [spot for spot in raising if not _inside(spot, sentence.quotes, 0)]
        kept = rule.kept(raising, spots, low) if rule.looks_further else raising
        if kept:
            found.append((hits_of(raising[:1])[0], rule.number, rule, kept))
    return (_match(rule, sentence, kept) for _, _, rule, kept in sorted(found))


def _match(rule: Rule, sentence: Sentence, kept: list[Spot]) -> Match:
    pattern, (begin, end) = rule.pattern, sentence.place
    rejected = forbids(
        _stances(sentence.here & _all_stances()),
        around=_stances(sentence.around & _all_stances()),
        criticism_counts=pattern.criticism_counts,
        before=sentence.low[begin : kept[0][0]],
    )
    return Match(
        pattern=pattern,
        begin=begin,
        end=end,
        hits=tuple(hits_of(kept)),
        names=False,
        forbids=rejected and not pattern.ban_counts,
        sentence=begin,
    )


@cache
def _all_stances() -> int:
    return of_sets(STANCES)


@cache
def _stances(held: int) -> frozenset[str]:
    return sets_in(held)
