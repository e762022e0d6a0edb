"""What leaves: nothing of an assessor, and nothing from which a few files can be counted back."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import waterpas
from tests.statistics.agreement.tables import codes, measured, pairs, table
from waterpas.explain.plain import plain_text
from waterpas.measure.agreements import leaving
from waterpas.measure.agreements.rough import rough
from waterpas.tallies.unordered import with_forgotten_order

LARGE = pairs("B", 300, 20, 20, 260)


def released(rows, **more):
    """As the platform releases it: from a table that forgot who gave which judgement."""
    kept = with_forgotten_order(table(rows), columns=("een", "twee"))
    found = measured(kept, raters=("oordeel 1", "oordeel 2"), **more)
    return waterpas.release(found, audience="internal").result


def shown(result, name, group=None):
    figure = result.figure(name, {"groep": group} if group else {})
    return figure and figure.value


def test_of_large_groups_everything_is_shown():
    result = released([*pairs("A", 120, 40, 30, 110), *LARGE])

    assert codes(result, "A") == ["group-less"]
    assert not [each.name for each in result.figures if each.suppressed]


def test_what_leaves_is_the_same_whoever_gave_which_judgement():
    """All tables with the same pairs, whoever said what: from one to none of the differences."""
    told = {
        str(released([*pairs("A", 120, first, 70 - first, 110), *LARGE]))
        for first in (0, 1, 9, 35, 70)
    }
    assert len(told) == 1


def test_the_kappa_of_cohen_would_tell_how_strict_each_is():
    """The attack that keeps it out: it differs between tables that differ in who said what only."""
    from waterpas.measure.agreements.coefficients import cohen_kappa

    assert len({cohen_kappa([[120, first], [70 - first, 110]]) for first in (0, 20, 35)}) == 3


@pytest.mark.parametrize("few", [0, 1, 9])
def test_fewer_than_ten_files_on_which_two_differ_are_not_told(few):
    result = released([*pairs("A", 120, few, 0, 110), *LARGE])

    assert codes(result, "A") == ["hidden"]
    assert [shown(result, "agreed", name) for name in ("A", None)] == [None, None]
    assert result.sources[0].sha256 is None


def test_a_small_reference_cannot_be_taken_off_all_files():
    result = released([*pairs("B", 20, 4, 4, 20), *pairs("A", 120, 40, 30, 110)])

    assert shown(result, "agreed", "A") is not None
    told = [each.name for each in result.figures if each.value is not None and not each.of]
    assert told == []
    assert shown(result, "reference-agreed", "A") is None
    assert shown(result, "agreed-difference", "A") is None


def test_without_the_parts_a_small_reference_would_be_found(monkeypatch):
    """The leak that the parts close: all files, less those of the group."""
    monkeypatch.setattr(leaving.Side, "rough", property(lambda side: rough(side.judged)))
    monkeypatch.setattr(leaving.Side, "people", property(lambda side: (side.rough.people,)))
    result = released([*pairs("B", 20, 4, 4, 20), *pairs("A", 120, 40, 30, 110)])

    assert shown(result, "agreed") is not None


def test_a_small_group_goes_whole_and_so_does_what_is_told_of_all():
    result = released([*pairs("A", 3, 2, 1, 3), *pairs("C", 120, 40, 30, 110), *LARGE])

    assert codes(result, "A") == ["hidden"]
    assert codes(result) == ["hidden", "hidden"]
    assert codes(result, "C") == ["group-less"]


def test_fewer_than_twenty_files_in_all_are_not_told_where_they_are_few():
    assert codes(released(pairs("B", 3, 2, 1, 3))) == ["hidden", "hidden"]
    assert codes(released(pairs("B", 0, 10, 0, 9))) == ["hidden", "hidden"]
    assert codes(released(pairs("B", 6, 2, 3, 5))) == ["hidden", "hidden"]
    assert codes(measured(table(pairs("B", 6, 2, 3, 5)))) == ["cannot-too-few"]


# With the share alike and the share by chance whoever knows the files counts both kinds.


def counted_back(result, files, group=None):
    """All tables of two kinds, of which nobody knows the order, that fit what is shown."""
    alike, chance = (shown(result, each, group) for each in ("agreed", "by-chance"))
    found = set()
    for yes, no in product(range(files + 1), repeat=2):
        apart = files - yes - no
        if apart < 0:
            continue
        first, total = 2 * yes + apart, 2 * files
        by_chance = (first * (first - 1) + (total - first) * (total - first - 1)) / total
        fits = abs((yes + no) / files - alike) < 1e-5
        if fits and (chance is None or abs(by_chance / (total - 1) - chance) < 1e-5):
            found.add((yes, no))
    return found


@pytest.mark.parametrize("few", [2, 6, 9])
def test_fewer_than_ten_files_that_got_the_rare_kind_from_both_are_not_counted_back(few):
    result = released([*pairs("A", 150, 20, 20, few), *LARGE])

    assert shown(result, "by-chance", "A") is None
    assert shown(result, "beyond-chance", "A") is None
    assert shown(result, "kappa", "A") is None


def test_the_attack_counts_them_where_chance_is_shown_beside_the_share():
    """Without the guard: the figure as the command gives it, to whoever has the file."""
    found = measured(table([*pairs("A", 150, 20, 20, 6), *LARGE]))

    assert (150, 6) in counted_back(found, 196, "A")
    assert len(counted_back(found, 196, "A")) <= 2


@pytest.mark.parametrize("few", [2, 9])
def test_the_rare_kind_of_the_reference_cannot_be_taken_off_all_files(few):
    """Its chance is not shown; that of all files, beside that of the group, would tell of it."""
    result = released([*pairs("A", 120, 40, 30, 110), *pairs("B", 300, 20, 20, few)])

    assert [shown(result, each) for each in ("by-chance", "beyond-chance", "kappa")] == [None] * 3


@pytest.mark.parametrize("few", [1, 9])
def test_one_more_or_less_in_a_small_cell_changes_nothing_but_tens(few):
    """Three kinds, of which few files got one pair: only coarse figures are left."""
    rows = [*pairs("A", 120, 40, 30, 110), *LARGE, ("A", "ja", "later", few)]
    result = released([*rows, ("A", "later", "later", 12)])

    for figure in result.figures:
        if figure.value is not None:
            assert figure.unit in {"rate", "difference", "number"}
            assert figure.value == round(figure.value, 2)
            assert all(people.n.value % 10 == 0 for people in figure.people)
            assert all(people.cases is None for people in figure.people)


def test_files_judged_once_are_not_told_where_they_are_few():
    result = released([*pairs("A", 120, 40, 30, 110), *LARGE, ("A", "ja", "onbekend", 4)])

    assert [note.fields for note in result.notes if "judged-once" in note.code] == [{}]


judgements = st.sampled_from(["ja", "nee", "later", "onbekend"])
rows_of_any = st.lists(
    st.tuples(st.sampled_from("ABC"), judgements, judgements, st.integers(0, 90)),
    min_size=1,
    max_size=25,
)


@given(rows_of_any, st.booleans())
def test_whatever_leaves_is_said_in_both_languages_and_tells_of_no_few(rows, all_others):
    rows = [*rows, ("B", "ja", "nee", 3)]
    whom = "everybody-else" if all_others else "B"
    result = released(rows, reference=whom)
    for lang in ("nl", "en"):
        said = plain_text(result, lang)
        assert "%(" not in said
        assert "nan" not in said + waterpas.picture(result, lang)
    for figure in result.figures:
        for people in figure.people:
            assert people.n.value >= 10
            assert people.cases is None or people.cases.value >= 10
            assert people.cases is None or people.n.value - people.cases.value >= 10


@given(rows_of_any)
def test_the_order_in_which_two_judged_never_changes_anything(rows):
    rows = [*rows, ("B", "ja", "nee", 3)]
    turned = [(group, two, one, n) for group, one, two, n in rows]

    assert measured(table(rows)) == measured(table(turned))


@given(rows_of_any)
def test_forgetting_twice_is_forgetting_once_and_keeps_all_files(rows):
    before = table(rows)
    after = with_forgotten_order(before, columns=("een", "twee"))

    assert after.total.n == before.total.n
    assert with_forgotten_order(after, columns=("een", "twee")) is after
    for _group, one, two in after.cells:
        assert (one == "onbekend", one) <= (two == "onbekend", two)
    sums = Counter({key: cell.n.value for key, cell in after.cells.items()})
    for (group, one, two), cell in before.cells.items():
        sums[group, *sorted((one, two), key=lambda each: (each == "onbekend", each))] -= (
            cell.n.value
        )
    assert not any(sums.values())


ratings = st.lists(st.tuples(*[st.sampled_from("abc")] * 3), min_size=20, max_size=60)


@given(ratings)
def test_alike_lies_between_none_and_all_and_is_never_above_what_the_limits_hold(rows):
    by = ("een", "twee", "drie")
    tally = table([(*each, n) for each, n in Counter(rows).items()], by=by)
    result = measured(tally, raters=by)

    for figure in result.figures:
        low, high = (figure.interval.low, figure.interval.high) if figure.interval else (-9, 9)
        assert low - 1e-9 <= figure.value <= high + 1e-9
        assert figure.unit != "rate" or 0 <= figure.value <= 1


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("nl", "tonen wij niet: hoe vaak twee beoordelaars door toeval"),
        ("en", "we do not show: how often two assessors come to the same judgement by"),
    ],
)
def test_of_what_is_hidden_the_sentence_says_what(lang, sentence):
    """How often two come to the same stands above it: 'we do not show this' would deny that."""
    result = released([*pairs("A", 72, 7, 10, 47), *pairs("B", 252, 18, 26, 252)])

    assert shown(result, "agreed")
    assert result.figure("by-chance") is None
    assert sentence in plain_text(result, lang)
