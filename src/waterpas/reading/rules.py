"""What each pattern asks of a sentence, in a form that is quick to look up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, reduce
from operator import or_

from waterpas.reading.lexicon import Pattern, load
from waterpas.reading.lexicon.finder import Spot
from waterpas.reading.lexicon.holders import SET, UNLESS, bits, of_sets, united
from waterpas.reading.lexicon.lowered import lowered
from waterpas.reading.lexicon.remembered import Remembered

# How many characters may stand between two words that are near each other: about eight words.
NEAR = 55


@dataclass(frozen=True, kw_only=True, eq=False)
class Rule:
    """A pattern; the holders that it looks at are numbers, see `lexicon.holders`.

    `raises` are the holders whose words raise it; it is tried where the sentence has one of
    `tried_by`. Of each number in `here` and `nearby` the sentence, or it and the ones beside it,
    must have a holder; of `never` and `never_nearby` none.
    """

    number: int
    pattern: Pattern
    raises: int
    tried_by: int
    together: tuple[int, ...]
    near: tuple[int, ...]
    here: tuple[int, ...]
    nearby: tuple[int, ...]
    never: int
    never_nearby: int

    def fits_here(self, here: int) -> bool:
        """Say whether the sentence has what must be there, wherever in it."""
        return not here & self.never and all(map(here.__and__, self.here))

    @cached_property
    def looks_beside(self) -> bool:
        """Whether it looks at the sentences beside the one it is raised in."""
        return bool(self.nearby or self.never_nearby)

    def fits_beside(self, nearby: int) -> bool:
        """Say whether the sentence and the ones beside it have what must be there."""
        return not nearby & self.never_nearby and all(map(nearby.__and__, self.nearby))

    def raising(self, spots: list[Spot], low: str, place: tuple[int, int]) -> list[Spot]:
        """Give the words of a sentence that raise it."""
        raises = self.raises
        found = [(start, end, own) for start, end, held in spots if (own := held & raises)]
        if self._common:
            bit = bits()[self.pattern.id]
            found += [(*one.span(), bit) for one in self._common.finditer(low, *place)]
            found.sort()
        return found

    @cached_property
    def looks_further(self) -> bool:
        """Whether it looks at where the words stand, or at what stands beside them."""
        unless = self.pattern.unless
        return bool(self.here or unless.before or unless.after)

    def kept(self, raising: list[Spot], spots: list[Spot], low: str) -> list[Spot]:
        """Give the words that raise it and are not innocent, if all words stand as it wants."""
        if self._before or self._after:
            raising = [spot for spot in raising if not self._innocent_beside(low, spot)]
        return raising if self._stand_well(raising, spots, low) else []

    def _stand_well(self, kept: list[Spot], spots: list[Spot], low: str) -> bool:
        for group in self.together:
            if not any(_apart(one, spot) for spot in spots if spot[2] & group for one in kept):
                return False
        for group in self.near:
            if not any(_near(one, spot, low) for spot in spots if spot[2] & group for one in kept):
                return False
        return True

    def _innocent_beside(self, low: str, spot: Spot) -> bool:
        start, end, _ = spot
        if self._after and self._after.match(low, end):
            return True
        if not self._before:
            return False
        longest, ending = self._before
        ends = start
        while ends and not (low[ends - 1].isalnum() or low[ends - 1] == "_"):
            ends -= 1
        return ending.search(low, max(0, ends - longest), start) is not None

    @cached_property
    def _common(self) -> re.Pattern[str] | None:
        words = tuple(map(lowered, self.pattern.common))
        return re.compile(rf"\b(?:{_any(words)})\b") if words else None

    @cached_property
    def _after(self) -> re.Pattern[str] | None:
        words = self.pattern.unless.after
        return re.compile(rf"\W*(?:{_any(words)})\b") if words else None

    @cached_property
    def _before(self) -> tuple[int, re.Pattern[str]] | None:
        """How long the longest of the words is, and what finds one right before a place."""
        words = self.pattern.unless.before
        if not words:
            return None
        return max(map(len, words)), re.compile(rf"\b(?:{_any(words)})\W*$")

    @cached_property
    def regex(self) -> re.Pattern[str] | None:
        """What must be found in the sentence, in lower case."""
        return re.compile(self.pattern.regex) if self.pattern.regex is not None else None


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


def _apart(one: Spot, other: Spot) -> bool:
    """Whether two words do not overlap: a word does not keep itself company."""
    return one[1] <= other[0] or other[1] <= one[0]


def _near(one: Spot, other: Spot, low: str) -> bool:
    """Whether only a few words stand between two words."""
    (_, begin, _), (end, _, _) = (one, other) if one < other else (other, one)
    return 0 <= end - begin <= NEAR and ". " not in low[begin:end]


def raised(here: int) -> tuple[Rule, ...]:
    """Give the rules that a sentence with words of these holders may raise.

    Whether it does depends on where the words stand, and on the sentences beside it.
    """
    return _known()[here & _looked_at()]


@cache
def _known() -> Remembered[int, tuple[Rule, ...]]:
    return Remembered(_raised)


def _raised(here: int) -> tuple[Rule, ...]:
    found: list[Rule] = []
    left = here & triggers()
    while left:
        lowest = left & -left
        found += [rule for rule in _tried()[lowest] if rule.fits_here(here)]
        left ^= lowest
    return tuple(dict.fromkeys(found))


@cache
def _tried() -> Mapping[int, list[Rule]]:
    """Give the rules that each holder makes worth trying."""
    all_bits = bits().values()
    return {bit: [rule for rule in rules() if rule.tried_by & bit] for bit in all_bits}


@cache
def _looked_at() -> int:
    groups = (group for rule in rules() for group in (rule.tried_by, rule.never, *rule.here))
    return reduce(or_, groups)


@cache
def triggers() -> int:
    """The holders that raise anything at all."""
    return reduce(or_, (rule.tried_by for rule in rules()))


@cache
def rules() -> tuple[Rule, ...]:
    """One for each pattern, in the order of the lexicon."""
    return tuple(_rule(number, pattern) for number, pattern in enumerate(load().patterns))


def _rule(number: int, pattern: Pattern) -> Rule:
    together = tuple(map(of_sets, pattern.together))
    near = tuple(map(of_sets, pattern.near))
    raises = united((pattern.id, *(SET + name for name in pattern.of)))
    return Rule(
        number=number,
        pattern=pattern,
        raises=raises,
        tried_by=raises | together[0] if pattern.common else raises,
        together=together,
        near=near,
        here=(*together, *near),
        nearby=tuple(map(of_sets, pattern.nearby)),
        never=of_sets(pattern.unless.sets) | united((UNLESS + pattern.id,)),
        never_nearby=of_sets(pattern.unless.nearby),
    )
