"""Does the profile find more than control at random: as a whole, and per variable."""

from collections.abc import Iterator
from dataclasses import replace

from waterpas.measure.groups import compare_groups
from waterpas.measure.profile.choice import Choice
from waterpas.measure.profile.counted import Keep, Levels, counted, everyone
from waterpas.measure.profile.parts import Part
from waterpas.results import People, Reference
from waterpas.tallies.tally import Cell, Tally

EVERYBODY = Reference("everybody", None)
CHECKED, PROFILE, RANDOM, PASSED = "", "profile", "random", "passed"


def against_sample(
    tally: Tally,
    *,
    chosen: Choice,
    found: Choice,
    random: Choice,
    inner: tuple[People, ...],
    level: float,
) -> Part:
    """What is found in whom the profile chose, against whom was checked at random.

    `inner` are the cells of all groups, of which these are the sums.
    """

    def by_profile(at: Levels) -> bool:
        return chosen.counts[at[chosen.column]] is True and not_drawn(random)(at)

    def at_random(at: Levels) -> bool:
        return random.counts[at[random.column]] is True

    cells = {
        PROFILE: everyone(counted(tally, found, by=(), keep=by_profile)),
        RANDOM: everyone(counted(tally, found, by=(), keep=at_random)),
    }
    return _whole(tally, found, cells, Reference("level", RANDOM), inner=inner, level=level)


def not_drawn(random: Choice) -> Keep:
    """Who was not checked at random."""
    return lambda at: random.counts[at[random.column]] is not True


def against_all(
    tally: Tally, *, chosen: Choice, found: Choice, inner: tuple[People, ...], level: float
) -> Part:
    """What is found in whom the profile chose, against everybody: the chance at random."""
    cells = {
        name: everyone(counted(tally, found, by=(), keep=_who(chosen, flag)))
        for name, flag in ((PROFILE, True), (PASSED, False))
    }
    return _whole(tally, found, cells, EVERYBODY, inner=inner, level=level)


def _who(chosen: Choice, flag: bool) -> Keep:
    return lambda at: chosen.counts[at[chosen.column]] is flag


def _whole(
    tally: Tally,
    found: Choice,
    cells: dict[str, Cell],
    reference: Reference,
    *,
    inner: tuple[People, ...],
    level: float,
) -> Part:
    both = replace(
        tally,
        by=(CHECKED,),
        cells={(name,): cell for name, cell in cells.items()},
        outcome=found.text,
        totals=(),
        steps=(),
    )
    comparison = compare_groups(both, across=CHECKED, reference=reference, level=level)
    groups = tuple(
        replace(group, p=None) if group.group[CHECKED] == PASSED else group
        for group in comparison.groups
    )
    return Part(
        replace(comparison, groups=groups),
        rate="profile-finds",
        difference="profile-finds-above-random",
        ratio="profile-finds-times-random",
        total="random-finds",
        topic="profile-finds",
        about=(PROFILE,),
        inner={group.group[CHECKED]: inner for group in groups},
    )


def level_parts(
    base: Tally, variables: tuple[str, ...], found: Choice, *, level: float
) -> Iterator[Part]:
    """Per variable, whether more is found where it has a value than in a random check."""
    for variable in variables:
        yield Part(
            compare_groups(
                counted(base, found, by=(variable,)),
                across=variable,
                reference=EVERYBODY,
                level=level,
            ),
            rate="finds-here",
            difference="finds-here-above-random",
            topic="finds-here",
        )
