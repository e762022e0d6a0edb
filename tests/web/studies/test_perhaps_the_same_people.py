"""A second study that could be about the same people, while one of both hides a group."""

import pytest
from django.urls import reverse

from tests.web.findings.factories import item
from tests.web.studies.factories import HIDING, MERGED, counted, designed, measured
from tests.web.world import NOON, logged_in, person
from waterpas.web.audit_trail.models import Event
from waterpas.web.audit_trail.types import EventType
from waterpas.web.studies import services
from waterpas.web.studies.models import Run
from waterpas.web.studies.sameness import Figures, could_be_the_same
from waterpas.web.studies.selectors import is_open

pytestmark = pytest.mark.django_db
ONE_MORE = (*HIDING[1:], ("Nederland", 1001, 400))
OTHERS = (("Noord", 5200, 900), ("Zuid", 4100, 610))


def by():
    return person("researcher")


def at(run, name):
    return reverse(f"studies:{name}", args=[run.study_id, run.pk])


@pytest.fixture
def first():
    """A study that hides a group, on an item of the register."""
    researcher = by()
    study = designed(researcher)
    study.item = item()
    study.save()
    stored, choice = counted(study, researcher, HIDING)
    return services.measure_study(study=study, tally=stored, choice=choice, by=researcher, now=NOON)


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        (MERGED, {}),
        (MERGED, {"row": "application", "unit": "besluiten", "organisation": "de dienst"}),
        (ONE_MORE, {"unit": "aanvragers"}),
        ((("Noord", 700, 250), ("Zuid", 737, 234)), {}),  # as many, by neighbourhood
        ((("man", 170, 30), ("vrouw", 167, 34)), {}),  # only two of the groups, put together
        ((("Nederland", 1000, 400), ("elders", 5000, 900)), {}),  # one group of both
    ],
    ids=["merged", "row", "one-more", "other-column", "a-part", "a-group"],
)
def test_of_perhaps_the_same_people_colleagues_do_not_see_the_second(first, rows, fields):
    second = measured(by(), rows, **fields)

    assert is_open(first)
    assert second.beside == [first.pk]
    assert not is_open(second)


def test_the_table_without_a_hidden_group_may_also_be_the_first():
    measured(by(), MERGED)

    assert not is_open(measured(by(), HIDING))


def test_only_of_what_colleagues_see_a_finding_can_be_made(client, first):
    me = logged_in(client, "researcher")
    hidden, seen = measured(me, MERGED), measured(me, OTHERS)

    assert "Maak er een bevinding van" not in client.get(at(hidden, "run")).text
    assert "Maak er een bevinding van" in client.get(at(seen, "run")).text


def test_of_clearly_other_people_the_second_is_open(first):
    second = measured(by(), OTHERS)

    assert second.beside == []
    assert is_open(second)


def test_without_a_hidden_group_alike_counts_close_nothing():
    measured(by(), MERGED)

    assert is_open(measured(by(), (("Nederland", 1000, 300), ("elders", 438, 84))))


def test_it_is_recognised_after_the_first_tally_was_destroyed(first):
    services.destroy_tally(tally=first.tally, by=by(), now=NOON)

    assert not is_open(measured(by(), MERGED))


def test_a_colleague_reads_why_and_who_can_decide(client, first):
    second = measured(by(), MERGED)
    logged_in(client, "policy-adviser")
    response = client.get(at(second, "run"))

    assert response.status_code == 403
    assert "Een ander onderzoek telt misschien dezelfde mensen" in response.text
    assert "Wie mag vrijgeven, kan met een reden besluiten" in response.text
    assert "337" not in response.text


def test_the_coordinator_decides_with_a_reason_that_is_kept(client, first):
    second = measured(by(), MERGED)
    coordinator = logged_in(client, "coordinator")
    page = client.get(at(second, "open"))
    client.post(at(second, "open"), {"because": "Dit zijn verhuizers uit 2019."})
    second.refresh_from_db()
    line = Event.objects.last()

    assert first.study.title in page.text
    assert (second.opened_because, second.opened_by) == (
        "Dit zijn verhuizers uit 2019.",
        coordinator.actor_code,
    )
    assert (line.type, is_open(second)) == (EventType.RESULT_OPENED, True)
    logged_in(client, "policy-adviser")
    assert "Dit zijn verhuizers uit 2019." in client.get(at(second, "run")).text


def test_the_coordinator_finds_where_to_decide_on_the_page_of_the_study(client, first):
    second = measured(by(), MERGED)
    study = reverse("studies:study", args=[second.study_id])
    logged_in(client, "policy-adviser")
    before = client.get(study).text

    assert "Een ander onderzoek telt misschien dezelfde mensen" in before
    assert "Er is al een andere tabel over dezelfde mensen." not in before
    assert at(second, "open") not in before
    logged_in(client, "coordinator")
    page = client.get(reverse("studies:result", args=[second.study_id]), follow=True).text
    assert f'href="{at(second, "run")}"' in page
    assert f'href="{at(second, "open")}"' in page


@pytest.mark.parametrize("name", ["study", "run"])
def test_after_that_the_page_says_why_it_does_not_go_out_and_what_can(client, first, name):
    second = measured(by(), MERGED)
    logged_in(client, "coordinator")
    client.post(at(second, "open"), {"because": "andere mensen"})
    address = (
        at(second, "run") if name == "run" else reverse("studies:study", args=[second.study_id])
    )
    page = client.get(address).text

    assert at(second, "release") not in page
    assert "Dit resultaat blijft binnen de gemeente." in page
    assert "Wat wel kan: het eerdere resultaat vrijgeven" in page
    assert f'href="{at(first, "run")}"' in page
    logged_in(client, "policy-adviser")
    assert "Dit resultaat blijft binnen de gemeente." not in client.get(address).text


def test_without_a_reason_nothing_opens(client, first):
    second = measured(by(), MERGED)
    logged_in(client, "coordinator")

    assert client.post(at(second, "open"), {"because": ""}).status_code == 422
    assert not is_open(Run.objects.get(pk=second.pk))


def test_what_was_opened_for_colleagues_still_does_not_go_out(client, first):
    second = measured(by(), MERGED)
    logged_in(client, "coordinator")
    client.post(at(second, "open"), {"because": "andere mensen"})
    response = client.post(at(second, "release"), {"audience": "public"})

    assert response.status_code == 422
    assert "Dit resultaat blijft binnen de gemeente." in response.text
    assert "vrijgeven/" not in client.get(at(second, "run")).text
    with pytest.raises(services.StandsBeside):
        services.release_study(run=second, audience="council", by=by(), now=NOON)


def test_the_first_may_go_out(first):
    assert services.release_study(run=first, audience="council", by=by(), now=NOON).pk


def test_of_surely_the_same_people_nobody_opens_anything(first):
    stored, choice = counted(first.study, by(), MERGED)
    second = services.measure_study(
        study=first.study, tally=stored, choice=choice, by=by(), now=NOON
    )

    with pytest.raises(services.NotToBeOpened):
        services.open_result(run=second, because="toch", by=by(), now=NOON)
    with pytest.raises(services.StandsBeside):
        services.release_study(run=second, audience="council", by=by(), now=NOON)


def figures(*groups, hidden=0):
    return Figures(sum(n for n, _cases in groups), hidden, (groups,))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (figures((1020, 300), (430, 80)), True),  # 1450 beside 1437 people
        (figures((1400, 300)), True),  # the hidden ones left out
        (figures((340, 65), (9000, 800)), True),  # about two groups together
        (figures((340, 90), (9000, 800)), False),  # so many people, another outcome
        (figures((2000, 800), (600, 120)), False),
    ],
    ids=str,
)
def test_when_counts_could_be_of_the_same_people(other, same):
    one = figures((1000, 400), (300, 60), (100, 20), (37, 4), hidden=37)

    assert could_be_the_same(one, other) is same
    assert could_be_the_same(other, one) is same
