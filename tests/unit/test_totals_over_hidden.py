"""No total over a hidden group: from it and the other groups the hidden one could be counted."""

import pytest

from tests.tallies import chain_of, tally_of
from waterpas.disclosure import release
from waterpas.disclosure.sums import totals_over_hidden
from waterpas.explain.sentences import sentence
from waterpas.measure.chain import chain
from waterpas.measure.groups import compare_groups
from waterpas.results import Count
from waterpas.tallies.build import tally
from waterpas.tallies.tally import Step

PARTS = {("Nederland",): (400, 1000), ("Turkije",): (60, 300), ("Antillen",): (5, 40)}
HIDDEN = {("Antillen",)}


def released(cells, *, reference="Nederland", by=("g",), rounded_to=None):
    across, *strata = by
    counts = tally_of(cells, by=by, rounded_to=rounded_to)
    result = compare_groups(counts, across=across, reference=reference, by=tuple(strata))
    return release(result, audience="internal")


def why(found):
    """Per group why it is hidden; None: it is shown."""
    return {
        tuple(g.group.values()): g.suppressed.reason if g.n.value is None and g.suppressed else None
        for g in found.result.groups
    }


def hidden(found):
    return {key for key, reason in why(found).items() if reason}


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("Totaal", (465, 1340)),
        ("samen", (465, 1340)),
        ("Turkije en Antillen", (65, 340)),
        ("Nederland of Antillen", (405, 1040)),
    ],
)
def test_a_total_over_a_hidden_group_is_hidden_whatever_it_is_called(name, counts):
    found = released({**PARTS, (name,): counts})

    assert why(found)[name,] == "total-over-hidden"
    assert hidden(found) == {("Antillen",), (name,)}


def test_the_page_says_why_the_total_is_not_shown():
    text = sentence(released({**PARTS, ("samen",): (465, 1340)}).result)

    assert "g samen tonen wij hier geen cijfer: met de andere groepen zou u kunnen" in text


def test_a_total_of_groups_that_are_all_shown_stays():
    found = released({**PARTS, ("beide",): (460, 1300)})

    assert hidden(found) == HIDDEN


def test_nothing_is_hidden_for_a_total_when_no_group_is_small():
    cells = {**PARTS, ("Antillen",): (15, 40), ("Totaal",): (475, 1340)}

    assert not hidden(released(cells))


def test_a_total_as_reference_takes_its_counts_out_of_every_other_group():
    found = released({**PARTS, ("Totaal",): (465, 1340)}, reference="Totaal")

    assert {g.reference_n for g in found.result.groups} == {None}


def test_a_total_of_a_hidden_total_is_hidden_too():
    found = released({**PARTS, ("A",): (65, 340), ("B",): (465, 1340), ("China",): (90, 700)})

    assert hidden(found) == {("Antillen",), ("A",), ("B",)}


def test_a_total_of_two_hidden_groups_is_hidden():
    """Who knows one of both knows the other."""
    found = released({**PARTS, ("Suriname",): (9, 30), ("samen",): (14, 70)})

    assert why(found)["samen",] == "total-over-hidden"


def test_a_total_over_the_strata_tells_no_hidden_stratum():
    cells = {(g, s): v for s in ("x", "y") for (g,), v in PARTS.items()}
    cells |= {(g, "stad"): (2 * v[0], 2 * v[1]) for (g,), v in PARTS.items()}
    cells["Antillen", "y"], cells["Antillen", "stad"] = (20, 60), (25, 100)
    found = released(cells, by=("g", "wijk"))

    assert hidden(found) == {("Antillen", "x"), ("Antillen", "stad")}


def test_a_total_in_a_chain_is_hidden_in_every_step():
    names = ("all", "chosen", "fined")
    steps = tuple(Step(name, {}, of=of) for name, of in zip(names, (None, *names), strict=False))
    parts = {("ref",): (1000, 400, 100), ("a",): (500, 200, 50), ("b",): (300, 100, 4)}
    total = {("som",): (1800, 700, 154)}
    counts = chain_of({**parts, **total}, by=("g",), steps=steps)
    found = release(chain(counts, across="g", reference="ref"), audience="council").result

    shown = [{g.group["g"] for g in s.comparison.groups if g.n.value} for s in found.steps]
    assert shown == [{"ref", "a", "b"}, {"ref", "a"}]


def test_with_rounded_counts_a_total_over_a_hidden_group_is_hidden():
    cells = {("Nederland",): (400, 1000), ("Turkije",): (60, 300), ("Antillen",): (0, 40)}
    found = released({**cells, ("alles",): (470, 1350)}, rounded_to=10)

    assert why(found)["alles",] == "total-over-hidden"


def test_rounded_groups_of_about_one_size_stay_where_they_tell_nothing():
    """60 may be 50 with a hidden group of 0 to 9 beside it; it tells no more than that."""
    cells = {("Nederland",): (400, 1000), ("a",): (20, 60), ("b",): (20, 50), ("c",): (0, 10)}
    found = released(cells, rounded_to=10)

    assert hidden(found) == {("c",)}


def test_the_counts_that_somebody_calls_ordinary_groups_hide_nothing_less():
    """The way on the screen: a total kept as a group (totals="keep")."""
    rows = [{"g": g, "n": n, "x": x} for (g,), (x, n) in PARTS.items()]
    rows.append({"g": "Totaal", "n": 1340, "x": 465})
    counts = tally(rows, by="g", outcome="x", count="n", totals="keep")
    found = release(compare_groups(counts, across="g", reference="Nederland"), audience="public")

    assert hidden(found) == {("Antillen",), ("Totaal",)}


def test_no_sum_of_shown_counts_gives_a_hidden_one_back():
    """The positive control of the search: every table with a planted sum is found by trying all."""
    for parts in (("a", "h"), ("a", "b", "h"), ("b", "c", "d", "h"), ("a", "c", "h", "k")):
        base = {"a": (310, 97), "b": (523, 201), "c": (871, 333), "d": (1209, 410)}
        base |= {"h": (23, 4), "k": (31, 2)}
        sums = tuple(sum(base[name][at] for name in parts) for at in (0, 1))
        counts = {(name,): tuple(map(Count.exact, each)) for name, each in base.items()}
        counts["t",] = tuple(map(Count.exact, sums))

        assert totals_over_hidden(counts, {("h",), ("k",)}, minimum=10) == {("t",)}


def test_many_groups_do_not_all_go_because_some_sum_fits_by_chance():
    base = {(f"w{at}",): (300 + 37 * at % 211, 100 + 13 * at % 61) for at in range(30)}
    counts = {key: tuple(map(Count.exact, each)) for key, each in base.items()}
    counts["h",] = (Count.exact(23), Count.exact(4))
    total = [sum(each[at].low for each in counts.values()) for at in (0, 1)]
    counts["all",] = tuple(map(Count.exact, total))

    assert totals_over_hidden(counts, {("h",)}, minimum=10) == {("all",)}
