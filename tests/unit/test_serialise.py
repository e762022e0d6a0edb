"""Results as JSON and as frames: the form is documented, and nothing undefined slips in."""

import copy
import json
from importlib.resources import files

import jsonschema
import pytest

from tests.tallies import duo_2014, tally_of
from waterpas import serialise
from waterpas.disclosure import release
from waterpas.measure.against import EVERYBODY
from waterpas.measure.chain import chain
from waterpas.measure.groups import compare_groups
from waterpas.tallies import framed

SCHEMA = json.loads(files("waterpas").joinpath("schemas/result-v1.schema.json").read_text())


def results():
    """Results of every shape."""
    odd = tally_of(
        {("ref", "x"): (0, 100), ("g", "x"): (20, 100), ("h", "x"): (None, 5), ("i", "x"): (0, 0)},
        by=("g", "s"),
        unknown={("g", "x"): 3},
    )
    yield chain(duo_2014(), across="herkomst", reference="NL")
    yield compare_groups(odd, across="g", reference="ref", by=("s",))
    plain = tally_of({("a",): (30, 100), ("b",): (2, 9)}, by=("g",), rounded_to=10)
    yield compare_groups(plain, across="g", reference=EVERYBODY)
    yield release(compare_groups(plain, across="g", reference="a"), audience="public").result


@pytest.mark.parametrize("result", list(results()))
def test_every_result_is_valid_json_of_the_documented_form(result):
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(result.to_json()))


def test_the_schema_refuses_what_is_not_documented():
    plain = json.loads(next(results()).to_json())
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for planted in ({"racism_score": 7}, {"steps": []}, {"notes": [{"text": "x"}]}):
        broken = {**copy.deepcopy(plain), **planted}
        assert not validator.is_valid(broken)


def test_a_nan_is_refused_and_never_written():
    with pytest.raises(ValueError, match="JSON"):
        serialise.dumps({"rate": float("nan")})


def test_a_frame_has_one_row_per_step_and_group_with_the_ends_of_intervals():
    frame = next(results()).to_frame()

    assert frame.shape[0] == 9
    assert {"step", "herkomst", "rate", "rate_interval_low", "ratio_interval_high"} <= set(
        frame.columns
    )


@pytest.mark.parametrize("name", ["pandas", "polars", "pyarrow"])
def test_a_frame_is_of_the_library_that_is_at_hand(name, monkeypatch):
    monkeypatch.setattr(framed, "_libraries", lambda: ["nothing_of_that_name", name])

    frame = next(results()).to_frame()

    assert type(frame).__module__.startswith(name)


def test_without_any_of_them_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setattr(framed, "_libraries", lambda: ["nothing_of_that_name"])

    with pytest.raises(ModuleNotFoundError, match="pip install polars"):
        next(results()).to_frame()


def test_tallies_that_were_added_name_all_their_sources():
    tally = tally_of({("a",): (30, 100), ("b",): (20, 90)}, by=("g",))
    plain = serialise.comparison(compare_groups(tally + tally, across="g", reference="a"))

    assert plain["source"]["rows"] == 4
    assert len(plain["source"]["parts"]) == 2


def test_no_column_is_there_without_ever_holding_something():
    """What can be absent as a whole keeps the columns of its parts."""
    pair = tally_of({("a",): (300, 1000), ("b",): (200, 900)}, by=("g",), unknown={("b",): 3})
    rows = serialise.flat_rows(compare_groups(pair, across="g", reference="a"))
    names = {name for row in rows for name in row}

    assert {"smallest_detectable_difference", "outcome_unknown"}.isdisjoint(names)
    assert rows[0]["smallest_detectable_difference_higher"] is None
    assert rows[1]["smallest_detectable_difference_higher"] > 0
    assert (rows[0]["outcome_unknown_count"], rows[1]["outcome_unknown_count"]) == (None, 3)
