"""Like with like: what cannot be asked is refused in a sentence."""

import pytest

from tests.statistics.adjusted.test_adjusted import STAYS, found
from waterpas import EVERYBODY, adjusted
from waterpas.errors import CallError, LevelError
from waterpas.tallies.build import tally


def test_one_group_only():
    with pytest.raises(CallError, match="maar één groep"):
        found({"nl a": (30, 100), "nl b": (40, 100)})


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"given": ()}, "Noem minstens één kolom"),
        ({"given": "groep"}, "staat er twee keer"),
        ({"given": ("wijk", "wijk")}, "staat er twee keer"),
        ({"given": "straat"}, "staat niet in de telling"),
        ({"across": "straat"}, "staat niet in de telling"),
        ({"reference": "mars"}, "komt niet voor in kolom"),
        ({"reference": EVERYBODY}, "hoort daar zelf bij"),
        ({"made_by_process": "straat"}, "staat niet in de telling"),
        ({"bootstrap": 20}, "200 tot 10000 keer; gevraagd is 20"),
        ({"bootstrap": -5}, "200 tot 10000 keer; gevraagd is -5"),
        ({"bootstrap": 10_001}, "200 tot 10000 keer; gevraagd is 10001"),
        ({"bootstrap": 300.7}, "een heel aantal keren; gevraagd is 300.7"),
        ({"bootstrap": 999, "level": 0.99}, "0.99 moet u minstens 1000 keer .* gevraagd is 999"),
        ({"bootstrap": 9_999, "level": 0.999}, "0.999 moet u minstens 10000 keer"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(asked, message):
    with pytest.raises(CallError, match=message):
        found(STAYS, **asked)


@pytest.mark.parametrize(("level", "draws"), [(0.8, 200), (0.95, 200), (0.975, 400), (0.99, 1000)])
def test_so_many_draws_are_enough(level, draws):
    made = found(STAYS, level=level, bootstrap=draws)

    assert made.figure("modelled-difference", {"groep": "x"}).interval.level == level


def test_a_formula_needs_no_draws():
    assert found(STAYS, level=0.999).level == 0.999


def test_a_level_of_no_use_is_refused():
    with pytest.raises(LevelError):
        found(STAYS, level=0.5)


def test_what_is_no_tally_is_refused():
    with pytest.raises(CallError, match="Geef een telling"):
        adjusted([1, 2], across="groep", reference="nl", given="wijk")


def test_a_tally_without_an_outcome_is_refused():
    counts = tally(
        [{"groep": "x", "wijk": "a"}, {"groep": "nl", "wijk": "a"}], by=["groep", "wijk"]
    )
    with pytest.raises(CallError, match="geen uitkomst"):
        adjusted(counts, across="groep", reference="nl", given="wijk")


def test_persons_in_several_rows_are_refused():
    rows = [
        {"wie": at % 30, "groep": "x" if at % 2 else "nl", "wijk": "a", "uit": at % 3 == 0}
        for at in range(120)
    ]
    counts = tally(rows, by=["groep", "wijk"], outcome="uit", person="wie")
    with pytest.raises(CallError, match="vaker kan voorkomen"):
        adjusted(counts, across="groep", reference="nl", given="wijk")
