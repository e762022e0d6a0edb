"""Neighbourhood figures: asked of a table on the platform, with nobody to compare with."""

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, token_of, upload
from tests.web.studies.test_flow import words
from tests.web.world import logged_in
from waterpas.web.studies.models import Run, StudyTally
from waterpas.web.studies.selectors import live_tally

pytestmark = pytest.mark.django_db
SHARE = "percentage_met_herkomstland_buiten_europa"
AREAS = [(f"BU9999{at:04d}", 1000, 60 + 2 * at, 5 + at) for at in range(40)]


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def table(areas):
    lines = [f"buurtcode;aantal_inwoners;beboet;{SHARE}"]
    lines += [";".join(map(str, each)) for each in areas]
    return "\n".join(lines).encode()


def read(client, me, areas=AREAS):
    study = designed(me, kind="area", did_before="gaf", did_after="een boete", effect="harm")
    return study, upload(client, study, table(areas), holds="aantallen")


def measured(client, me, areas=AREAS, **fields):
    study, page = read(client, me, areas)
    data = {
        "carried": token_of(page),
        "holds": "aantallen",
        "sheet": "",
        "count": "1",
        "outcome": "2",
        "across": "0",
        "level": "0.95",
        "ask_share": "3",
        "ask_counted": "everybody",
        **fields,
    }
    return study, client.post(reverse("studies:read", args=[study.pk]), data, follow=True)


def test_the_form_asks_for_the_area_and_not_with_whom_to_compare(client, me):
    _study, page = read(client, me)

    assert "In welke kolom staat de buurt?" in page.text
    assert "Met wie vergelijkt u?" not in page.text
    form = page.context["form"]
    assert form["across"].value() == "0"
    assert form["ask_share"].value() == "3"
    assert form["ask_counted"].value() == "some"
    assert not form["ask_residents"].value()
    assert not form["count"].value(), "residents or fined: the names do not say which are counted"


def test_the_answer_says_its_limit_first_and_has_a_picture_and_a_table(client, me):
    study, page = measured(client, me)

    assert page.redirect_chain[-1][0] == reverse("studies:result", args=[study.pk])
    said = words(page)
    assert said.index("welk deel van een buurt") < said.index("is zo niet te zeggen")
    assert "Wat over mensen mogelijk is" in said
    assert "de groep: hoe vaak, hoogstens" in said
    assert "BU9999" not in page.text
    study.refresh_from_db()
    assert study.settings == {"share": SHARE, "counted": "everybody"}
    assert study.by == [SHARE]


def test_without_a_choice_it_is_about_some_of_the_residents(client, me):
    _study, page = measured(client, me, ask_counted="some")

    said = words(page)
    assert "gaat over alle inwoners van een buurt" in said
    assert "is zo niets te zeggen" in said


def test_with_an_area_of_a_few_people_nothing_is_kept_and_it_says_what_to_do(client, me):
    """A first table about the same people would stand in the way of the next."""
    few = [*AREAS[:-1], ("BU99990099", 40, 3, 30)]
    _study, page = measured(client, me, few)

    assert page.status_code == 422
    said = words(page)
    assert "In 1 van de 40 gebieden zijn er minder dan tien mensen" in said
    assert "Neem gebieden samen in een groter gebied" in said
    assert page.context["form"].errors["ask_larger"]
    assert '<details class="wp-details" open>' in page.text
    assert not Run.objects.exists()
    assert not StudyTally.objects.exists()


def test_with_a_column_of_districts_it_has_figures_and_none_of_a_neighbourhood(client, me):
    study = designed(me, kind="area", did_before="gaf", did_after="een boete", effect="harm")
    lines = [f"buurtcode;wijkcode;aantal_inwoners;beboet;{SHARE}"]
    for at, (code, n, cases, pct) in enumerate(AREAS):
        few = 4 if at % 2 else cases
        lines.append(f"{code};WK{at // 2:02d};{n};{few};{pct}")
    page = upload(client, study, "\n".join(lines).encode(), holds="aantallen")
    form = page.context["form"]
    assert not form["ask_larger"].value(), "we never choose it"
    assert "ask_larger" in [field.name for field in form.more()]

    data = {"carried": token_of(page), "holds": "aantallen", "sheet": "", "count": "2"}
    data |= {"outcome": "3", "across": "0", "level": "0.95", "ask_share": "4"}
    data |= {"ask_counted": "everybody", "ask_larger": "1"}
    alone = client.post(reverse("studies:read", args=[study.pk]), {**data, "ask_larger": ""})
    assert "In 20 van de 40 gebieden" in words(alone)
    page = client.post(reverse("studies:read", args=[study.pk]), data, follow=True)

    said = words(page)
    assert "Alleen voor wie aan dit onderzoek werkt" not in said
    assert "is zo niet te zeggen" in said
    assert "In buurten waar veel" in said
    released = Run.objects.get().released["nl"]["result"]
    assert released["figures"]
    assert "BU9999" not in str(released)
    assert "WK0" not in str(released)


def test_it_can_be_asked_again_of_the_same_counts(client, me):
    secret = [("BU99990098", 900, 70, -99997), *AREAS]
    study, _page = measured(client, me, secret)
    again = client.get(reverse("studies:again", args=[study.pk]))

    assert "Met wie vergelijkt u?" not in again.text
    data = {"across": "0", "level": "0.9", "ask_share": "1", "ask_counted": "some"}
    page = client.post(reverse("studies:again", args=[study.pk]), data, follow=True)
    assert "is zo niets te zeggen" in words(page)
    assert Run.objects.count() == 2
    assert live_tally(study) is not None


def test_a_column_without_percentages_is_refused_in_one_sentence(client, me):
    wrong = [(code, n, cases, 400 + pct) for code, n, cases, pct in AREAS]
    _study, page = measured(client, me, wrong)

    assert "Dat is geen percentage" in words(page)
    assert not Run.objects.exists()


def test_the_study_page_does_not_say_that_somebody_was_compared_with(client, me):
    study, _page = measured(client, me)
    page = client.get(reverse("studies:study", args=[study.pk]))

    assert "vergeleken met" not in words(page)
