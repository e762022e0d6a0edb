"""A form chooses beforehand only what is nearly sure; of the rest it says that it chose nothing."""

from itertools import product

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, token_of, upload
from tests.web.studies.test_flow import words
from tests.web.world import logged_in

pytestmark = pytest.mark.django_db
PROFILE = ["herkomst,woonvorm,p_woon,p_jaren,punten,gekozen,gevonden,aantal"] + [
    f"{group},{home},{at},{at % 2},{at + at % 2},{chosen},{found},{50 + at}"
    for group in ("Nederland", "Europa")
    for at, home in enumerate(("kamer", "huis", "familie"))
    for chosen in ("ja", "nee")
    for found in ("ja", "nee")
]
AREAS = ["code,wijk,inw,pct,n,x"] + [
    f"BU0344{at:04d},WK0344{at // 6:02d},{900 + at},{at},{300 + at},{40 + at}" for at in range(30)
]
ADMISSIONS = ["rownames,Admit,Gender,Dept,Freq"] + [
    f"{at + 1},{admitted},{gender},{dept},{at + 50}"
    for at, (dept, gender, admitted) in enumerate(
        product("ABC", ("Male", "Female"), ("Admitted", "Rejected"))
    )
]
PERIODS = ["periode,gekozen,aantal"] + [
    f"{period},{chosen},{100 + period}" for period in range(1, 5) for chosen in ("ja", "nee")
]


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def handed_in(client, me, lines, **study):
    study = designed(me, **study)
    return study, upload(client, study, "\n".join(lines).encode(), holds="aantallen")


def test_of_a_profile_who_was_chosen_is_the_outcome_and_never_a_column_of_points(client, me):
    _study, page = handed_in(client, me, PROFILE, kind="risk_profile")
    form = page.context["form"]

    assert form["outcome"].value() == "5:0", "gekozen = ja"
    assert form["ask_found"].value() == "6"
    assert form["count"].value() == "7"


def test_two_answers_of_yes_and_no_that_say_nothing_by_their_name_are_left_to_who_asks(client, me):
    lines = [line.replace("gevonden", "bezwaar") for line in PROFILE]
    _study, page = handed_in(client, me, lines)
    form = page.context["form"]

    assert not form["outcome"].value()
    assert "outcome" in [field.name for field in form.first()]
    assert "Wij weten niet zeker welke kolom de uitkomst is. Daarom kozen wij niets." in words(page)


def test_of_areas_neither_who_lives_there_nor_the_larger_area_is_guessed(client, me):
    study, page = handed_in(client, me, AREAS, kind="area")
    form = page.context["form"]

    assert not form["outcome"].value()
    assert not form["across"].value()
    assert form["count"].value() == "4"
    sent = {"carried": token_of(page), "holds": "aantallen", "across": "", "outcome": ""}
    errors = client.post(reverse("studies:read", args=[study.pk]), sent).context["form"].errors
    assert errors["outcome"] == ["Kies welke uitkomst u bekijkt."]
    assert errors["across"] == ["Kies een kolom."]


def test_of_areas_the_smallest_that_is_named_so_is_chosen(client, me):
    named = [AREAS[0].replace("code", "buurtcode"), *AREAS[1:]]
    _study, page = handed_in(client, me, named, kind="area")

    assert page.context["form"]["across"].value() == "0"


def test_the_numbers_of_the_rows_are_no_counts(client, me):
    _study, page = handed_in(client, me, ADMISSIONS)
    form = page.context["form"]

    assert form["count"].value() == "4"
    assert not form["outcome"].value()
    nameless = [ADMISSIONS[0].replace("Freq", "f"), *ADMISSIONS[1:]]
    form = handed_in(client, me, nameless)[1].context["form"]
    assert form["count"].value() == "4"


def test_numbers_can_be_what_the_groups_are_called(client, me):
    study, page = handed_in(client, me, PERIODS)
    form = page.context["form"]

    assert "geen kolom met twee of meer groepen" not in words(page)
    assert "0" in dict(form.fields["across"].choices)
    sent = {
        **{"carried": token_of(page), "holds": "aantallen", "count": "2", "outcome": "1:0"},
        **{"across": "0", "reference": "0:0", "level": "0.95"},
    }
    page = client.post(reverse("studies:read", args=[study.pk]), sent, follow=True)
    assert page.redirect_chain[-1][0] == reverse("studies:result", args=[study.pk])


def test_a_table_without_an_outcome_is_not_said_to_have_no_groups(client, me):
    _study, page = handed_in(client, me, ["herkomst,aantal", "Nederland,200", "Europa,100"])

    assert "geen kolom met twee of meer groepen" not in words(page)
    assert "Nodig zijn een kolom met de uitkomst" in words(page)


def test_what_goes_wrong_in_counting_opens_what_was_folded_away(client, me):
    study, page = handed_in(client, me, PROFILE, kind="risk_profile")
    opened = '<details class="wp-details" open>'
    assert opened not in page.text
    sent = {
        **{"carried": token_of(page), "holds": "aantallen", "count": "7", "outcome": "5:0"},
        **{"across": "0", "reference": "0:0", "level": "0.95", "ask_cut_off": "3"},
    }
    page = client.post(reverse("studies:read", args=[study.pk]), sent)

    assert page.status_code == 422
    assert opened in page.text
