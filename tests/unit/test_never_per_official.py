"""No figure per official leaves by another door than the one that forgets who it was."""

import json
from functools import partial

import pytest

from tests.command import waterpas
from waterpas import (
    adjusted,
    agreement,
    area,
    change,
    compare_groups,
    compare_outcomes,
    deciders,
    duration,
    intersections,
    pay,
    risk_profile,
    tally,
)
from waterpas.codebooks.names import are_names
from waterpas.codebooks.who_decides import says_who_decides
from waterpas.errors import CallError
from waterpas.tallies.throwaway import with_throwaway_keys

NAMES = ("Jansen", "Yilmaz", "Bakker")


def rows(column="medewerker", levels=NAMES):
    return [
        {"wijk": place, column: level, "n": 200, "ja": 40 + 30 * at}
        for place in ("Noord", "Zuid")
        for at, level in enumerate(levels)
    ]


def counted(column="medewerker", levels=NAMES):
    return tally(rows(column, levels), by=["wijk", column], outcome="ja", count="n")


@pytest.fixture
def call(capsys, monkeypatch):
    return partial(waterpas, capsys, monkeypatch)


@pytest.fixture
def table(tmp_path):
    lines = ["afgewezen,medewerker,wijk"]
    for row in rows():
        lines += [f"ja,{row['medewerker']},{row['wijk']}"] * row["ja"]
        lines += [f"nee,{row['medewerker']},{row['wijk']}"] * (row["n"] - row["ja"])
    path = tmp_path / "zaken.csv"
    path.write_text("\n".join(lines))
    return path


WAYS = {
    "groups": ("audit", "--across", "medewerker"),
    "strata": ("audit", "--across", "wijk", "--by", "medewerker"),
    "given": ("audit", "--across", "wijk", "--given", "medewerker"),
    "combinations": ("combinations", "--across", "medewerker", "--across", "wijk"),
}


@pytest.mark.parametrize("circle", [(), ("--for", "public")], ids=["inside", "public"])
@pytest.mark.parametrize("way", WAYS)
def test_no_command_takes_officials_as_groups(call, table, way, circle):
    command, *rest = WAYS[way]

    outcome = call(command, table, "--outcome", "afgewezen", *rest, *circle, "--quiet")

    assert outcome.code == 2
    assert outcome.out == ""
    assert "nooit cijfers per beslisser" in outcome.err
    assert "de vraag 'Hangt het af van wie beslist?' (waterpas deciders)." in outcome.err
    assert not any(name in outcome.err for name in NAMES)


def test_the_same_table_may_be_asked_about_neighbourhoods(call, table):
    outcome = call("audit", table, "--outcome", "afgewezen", "--across", "wijk", "--quiet")

    assert outcome.code == 0
    assert "Noord" in outcome.out


def test_deciders_is_not_a_way_round(call, table):
    outcome = call(
        "deciders", table, "--outcome", "afgewezen", "--across", "medewerker", "--decider", "wijk",
        "--purpose", "service", "--quiet",
    )  # fmt: skip

    assert outcome.code == 2
    assert "nooit cijfers per beslisser" in outcome.err


@pytest.mark.parametrize("column", ["medewerker", "sleutels"])
def test_no_function_takes_them_by_name_or_by_key(column):
    counts = counted(column)
    if column == "sleutels":
        counts = with_throwaway_keys(counts, column=column)

    for ask in (
        lambda: compare_groups(counts, across=column, reference=counts.levels(column)[0]),
        lambda: adjusted(counts, across="wijk", reference="Noord", given=column),
        lambda: intersections(counts, across="wijk", columns=column, reference="everybody-else"),
        lambda: agreement(counts, raters=["wijk", "wijk2"], across=column, reference="Jansen"),
    ):
        with pytest.raises(CallError, match="per beslisser"):
            ask()


@pytest.mark.parametrize("levels", [NAMES, ("A. Jansen", "mw. Yilmaz", "P. de Vries")])
def test_outside_the_command_line_no_command_is_named(levels):
    counts = counted("medewerker" if levels == NAMES else "wie", levels)

    with pytest.raises(CallError, match=r"'Hangt het af van wie beslist\?'\.") as refused:
        intersections(counts, across="wijk", columns=counts.by[1], reference="everybody-else")

    assert "deciders" not in str(refused.value) + refused.value.text("en")


@pytest.mark.parametrize("method", [
    *(adjusted, agreement, area, change, compare_groups, deciders, duration, intersections, pay),
    risk_profile,
])  # fmt: skip
def test_each_method_says_that_it_refuses_them(method):
    raises = " ".join((method.__doc__ or "").partition("Raises")[2].split())

    assert "names officials or other people" in raises


def test_without_the_column_the_same_tally_can_be_compared():
    found = compare_groups(counted().roll_up(to=["wijk"]), across="wijk", reference="Noord")

    assert len(found.groups) == 2


def whom(column="behandelaar", levels=("ambt01", "ambt02", "ambt03")):
    """Rows that are people: the outcome can only be the column that says who decided."""
    return [
        {"herkomst": origin, "advies": advice, column: level}
        for at, level in enumerate(levels)
        for origin in ("Nederland", "Europa")
        for advice in ("toe", "af")
        for _each in range(12 + 3 * at)
    ]


@pytest.mark.parametrize("origin", ["Nederland", "everybody-else"])
@pytest.mark.parametrize("ask", [
    compare_groups,
    partial(adjusted, given="advies"),
    partial(intersections, columns="advies"),
    partial(risk_profile),
    partial(risk_profile, found="advies=toe"),
    partial(deciders, decider="advies"),
    partial(change, period="advies", since="toe"),
    lambda counts, across, reference: area(counts, across=across, share="advies"),
    lambda counts, **whom: compare_outcomes([counts], **whom),
])  # fmt: skip
def test_no_method_takes_an_official_as_the_outcome(ask, origin):
    counts = tally(whom(), by=["herkomst", "advies"], outcome="behandelaar=ambt01")

    with pytest.raises(CallError, match="'behandelaar' staat wie beslist") as refused:
        ask(counts, across="herkomst", reference=origin)

    assert "ambt0" not in str(refused.value)


def test_no_command_takes_an_official_as_the_outcome(call, table):
    for command, asked in (("audit", "--outcome"), ("profile", "--selected")):
        outcome = call(command, table, asked, "medewerker=Jansen", "--across", "wijk", "--quiet")

        assert (outcome.code, outcome.out) == (2, "")
        assert "'medewerker' staat wie beslist" in outcome.err
        assert not any(name in outcome.err for name in NAMES)


@pytest.mark.parametrize("column", ["wie", "wie=nu"])
def test_names_of_people_are_no_outcome_also_where_one_alone_looks_like_a_word(column):
    counts = tally(
        whom(column, ("Aylin Kaya", "Peter de Boer", "Fatima Amrani", "Kees Smit")),
        by=["herkomst"],
        outcome=f"{column}=Kees Smit",
    )

    with pytest.raises(CallError, match=f"'{column}' staan namen van mensen"):
        compare_groups(counts, across="herkomst", reference="Nederland")


def test_whether_somebody_leads_and_an_outcome_of_words_may_be_compared():
    for column, levels in (("leidinggevende", ("ja", "nee")), ("besluit", ("toe", "af", "Jansen"))):
        counts = tally(whom(column, levels), by=["herkomst"], outcome=f"{column}={levels[0]}")

        assert compare_groups(counts, across="herkomst", reference="Nederland").groups


def test_names_of_people_are_no_groups_whatever_the_column_is_called():
    counts = counted("wie", ("A. Jansen", "mw. Yilmaz", "P. de Vries"))

    with pytest.raises(CallError, match="namen van mensen"):
        compare_groups(counts, across="wie", reference="A. Jansen")


def test_deciders_forgets_names_by_itself():
    many = [
        {"groep": group, "wie": f"Naam {at}", "n": 60, "ja": 5 + at}
        for at in range(16)
        for group in "AB"
    ]
    counts = tally(many, by=["groep", "wie"], outcome="ja", count="n")

    result = deciders(counts, across="groep", reference="A", decider="wie")

    assert "throwaway-keys" in {note.code for note in result.notes}
    assert "Naam" not in json.dumps([dict(note.fields) for note in result.notes])


@pytest.mark.parametrize(
    "header",
    ["medewerker", "Behandelend ambtenaar", "MedewerkerID", "naam_consulent", "handhaver",
     "casemanager", "beslist door", "caseworker", "officer_id", "Inspecteur", "decided by"],
)  # fmt: skip
def test_a_column_with_officials_is_recognised(header):
    assert says_who_decides(header, NAMES)


@pytest.mark.parametrize(
    "header",
    ["functie", "soort medewerker", "medewerkers", "aantal medewerkers", "team", "afdeling",
     "herkomst medewerker", "geslacht_medewerker", "klant", "wijk", "officer_race"],
)  # fmt: skip
def test_what_only_speaks_of_officials_is_left_alone(header):
    assert not says_who_decides(header, NAMES)


def test_whether_somebody_is_one_is_no_name():
    assert not says_who_decides("leidinggevende", ("ja", "nee", "onbekend"))
    counts = counted("leidinggevende", ("ja", "nee"))
    assert compare_groups(counts, across="leidinggevende", reference="ja").groups


def test_what_kind_of_contract_somebody_has_is_no_name():
    assert not says_who_decides("medewerker", ("Vast", "tijdelijk", "onbekend"))
    counts = counted("medewerker", ("vast", "tijdelijk"))
    assert compare_groups(counts, across="medewerker", reference="vast").groups
    for names in (("vast", "jansen"), ("vast", "M-17"), ("vast", "A. Jansen"), ("1", "2")):
        assert says_who_decides("medewerker", names)


def test_letters_in_front_of_words_are_no_initials():
    assert not are_names(["A. Laag", "B. Midden", "C. Hoog"])
    assert not are_names(["A. Laag", "C. Hoog", "Midden"])
    assert not are_names(["A. Noord", "C. Zuid"])
    assert are_names(["A. Noordman", "C. van Zuid"])
    assert not are_names([])
    assert are_names(["A. Jansen", "A. Yilmaz", "onbekend"])
    assert are_names(["Aalbers, J.", "Bakker, K.", "Cohen, P."])
    assert are_names(["B. Jansen", "C. Yilmaz", "onbekend"])
    assert are_names(["A. Jansen", "D. Yilmaz", "onbekend"])
    assert not are_names(["Nederland", "Buiten Europa", "onbekend"])
    assert are_names(["A. Laag", "K. Bakker"])
    assert are_names(["Aylin Kaya", "Peter de Boer", "Fatima Amrani", "Kees Smit"])


@pytest.mark.parametrize(
    "header",
    [
        *("wmo-consulent", "Consulenten", "klantmanagers", "behandelaar wmo", "teamleider"),
        *("juridisch medewerker", "werkcoach", "ingevoerd door", "toegewezen aan", "paraaf"),
        *("personeelsnummer", "gebruikersnaam", "e-mailadres"),
    ],
)
def test_such_a_header_says_who_decided_whatever_stands_in_it(header):
    assert says_who_decides(header, ("k1", "k2"))


@pytest.mark.parametrize(
    "header",
    [
        *("soort medewerker", "herkomst medewerker", "leeftijd medewerker", "functie", "team"),
        *("afdeling", "zorg", "werk", "bijstand", "toegewezen", "behandeld"),
    ],
)
def test_such_a_header_is_about_something_else(header):
    assert not says_who_decides(header, ("k1", "k2"))
