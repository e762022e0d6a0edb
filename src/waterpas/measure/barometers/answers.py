"""What the figures of a line come down to, as codes; `explain` has the sentences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from waterpas.measure.barometers.bounds import LEVELS
from waterpas.measure.barometers.figures import ORIGIN
from waterpas.results import Answer, Certainty, Figure, Interval

Told = Mapping[str, Figure]  # the figures about one share, by name


@dataclass(frozen=True, slots=True)
class About:
    """The figures about one line; `of` says which, `is_whole` whether it is the whole."""

    of: Mapping[str, str]
    figures: Sequence[Figure]
    is_whole: bool

    def told(self, level: str) -> Told:
        """The figures about one origin, by name."""
        of = {**self.of, ORIGIN: level}
        return {figure.name: figure for figure in self.figures if figure.of == of}

    @property
    def is_hidden(self) -> bool:
        """Whether nothing is known of it."""
        return all(figure.value is None for figure in self.figures)


def answers_of(lines: Sequence[About]) -> Iterator[Answer]:
    """The answers: first who works here and in which parts, then what was laid beside."""
    for line in lines:
        if line.is_hidden:
            yield Answer("hidden", line.of)
            continue
        for level in LEVELS:
            of = {**line.of, ORIGIN: level}
            yield _share(line.told(level), of, is_whole=line.is_whole)
    for beside in (_elsewhere, _since):
        for line in lines:
            for level in LEVELS:
                yield from beside(line.told(level), {**line.of, ORIGIN: level})


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
