"""Between what a share lies, where counts were rounded or hidden."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from waterpas.measure.waiting.bounds import Bounds, Full, Part
from waterpas.measure.waiting.shares import Share, share_of
from waterpas.measure.waiting.waits import Ending


@dataclass(frozen=True, slots=True)
class Ends:
    """The lowest and the highest that a share can be."""

    least: Share
    most: Share


def ends_of(bounds: Bounds, day: float, ending: Ending) -> Ends:
    """Between what the share lies to whom it ended in this way on this day or before.

    Notes
    -----
    The share rises with everybody to whom it ended like this up to that day, and falls with all
    others, but for who was last seen before that day. With m(t) the share among the n(t) people
    who are there on day t, one more of them who gets it raises m by (1 - m) / n on that day, and
    by at least as much on each day before: those who are there the next day are no more than did
    not end. So only for who was last seen before that day both ends are tried, day by day: wider
    than strictly needed. Without them both ends are reached.
    """
    return Ends(_end(bounds, day, ending, most=False), _end(bounds, day, ending, most=True))


def _end(bounds: Bounds, day: float, ending: Ending, *, most: bool) -> Share:
    def seen_before(part: Part) -> bool:
        return part.ending == "open" and part.day < day

    def full(part: Part) -> bool:
        counts = part.ending == ending and part.day <= day
        return counts == most and not seen_before(part)

    tables = bounds.table(full), bounds.table(lambda part: full(part) or seen_before(part))
    found = [share_of(each, day, ending) for each in (bounds.fewest.waits, *tables)]
    return Share(
        _value(bounds.parts, full, day, ending, pick=max if most else min),
        min(each.worth for each in found),
        bounds.fewest.waits.n,
        found[-1].cases,
    )


def _value(
    parts: Sequence[Part],
    full: Full,
    day: float,
    ending: Ending,
    *,
    pick: Callable[[Iterable[float]], float],
) -> float:
    """Back from that day: what comes to who is left, with the fewest and the most people left."""
    later = sum(each.at(full=full(each)) for each in parts if not _early(each, day))
    value, least, most = 0.0, later, later
    for at in sorted({each.day for each in parts if _early(each, day)}, reverse=True):
        here = [each for each in parts if each.day == at and _early(each, day)]
        cases = sum(each.at(full=full(each)) for each in here if each.ending == ending)
        ended = sum(each.at(full=full(each)) for each in here if each.ending != "open")
        least += sum(each.people.low for each in here if each.ending == "open")
        most += sum(each.people.high for each in here if each.ending == "open")
        value = pick(_mean(cases, ended, value, left) for left in (least, most))
        least, most = least + ended, most + ended
    return value


def _early(part: Part, day: float) -> bool:
    """Whether somebody is no longer there after this day; who is still open then, is."""
    return part.day < day or (part.day == day and part.ending != "open")


def _mean(cases: int, ended: int, value: float, left: int) -> float:
    """What comes to all of them: to the cases it did, to who is left it still may."""
    return (cases + left * value) / (ended + left) if ended + left else value
