"""Which patterns hold in which sentence of a text."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import inf

from waterpas.reading.lexicon import Hit, Pattern, find, find_each, load
from waterpas.reading.lexicon.lowered import lowered, on_one_line
from waterpas.reading.nameless import NAMES, SPACES, Nameless, nameless
from waterpas.reading.passages import quoted
from waterpas.reading.splitting import Sentences
from waterpas.reading.stance import forbids

SET, UNLESS = "set:", "unless:"
EXPLAINS = "set:explains"
# How many characters may stand between two words that are near each other: about eight words.
NEAR = 55
Holders = Mapping[str, list[Hit]]
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A pattern that holds in a sentence, by these words."""

    pattern: Pattern
    begin: int
    end: int
    hits: tuple[Hit, ...]
    names: bool
    forbids: bool


def matches(written: Sentences, hits: list[Hit], *, around: Collection[str]) -> Iterator[Match]:
    """Give each pattern that holds in a text, sentence by sentence.

    `around` are the sets with a word in the text or in its heading.
    """
    triggers = _triggers()
    raising = [hit for hit in hits if hit[2] in triggers]
    if not raising:
        return
    low, quotes = lowered(on_one_line(written.text)), quoted(written.text)
    if quotes:
        hits = [hit for hit in hits if not _inside(hit, quotes)]
        raising = [hit for hit in raising if not _inside(hit, quotes)]
    spans = written.spans()
    for at in _with_a_hit(raising, spans):
        here = _hits_in(hits, spans[at])
        beside = [_hits_in(hits, span) for span in spans[max(at - 1, 0) : at + 2]]
        company = Company(
            here=sets_in(here), nearby=set().union(*map(sets_in, beside)), around=around
        )
        yield from _in_sentence(low, spans[at], here, company)


def _hits_in(hits: list[Hit], span: tuple[int, int]) -> list[Hit]:
    begin, end = span
    first, last = bisect_left(hits, (begin,)), bisect_left(hits, (end,))
    return [hit for hit in hits[first:last] if hit.end <= end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The sets with a word in the sentence, in it or beside it, and in the passage or heading."""

    here: Collection[str]
    nearby: Collection[str]
    around: Collection[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a pattern asks of the sets, quick to look up."""

    here: tuple[frozenset[str], ...]
    nearby: tuple[frozenset[str], ...]
    never_here: frozenset[str]
    never_nearby: frozenset[str]

    def met_by(self, company: Company) -> bool:
        """Say whether each group has a set there, and nothing makes it innocent."""
        return (
            self.never_here.isdisjoint(company.here)
            and self.never_nearby.isdisjoint(company.nearby)
            and not any(group.isdisjoint(company.here) for group in self.here)
            and not any(group.isdisjoint(company.nearby) for group in self.nearby)
        )


@cache
def _needs() -> Mapping[str, Needs]:
    return {
        pattern.id: Needs(
            here=tuple(map(frozenset, (*pattern.together, *pattern.near))),
            nearby=tuple(map(frozenset, pattern.nearby)),
            never_here=frozenset(pattern.unless.sets),
            never_nearby=frozenset(pattern.unless.nearby),
        )
        for pattern in load().patterns
    }


def _with_a_hit(hits: list[Hit], spans: Spans) -> Iterator[int]:
    """Give the places of the sentences that hold a hit, each once."""
    done = 0
    for hit in hits:
        if hit.start < done:
            continue
        at = bisect_right(spans, (hit.start, inf)) - 1
        if at >= 0 and hit.end <= spans[at][1]:
            yield at
            done = spans[at][1]


def sets_in(hits: Iterable[Hit]) -> set[str]:
    """Give the sets that have a word among these hits."""
    return {holder[len(SET) :] for _, _, holder in hits if holder.startswith(SET)}


@lru_cache(maxsize=1_000)
def _sets_of_heading(heading: str) -> frozenset[str]:
    return frozenset(sets_in(find(nameless(heading).text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found in a passage: the sets, how often racism is explained, and what holds.

    `text` is the passage without names.
    """

    text: str
    sets: frozenset[str]
    explaining: int
    matches: tuple[Match, ...]


def read(passages: Sequence[tuple[Sentences, str]]) -> list[Found]:
    """Find everything in each passage under its heading; places are those of the text as written.

    Questions come from the text without names, what the text shows from the text as written.
    """
    each = find_each(written.text for written, _ in passages)
    return [
        _read(written, heading, hits) if hits or SPACES in written.text else _nothing(written)
        for (written, heading), hits in zip(passages, each, strict=True)
    ]


def _nothing(written: Sentences) -> Found:
    return Found(text=written.text, sets=frozenset(), explaining=0, matches=())


def _read(written: Sentences, heading: str, hits: list[Hit]) -> Found:
    if SPACES not in written.text and _decisive().isdisjoint([holder for _, _, holder in hits]):
        return replace(
            _nothing(written), sets=frozenset(sets_in(hits)), explaining=_explaining(hits)
        )
    plain = nameless(written.text, hits)
    sets = sets_in(plain.hits)
    above = _sets_of_heading(heading) if heading else frozenset()
    if plain.written is None:
        asked = shown = list(matches(written, plain.hits, around=sets | above))
        all_sets = sets
    else:
        without = matches(Sentences(plain.text), plain.hits, around=sets | above)
        asked = [_as_written(match, plain, written.spans()) for match in without]
        more = sets_in(plain.written)
        shown = list(matches(written, plain.written, around=more | above))
        all_sets = sets | more
    return Found(
        text=plain.text,
        sets=frozenset(all_sets),
        explaining=_explaining(plain.hits),
        matches=(
            *[match for match in asked if match.pattern.kind == "question"],
            *[match for match in shown if match.pattern.kind == "presence"],
        ),
    )


def _explaining(hits: list[Hit]) -> int:
    return [holder for _, _, holder in hits].count(EXPLAINS)


@cache
def _decisive() -> frozenset[str]:
    """Without one of these nothing can hold, and nothing is taken out of the text."""
    return frozenset({*_triggers(), NAMES})


def _as_written(match: Match, plain: Nameless, spans: Spans) -> Match:
    begin, end = plain.sentence_back(match.begin, match.end, spans, at=match.hits[0].start)
    return replace(
        match,
        begin=begin,
        end=end,
        hits=tuple(Hit(*plain.back(hit.start, hit.end), hit.holder) for hit in match.hits),
        names=any(begin <= name.start and name.end <= end for name in plain.names),
    )


@cache
def _triggers() -> Mapping[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = defaultdict(list)
    for pattern in load().patterns:
        for holder in (pattern.id, *(SET + name for name in pattern.of)):
            found[holder].append(pattern)
    return {holder: tuple(patterns) for holder, patterns in found.items()}


def _inside(hit: Hit, spans: list[tuple[int, int]]) -> bool:
    return any(begin <= hit.start and hit.end <= end for begin, end in spans)


def _in_sentence(
    low: str, place: tuple[int, int], hits: list[Hit], company: Company
) -> Iterator[Match]:
    begin, end = place
    holders: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        holders[hit.holder].append(hit)
    needs = _needs()
    for pattern in _raised(holders):
        if UNLESS + pattern.id in holders or not needs[pattern.id].met_by(company):
            continue
        kept = [
            hit for hit in _raising(pattern, holders) if not _innocent_beside(pattern, low, hit)
        ]
        if not kept or not _holds(pattern, low, place, kept, holders):
            continue
        rejected = forbids(
            company.here,
            around=company.around,
            criticism_counts=pattern.criticism_counts,
            before=low[begin : kept[0].start],
        )
        yield Match(
            pattern=pattern,
            begin=begin,
            end=end,
            hits=tuple(kept),
            names=False,
            forbids=rejected and not pattern.ban_counts,
        )


def _raised(holders: Holders) -> list[Pattern]:
    triggers = _triggers()
    found = [pattern for holder in holders for pattern in triggers.get(holder, ())]
    return list({pattern.id: pattern for pattern in found}.values())


def _raising(pattern: Pattern, holders: Holders) -> list[Hit]:
    own = list(holders.get(pattern.id, ()))
    for name in pattern.of:
        own += holders.get(SET + name, ())
    return sorted(own)


def _innocent_beside(pattern: Pattern, low: str, hit: Hit) -> bool:
    before, after = pattern.unless.before, pattern.unless.after
    if after and _after(after).match(low, hit.end):
        return True
    if not before:
        return False
    longest, ending = _before(before)
    ends = hit.start
    while ends and not (low[ends - 1].isalnum() or low[ends - 1] == "_"):
        ends -= 1
    return ending.search(low, max(0, ends - longest), hit.start) is not None


@cache
def _after(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_any(words)})\b")


@cache
def _before(words: tuple[str, ...]) -> tuple[int, re.Pattern[str]]:
    return max(map(len, words)), re.compile(rf"\b(?:{_any(words)})\W*$")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


def _holds(
    pattern: Pattern, low: str, place: tuple[int, int], kept: list[Hit], holders: Holders
) -> bool:
    if not all(_beside(group, kept, holders) for group in pattern.together):
        return False
    if not all(_near(group, kept, holders, low) for group in pattern.near):
        return False
    return pattern.regex is None or re.search(pattern.regex, low[slice(*place)]) is not None


def _beside(group: tuple[str, ...], kept: list[Hit], holders: Holders) -> bool:
    """Whether a word of the group stands in the sentence, other than the only raising words."""
    return any(
        one.end <= other.start or other.end <= one.start
        for name in group
        for other in holders.get(SET + name, ())
        for one in kept
    )


def _near(group: tuple[str, ...], kept: list[Hit], holders: Holders, low: str) -> bool:
    """Whether a word of the group stands within a few words of what raised the pattern."""
    return any(
        _few_words(low, *sorted((one, other)))
        for name in group
        for other in holders.get(SET + name, ())
        for one in kept
    )


def _few_words(low: str, first: Hit, second: Hit) -> bool:
    return 0 <= second.start - first.end <= NEAR and ". " not in low[first.end : second.start]
