"""From numbers to answers in codes: is there a gap, does it stay in the same scale, and where."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from waterpas.measure.certainty import worded
from waterpas.measure.estimates import certainty_of as rate_certainty
from waterpas.measure.paid.asked import Asked
from waterpas.measure.paid.found import Cannot, Found, Key
from waterpas.measure.paid.pulls import Estimated
from waterpas.measure.paid.rates import is_exact
from waterpas.results import Answer, Certainty, GroupResult, Interval, Unseen
from waterpas.results.values import DECIDING_LEVEL

Ps = Mapping[Key, float | None]
RESTS_ON = (
    *("mean", "reference-mean", "geometric-mean", "reference-geometric-mean"),
    *("gap", "gap-rounding", "gap-share", "smallest-gap"),
)
ALIKE = ("gap", "gap-share", "goes-with", "remains", "remains-share", "smallest-remains")


def judged(value: float, interval: Interval | None, adjusted: float | None) -> Certainty:
    """Which wording holds, by the 95% interval and the adjusted p. No interval: no spread."""
    apart = value != 0 if interval is None else not interval.holds(0.0)
    return worded(apart=apart, p=adjusted)


def certainty(made: Estimated, adjusted: float | None) -> Certainty:
    """The same for an estimate."""
    return judged(made.value, made.interval(DECIDING_LEVEL), adjusted)


def established(way: Certainty) -> Certainty:
    """Of where to look next, only what is established: of so many questions one hints by chance."""
    return way if way is Certainty.DIFFERENCE else Certainty.NOT_SHOWN


def coded(way: Certainty, value: float, *, stem: str = "") -> str:
    """'less', 'perhaps-more', 'not-shown', each after a stem ('scale-less')."""
    if way is Certainty.NOT_SHOWN:
        return f"{stem}not-shown"
    perhaps = "perhaps-" if way is Certainty.INDICATION else ""
    return f"{stem}{perhaps}{'less' if value < 0 else 'more'}"


def seen_p(key: Key, p: float | None, *, asked: Asked, unseen: Unseen) -> float | None:
    """The p of a comparison, as it counts beside what is hidden."""
    level, what = key
    of, kind = {asked.across: level}, what.partition(" ")
    if what in {"moved", "left"}:
        return unseen.p(p, about(asked, what, level), f"{what}-gap")
    if kind[0] == "scale":
        return unseen.p(p, {**of, asked.scale or "": kind[2]}, "scale-gap")
    return unseen.p(p, of, f"{code(float(kind[2]))}-gap" if kind[0] == "quantile" else what)


def main_answers(found: Found | Cannot, asked: Asked, ps: Ps) -> Iterator[Answer]:
    """The gap, and what remains of it among people who are alike."""
    of = {asked.across: found.level}
    if isinstance(found, Cannot):
        yield Answer(found.why, of)
        return
    gap = found.gap.gap
    way = certainty(gap, ps[found.level, "gap"])
    said = "rounded-open" if gap.open else coded(way, gap.value)
    yield Answer(said, of, RESTS_ON, way)
    if found.apart:
        yield Answer(found.apart, of, ("gap",))
    if found.two:
        remains = found.two.remains
        alike = certainty(remains, ps[found.level, "remains"])
        yield Answer(_alike(way, alike, gap.value, remains.value), of, ALIKE, alike)


def _alike(way: Certainty, alike: Certainty, gap: float, remains: float) -> str:
    """What is left among people who are alike, beside the gap as it is."""
    if alike is not Certainty.NOT_SHOWN:
        return f"{coded(alike, remains)}-within"
    if way is Certainty.NOT_SHOWN:
        return "alike-not-shown"
    return "less-scale" if gap < 0 else "more-scale"


def rate_answers(found: Found | Cannot, asked: Asked, ps: Ps) -> Iterator[Answer]:
    """Promotion and leaving: of whom pay says nothing, this may still be known."""
    for name, rate in found.rates.items():
        adjusted = ps.get((found.level, name))
        yield _rate_answer(name, rate, about(asked, name, found.level), adjusted)


def about(asked: Asked, name: str, level: str) -> dict[str, str]:
    """About whom a figure on promotion or leaving is: the group, and the column that says so."""
    outcome = asked.moved_up if name == "moved" else asked.left
    if outcome is None:
        raise ValueError(f"nothing was asked about {name}")
    return {asked.across: level, outcome.column: outcome.value or "ja"}


def _rate_answer(
    name: str, rate: GroupResult, of: Mapping[str, str], adjusted: float | None
) -> Answer:
    rests = tuple(f"{name}-{each}" for each in ("rate", "reference", "gap"))
    way = rate_certainty(replace(rate, p_adjusted=adjusted))
    if way is None or rate.difference is None:
        return Answer(f"{name}-cannot" if is_exact(rate) else f"{name}-cannot-rough", of)
    if way is Certainty.TOO_FEW:
        return Answer(f"{name}-too-few", of, rests, way)
    if way is Certainty.DIFFERENCE and rate.decided and rate.decided.rounding_may_undo:
        way = Certainty.INDICATION
    return Answer(coded(way, rate.difference.value, stem=f"{name}-"), of, rests, way)


def detail_answers(found: Found | Cannot, asked: Asked, ps: Ps) -> Iterator[Answer]:
    """Who stands higher in the same scale, the range of amounts, and each scale."""
    if isinstance(found, Cannot):
        return
    of = {asked.across: found.level}
    if found.higher:
        share = found.higher.share
        way = established(certainty(share, ps[found.level, "higher"]))
        yield Answer(coded(way, share.value, stem="higher-"), of, ("higher",), way)
    if found.quantiles:
        yield _range_answer(found, of, ps)
    for scale in found.scales:
        gap = scale.gap.gap
        here = {**of, asked.scale or "": scale.level}
        way = established(certainty(gap, ps[found.level, f"scale {scale.level}"]))
        yield Answer(coded(way, gap.value, stem="scale-"), here, ("scale-gap",), way)


def _range_answer(found: Found, of: Mapping[str, str], ps: Ps) -> Answer:
    """Whether the gap shows among the lowest, the middle or the highest paid."""
    names = tuple(f"{code(each.share)}-gap" for each in found.quantiles)
    ways = [
        judged(each.gap, each.interval, ps[found.level, f"quantile {each.share}"])
        for each in found.quantiles
    ]
    if Certainty.DIFFERENCE in ways:
        return Answer("range-found", of, names, Certainty.DIFFERENCE)
    return Answer("range-not-shown", of, names, Certainty.NOT_SHOWN)


def code(share: float) -> str:
    """'q10', 'q50': the name of a quantile."""
    return f"q{round(100 * share)}"
