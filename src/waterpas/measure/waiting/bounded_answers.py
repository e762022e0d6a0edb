"""From bounds to answers in codes: what holds whatever the counts were before rounding."""

from collections.abc import Iterator

from waterpas.measure.certainty import certainty_of, perhaps
from waterpas.measure.waiting.bounded import COUNTED, Between, BothEnds, Bounded
from waterpas.results import DECIDING_LEVEL, Answer, Certainty

ENDS = ("least", "most")
MEANS = ("mean", "reference-mean", "mean-difference")
HALVES = ("median", "reference-median")


def answer_between(found: Bounded, which: str, across: str, adjusted: float | None) -> Answer:
    """How long the group waits, or a share of it, beside the others.

    Something is called a difference only where it is one in all tables that the counts allow.
    """
    of = {across: found.level}
    if which == "waiting":
        return _waiting(found, of, adjusted)
    both = found.shares[which]
    if both is None:
        # It tells of few people as much as the means do: where those are hidden, this is.
        return Answer(f"{which}-cannot-rounded", of, (COUNTED,) if found.cannot else ends(MEANS[0]))
    return _share(both, which, of, adjusted)


def ends(*names: str) -> tuple[str, ...]:
    """The names of both ends of figures."""
    return tuple(f"{name}-{end}" for name in names for end in ENDS)


def _waiting(found: Bounded, of: dict[str, str], adjusted: float | None) -> Answer:
    if found.cannot:
        return Answer(found.cannot, of, (COUNTED,))
    code, certainty = _said(found.difference(DECIDING_LEVEL), adjusted, ("longer", "shorter"))
    return Answer(code, of, ends(*MEANS), certainty)


def _share(both: BothEnds, name: str, of: dict[str, str], adjusted: float | None) -> Answer:
    rests = ends(*shares_of(name))
    if not both.tells:
        return Answer(f"{name}-cannot-rounded", of, rests)
    ways = (f"{name}-more", f"{name}-less")
    code, certainty = _said(both.difference(DECIDING_LEVEL), adjusted, ways)
    if certainty is Certainty.NOT_SHOWN:
        code = f"{name}-{code}"
    return Answer(code, of, rests, certainty)


def shares_of(name: str) -> Iterator[str]:
    """The figures about a share."""
    yield from (name, f"reference-{name}", f"{name}-difference")


def _said(between: Between, adjusted: float | None, ways: tuple[str, str]) -> tuple[str, Certainty]:
    """What is said of a difference, and how sure it is."""
    certainty = certainty_of(between.whole, adjusted)
    if certainty is Certainty.NOT_SHOWN:
        return "not-shown-rounded", certainty
    way = ways[0] if between.least > 0 else ways[1]
    return f"{perhaps(way, certainty)}-rounded", certainty
