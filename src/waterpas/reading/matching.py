"""Which patterns hold in which sentence of a text."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from waterpas.reading.lexicon import Hit, Pattern, find, load
from waterpas.reading.lexicon.lowered import lowered, on_one_line
from waterpas.reading.nameless import Nameless, nameless
from waterpas.reading.passages import quoted
from waterpas.reading.splitting import sentence_spans
from waterpas.reading.stance import forbids

SET, UNLESS = "set:", "unless:"
# How many characters may stand between two words that are near each other: about eight words.
NEAR = 55
Holders = Mapping[str, list[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A pattern that holds in a sentence, by these words."""

    pattern: Pattern
    begin: int
    end: int
    hits: tuple[Hit, ...]
    names: bool
    forbids: bool


def matches(text: str, hits: list[Hit], *, heading: str = "") -> Iterator[Match]:
    """Give each pattern that holds in a text, sentence by sentence."""
    if not _trigger(hits):
        return
    around = sets_in(hits) | sets_in(find(heading))
    low, quotes = lowered(on_one_line(text)), quoted(text)
    own = [hit for hit in hits if not _inside(hit, quotes)] if quotes else hits
    spans = sentence_spans(text)
    sentences = [
        [hit for hit in own if begin <= hit.start and hit.end <= end] for begin, end in spans
    ]
    sets = [sets_in(here) for here in sentences]
    for number, here in enumerate(sentences):
        if _trigger(here):
            nearby = set().union(*sets[max(number - 1, 0) : number + 2])
            company = Company(here=sets[number], nearby=nearby, around=around)
            yield from _in_sentence(low, spans[number], here, company)


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


def sets_in(hits: list[Hit]) -> set[str]:
    """Give the sets that have a word among these hits."""
    return {hit.holder[len(SET) :] for hit in hits if hit.holder.startswith(SET)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found in a passage: the sets, how often racism is explained, and what holds."""

    sets: frozenset[str]
    explaining: int
    matches: tuple[Match, ...]


def read(text: str, *, heading: str = "") -> Found:
    """Find everything in a passage under its heading; places are those of the text as written.

    Questions come from the text without names, what the text shows from the text as written.
    """
    plain = nameless(text)
    title = nameless(heading).text if heading else ""
    asked = [_as_written(match, plain) for match in matches(plain.text, plain.hits, heading=title)]
    shown = asked if plain.written is None else list(matches(text, plain.written, heading=title))
    return Found(
        sets=frozenset(sets_in(plain.hits) | sets_in(plain.written or [])),
        explaining=sum(hit.holder == SET + "explains" for hit in plain.hits),
        matches=(
            *(match for match in asked if match.pattern.kind == "question"),
            *(match for match in shown if match.pattern.kind == "presence"),
        ),
    )


def _as_written(match: Match, plain: Nameless) -> Match:
    begin, end = plain.sentence_back(match.begin, match.end, at=match.hits[0].start)
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


def _trigger(hits: list[Hit]) -> bool:
    triggers = _triggers()
    return any(hit.holder in triggers for hit in hits)


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
        if not needs[pattern.id].met_by(company):
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
    if after and re.match(rf"\W*(?:{_any(after)})\b", low[hit.end :]):
        return True
    return bool(before and re.search(rf"\b(?:{_any(before)})\W*$", low[: hit.start]))


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


def _holds(
    pattern: Pattern, low: str, place: tuple[int, int], kept: list[Hit], holders: Holders
) -> bool:
    if UNLESS + pattern.id in holders:
        return False
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
