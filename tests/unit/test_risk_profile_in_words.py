"""Whatever a risk profile answers has a sentence, a name and a note, in both languages."""

import re
from itertools import product

import pytest

from tests.statistics.risk_profile.cases import COMPAS, measured, rows_of
from waterpas import from_matrices, picture, release, sentence, tally
from waterpas.codebooks.profile_variables import profile_variables
from waterpas.explain.measured.html import full_table
from waterpas.explain.measured.html import remarks as notes_of
from waterpas.explain.measured.sentences import paragraphs, remarks, unsaid
from waterpas.explain.measured.tables import in_two, table
from waterpas.explain.methods import method_of
from waterpas.measure.profile.error_rates import OPPOSITE
from waterpas.results import Answer, Figure, Interval, Measured, Reference
from waterpas.texts import LANGUAGES

METHOD = method_of("risk_profile")
TOPICS = {
    "chosen": "chosen-above-random",
    "chosen-here": "chosen-here-above-random",
    "missed": "missed-above-reference",
    "wrongly-chosen": "wrongly-chosen-above-reference",
    "profile-finds": "profile-finds-above-random",
    "finds-here": "finds-here-above-random",
    "alike": "chosen-among-alike",
}
ENDS = ("more", "less", "perhaps-more", "perhaps-less", "not-shown", "too-few", "cannot")
OTHERS = (
    *(f"carries-{end}" for end in ("some", "perhaps", "not-shown", "too-few")),
    *(f"carries-cannot-{why}" for why in ("hidden", "one-value")),
    *(f"alike-cannot-{why}" for why in ("hidden", "apart", "all-equal")),
    "chosen-cannot-compare",
    "chosen-cannot-nobody",
    "chosen-here-cannot-nobody",
    "chosen-here-cannot-compare",
    "chosen-if",
    "errors-cannot",
    "found-not-asked",
    "hidden",
    "profile-finds-cannot-compare",
)
CODES = {
    *(
        f"{topic}-{end}"
        for topic, end in product(TOPICS, ENDS)
        if (topic, end) != ("alike", "cannot")
    ),
    *OTHERS,
}
VERDICT = re.compile(r"eerlijk|racis|\bfair|unfair|biased|vooringenomen|percentage|\bscore", re.I)


def everything():
    """A result in which nearly everything is asked: variables, who is alike, another cut-off."""
    people = [
        (group, str(points), found, kind, 30 + points * (2 if group == "a" else 1))
        for group, points, found, kind in product("ab", range(1, 6), ("ja", "nee"), "xy")
    ]
    columns = ("group", "points", "found", "kind")
    counts = tally(rows_of(people, columns=columns), by=list(columns), count="n")
    return measured(counts, selected="points>=3", variables=["kind"], cut_offs=(4,), score="points")


def test_every_answer_that_can_be_given_has_a_sentence_and_no_other():
    assert set(METHOD.answers) == CODES


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", sorted(CODES))
def test_a_sentence_can_be_said_about_a_group(code, lang):
    of = {"group": "a"}
    figures = [
        Figure(
            name,
            "difference" if "above" in name or "among" in name else "rate",
            0.1,
            Interval(0.05, 0.15),
            of={} if name.startswith(("chosen-at", "random", "profile")) else of,
        )
        for name in METHOD.figures
    ]
    result = Measured(
        "risk_profile",
        (Answer(code, of),),
        tuple(figures),
        (),
        across="group",
        reference=Reference("level", "b"),
        asked={"alike": ("kind",)},
    )

    (said,) = paragraphs(result, lang)

    assert "%(" not in said
    assert said.endswith(".")
    assert not VERDICT.search(said)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_whole_result_can_be_said_drawn_and_tabled(lang):
    result = everything()

    assert len(paragraphs(result, lang)) == len({*map(str, result.answers)})
    assert len(table(result, lang).rows) == len(result.figures)
    assert sentence(result, lang)
    assert "<svg" in picture(result, lang=lang)
    for words in (*unsaid(result, lang), *remarks(result, lang)):
        assert words
        assert not VERDICT.search(words)


def test_every_figure_has_a_name():
    names = {figure.name for figure in everything().figures}

    assert names <= set(METHOD.figures)
    assert {"chosen", "missed", "carries", "chosen-if", *OPPOSITE.values()} <= names


def test_a_hit_rate_always_stands_with_its_warning_and_the_chance_of_control():
    result = measured(from_matrices(COMPAS, across="race"), across="race", reference="Caucasian")
    rated = [figure.of for figure in result.figures if figure.name == "hit-rate"]

    assert rated
    assert all(result.figure("chosen", of) for of in rated)
    assert "infra-marginal" in {note.code for note in result.notes}
    assert any("naast de kans op controle" in words for words in remarks(result, "nl"))


def test_what_is_released_says_so_where_it_is_hidden():
    few = COMPAS | {"Other": {"tp": 3, "fp": 2, "fn": 4, "tn": 8}}
    counts = from_matrices(few, across="race")
    shown = release(measured(counts, across="race", reference="Caucasian"), audience="council")
    said = " ".join(paragraphs(shown.result, "nl"))

    assert shown.hidden
    assert "over race Other: de cijfers van deze groep" in said
    assert all(
        figure.value is None for figure in shown.result.figures if figure.of == {"race": "Other"}
    )


def test_the_register_names_reasons_and_sources_that_are_there():
    register = profile_variables()

    for item in register.variables.values():
        assert item.source in register.sources
        assert set(item.reasons) <= set(register.reasons)
        assert item.usable or item.reasons
        assert set(item.label) == {"nl", "en"}
    used = {reason for item in register.variables.values() for reason in item.reasons}
    assert {f"variable-{reason}" for reason in used} <= set(METHOD.notes)


@pytest.mark.parametrize(
    ("column", "item"),
    [
        ("postcode", "postcode"),
        ("Postcode_4", "postcode"),
        ("soort contact", "kind-of-contact"),
        ("aantal_kinderen", "children"),
        ("age_cat", "age"),
        ("leeftijd", "age"),
        ("nationaliteit", "nationality"),
        ("voornaam", "name-sounds"),
        ("family_name", "name-sounds"),
        ("geboorteland", "country-of-birth"),
        ("geboorteland_ouders", "country-of-birth"),
        ("country-of-birth mother", "country-of-birth"),
        ("afstamming", "descent"),
        ("herkomstland", "origin"),
        ("taalniveau", "literacy"),
        ("taal_thuis", "literacy"),
    ],
)
def test_a_column_is_known_by_its_name(column, item):
    assert profile_variables().find(column).id == item


@pytest.mark.parametrize("column", ["buurman", "wage", "ouderdom", "x"])
def test_a_part_of_another_word_is_not_known(column):
    assert profile_variables().find(column) is None


def points_per_group(people):
    """A tally of points and finds: per group, points and finds how many people."""
    columns = ("group", "points", "found")
    return tally(rows_of(people, columns=columns), by=list(columns), count="n")


def test_two_cut_offs_that_differ_by_a_few_people_do_not_tell_of_them():
    people = [
        (group, points, found, 3 if points == "4" else 60)
        for group, points, found in product("ab", "1234567", ("ja", "nee"))
    ]
    counts = points_per_group(people)
    near = measured(counts, selected="points>=2", score="points", cut_offs=(4, 5))
    far = measured(counts, selected="points>=2", score="points", cut_offs=(4, 6))

    def shown(result):
        figures = release(result, audience="council").result.figures
        return [f for f in figures if f.name == "chosen-if" and f.value is not None]

    assert not shown(near)
    assert len(shown(far)) == 4


def test_what_a_variable_carries_is_not_told_where_it_tells_of_a_few_people():
    def carried(few):
        people = [
            ("a", "ja", "x", 60),
            ("a", "nee", "x", 200),
            ("a", "ja", "y", few),
            ("a", "nee", "y", 30),
            ("b", "ja", "x", 60),
            ("b", "nee", "x", 90),
            ("b", "ja", "y", 50),
            ("b", "nee", "y", 90),
        ]
        people = [(g, s, k, n if (g, k) != ("a", "y") else few) for g, s, k, n in people]
        columns = ("group", "selected", "kind")
        counts = tally(rows_of(people, columns=columns), by=list(columns), count="n")
        result = measured(counts, found=None, variables=["kind"])
        shown = release(result, audience="council").result
        return shown.figure("carries", {"variable": "kind"})

    assert carried(4) is None
    assert carried(20).value is not None


def test_each_note_on_unknown_finds_says_of_whom():
    """There were equal sentences with other numbers, and none said which people it is about."""
    people = [
        (group, chosen, found, 5 if not found else 100)
        for group, chosen, found in product("ab", ("ja", "nee"), ("ja", "nee", ""))
    ]
    columns = ("group", "selected", "found")
    counts = tally(rows_of(people, columns=columns), by=list(columns), count="n")
    said = [words for words in remarks(measured(counts), "nl") if words.startswith("Group a:")]

    assert [re.sub(r"\d+", "n", words) for words in said] == [
        "Group a: Van n mensen die zijn gekozen, is niet bekend wat er te vinden was. Zij tellen "
        "niet mee bij wat er is gevonden.",
        "Group a: Van n mensen die niet zijn gekozen, is niet bekend wat er te vinden was. Zij "
        "tellen niet mee bij wat er is overgeslagen.",
        "Group a: Van n mensen is niet bekend wat er te vinden was of of zij zijn gekozen. Zij "
        "tellen niet mee.",
    ]


def test_without_error_rates_nothing_is_said_of_how_they_are_computed():
    people = [("a", "ja", "ja", 50), ("a", "nee", "", 90), ("b", "ja", "nee", 60)]
    people += [("b", "ja", "ja", 50), ("b", "nee", "", 90)]
    columns = ("group", "selected", "found")
    counts = tally(rows_of(people, columns=columns), by=list(columns), count="n")

    assert "whole" not in {note.code for note in measured(counts).notes}
    assert "whole" in {note.code for note in everything().notes}


@pytest.mark.parametrize(("lang", "words"), [("nl", "Er zijn geen"), ("en", "There are no")])
def test_of_a_group_of_nobody_it_is_said_that_nobody_is_there(lang, words):
    nobody = COMPAS | {"Other": {"tp": 0, "fp": 0, "fn": 0, "tn": 0}}
    counts = from_matrices(nobody, across="race")
    result = measured(counts, across="race", reference="Caucasian")

    assert any(said.startswith(words) and "Other" in said for said in paragraphs(result, lang))
    shown = release(result, audience="council").result
    assert not any(said.startswith(words) for said in paragraphs(shown, lang))


def test_what_the_answers_are_about_stands_first_and_the_rest_is_folded():
    """The page was 22,020 pixels long on a telephone, with each rate beside its other side."""
    result = everything()
    first, rest = in_two(result, "nl")
    found = full_table(result)

    assert len(first.rows) + len(rest.rows) == len(table(result, "nl").rows)
    assert {METHOD.figures[name] for name in OPPOSITE.values()} <= {row[1] for row in rest.rows}
    assert {METHOD.figures["chosen"], METHOD.figures["hit-rate"]} <= {row[1] for row in first.rows}
    assert found.index("<details") > found.index(METHOD.figures["wrongly-chosen"])
    assert "<details" not in notes_of(result)  # what the register says of a variable is an answer


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_note_points_to_a_column_that_the_table_has_not(lang):
    of_each = {
        "a": {"tp": 60, "fp": 60, "fn": 40, "tn": 240},
        "b": {"tp": 40, "fp": 60, "fn": 40, "tn": 360},
    }
    result = measured(from_matrices(of_each, rounded_to=10))
    said = " ".join(remarks(result, lang))

    assert not [head for head in table(result, lang).heads if "afronding" in head.casefold()]
    assert "met afronding erbij" not in said
    assert "with rounding" not in said
    assert {"nl": "afgerond op 10", "en": "rounded the counts to 10"}[lang] in said
