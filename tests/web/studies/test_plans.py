"""Is the group large enough: nine questions, a form in the address, and an answer. Nothing kept."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.studies.factories import designed
from tests.web.studies.test_route import main, words
from tests.web.world import logged_in
from waterpas.explain.methods import METHODS
from waterpas.measure.plans.asked import DESIGNS
from waterpas.measure.plans.unplanned import UNPLANNED
from waterpas.web.studies.plans.asked import PLANS
from waterpas.web.studies.plans.forms import written_number

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def ask(client, design="audit", lang="nl", **said):
    headers = {"Accept-Language": lang}
    return client.get(reverse("studies:plan", args=[design]), said, headers=headers)


def test_a_question_without_a_plan_says_why_there_is_none(client, me):
    page = client.get(reverse("studies:plans"))

    without = [name for name in METHODS if name not in PLANS]
    assert set(without) == set(UNPLANNED)
    for name in without:
        assert UNPLANNED[name] in unescape(page.text)
        link = client.get(reverse("studies:plan", args=[name])).url
        assert link == f"{reverse('studies:plans')}#{name}"
        assert f'id="{name}"' in page.text


def test_every_design_has_its_page_and_starts_with_a_question_in_plain_words(client, me):
    page = client.get(reverse("studies:plans"))

    assert set(PLANS) == set(DESIGNS)
    for design in PLANS:
        assert f'href="{reverse("studies:plan", args=[design])}"' in main(page)
    assert "Hangt het af van wie beslist?" in words(page)


@pytest.mark.parametrize("design", PLANS)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_plan_answers_with_its_defaults_alone(client, me, design, lang):
    seen = ask(client, design, lang, people="3000")
    needed = ask(client, design, lang, ask="need", difference=PLANS[design].difference.initial)

    for page in (seen, needed):
        assert page.status_code == 200
        assert "<svg" in main(page)
        assert "<table" in main(page)
        assert main(page).count("nl-button--primary") == 1
    assert ("3.000" if lang == "nl" else "3,000") in words(seen)


@pytest.mark.parametrize("design", PLANS)
def test_at_most_three_things_are_asked_first_each_with_its_reason(client, me, design):
    for way in PLANS[design].ways:
        page = ask(client, design, ask=way)
        form = page.context["form"]

        assert len([field for field in form.first if not field.is_hidden]) <= 3
        assert all(field.help_text for field in [*form.first, *form.more] if not field.is_hidden)
        assert '<details class="wp-details">' in main(page)


def test_the_answer_is_a_sentence_in_points_and_says_what_it_does_not_say(client, me):
    page = words(ask(client, people="700", share="10", rate="30"))

    assert (
        "Met 700 mensen, van wie 70 in de kleine groep, ziet u een verschil van ongeveer 17 "
        "procentpunt (167 van elke 1.000) of meer. Een kleiner verschil kan er zijn zonder dat u "
        "het ziet." in page
    )
    assert "Dit gaat alleen over aantallen." in page
    assert "Berekend uit wat u invulde." in page
    assert "Bron:" not in page


def test_a_table_that_fits_does_not_ask_to_be_moved_aside(client, me):
    page = main(ask(client, people="3000"))

    assert "wp-figures" in page
    assert "Schuif de tabel opzij" not in page


def test_rows_with_one_and_the_same_figure_stand_under_one_heading(client, me):
    page = main(ask(client, people="3000"))
    table = page[page.index("wp-figures") :]

    assert table.count("wp-step") == 2
    assert table.count("Kleinste verschil dat u dan ziet") == 1
    assert table.count('scope="row"') > 10


def test_it_is_kept_where_it_can_be_kept(client, me):
    said = words(ask(client, people="3000"))

    assert "Begin eerst een onderzoek met deze vraag, dan kunt u het daarbij bewaren." in said
    assert "voor uw eigen archief" in said


def test_how_long_it_takes_is_asked_with_people_and_a_difference(client, me):
    page = words(
        ask(client, "change", ask="long", people="1500", difference="8", share="20", before="4")
    )

    assert "kunt u na 2 periodes zien" in page


def test_what_cannot_be_done_says_what_can(client, me):
    page = ask(client, people="50")

    assert "Dit kan bij u niet" in words(page)
    assert "buurgemeenten" in words(page)
    assert reverse("studies:route") in main(page)


@pytest.mark.parametrize(
    ("design", "said", "says"),
    [
        ("audit", {"people": "veel"}, "zoals 700 of 12,5"),
        ("audit", {"people": ""}, "Vul een getal in."),
        ("audit", {"people": "-5"}, "tot en met 20.000.000"),
        ("audit", {"people": "1e5"}, "zoals 700"),
        ("audit", {"people": "12,5"}, "heel getal"),
        ("audit", {"people": "700", "share": "0"}, "Vul een getal in van"),
        ("audit", {"people": "700", "groups": "1"}, "van 2 tot en met 100"),
        ("audit", {"people": "700", "power": "30"}, "van 50 tot en met 99"),
        ("audit", {"people": "700", "groups": "12"}, "blijft er niemand over"),
        ("audit", {"ask": "need", "difference": "80"}, "boven 100%"),
        ("adjusted", {"people": "700", "group_parts": "50 20 20"}, "geen 100"),
        ("adjusted", {"people": "700", "group_parts": "50 50"}, "evenveel getallen"),
        ("chain", {"people": "700", "steps": "half"}, "zoals 700"),
        ("chain", {"people": "700", "steps": "50 100"}, "van 0,01 tot en met 99,99"),
        ("chain", {"people": "700", "steps": "50 " * 40}, "te veel getallen"),
        ("intersections", {"people": "700", "levels": "1 3"}, "van 2 tot en met 100"),
        ("risk_profile", {"people": "700", "among": "x"}, "Kies"),
        ("change", {"people": "700", "gap": "80"}, "tussen 0% en 100%"),
    ],
)
def test_a_number_that_cannot_be_is_one_sentence_above_the_form(client, me, design, said, says):
    page = ask(client, design, **said)

    assert page.status_code == 422
    assert says in main(page).replace("&#x27;", "'") or says == "Kies"
    assert "<svg" not in main(page)


@pytest.mark.parametrize(
    ("design", "said", "says"),
    [
        ("audit", {"people": "-5"}, "20,000,000."),
        ("chain", {"people": "700", "steps": "50 100"}, "from 0.01 to 99.99"),
    ],
)
def test_in_english_the_ends_of_what_may_be_filled_in_are_written_as_in_english(
    client, me, design, said, says
):
    assert says in main(ask(client, design, lang="en", **said))


@pytest.mark.parametrize(
    ("text", "value"),
    [("700", 700), ("1.500", 1500), ("12,5", 12.5), ("1.500,25", 1500.25), ("0.5", 0.5),
     ("€ 800", 800), ("30%", 30), ("-10", -10), (" 7 ", 7)],
)  # fmt: skip
def test_numbers_are_read_as_the_dutch_write_them(text, value):
    assert written_number(text) == value


def test_nothing_is_kept_and_what_is_typed_is_not_taken_for_html(client, me):
    with CaptureQueriesContext(connection) as queries:
        page = ask(client, people='"><b>x</b>')

    written = [
        each["sql"]
        for each in queries
        if each["sql"].startswith(("INSERT", "UPDATE", "DELETE"))
        and "django_session" not in each["sql"]
    ]
    assert written == []
    assert "<b>x</b>" not in page.text


def test_another_way_of_asking_that_is_not_there_is_the_first(client, me):
    assert ask(client, ask="long", people="700").status_code == 200
    assert client.get("/onderzoek/plannen/onbekend/").status_code == 404


def test_it_is_found_from_the_studies_a_new_study_a_study_and_the_routes(client, me):
    study = designed(me, kind="deciders")
    route = client.get(
        reverse("studies:route"),
        {"about": "staff", "trait": "origin", "people": "700", "have": "records"},
    )

    assert f'href="{reverse("studies:plans")}"' in main(client.get(reverse("studies:list")))
    assert reverse("studies:plans") in main(client.get(reverse("studies:add")))
    there = reverse("studies:plan", args=["deciders"])
    assert there in main(client.get(reverse("studies:study", args=[study.pk])))
    assert there in main(client.get(reverse("studies:add") + "?kind=deciders"))
    assert f"{reverse('studies:plans')}?people=700" in main(route)
    assert "Is uw groep groot genoeg?" in words(route)


def test_the_number_of_people_goes_along_from_the_routes_to_the_answer(client, me):
    page = main(client.get(reverse("studies:plans"), {"people": "700"}))
    (link,) = re.findall(r'href="([^"]*/audit/\?people=700)"', page)

    assert "Met 700 mensen" in words(client.get(link))


def test_the_examples_have_an_answer(client, me):
    page = main(client.get(reverse("studies:plans"))).replace("&amp;", "&")
    links = re.findall(r'href="(/onderzoek/plannen/\w+/\?ask=[^"]+)"', page)

    assert len(links) == 3
    for link in links:
        assert "<svg" in main(client.get(link))


def test_who_may_begin_no_study_gets_no_link_to_one(client):
    logged_in(client, "manager")

    assert reverse("studies:add") not in main(ask(client, people="700"))


def test_who_may_begin_a_study_begins_it_from_here(client, me):
    assert f"{reverse('studies:add')}?kind=audit" in main(ask(client, people="700"))


def test_a_risk_profile_without_variables_is_planned_as_such(client, me):
    """An empty field is no variables; a link that says nothing of them has the careful default."""
    said = words(ask(client, "risk_profile", people="3000"))
    none = words(ask(client, "risk_profile", people="3000", levels=""))

    assert "Vergelijkingen tegelijk: 40" in said
    assert "Vergelijkingen tegelijk: 5" in none
