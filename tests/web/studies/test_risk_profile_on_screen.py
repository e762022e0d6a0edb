"""A risk profile as a study: counted by who was chosen, answered per group, released or hidden."""

import json
import re
from itertools import product

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, duo_workbook, token_of, upload
from tests.web.studies.test_flow import words
from tests.web.world import logged_in
from waterpas.web.studies.models import Run

pytestmark = pytest.mark.django_db
# COMPAS (ProPublica, 2016): chosen, found, and how many, per group.
COMPAS = {"zwart": (1369, 805, 532, 990), "wit": (505, 349, 461, 1139)}
CORNERS = (("ja", "ja"), ("ja", "nee"), ("nee", "ja"), ("nee", "nee"))


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def table(groups, *, levels=("x", "y")):
    """A table of counts: each corner of each matrix, split evenly over the levels of a variable."""
    lines = ["groep;gekozen;gevonden;soort;mensen"]
    for (group, numbers), (at, level) in product(groups.items(), enumerate(levels)):
        lines += [
            f"{group};{chosen};{found};{level};{n // 2 + (n % 2) * at}"
            for (chosen, found), n in zip(CORNERS, numbers, strict=True)
        ]
    return "\n".join(lines).encode()


def choose(client, me, groups=COMPAS, **fields):
    study = designed(me, kind="risk_profile", did_before="koos", did_after="uit", effect="harm")
    page = upload(client, study, table(groups), holds="aantallen")
    data = {
        "carried": token_of(page),
        "holds": "aantallen",
        "sheet": "",
        "count": "4",
        "outcome": "1:0",
        "across": "0",
        "reference": "0:0",
        "because": "",
        "level": "0.95",
        "ask_found": "2",
        "ask_variables": ["3"],
        **fields,
    }
    return study, client.post(reverse("studies:read", args=[study.pk]), data, follow=True)


def test_a_profile_is_answered_per_group_in_words(client, me):
    study, page = choose(client, me)

    assert page.redirect_chain[-1][0] == reverse("studies:result", args=[study.pk])
    said = words(page)
    assert (
        "met groep zwart was de kans op controle groter dan bij loten: 588 van elke 1.000" in said
    )
    assert "niets te vinden was, koos het profiel 448 van elke 1.000 toch. Dat is 214 " in said
    assert "sloeg het profiel 280 van elke 1.000 over" in said
    assert "Het profiel als geheel vond meer dan controle zonder profiel" in said
    assert "Niet aangetoond is dat het kenmerk soort iets zegt over groep" in said
    assert "Lees het alleen naast de kans op controle" in said


def test_a_table_of_steps_gives_the_chance_of_a_check(client, me):
    study = designed(me, kind="risk_profile", effect="harm")
    first = upload(client, study, duo_workbook(), "duo.xlsx", holds="aantallen")
    assert "Gebruik deze tabel" in words(first)
    address = reverse("studies:layout", args=[study.pk, "cbs-duo-2014"])
    second = client.post(address, {"carried": token_of(first)})
    form = second.context["form"]
    assert "step" in [field.name for field in form.first()]
    assert "Wij lazen de tabel." in second.text
    assert "stappen" not in second.text.split("<form")[0]
    assert not [name for name in form.fields if name.startswith("ask_")]
    data = {"carried": token_of(second), "across": "0", "reference": "0:0", "level": "0.95"}
    assert client.post(address, data).context["form"].errors["step"] == ["Kies een stap."]

    page = client.post(address, data | {"step": "selected"}, follow=True)
    said = words(page)
    assert page.redirect_chain[-1][0] == reverse("studies:result", args=[study.pk])
    assert "was de kans op controle groter dan bij loten: 37 van elke 1.000, tegen 13" in said
    assert "Wat er is gevonden, is niet gevraagd" in said


def test_another_question_says_which_one_a_table_of_steps_is_for(client, me):
    study = designed(me, kind="adjusted")
    page = upload(client, study, duo_workbook(), "duo.xlsx", holds="aantallen")

    assert "Daarmee beantwoordt u een andere vraag: Bij welke stap ontstaat het verschil?" in (
        words(page)
    )
    assert f"{reverse('studies:add')}?kind=chain" in page.text


def test_without_what_was_found_there_is_only_the_chance_of_a_check(client, me):
    _study, page = choose(client, me, ask_found="", ask_variables=[])

    said = words(page)
    assert "Wat er is gevonden, is niet gevraagd" in said
    assert "voor niets" not in said.partition("Wat dit niet zegt")[0]


def test_a_small_group_hides_its_table_and_no_number_of_it_is_kept(client, me):
    few = COMPAS | {"anders": (4, 3, 2, 8)}
    _study, page = choose(client, me, few, ask_variables=[])

    assert "tonen wij niet: de cijfers van deze groep" in words(page)
    released = json.dumps(Run.objects.get().released)
    assert not re.search(r'"value": 17\b(?!\.)', released)
    assert '"sha256": "' not in released


def test_another_cut_off_on_a_column_without_numbers_is_refused_in_a_sentence(client, me):
    _study, page = choose(client, me, ask_score="3", ask_cut_off="5", ask_variables=[])

    assert page.status_code == 422
    assert "Een grens hoort bij een kolom met getallen" in words(page)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_file_of_a_profile_can_be_had(client, me, lang):
    client.cookies.load({"django_language": lang})
    study, _page = choose(client, me)
    run = Run.objects.get()

    found = client.get(reverse("studies:json", args=[study.pk, run.pk])).json()
    assert {figure["figure"] for figure in found["figures"]} >= {"chosen", "missed", "hit-rate"}
    assert "wrongly-chosen" in client.get(reverse("studies:csv", args=[study.pk, run.pk])).text
    assert client.get(reverse("studies:svg", args=[study.pk, run.pk])).text.count("<text") > 3


def with_points():
    """Counts of who has how many points for two variables; two points and more are chosen."""
    lines = ["groep;gekozen;punten woonvorm;punten leeftijd;mensen"]
    for group, numbers in {"NL": (60, 90, 240, 410), "elders": (120, 150, 100, 130)}.items():
        for (housing, age), n in zip(product((2, 0), (1, 0)), numbers, strict=True):
            lines.append(f"{group};{'ja' if housing else 'nee'};{housing};{age};{n}")
    return "\n".join(lines).encode()


def left_out(client, me, **fields):
    study = designed(me, kind="risk_profile", did_before="koos", did_after="uit", effect="harm")
    page = upload(client, study, with_points(), holds="aantallen")
    columns = {"ask_found": "", "ask_variables": [], "reference": "0:1", "outcome": "1:0"}
    data = {
        **{"carried": token_of(page), "holds": "aantallen", "sheet": "", "count": "4"},
        **{"across": "0", "because": "", "level": "0.95", "ask_points": ["2", "3"]},
        **columns,
        **fields,
    }
    return page, client.post(reverse("studies:read", args=[study.pk]), data, follow=True)


def test_what_leaving_out_a_variable_would_do_can_be_asked_under_more_settings(client, me):
    asked, page = left_out(client, me)

    form = asked.context["form"]
    assert "ask_points" in {field.name for field in form.more()}
    assert "Welke kolommen bevatten de punten per kenmerk?" in asked.text
    said = words(page)
    assert (
        "(groep elders, zonder de punten van punten woonvorm), dan is de kans op controle 440 van"
        in said
    )
    assert Run.objects.get().parameters["settings"]["points"] == [
        "punten woonvorm",
        "punten leeftijd",
    ]


def test_points_that_do_not_tell_who_was_chosen_are_refused_in_a_sentence(client, me):
    _asked, page = left_out(client, me, ask_points=["3"])

    assert page.status_code == 422
    assert "volgt niet uit de som van deze punten" in words(page)
