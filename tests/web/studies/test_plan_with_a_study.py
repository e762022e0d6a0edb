"""A plan is kept with a study: as it was filled in and as it answered, for who works on it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.studies.factories import counted, designed
from tests.web.studies.test_route import words
from tests.web.world import NOON, logged_in, person
from waterpas.web.audit_trail.models import Event
from waterpas.web.studies import services
from waterpas.web.studies.models import StudyPlan
from waterpas.web.studies.plans.asked import PLANS

pytestmark = pytest.mark.django_db
ASKED = {"people": "700", "share": "12,5", "rate": "30"}
SEEN = "Met 700 mensen, van wie 88 in de kleine groep"


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


@pytest.fixture
def study(me):
    return designed(me)


def keep(client, study, design="audit", **asked):
    query = "&".join(f"{name}={value}" for name, value in (asked or ASKED).items())
    address = f"{reverse('studies:plan_keep', args=[design])}?{query}"
    return client.post(address, {"study": study.pk}, follow=True)


def test_it_stands_with_the_study_in_words_with_what_was_filled_in(client, me, study):
    said = words(keep(client, study))

    assert "Het plan is bewaard bij dit onderzoek." in said
    assert SEEN in said
    assert "Bij hoeveel procent van de anderen gebeurt het? 30" in said
    assert "Hoeveel procent van hen hoort bij de kleinste groep? 12,5" in said


@pytest.mark.parametrize("design", PLANS)
def test_every_kind_of_plan_can_be_kept_and_opened_again(client, me, study, design):
    kind = "audit" if design == "chain" else design
    page = keep(client, designed(me, kind=kind), design, people="3000")

    plan = StudyPlan.objects.get()
    assert plan.asked["people"] == "3000"
    assert plan.said["nl"] != plan.said["en"]
    link = page.context["plans"][0].address
    assert " ".join(plan.said["nl"][0].split()) in words(client.get(link))


def test_it_stays_as_it_was_said_then(client, me, study):
    keep(client, study)
    StudyPlan.objects.update(
        said={"nl": ["Zo stond het er."], "en": ["So it said."]}, version="0.9"
    )

    address = reverse("studies:study", args=[study.pk])
    assert "Zo stond het er. Gerekend met Waterpas 0.9." in words(client.get(address))
    assert "So it said." in words(client.get(address, headers={"Accept-Language": "en"}))


def test_the_page_of_a_plan_offers_the_studies_that_somebody_works_on(client, me, study):
    other = designed(person("coordinator"), title="Van een ander")
    another_question = designed(me, kind="deciders")
    gone = services.withdraw_study(study=designed(me), because="x", by=me, now=NOON)
    page = client.get(reverse("studies:plan", args=["audit"]), ASKED)

    assert [key for key, _ in page.context["keep"].fields["study"].choices] == ["", study.pk]
    assert page.context["keep"]["study"].value() is None
    for each in (other, gone, another_question):
        refused = keep(client, each)
        assert refused.status_code == 422
        assert SEEN in words(refused)
        above, below = words(refused).split(SEEN, 1)
        assert all("Kies een onderzoek waar u aan werkt." in part for part in (above, below))
        assert f'<option value="{study.pk}"' in refused.text
        # From there too: the page that keeps a plan cannot be opened.
        assert f'action="{reverse("studies:plan", args=["audit"])}"' in refused.text
        assert 'href="?' not in refused.text
    assert not StudyPlan.objects.exists()


def test_without_a_study_the_page_says_how_to_come_to_one(client, me):
    page = words(client.get(reverse("studies:plan", args=["audit"]), ASKED))

    assert "Begin eerst een onderzoek met deze vraag" in page


def test_where_there_is_no_study_left_the_page_says_that_the_plan_was_not_kept(client, me):
    gone = services.withdraw_study(study=designed(me), because="x", by=me, now=NOON)
    refused = keep(client, gone)

    assert refused.status_code == 422
    assert "Het plan is nog niet bewaard." in words(refused)
    assert 'href="#id_study"' in refused.text
    assert 'id="id_study"' in refused.text
    assert "Begin eerst een onderzoek met deze vraag" in words(refused)
    assert not StudyPlan.objects.exists()


def test_a_study_of_another_kind_of_question_is_not_offered(client, me):
    designed(me, kind="deciders")
    page = client.get(reverse("studies:plan", args=["audit"]), ASKED)

    assert "Begin eerst een onderzoek met deze vraag" in words(page)
    assert "<select" not in page.text


def test_no_study_is_chosen_for_the_reader(client, me, study):
    address = f"{reverse('studies:plan_keep', args=['audit'])}?people=700&share=10"

    assert client.post(address, {"study": ""}).status_code == 422
    assert not StudyPlan.objects.exists()


def test_of_each_plan_the_study_says_whether_something_was_computed_by_then(client, me, study):
    keep(client, study)
    stored, choice = counted(study, me)
    now = timezone.now()
    services.measure_study(study=study, tally=stored, choice=choice, by=me, now=now)
    page = keep(client, study, people="900")

    assert [(each.plan.asked["people"], each.early) for each in page.context["plans"]] == [
        ("900", False),
        ("700", True),
    ]
    said = words(page)
    assert "Bewaard nadat er in dit onderzoek al iets was berekend." in said
    assert "Bewaard voordat er in dit onderzoek iets was berekend." in said
    assert "vooraf uitrekende" not in said


def test_numbers_that_make_no_plan_are_not_kept(client, me, study):
    assert keep(client, study, people="veel").status_code == 422
    assert keep(client, study, share="10").status_code == 422
    assert keep(client, study, design="onbekend", people="700").status_code == 404
    assert not StudyPlan.objects.exists()


def test_the_same_plan_twice_is_one_plan_and_one_line(client, me, study):
    keep(client, study)
    keep(client, study)

    assert StudyPlan.objects.count() == 1
    assert Event.objects.filter(type="plan.kept").count() == 1


def test_only_who_works_on_the_study_sees_it(client, me, study):
    """Its numbers may come from a result that only they may see."""
    keep(client, study)
    logged_in(client, "coordinator")

    page = client.get(reverse("studies:study", args=[study.pk]))
    assert page.status_code == 200
    assert "700" not in words(page)
    plan = StudyPlan.objects.get()
    remove = client.post(reverse("studies:plan_remove", args=[study.pk, plan.pk]))
    assert remove.status_code == 403
    assert StudyPlan.objects.exists()


def test_it_can_be_taken_away_and_the_log_says_so_without_what_it_said(client, me, study):
    keep(client, study)
    plan = StudyPlan.objects.get()
    page = client.post(reverse("studies:plan_remove", args=[study.pk, plan.pk]), follow=True)

    assert SEEN not in words(page)
    assert not StudyPlan.objects.exists()
    lines = Event.objects.filter(type__startswith="plan.")
    assert {line.type for line in lines} == {"plan.kept", "plan.removed"}
    assert "700" not in str(list(lines.values()))


def test_a_plan_of_another_study_is_not_taken_away(client, me, study):
    keep(client, study)
    other = designed(me)

    address = reverse("studies:plan_remove", args=[other.pk, StudyPlan.objects.get().pk])
    assert client.post(address).status_code == 404
    assert StudyPlan.objects.exists()


def test_of_a_study_that_was_withdrawn_it_stays_and_no_more_come(client, me, study):
    keep(client, study)
    services.withdraw_study(study=study, because="x", by=me, now=NOON)

    page = client.get(reverse("studies:study", args=[study.pk]))
    assert SEEN in words(page)
    assert "Haal dit plan weg" not in words(page)
    client.post(reverse("studies:plan_remove", args=[study.pk, StudyPlan.objects.get().pk]))
    assert StudyPlan.objects.exists()
