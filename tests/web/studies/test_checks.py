from datetime import timedelta

import pytest
from django.utils import timezone

from tests.web.studies.factories import counted, designed, measured
from tests.web.world import NOON, person
from waterpas.web.findings.models import Evidence, Finding
from waterpas.web.register.models import Item
from waterpas.web.studies import checks, selectors
from waterpas.web.studies.example_studies import store_example
from waterpas.web.studies.examples import EXAMPLES
from waterpas.web.studies.models import State, Study, StudyMember, StudyTally

pytestmark = pytest.mark.django_db


def said(step):
    return [saying for saying in checks.check() if saying.step == step]


def item(role):
    return Item.objects.create(
        title="Werving", kind="process", role=role, added_at=NOON, added_by="test"
    )


def test_without_studies_both_steps_have_a_first_thing_to_do():
    for step in (6, 7):
        (saying,) = said(step)
        assert saying.is_gap
        assert saying.next_url == "/onderzoek/nieuw/"


def test_a_result_without_a_finding_is_a_gap_of_its_step():
    run = measured(person("researcher"))

    assert "Er is 1 onderzoek. 1 heeft een resultaat." in [saying.text for saying in said(7)]
    gap = next(saying for saying in said(7) if saying.is_gap)
    assert gap.next_label == "Maak een bevinding"
    assert str(run.study_id) in gap.next_url


@pytest.mark.parametrize("name", ["study", "run"])
def test_a_finding_that_points_at_it_closes_the_gap(name):
    run = measured(person("researcher"))
    finding = Finding.objects.create(
        title="x", for_whom="y", points=["P01"], added_at=NOON, added_by="test"
    )
    Evidence.objects.create(
        finding=finding,
        kind="figure",
        text="z",
        urn=selectors.urn_of_run(run) if name == "run" else selectors.urn_of(run.study),
        added_at=NOON,
        added_by="test",
    )

    assert not any(saying.is_gap for saying in said(7))


def test_a_study_of_an_employers_item_is_step_6():
    study = designed(person("researcher"))
    study.item = item("employer")
    study.save()

    assert said(6)[0].text == "Er is 1 onderzoek. Er is nog geen resultaat."
    assert said(7)[0].is_gap


def test_without_an_item_the_purpose_says_which_step():
    designed(person("researcher"), purpose="employer")

    assert not said(6)[0].is_gap


def test_a_study_without_a_table_waits_for_its_members():
    by = person("researcher")
    study = designed(by)
    (task,) = checks.tasks()

    assert (task.person, task.url) == (by.pk, f"/onderzoek/{study.pk}/tabel/")
    counted(study, by)
    assert list(checks.tasks()) == []


def test_a_study_whose_members_left_waits_for_who_can_let_somebody_in():
    by = person("researcher")
    study = designed(by)
    by.is_active = False
    by.save()

    (task,) = checks.tasks()

    assert (task.person, task.url) == (None, f"/onderzoek/{study.pk}/onderzoekers/")
    assert task.text.startswith("Niemand werkt nog aan dit onderzoek")


def test_a_tally_that_is_destroyed_soon_is_told_to_the_members():
    by = person("researcher")
    run = measured(by)
    soon = timezone.localdate() + timedelta(days=20)
    StudyTally.objects.filter(pk=run.tally_id).update(destroy_on=soon)
    (task,) = checks.tasks()

    assert (task.person, task.until) == (by.pk, soon)


@pytest.fixture
def an_example():
    return store_example(example=EXAMPLES[0], by=person("coordinator"), now=NOON)


def test_an_example_counts_in_no_step_because_it_is_not_about_this_municipality(an_example):
    assert selectors.going_on().get() == an_example
    assert selectors.without_finding([an_example]) == [an_example]
    for step in (6, 7):
        (saying,) = said(step)
        assert saying.next_url == "/onderzoek/nieuw/"


def test_an_example_is_nobodys_task(an_example):
    by = person("researcher")
    StudyMember.objects.create(study=an_example, person=by, added_at=NOON, added_by="test")
    StudyTally.objects.update(destroy_on=timezone.localdate())
    Study.objects.update(state=State.DESIGNED)
    assert list(checks.tasks()) == []

    Study.objects.update(slug="")
    assert len(list(checks.tasks())) == 2


def test_the_register_hears_when_an_item_was_examined():
    run = measured(person("researcher"))
    run.study.item = item("service-provider")
    run.study.save()

    assert selectors.examinations() == {run.study.item_id: NOON.date()}
