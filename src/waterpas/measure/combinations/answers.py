"""What came out of a search, in codes: about all combinations, about one, about a pair."""

from collections.abc import Iterator, Sequence

from waterpas.measure.combinations.figures import Pair
from waterpas.measure.combinations.search import Compared
from waterpas.measure.combinations.strata import Strata
from waterpas.results import Answer, Certainty

TOLD = 5  # a longer list of sentences helps no reader: the others stand in the table


def overall(found: Sequence[Compared]) -> Answer:
    """Whether a difference was found anywhere."""
    if not any(each.p is not None for each in found):
        return Answer("too-few-everywhere", certainty=Certainty.TOO_FEW)
    if not any(each.found for each in found):
        return Answer("none-found", figures=("found",), certainty=Certainty.NOT_SHOWN)
    return Answer("some-found", figures=("found",), certainty=Certainty.DIFFERENCE)


def of_groups(shown: Sequence[Compared]) -> Iterator[Answer]:
    """The first of those that were found, the worst off first."""
    for each in [one for one in shown if one.found][:TOLD]:
        code = "more" if each.difference > 0 else "less"
        yield Answer(code, dict(each.group.of), ("rate", "difference"), each.certainty)


def of_pairs(pairs: Sequence[Pair], shown: Sequence[Compared]) -> Iterator[Answer]:
    """Of the pairs with a sentence: whether it is more than both characteristics add up to."""
    told = {each.group.of: each for each in [one for one in shown if one.found][:TOLD]}
    for pair in pairs:
        if pair.group.of in told:
            code, sure = _pair(pair, told[pair.group.of].difference)
            yield Answer(code, dict(pair.group.of), ("extra",), sure)


def _pair(pair: Pair, difference: float) -> tuple[str, Certainty]:
    if pair.decided.holds(0.0):
        alone = pair.extra.points_interval.holds(0.0)
        return ("adds-up" if alone else "adds-up-among-many"), Certainty.NOT_SHOWN
    stronger = (pair.extra.points > 0) == (difference > 0)
    return ("more-than-parts" if stronger else "less-than-parts"), Certainty.DIFFERENCE


def of_strata(strata: Strata) -> Answer:
    """How far all full combinations lie apart."""
    if strata.pcv is None or not strata.differ:
        return Answer("no-spread", figures=("vpc",), certainty=Certainty.NOT_SHOWN)
    return Answer("spread" if strata.pcv > 0 else "spread-stays", figures=("vpc", "pcv"))
