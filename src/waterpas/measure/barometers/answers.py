"""What the figures of a line come down to, as codes; `explain` has the sentences."""

from collections.abc import Iterator, Mapping, Sequence

from waterpas.measure.barometers.bounds import LEVELS
from waterpas.measure.barometers.figures import ORIGIN
from waterpas.results import Answer, Certainty, Figure, Interval

Told = Mapping[str, Figure]  # the figures about one share, by name


def answers_of(
    figures: Sequence[Figure], of: Mapping[str, str], *, is_whole: bool
) -> Iterator[Answer]:
    """The answers about one line, in the order in which they are said."""
    told = {level: _about(figures, {**of, ORIGIN: level}) for level in LEVELS}
    if all(each["share"].value is None for each in told.values()):
        yield Answer("hidden", of)
        return
    for level, each in told.items():
        yield _share(each, {**of, ORIGIN: level}, is_whole=is_whole)
    for level, each in told.items():
        yield from _since(each, {**of, ORIGIN: level})
    for level, each in told.items():
        yield from _elsewhere(each, {**of, ORIGIN: level})


def _about(figures: Sequence[Figure], of: Mapping[str, str]) -> Told:
    return {figure.name: figure for figure in figures if figure.of == of}


def _share(told: Told, of: Mapping[str, str], *, is_whole: bool) -> Answer:
    if told["share"].value is None:
        return Answer("hidden-one", of)
    found = told.get("whole-difference")
    if found is None:
        return Answer("share" if is_whole else "share-of-part", of, ("share",))
    if found.value is None or found.interval is None:
        return Answer("share-of-part", of, ("share",))
    side = side_of(found.interval)
    codes = {1: "more-than-whole", -1: "less-than-whole", 0: "within-rounding"}
    return Answer(codes[side], of, ("share", "whole-difference"), _certainty(side))


def _since(told: Told, of: Mapping[str, str]) -> Iterator[Answer]:
    """Laid beside the year before."""
    change, of_all = told.get("change"), told.get("change-of-all")
    if change and change.interval and of_all and of_all.interval:
        rests = ("share", "earlier", "change", "change-of-all")
        sides = side_of(change.interval), side_of(of_all.interval)
        yield Answer(_changed(*sides), of, rests, _certainty(sides[1]))


def _elsewhere(told: Told, of: Mapping[str, str]) -> Iterator[Answer]:
    """Laid beside elsewhere: the whole only, or nobody reads on."""
    difference = told.get("elsewhere-difference")
    if "elsewhere" in told and difference and difference.interval:
        side = side_of(difference.interval)
        codes = {1: "more-than-elsewhere", -1: "less-than-elsewhere", 0: "as-elsewhere"}
        rests = ("share", "elsewhere", "elsewhere-difference")
        yield Answer(codes[side], of, rests, _certainty(side))


def _changed(by_rounding: int, of_all: int) -> str:
    if by_rounding == 0:
        return "change-within-rounding"
    if of_all == 0:
        return "change-not-found"
    return "change-more" if of_all > 0 else "change-less"


def side_of(between: Interval) -> int:
    """On which side of nothing the bounds lie: 1 above, -1 below, 0 on both."""
    return 1 if between.low > 0 else -1 if between.high < 0 else 0


def _certainty(side: int) -> Certainty:
    return Certainty.DIFFERENCE if side else Certainty.NOT_SHOWN
