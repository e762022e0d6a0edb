"""From numbers to answers in codes: are judgements alike, and as often in each group."""

from collections.abc import Sequence

from waterpas.measure.agreements.beyond_chance import Judged
from waterpas.measure.agreements.figures import COUNTED, Compared
from waterpas.measure.agreements.numbers import Squares
from waterpas.measure.certainty import certainty_of, perhaps
from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.measure.waiting.found import can_be_seen
from waterpas.measure.waiting.shares import difference_interval, p_of
from waterpas.results import DECIDING_LEVEL, Answer, Certainty

FEWEST_FILES = 20
FEWEST_RATERS = 3  # with two numbers, how much stricter the one is would tell of the other
WHOLE = ("agreed", "by-chance", "beyond-chance")
GROUP = ("agreed", "reference-agreed", "agreed-difference")
NUMBERS = ("from-file", "from-file-same-strictness")


def too_few() -> Answer:
    """That there are too few files with two judgements."""
    return Answer("cannot-too-few", figures=(COUNTED,), certainty=Certainty.TOO_FEW)


def whole_answers(whole: Judged) -> tuple[Answer, ...]:
    """How often judgements of the same file are alike, and whether more often than by chance."""
    if whole.alpha is None:
        return (Answer("cannot-all-alike", figures=("agreed",)),)
    code = "alike" if whole.unanimous < whole.n else "always-alike"
    return Answer(code, figures=("agreed",)), _beside_chance(whole, whole.alpha)


def _beside_chance(whole: Judged, alpha: float) -> Answer:
    certainty = certainty_of(whole.interval(DECIDING_LEVEL), whole.p)
    if certainty is Certainty.NOT_SHOWN:
        return Answer("not-shown", {}, WHOLE, certainty)
    code = "beyond-chance" if alpha > 0 else "below-chance"
    return Answer(perhaps(code, certainty), {}, WHOLE, certainty)


def group_answers(found: Sequence[Compared], *, across: str) -> tuple[Answer, ...]:
    """Per group whether judgements are alike as often as for the others; all are one family."""
    ps = benjamini_hochberg([_p(each) for each in found])
    return tuple(_group(each, {across: each.level}, p) for each, p in zip(found, ps, strict=True))


def enough(found: Compared) -> bool:
    """Whether there are enough files on both sides to say something."""
    return min(found.mine.n, found.other.n) >= FEWEST_FILES


def _p(found: Compared) -> float | None:
    if not enough(found) or not can_be_seen(found.mine.alike, found.other.alike):
        return None
    return p_of(found.mine.alike, found.other.alike)


def _group(found: Compared, of: dict[str, str], adjusted: float | None) -> Answer:
    if not enough(found):
        return Answer("group-too-few", of, (COUNTED,), Certainty.TOO_FEW)
    both = found.mine.alike, found.other.alike
    if not can_be_seen(*both):
        return Answer("group-too-few", of, GROUP, Certainty.TOO_FEW)
    certainty = certainty_of(difference_interval(*both, DECIDING_LEVEL), adjusted)
    if certainty is Certainty.NOT_SHOWN:
        return Answer("group-not-shown", of, GROUP, certainty)
    code = "group-more" if both[0].value > both[1].value else "group-less"
    return Answer(perhaps(code, certainty), of, GROUP, certainty)


def number_answer(squares: Squares) -> Answer:
    """Whether the file itself decides about the number."""
    if squares.agreement(DECIDING_LEVEL).low > 0:
        return Answer("from-file", {}, NUMBERS, Certainty.DIFFERENCE)
    return Answer("from-file-not-shown", {}, NUMBERS, Certainty.NOT_SHOWN)
