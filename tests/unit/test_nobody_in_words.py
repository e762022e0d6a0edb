"""A count of 0: nobody when it is exact, a few perhaps when it was rounded, never both."""

import pytest

from tests.tallies import count, tally_of
from waterpas import EVERYBODY_ELSE, compare_groups, release, sentence
from waterpas.explain.html import full_table, levels
from waterpas.explain.method import detectable_lines
from waterpas.explain.plain import plain_text
from waterpas.results import Certainty, Question
from waterpas.tallies.tally import Cell

ASKED = Question(row="person")


def compared(reference, group, *, whom="ref", **more):
    counts = tally_of({("ref",): reference, ("g",): group}, by=("groep",), question=ASKED, **more)
    return compare_groups(counts, across="groep", reference=whom)


def test_an_exact_zero_is_none_of_so_many():
    result = compared((50, 1000), (0, 120))

    nl, en = sentence(result), sentence(result, "en")

    assert nl.startswith("De organisatie gaf geen van de 120 mensen met groep g de uitkomst")
    assert en.startswith("The organisation gave none of the 120 people with groep g the outcome")
    assert "keer zo vaak de uitkomst" not in nl
    assert "na afronding" not in nl.casefold()


def test_after_nobody_only_an_upper_end_is_said():
    result = compared((200, 1000), (0, 400))

    assert "Waarschijnlijk is het in werkelijkheid hoogstens 0,05 keer zo vaak." in sentence(result)
    assert "In reality it is probably at most 0.05 times as often." in sentence(result, "en")
    assert "tussen 0 en" not in sentence(result)


def test_an_exact_zero_of_the_reference_is_none_of_so_many():
    assert "Van de 1.000 mensen met groep ref gaf de organisatie er geen de uitkomst" in sentence(
        compared((0, 1000), (20, 120))
    )
    assert "Of the 1,000 other people, the organisation gave none the outcome" in sentence(
        compared((0, 1000), (20, 120), whom=EVERYBODY_ELSE), "en"
    )


@pytest.mark.parametrize(
    ("whom", "counts", "expected"),
    [
        ("ref", ((50, 1000), (0, 1)), "Van de mensen met groep g is er 1 geteld: de organisatie"),
        ("ref", ((0, 1), (20, 120)), "Van de mensen met groep ref is er 1 geteld: de organisatie"),
        (EVERYBODY_ELSE, ((0, 1), (20, 120)), "Van de andere mensen is er 1 geteld: de organ"),
    ],
)
def test_none_of_one_is_not_said_in_the_plural(whom, counts, expected):
    result = compared(*counts, whom=whom)

    assert expected in sentence(result)
    assert "de 1 mensen" not in sentence(result)
    assert "1 was counted: the organisation gave none the outcome" in sentence(result, "en")


def test_a_rounded_zero_is_from_nobody_to_five():
    result = compared((50, 1000), (0, 120), rounded_to=10)

    assert sentence(result).startswith(
        "Na afronding gaf de organisatie 0 van de 120 mensen met groep g de uitkomst 'uitkomst'. "
        "In werkelijkheid zijn dat er 0 tot en met 5."
    )
    assert "In reality that is 0 up to and including 5." in sentence(result, "en")
    assert "0 tot en met 5 van 120 mensen" in levels(result)
    assert ">0 tot en met 5<" in full_table(result)
    assert ">na afronding 0<" in full_table(result)
    table = plain_text(result).partition("Wat zien wij?")[2]
    assert "0 tot en met 5" in table
    assert "na afronding 0" in table
    assert "0 after rounding" in plain_text(result, "en")


def test_a_rounded_zero_of_the_reference_does_not_say_that_it_never_happened():
    result = compared((0, 1000), (20, 120), rounded_to=10)

    text = plain_text(result)

    assert "er na afronding 0 de uitkomst 'uitkomst'. In werkelijkheid zijn dat er 0 tot" in text
    assert "kwam de uitkomst niet voor" not in text
    assert "Dat hoeft niet niemand te zijn." in text


def test_people_rounded_to_nobody_are_not_nobody():
    result = compared((50, 1000), (0, 0), rounded_to=10)

    assert "na afronding zijn het er 0, maar het kunnen er een paar zijn" in sentence(result)
    assert "van niemand in deze groep" in sentence(compared((50, 1000), (0, 0)))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "nl",
            "Dat aantal kan 0 tot en met 9 zijn. Dat is 0 tot 75 van elke 1.000 mensen. Tel daar "
            "de onzekerheid door toeval bij op, dan loopt het van 0 tot 136 van elke 1.000.",
        ),
        (
            "en",
            "That count can be 0 up to and including 9. That is 0 to 75 out of every 1,000 people. "
            "Add to that the uncertainty from chance, and it runs from 0 to 136 out of every 1,000",
        ),
    ],
)
def test_what_a_hidden_count_can_be_is_told_apart_from_chance(lang, said):
    result = compared((50, 1000), (None, 120))

    assert said in sentence(result, lang)
    assert {"nl": "0 tot 75", "en": "0 to 75"}[lang] in full_table(result, lang)
    assert said not in sentence(release(result, audience="public").result, lang)


def test_of_a_hidden_group_of_which_anything_can_be_true_nothing_is_said():
    counts = tally_of({("ref",): (50, 1000), ("g",): (None, 120)}, by=("groep",), question=ASKED)
    hidden = {**counts.cells, ("g",): Cell(n=count(None), cases=count(None))}
    odd = counts.__class__(
        by=counts.by, cells=hidden, sources=counts.sources, outcome="x", question=ASKED
    )

    assert "van elke 1.000" not in sentence(compare_groups(odd, across="groep", reference="ref"))


@pytest.mark.parametrize(
    ("reference", "group", "nl", "en"),
    [
        ((200, 1000), (90, 400), "van elke 1.000 minder. Ook zo'n", "1,000 fewer. Even such"),
        ((5, 5000), (1, 120), "Dat het minder vaak is, zien wij", "less often, we cannot see well"),
        ((4990, 5000), (119, 120), "Dat het vaker is, zien wij", "more often, we cannot see well"),
        ((3, 6), (1, 3), "geen enkel verschil goed", "see no difference well"),
    ],
)
def test_the_smallest_difference_is_a_sentence(reference, group, nl, en):
    result = compared(reference, group)

    assert nl in plain_text(result)
    assert en in plain_text(result, "en")
    assert "geen enkel per 1.000" not in plain_text(result)


def test_a_comparison_within_strata_says_with_whom():
    cells = {(g, s): (20 + 9 * (g == "a"), 100) for g in ("ref", "a") for s in ("p", "q")}
    counts = tally_of(cells, by=("groep", "wijk"), question=ASKED)
    result = compare_groups(counts, across="groep", reference="ref", by="wijk")

    assert "met groep ref (telkens binnen dezelfde groep van wijk) zijn:" in plain_text(result)
    assert "(each time within the same group of wijk)" in plain_text(result, "en")
    from waterpas.explain.html import not_said

    assert "groep ref (telkens binnen dezelfde groep van wijk)." in not_said(result)


def test_of_too_few_people_no_difference_is_named_that_could_be_seen():
    """Beside one person no difference can be told; with enough people one is named."""
    few, enough = compared((0, 1), (8, 40)), compared((0, 400), (8, 40))

    assert few.groups[1].certainty is Certainty.TOO_FEW
    assert list(detectable_lines(few, "nl")) == []
    assert len(list(detectable_lines(enough, "nl"))) == 1
