"""Results are values: nothing in them changes, they can be hashed, and they travel."""

import copy
import json
import pickle
from dataclasses import FrozenInstanceError

import pytest

from tests.tallies import chain_of, duo_2014, tally_of
from waterpas import Tally, chain, compare_groups
from waterpas.frozen import Frozen


@pytest.fixture
def result():
    return chain(duo_2014(), across="herkomst", reference="NL")


def test_nothing_in_a_result_can_be_changed(result):
    group = result.steps[0].comparison.groups[0]
    for mapping in (group.group, group.difference.others, result.question.labels["herkomst"]["NL"]):
        with pytest.raises(TypeError):
            mapping["nl"] = "iets anders"
        with pytest.raises(TypeError):
            mapping.clear()
        with pytest.raises(TypeError):
            mapping |= {"a": 1}


def test_nothing_in_a_tally_can_be_changed():
    counts = duo_2014()
    with pytest.raises(TypeError):
        counts.cells[("NL",)] = counts.cells[("Europa",)]
    with pytest.raises(TypeError):
        counts.cells.pop(("NL",))


def test_a_change_in_what_it_was_made_of_does_not_reach_it():
    cells = {("a",): (10, 60), ("b",): (10, 50)}
    counts = tally_of(cells, by=("g",))
    made = dict(counts.cells)
    other = Tally(by=("g",), cells=made, sources=counts.sources, outcome="uitkomst")
    made.clear()

    assert len(other.cells) == 2


def test_equal_results_are_one_in_a_set(result):
    again = chain(duo_2014(), across="herkomst", reference="NL")

    assert {result, again} == {result}
    assert {duo_2014(), duo_2014()} == {duo_2014()}


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda v: pickle.loads(pickle.dumps(v))]
)
def test_a_copy_is_equal_and_frozen(result, copied):
    assert copied(result) == result
    assert isinstance(copied(result).steps[0].label, Frozen)
    assert copied(duo_2014()) == duo_2014()


def test_it_survives_json():
    assert Tally.from_json(duo_2014().to_json()) == duo_2014()
    assert json.loads(json.dumps(Frozen({"a": Frozen({"b": (1, 2)})}))) == {"a": {"b": [1, 2]}}


def dicts(frame):
    """The rows of a frame, of whichever library was at hand."""
    return frame.to_dicts() if hasattr(frame, "to_dicts") else frame.to_dict("records")


def test_a_tally_is_a_frame_with_a_row_per_cell():
    frame = duo_2014().to_frame()

    assert frame.shape[0] == 3
    rows = {row["herkomst"]: row for row in dicts(frame)}
    assert (rows["NL"]["step_selected"], rows["NL"]["step_selected_low"]) == (1050, 1045)


def test_a_column_called_n_keeps_its_own_place():
    frame = tally_of({("a",): (10, 60)}, by=("n",)).to_frame()

    assert dicts(frame)[0] | {"cases_low": 10} == {
        **{"group_n": "a", "n": 60, "n_low": 60, "n_high": 60},
        **{"cases": 10, "cases_low": 10, "cases_high": 10, "unknown": 0},
    }


def test_two_tallies_of_one_source_are_noted(tmp_path):
    from waterpas import tally

    path = tmp_path / "t.csv"
    path.write_text("g,u\na,ja\nb,nee\n")
    counts = tally(path, by="g", outcome="u")

    assert "same-source" in [note.code for note in (counts + counts).notes]
    path.write_text("g,u\na,ja\nb,ja\nb,nee\n")
    other = tally(path, by="g", outcome="u")
    assert "same-source" not in [note.code for note in (counts + other).notes]


def test_results_of_one_outcome_can_be_compared(result):
    counts = tally_of({("a",): (10, 60), ("b",): (10, 50)}, by=("g",))

    assert compare_groups(counts, across="g", reference="b") == compare_groups(
        counts, across="g", reference="b"
    )
    assert chain_of


@pytest.mark.parametrize("name", ["across", "of_no_field"])
def test_every_assignment_is_refused_in_the_same_words(result, name):
    group = result.steps[0].comparison.groups[0]
    for value in (result, result.steps[0], group, group.n, group.difference, duo_2014()):
        with pytest.raises(FrozenInstanceError, match=f"cannot assign to field '{name}'"):
            setattr(value, name, 1)
        with pytest.raises(FrozenInstanceError, match="cannot delete"):
            delattr(value, name)
