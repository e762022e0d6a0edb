"""Of rounded counts at least as many comparisons count as any table behind them makes."""

import pytest

from tests.statistics.pay.rough_tables import behind
from tests.statistics.pay.tables import counted, measured
from tests.statistics.pay.test_rough import TABLES, small

FEW = small(of_a=(5, 5, 0), of_b=(10, 10, 0), to=5)  # ten people of A in some tables only


@pytest.mark.parametrize("rough", [*TABLES, FEW])
def test_no_table_behind_a_rounded_one_makes_more_comparisons(rough):
    families = [
        measured(counted({key: n for key, n in table.items() if n})).family
        for table in list(behind(rough))[::211]
    ]

    assert max(families) > 0
    assert measured(rough).family >= max(families)


def test_what_no_table_can_compare_does_not_count():
    assert measured(small(of_a=(2, 2, 2), of_b=(10, 10, 10), to=2)).family == 0
