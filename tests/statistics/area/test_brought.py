"""Figures of CBS put into the counts give what they give with the file beside the counts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tallies import tally_of
from waterpas.codebooks.neighbourhoods import GROUPS
from waterpas.errors import CallError
from waterpas.measure.area import area
from waterpas.measure.areas.brought import LIVING, with_figures
from waterpas.results import Measured
from waterpas.tallies.neighbourhoods import Neighbourhoods, read_neighbourhoods
from waterpas.tallies.tally import UNKNOWN, Tally

OUTSIDE = "buiten-europa"
ON_MAPS, IN_STATLINE = GROUPS[OUTSIDE].percentage, "BuitenEuropa_19"
SECRET = "-99997"
AREAS = [f"BU9999{at:04d}" for at in range(12)]


def counts(areas=AREAS, *, districts: bool = False) -> Tally:
    by = ("buurt", "wijk") if districts else ("buurt",)
    return tally_of(
        {(code, f"W{at // 3}")[: len(by)]: (60 + at, 800) for at, code in enumerate(areas)}, by=by
    )


def of_cbs(figures, *, column=ON_MAPS) -> Neighbourhoods:
    """A file with (code, residents, figure) per area."""
    heads = ("buurtcode", "aantal_inwoners", column)
    return read_neighbourhoods([dict(zip(heads, each, strict=True)) for each in figures])


def both_ways(tally, found, **asked) -> tuple[Measured, Measured]:
    """With the file beside the counts, and with its figures in them, once they were kept."""
    beside = area(tally, across="buurt", neighbourhoods=found, of=OUTSIDE, **asked)
    joined, share = with_figures(tally, found, across="buurt", of=OUTSIDE)
    kept = Tally.from_json(joined.to_json())
    return beside, area(kept, across="buurt", share=share, residents=LIVING, **asked)


def same(one: Measured, other: Measured) -> bool:
    """All but how it was asked, and what is kept of a source."""
    return replace(one, asked={}, sources=()) == replace(other, asked={}, sources=())


figures_of_maps = st.lists(
    st.tuples(
        st.one_of(st.none(), st.integers(160, 400).map(lambda n: str(5 * n))),
        st.one_of(st.just(SECRET), st.just("."), st.integers(0, 100).map(str)),
    ),
    min_size=12,
    max_size=12,
)
figures_of_statline = st.lists(
    st.tuples(
        st.integers(160, 400).map(lambda n: str(5 * n)),
        st.one_of(st.just(SECRET), st.integers(0, 160).map(lambda n: str(5 * n))),
    ),
    min_size=12,
    max_size=12,
)


@given(figures_of_maps, st.integers(1, 12), st.sampled_from(["some", "everybody"]))
def test_percentages_in_the_counts_are_those_of_the_file(figures, known, counted):
    found = of_cbs([(AREAS[at], *figures[at]) for at in range(known)])
    assert same(*both_ways(counts(), found, counted=counted))


@given(figures_of_statline, st.integers(1, 12), st.sampled_from(["some", "everybody"]))
def test_numbers_of_people_in_the_counts_are_those_of_the_file(figures, known, counted):
    rows = [(AREAS[at], *figures[at]) for at in range(known)]
    found = of_cbs(rows, column=IN_STATLINE)
    assert same(*both_ways(counts(), found, counted=counted))


def test_neighbourhoods_of_the_file_can_be_taken_together_in_districts():
    found = of_cbs([(code, "1000", str(5 * at)) for at, code in enumerate(AREAS[:9])])
    one, other = both_ways(counts(districts=True), found, larger="wijk", counted="everybody")

    assert same(one, other)
    assert one.figures, "something is said of the districts"


def test_an_area_that_the_file_does_not_know_stays_in_the_counts_and_is_named():
    found = of_cbs([(code, "1000", "20") for code in AREAS[:9]])
    joined, share = with_figures(counts(), found, across="buurt", of=OUTSIDE)

    assert joined.total == counts().total
    notes = {note.code: note.fields for note in area(joined, across="buurt", share=share).notes}
    assert notes["areas-left-out"]["levels"] == tuple(AREAS[9:])
    assert "share-hidden" not in notes


def test_a_secret_percentage_and_an_unknown_area_are_no_areas_that_are_missing():
    tally = counts([*AREAS[:11], UNKNOWN])
    found = of_cbs([(code, "1000", SECRET if at == 3 else "20") for at, code in enumerate(AREAS)])
    joined, share = with_figures(tally, found, across="buurt", of=OUTSIDE)

    notes = {note.code: note.fields for note in area(joined, across="buurt", share=share).notes}
    assert notes["share-hidden"]["areas"] == 1
    assert "areas-left-out" not in notes
    assert joined.sources[-1] == found.source


def test_codes_that_do_not_fit_at_all_are_refused():
    found = of_cbs([("BU00010001", "1000", "20")])
    with pytest.raises(CallError, match="Geen enkel gebied"):
        with_figures(counts(), found, across="buurt", of=OUTSIDE)


def test_a_column_with_people_needs_all_residents_and_says_so():
    found = of_cbs([(code, "1000", "20") for code in AREAS], column=IN_STATLINE)
    joined, share = with_figures(counts(), found, across="buurt", of=OUTSIDE)

    with pytest.raises(CallError, match="aantallen mensen, en geen percentages"):
        area(joined, across="buurt", share=share)


def test_a_column_of_percentages_is_never_taken_for_people():
    """StatLine has a number behind every name; a name without one is somebody's own."""
    rows = {(code, "20", "1000"): (60, 800) for code in AREAS}
    tally = tally_of(rows, by=("buurt", "BuitenEuropa", "wonen"))
    found = area(tally, across="buurt", share="BuitenEuropa", residents="wonen", of=OUTSIDE)
    beside, alone = of_cbs([(code, "1000", "20") for code in AREAS]), tally.roll_up(to=("buurt",))

    assert same(found, area(alone, across="buurt", neighbourhoods=beside, of=OUTSIDE))
