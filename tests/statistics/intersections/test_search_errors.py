"""How often the search claims something where nothing is, and how often it finds what is there."""

import pytest

from tests.statistics.intersections.draws import GRID, shares_of_claims
from waterpas.measure.combinations import search

pytestmark = pytest.mark.proof

SEARCH = GRID["search"]


def many(prove):
    return SEARCH["datasets"] if prove else SEARCH["datasets"] // 10


def test_without_a_difference_hardly_anything_is_claimed(prove):
    shares = shares_of_claims("nothing", many(prove))

    assert [share for share in shares if share > SEARCH["at_most"]] == []
    assert max(shares) > 0  # a search that never claims anything would pass as well


def test_planted_combinations_are_found(prove):
    found = shares_of_claims("planted", many(prove))

    for share, case in zip(found, SEARCH["planted"], strict=True):
        assert share >= case["at_least"]


def test_a_planted_search_without_adjustment_is_caught(prove, monkeypatch):
    monkeypatch.setattr(search, "benjamini_hochberg", lambda p: list(p))
    shares_of_claims.cache_clear()
    shares = shares_of_claims("nothing", 50)
    shares_of_claims.cache_clear()

    assert min(shares) > SEARCH["at_most"]


def test_a_planted_search_by_the_score_test_alone_is_caught(prove, monkeypatch):
    monkeypatch.setattr(search, "MANY_EXPECTED", 0)
    shares_of_claims.cache_clear()
    rare = shares_of_claims("nothing", 100)[4]
    shares_of_claims.cache_clear()

    assert SEARCH["nothing"][4]["rate"] == 0.02
    assert rare > SEARCH["at_most"]
