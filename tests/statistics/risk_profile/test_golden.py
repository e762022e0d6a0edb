"""Published figures of two real cases, to the printed digits."""

import pytest
from scipy.stats import chi2_contingency
from scipy.stats.contingency import association as cramer

import waterpas
from tests.statistics.risk_profile.cases import (
    COMPAS,
    codes,
    compas,
    duo_rows,
    ends,
    measured,
    value,
)
from waterpas.measure.profile.alike import common_difference
from waterpas.measure.profile.association import association


def test_the_error_rates_of_compas():
    found = compas()

    assert value(found, "wrongly-chosen", race="African-American") == pytest.approx(
        0.4484680, abs=5e-8
    )
    assert value(found, "missed", race="African-American") == pytest.approx(0.2798527, abs=5e-8)
    assert value(found, "wrongly-chosen", race="Caucasian") == pytest.approx(0.2345430, abs=5e-8)
    assert value(found, "missed", race="Caucasian") == pytest.approx(0.4772257, abs=5e-8)


@pytest.mark.parametrize(
    ("name", "african_american", "caucasian"),
    [
        ("hit-rate", 0.6297, 0.5913),
        ("passed-without-find", 0.6505, 0.7119),
        ("chosen", 0.5882, 0.3480),
        ("occurs", 0.5143, 0.3936),
        ("caught", 1 - 0.2798527, 1 - 0.4772257),
        ("rightly-passed", 1 - 0.4484680, 1 - 0.2345430),
    ],
)
def test_the_other_rates_of_compas(name, african_american, caucasian):
    found = compas()

    assert value(found, name, race="African-American") == pytest.approx(african_american, abs=6e-5)
    assert value(found, name, race="Caucasian") == pytest.approx(caucasian, abs=6e-5)


def test_the_answers_of_compas():
    assert codes(compas(), race="African-American") == [
        "chosen-more",
        "missed-less",
        "wrongly-chosen-more",
    ]


def test_compas_out_of_its_rows_is_compas_out_of_its_matrices(shared_cases):
    counts = waterpas.tally(
        shared_cases / "compas" / "compas_two_years.csv",
        by=["race", "decile_score", "two_year_recid"],
    )
    found = measured(
        counts,
        across="race",
        reference="Caucasian",
        selected="decile_score>=5",
        found="two_year_recid",
    )

    for group in COMPAS:
        for name in ("wrongly-chosen", "missed", "hit-rate", "caught", "passed-with-find"):
            assert value(found, name, race=group) == value(compas(), name, race=group)


def test_small_groups_of_compas_are_called_as_the_page_says(shared_cases):
    """Too few under 10 people; from there the rule of every method, with its note."""
    counts = waterpas.tally(
        shared_cases / "compas" / "compas_two_years.csv",
        by=["race", "decile_score", "two_year_recid", "age_cat"],
    )
    found = measured(
        counts,
        across="race",
        reference="Caucasian",
        selected="decile_score>=5",
        found="two_year_recid",
        variables=("age_cat",),
        cut_offs=(8,),
    )

    assert "missed-too-few" in codes(found, race="Asian")
    assert {"missed-less", "wrongly-chosen-too-few"} <= {*codes(found, race="Native American")}
    missed = found.figure("missed-above-reference", {"race": "Native American"})
    assert (missed.people[0].n.value, missed.people[0].cases.value) == (10, 1)
    assert [round(1000 * end) for end in ends(found, missed.name, **missed.of)] == [-465, -71]
    assert "small-numbers" in {note.code for note in missed.notes}


def test_duo_exact_counts_give_the_published_figures():
    counts = waterpas.tally(duo_rows(), by=["herkomst", "selected", "found"], count="n")
    found = measured(counts, across="herkomst", reference="Nederland")
    outside, europe = {"herkomst": "buiten Europa"}, {"herkomst": "Europa"}

    assert value(found, "chosen", **outside) == pytest.approx(0.03667, abs=5e-6)
    assert value(found, "chosen", herkomst="Nederland") == pytest.approx(0.00589, abs=5e-6)
    assert value(found, "chosen-times-reference", **outside) == pytest.approx(6.2227, abs=5e-5)
    assert ends(found, "chosen-times-reference", **outside) == pytest.approx(
        (5.7787, 6.7007), abs=5e-5
    )
    assert value(found, "chosen-above-reference", **outside) == pytest.approx(0.03077, abs=5e-6)
    assert ends(found, "chosen-above-reference", **outside) == pytest.approx(
        (0.02919, 0.03242), abs=5e-6
    )
    assert value(found, "chosen-times-reference", **europe) == pytest.approx(1.3030, abs=5e-5)
    assert ends(found, "chosen-times-reference", **europe) == pytest.approx(
        (1.0795, 1.5727), abs=5e-5
    )
    assert value(found, "hit-rate", herkomst="Nederland") == pytest.approx(0.1238, abs=5e-5)
    assert value(found, "hit-rate", **outside) == pytest.approx(0.5274, abs=5e-5)


def test_duo_knows_no_error_rates_and_compares_no_hit_rates():
    counts = waterpas.tally(duo_rows(), by=["herkomst", "selected", "found"], count="n")
    found = measured(counts, across="herkomst", reference="Nederland")
    names = {figure.name for figure in found.figures}

    assert "hit-rate" in names
    assert not {"hit-rate-above-reference", "missed", "wrongly-chosen", "profile-finds"} & names
    assert codes(found, herkomst="buiten Europa") == ["chosen-more", "errors-cannot"]
    assert codes(found) == ["profile-finds-cannot-compare"]


def test_the_share_of_a_group_among_people_with_a_value_is_the_published_one():
    people = [
        {"herkomst": "buiten Europa", "opleiding": "mbo 1-2", "selected": "ja", "n": 1_000},
        {"herkomst": "buiten Europa", "opleiding": "mbo 1-2", "selected": "nee", "n": 6_330},
        {"herkomst": "andere", "opleiding": "mbo 1-2", "selected": "nee", "n": 11_580 - 7_330},
        {"herkomst": "buiten Europa", "opleiding": "wo", "selected": "nee", "n": 12_650},
        {"herkomst": "andere", "opleiding": "wo", "selected": "nee", "n": 95_660 - 12_650},
    ]
    counts = waterpas.tally(people, by=["herkomst", "selected", "opleiding"], count="n")
    found = measured(
        counts, across="herkomst", reference="andere", found=None, variables=["opleiding"]
    )
    mbo = {"opleiding": "mbo 1-2", "herkomst": "buiten Europa"}
    wo = {"opleiding": "wo", "herkomst": "buiten Europa"}

    assert value(found, "share-here", **mbo) == pytest.approx(0.6330, abs=5e-5)
    assert value(found, "share-here", **wo) == pytest.approx(0.1322, abs=5e-5)


@pytest.mark.parametrize(
    "table",
    [
        [[10, 20], [30, 5]],
        [[100, 40, 12], [60, 44, 30]],
        [[5, 5, 9, 1], [3, 8, 2, 7], [1, 2, 3, 4]],
    ],
)
def test_how_much_a_variable_carries_agrees_with_scipy(table):
    found = association(table)

    assert found.raw == pytest.approx(cramer(table, method="cramer"), abs=1e-12)
    assert found.p == pytest.approx(chi2_contingency(table, correction=False).pvalue, abs=1e-12)


def test_the_common_difference_of_berkeley(shared_cases):
    counts = waterpas.tally(
        next((shared_cases / "ucb_admissions").glob("*.csv")),
        by=["Gender", "Dept"],
        outcome="Admit=Admitted",
        count="Freq",
    )
    strata = [
        (
            counts.cells["Male", dept].cases.value,
            counts.cells["Male", dept].n.value,
            counts.cells["Female", dept].cases.value,
            counts.cells["Female", dept].n.value,
        )
        for dept in counts.levels("Dept")
    ]

    assert common_difference(strata).value == pytest.approx(-0.01843, abs=5e-6)


def test_one_stratum_is_the_plain_difference_with_about_its_test():
    found = common_difference([(56, 70, 48, 80)])

    assert found.value == pytest.approx(56 / 70 - 48 / 80)
    assert found.p == pytest.approx(
        chi2_contingency([[56, 14], [48, 32]], correction=False).pvalue, abs=0.003
    )
