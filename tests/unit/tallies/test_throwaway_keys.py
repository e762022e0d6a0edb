"""Who decides is not kept: keys of a moment in the place of names."""

import pytest

from waterpas.errors import CallError
from waterpas.tallies.build import tally
from waterpas.tallies.tally import UNKNOWN, Tally
from waterpas.tallies.throwaway import has_throwaway_keys, with_throwaway_keys

NAMES = ["Aylin Kaya", "aylin  kaya", "Bram de Wit", None, "NULL", "Chidi"]


def counted(**options):
    rows = [
        {"wie": name, "groep": group, "n": at + 2, "ja": at}
        for at, name in enumerate(NAMES)
        for group in ("a", "b")
    ]
    return tally(rows, by=["groep", "wie"], outcome="ja", count="n", **options)


def counts_of(tally_, column):
    place = tally_.position(column)
    made = {}
    for key, cell in tally_.cells.items():
        rest = key[:place] + key[place + 1 :]
        made.setdefault(rest, []).append((cell.n.value, cell.cases.value))
    return {rest: sorted(each) for rest, each in made.items()}


def test_no_name_is_left_anywhere_in_what_is_kept():
    before, after = counted(), with_throwaway_keys(counted(), column="wie")

    assert "Kaya" in before.to_json()  # it was there
    assert not any(name in after.to_json() for name in ("Kaya", "kaya", "Bram", "Chidi"))
    assert has_throwaway_keys(after, column="wie")
    assert not has_throwaway_keys(before, column="wie")


def test_the_counts_are_the_same():
    before, after = counted(), with_throwaway_keys(counted(), column="wie")

    assert counts_of(before, "wie") == counts_of(after, "wie")
    assert before.total == after.total


def test_each_level_has_a_key_of_its_own_in_every_cell():
    after = with_throwaway_keys(counted(), column="wie")

    for key in after.levels("wie"):
        assert {cell[0] for cell in after.cells if cell[1] == key} == {"a", "b"}
    assert len(after.levels("wie")) == len(counted().levels("wie"))


def test_who_did_not_say_stays_unknown():
    after = with_throwaway_keys(counted(), column="wie")

    assert UNKNOWN in after.levels("wie")
    assert after.cells["a", UNKNOWN] == counted().cells["a", UNKNOWN]


def test_the_same_table_twice_has_other_keys():
    one, other = (set(with_throwaway_keys(counted(), column="wie").levels("wie")) for _ in range(2))

    assert one & other == {UNKNOWN}


def test_the_cells_stand_in_the_order_of_the_keys():
    after = with_throwaway_keys(counted(), column="wie")

    assert list(after.cells) == sorted(after.cells)


def test_labels_and_notes_with_names_go_and_others_stay():
    from dataclasses import replace

    from waterpas.results import Question

    label = {"Bram de Wit": {"nl": "Bram", "en": "Bram"}}
    question = Question(labels={"wie": label, "groep": {"a": {"nl": "A", "en": "A"}}})
    before = replace(counted(), question=question)
    assert any(note.code == "spelled-apart" for note in before.notes)  # it was there

    after = with_throwaway_keys(before, column="wie")

    assert set(after.question.labels) == {"groep"}
    assert [note.code for note in after.notes] == ["missing-level", "throwaway-keys"]


def test_a_total_among_the_names_is_a_total_still():
    rows = [{"wie": w, "n": n, "ja": 1} for w, n in (("x", 5), ("y", 7), ("Totaal", 12))]
    rows[2]["ja"] = 2
    before = tally(rows, by=["wie"], outcome="ja", count="n", totals="keep")

    after = with_throwaway_keys(before, column="wie")

    assert after.total == before.total
    assert "Totaal" not in after.to_json()


def test_it_can_be_kept_and_read_back():
    after = with_throwaway_keys(counted(), column="wie")

    back = Tally.from_json(after.to_json())
    assert back == after
    assert has_throwaway_keys(back, column="wie")


def test_a_second_time_gives_new_keys_and_says_so_once():
    twice = with_throwaway_keys(with_throwaway_keys(counted(), column="wie"), column="wie")

    assert [note.code for note in twice.notes].count("throwaway-keys") == 1


def test_a_column_that_is_not_there_is_refused():
    with pytest.raises(CallError, match="niemand"):
        with_throwaway_keys(counted(), column="niemand")
