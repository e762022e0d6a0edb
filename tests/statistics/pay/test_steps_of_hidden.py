"""A hidden group does not set the steps in which amounts of other groups leave."""

import pytest

from tests.statistics.pay.tables import counted, measured, steps
from waterpas.disclosure.figures import shown_figures

SHOWN = steps("A", "5", 40) | steps("B", "5", 90, 2600) | {("B", "5", "2250"): 6}
SHOWN |= steps("A", "5", 30, 2900, amounts=9) | steps("B", "5", 50, 3000, amounts=9)
FOUR = {("C", "5", "2075"): 4}, {("C", "5", "25475"): 4}
NEARLY_ALIKE = (
    {("C", "5", "2500"): 30, ("C", "5", "2900"): 3},
    {("C", "5", "2500"): 30, ("C", "5", "25000"): 3},
)
TWENTY = steps("C", "5", 3, 2500), steps("C", "5", 2, 2500) | {("C", "5", "9500"): 7}


def told(cells, minimum=10):
    """What somebody reads of a table with a group C."""
    result = shown_figures(measured(counted(SHOWN | cells), scale=None), minimum=minimum)[0]
    return result.figures, result.answers, result.notes


@pytest.mark.parametrize(
    ("low", "high", "minimum"),
    [(*FOUR, 10), (*NEARLY_ALIKE, 10), (*TWENTY, 30)],
    ids=["few people", "nearly all alike", "a higher minimum"],
)
def test_what_a_hidden_group_earns_changes_nothing_of_others(low, high, minimum):
    assert told(low, minimum) == told(high, minimum)
    assert any(figure.unit == "amount" and figure.value for figure in told(low, minimum)[0])


def test_a_group_that_is_shown_sets_the_steps_of_all():
    """Positive control: with another reference the amounts of A leave in the same steps."""
    low, high = (measured(counted(SHOWN | steps("C", "5", 300, each))) for each in (2500, 12500))
    a = {"groep": "A"}

    assert low.figure("mean", a).step < high.figure("mean", a).step
