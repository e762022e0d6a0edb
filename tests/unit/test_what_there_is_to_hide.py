"""What there would have been to say of a hidden group tells nothing of it either.

Whoever looks for it changes only the hidden group H, and looks for a page that changes.
"""

from itertools import product

import pytest

from tests.unit.test_nothing_of_a_hidden_group import public
from tests.unit.test_words_by_what_is_shown import table
from waterpas.disclosure import figures, release
from waterpas.measure.change import change
from waterpas.measure.deciders import deciders
from waterpas.measure.duration import duration
from waterpas.measure.intersections import intersections
from waterpas.measure.pay import pay
from waterpas.measure.risk_profile import risk_profile
from waterpas.results import NOTHING_UNSEEN


def over_time(before, after):
    """Nearly everybody of H has the outcome: whether a gap can be told hangs on who has not."""
    rows = [("B", 2020, 400, 150), ("B", 2021, 400, 160), ("A", 2020, 200, 80)]
    rows += [("A", 2021, 200, 90), ("H", 2020, *before), ("H", 2021, *after)]
    whole = table(*rows, by="gp", outcome="x")
    return change(whole, across="g", reference="B", period="p", since="2021")


def combined(men, women):
    """A difference is found or not with the few of H among all men and all women."""
    rows = [("B", "m", 300, 137), ("B", "v", 320, 108), ("A", "m", 150, 41), ("A", "v", 190, 60)]
    rows += [("H", sex, *each) for sex, each in (("m", men), ("v", women)) if each[0]]
    return intersections(table(*rows, by="gs", outcome="x"), across="g", columns=["s"])


def paid(*amounts):
    """Pay that is odd: below zero, nothing, or very high."""
    rows = [(each, 2000 + 50 * at, 12) for at in range(40) for each in "BA"]
    rows += [("H", amount, 1) for amount in amounts]
    return pay(table(*rows, by="gb"), across="g", reference="B", amount="b")


def decided(*desks):
    """H at a decider with few people, who does not count, or at others."""
    rows = [
        (group, f"d{at}", n, int(n * (0.3 + 0.02 * at)))
        for at in range(12)
        for group, n in (("B", 40), ("A", 20))
    ]
    rows += [("B", "few", 9, 4), *(("H", desk, 1, 1) for desk in desks)]
    whole = table(*rows, by=["g", "behandelaar"], outcome="x")
    return deciders(whole, across="g", reference="B", decider="behandelaar")


def sampled(*people):
    """Of whom of H it is known whether something is found: those in the random sample."""
    kinds = product(("ja", "nee"), ("ja", "nee"), ("ja", "nee"))
    rows = [
        (group, *kind, n + 13 * at)
        for at, kind in enumerate(kinds)
        for group, n in (("B", 90), ("A", 40))
    ]
    rows += [("H", *kind, 1) for kind in people]
    return risk_profile(
        table(*rows, by="gsfr"),
        across="g",
        reference="B",
        selected="s=ja",
        found="f=ja",
        random="r=ja",
    )


def waited(*ended):
    """Of H somebody is still open, or nobody: then giving up is looked at to the end for all."""
    rows = [
        (group, 3 * day, end, n)
        for day in range(30)
        for group, end, n in (("B", "ja", 9), ("A", "ja", 5), ("B", "weg", 2), ("A", "weg", 1))
    ]
    rows += [("H", 5 + at, end, 2) for at, end in enumerate(ended)]
    whole = table(*rows, by=["g", "days", "end"])
    return duration(
        whole,
        across="g",
        reference="B",
        days="days",
        ended="end",
        decided="ja",
        gave_up="weg",
        horizon=40,
    )


JA, NEE = "ja", "nee"
TRIED = {
    over_time: [((5, 5), (50, 49)), ((20, 20), (16, 16)), ((20, 3), (30, 2))],
    combined: [((8, 6), (0, 0)), ((5, 1), (3, 2)), ((1, 0), (7, 7))],
    paid: [(2500, 2600), (2500, -5), (0, 2600), (2500, 90000), (90, 100, 110)],
    waited: [("ja", "weg"), ("ja", "open"), ("weg", "open", "open")],
    decided: [("d1", "d2"), ("few",), ("few", "d2")],
    sampled: [[(JA, NEE, NEE), (NEE, JA, JA), (NEE, NEE, JA)], [(NEE, JA, NEE)]],
}
EVERY = pytest.mark.parametrize("method", TRIED, ids=lambda each: each.__name__)


def pages(method):
    return {public(method(*each)) for each in TRIED[method]}


@EVERY
def test_the_page_is_the_same_whatever_a_hidden_group_holds(method):
    assert len(pages(method)) == 1


def test_without_the_rule_on_sentences_it_tells_that_a_gap_could_be_told(monkeypatch):
    said = figures._said
    monkeypatch.setattr(figures, "_said", lambda answer, going, _: said(answer, going, set()))

    assert len(pages(over_time)) > 1


@pytest.mark.parametrize(
    "method", [combined, paid, sampled, waited], ids=lambda each: each.__name__
)
def test_without_the_rule_on_what_is_made_anew_the_page_tells(method, monkeypatch):
    monkeypatch.setattr(figures, "_unseen", lambda *_: NOTHING_UNSEEN)

    assert len(pages(method)) > 1


def test_odd_pay_in_a_group_that_is_shown_is_still_named():
    rows = [(each, 2000 + 50 * at, 12) for at in range(40) for each in "BA"]
    rows += [("A", 0, 3), ("H", 2500, 4)]
    told = release(
        pay(table(*rows, by="gb"), across="g", reference="B", amount="b"), audience="public"
    )

    assert "amount-nothing-some" in {note.code for note in told.result.notes}
