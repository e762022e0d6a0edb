"""The same figures, slowly and plainly: every person a row, every day one by one."""

from fractions import Fraction
from math import inf

from waterpas.measure.waiting.waits import ENDINGS


def people_of(waits):
    """Every person: after how many days, and how it ended."""
    counts = zip(ENDINGS, (waits.decided, waits.gave_up, waits.still_open), strict=True)
    return [
        (day, ending)
        for ending, some in counts
        for day, people in zip(waits.days.tolist(), some.tolist(), strict=True)
        for _ in range(int(people))
    ]


def still_waiting(people):
    """Per day with a decision: the share still waiting after it, exactly."""
    share, found = Fraction(1), []
    for day in sorted({day for day, ending in people if ending == "decided"}):
        waiting = sum(each >= day for each, _ in people)
        decided = sum(each == day and ending == "decided" for each, ending in people)
        share *= Fraction(waiting - decided, waiting)
        found.append((day, share, waiting, decided))
    return found


def mean_within(people, horizon):
    """The area under the steps, and its variance, as a sum over rectangles."""
    steps = [each for each in still_waiting(people) if each[0] <= horizon]
    edges = [(0, Fraction(1)), *((day, share) for day, share, *_ in steps)]
    ends = [*(day for day, _ in edges[1:]), horizon]
    areas = [
        share * (Fraction(end) - Fraction(day))
        for (day, share), end in zip(edges, ends, strict=True)
    ]
    variance = Fraction(0)
    for at, (_, _, waiting, decided) in enumerate(steps, start=1):
        if waiting > decided:
            variance += sum(areas[at:]) ** 2 * Fraction(decided, waiting * (waiting - decided))
    return float(sum(areas)), float(variance)


def half_of(people):
    """The day after which at most half waits; the middle where exactly half waits for a while."""
    for day, share, *_ in still_waiting(people):
        if share < Fraction(1, 2):
            return float(day)
        if share == Fraction(1, 2):
            after = [each for each, left, *_ in still_waiting(people) if left < Fraction(1, 2)]
            return float(Fraction(day + after[0]) / 2) if after else float(day)
    return None


def incidence(people, until, which):
    """The share to whom this happened up to a day: day by day, from who was still waiting."""
    free, share = Fraction(1), Fraction(0)
    for day in sorted({day for day, ending in people if ending != "open" and day <= until}):
        waiting = sum(each >= day for each, _ in people)
        here = {
            kind: sum(each == day and ending == kind for each, ending in people)
            for kind in ("decided", "gave-up")
        }
        share += free * Fraction(here[which], waiting)
        free *= 1 - Fraction(sum(here.values()), waiting)
    return float(share)


def furthest(people, at_least):
    """The last day until which so many waited."""
    days = sorted((day for day, _ in people), reverse=True)
    return days[at_least - 1] if len(days) >= at_least else 0.0


EVER = inf
