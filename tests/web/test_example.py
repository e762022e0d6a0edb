"""Voorbeeldstad: believable, made through the services, and true to what it says it planted."""

import re
from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.web.town import filled
from waterpas.web.actions.models import Action, Money, Status
from waterpas.web.actions.rules import Gap
from waterpas.web.actions.selectors import actions, with_gaps
from waterpas.web.approach.selectors import steps
from waterpas.web.approach.waiting import tasks_for
from waterpas.web.audit_trail.models import Event
from waterpas.web.config.example import fill
from waterpas.web.findings.models import EarlierDecision, Evidence, Finding
from waterpas.web.findings.rules import State
from waterpas.web.findings.selectors import findings, standings
from waterpas.web.people.models import Person, Position
from waterpas.web.people.permissions import Permission
from waterpas.web.register import selectors as register
from waterpas.web.register.models import Item
from waterpas.web.releases.models import Release
from waterpas.web.scans.checks import check as scan_checks
from waterpas.web.scans.combinations.selectors import in_scan, mark
from waterpas.web.scans.decision_points.models import DecisionPoint
from waterpas.web.scans.decision_points.rules import is_unlimited
from waterpas.web.scans.decision_points.selectors import on_the_map, says_now
from waterpas.web.scans.models import AbsenceNote, Answer, Decision, Passage, Scan, SetAside
from waterpas.web.scans.rules import Mark
from waterpas.web.scans.selectors import State as ScanState
from waterpas.web.scans.selectors import standings as scan_standings
from waterpas.web.studies.checks import check, tasks
from waterpas.web.studies.models import Run, Study
from waterpas.web.studies.selectors import own, urn_of

TABLES = (Item, Finding, Evidence, EarlierDecision, Action, Person, Position, Event, Study, Run)
NOW = timezone.now()


@pytest.fixture
def now(db):
    """A moment that the checks, which look at the clock, agree with."""
    filled(NOW)
    return NOW


def log_in(client, mailbox: str) -> Person:
    somebody = Person.objects.get(email=f"{mailbox}@voorbeeldstad.example")
    client.force_login(somebody, backend="django.contrib.auth.backends.ModelBackend")
    return somebody


def counts() -> dict[str, int]:
    return {table.__name__: table.objects.count() for table in TABLES}


def test_filling_twice_is_filling_once(now):
    before = counts()
    fill(now)

    assert counts() == before


def test_the_register_has_what_the_brief_tells(now):
    items = list(register.items())
    ticked = [item for item in items if item.starter]

    assert (len(ticked), len(items) - len(ticked)) == (36, 9)
    assert register.retired_items().get().retired_reason
    assert min(register.count_by_role().values()) >= 9
    assert register.never_examined().count() == 27
    assert sum(bool(item.carried_out_by) for item in items) >= 10
    assert {item.delivery for item in items} == {"own", "paid-chain", "unpaid-partners"}
    assert register.without_owner().exists()
    assert register.with_vacant_owner().count() >= 6


def test_three_functions_are_vacant_one_because_somebody_left(now):
    left = Person.objects.get(is_active=False)

    assert Position.objects.count() == 15
    assert Position.objects.filter(holder=None).count() == 3
    assert Event.objects.filter(type="person.left", subject_id=str(left.pk)).exists()


def test_findings_stand_in_every_state_on_every_kind_of_evidence(now):
    found = standings(findings())

    assert Counter(each.state for each in found) == {
        State.HAS_ACTIONS: 7,
        State.OPEN: 4,
        State.NO_ACTION: 1,
    }
    assert sum(each.is_diluted for each in found) == 1
    assert set(Evidence.objects.values_list("kind", flat=True)) == set(Evidence.Kind.values)
    assert EarlierDecision.objects.get().finding in [each.finding for each in found if each.is_open]
    assert {"P01", "P02", "P04", "P07", "P09", "P10", "P11", "W08", "N05"} <= {
        point for each in found for point in each.finding.points
    }


def test_one_scan_waits_for_a_decision_and_one_is_looked_at_again(now):
    assert {(one.list.id, one.scan.stage): one.state for one in scan_standings()} == {
        ("full", "vooraf"): ScanState.DECIDE,
        ("full", "achteraf"): ScanState.BUSY,
        ("vision", "vooraf"): ScanState.DECIDE,
        ("short", "vooraf"): ScanState.DECIDED,
        ("vacancy", "vooraf"): ScanState.BUSY,
    }


def test_what_was_done_in_haste_has_a_day_on_which_the_full_scan_follows(now):
    hasty = next(one for one in scan_standings() if one.list.followed_by)

    assert hasty.scan.haste
    assert hasty.scan.recheck_on > now.date()
    assert any("de volledige toets moet nog komen" in one.text for one in scan_checks())


def test_one_item_has_a_map_with_gaps_and_one_scan_has_combinations_looked_at_again(now):
    scan = Scan.objects.get(stage="achteraf", question_list="full")
    other = Scan.objects.get(stage="vooraf", question_list="full")
    points = on_the_map(scan.item)

    assert set(DecisionPoint.objects.values_list("item", flat=True)) == {scan.item_id}
    assert [one.place for one in points] == [1, 2, 3, 4, 5]
    assert [is_unlimited(says_now(one)) for one in points] == [False, False, True, False, False]
    assert DecisionPoint.objects.exclude(removed_at=None).count() == 1
    assert [mark(one) for one in in_scan(scan)] == [Mark.CHANGED, Mark.CARRIED]
    assert not in_scan(other).exists()


def test_a_policy_was_read_twice_and_its_passages_dealt_with(now):
    passages = Passage.objects.all()
    document = passages[0].document

    assert [one.number for one in document.readings.all()] == [2, 1]
    assert {(one.first, one.last) for one in passages} == {(1, 1), (1, 2), (2, 2)}
    assert SetAside.objects.get().criterion == "N04"
    assert AbsenceNote.objects.get().question == "no-owner"


def test_open_findings_have_waited_for_weeks(now):
    waiting = [each for each in standings(findings()) if each.is_open]

    assert all(each.since < (now - timedelta(days=50)).date() for each in waiting)


def test_actions_stand_in_every_status_and_every_stand_of_the_money(now):
    assert Counter(Action.objects.values_list("status", flat=True)) == {
        Status.PLANNED: 8,
        Status.INTRODUCED: 2,
        Status.WORKS: 2,
        Status.DILUTED: 1,
    }
    assert set(Action.objects.values_list("money", flat=True)) == set(Money)
    assert Action.objects.filter(findings=None).count() == 3
    assert any(action.findings.count() > 1 for action in Action.objects.all())


def test_actions_miss_what_actions_miss_in_a_real_municipality(now):
    gaps = Counter(
        gap for each in with_gaps(actions(), today=timezone.localdate(now)) for gap in each.gaps
    )

    assert set(gaps) == set(Gap) - {Gap.SAME_PERSON}
    assert gaps[Gap.OVERDUE] == 1
    assert gaps[Gap.NO_EVIDENCE_YET] == 1


def test_every_event_has_an_actor_who_was_there(now):
    people = {person.actor_code for person in Person.objects.all()}

    assert {event.actor for event in Event.objects.all()} <= people
    assert all(
        Event.objects.filter(type=kind).exists() for kind in ("item.changed", "action.works")
    )


def test_the_log_is_in_the_order_of_time_on_working_days_and_never_ahead(now):
    moments = list(Event.objects.order_by("pk").values_list("at", flat=True))

    assert moments == sorted(moments)
    assert moments[-1] <= now
    assert now - moments[0] > timedelta(days=290)
    assert {timezone.localtime(moment).weekday() for moment in moments} <= set(range(5))


@pytest.mark.parametrize(
    ("kinds", "permission"),
    [
        (["item.added", "item.changed", "items.ticked"], Permission.REGISTER_CHANGE),
        (["finding.added", "evidence.added"], Permission.FINDING_CHANGE),
        (["finding.decided", "finding.reopened"], Permission.FINDING_DECIDE),
        (["action.added", "action.introduced"], Permission.ACTION_CHANGE),
        (["action.works", "action.diluted"], Permission.ACTION_CONCLUDE),
        (["study.designed", "study.measured"], Permission.STUDY_CHANGE),
        (["result.released"], Permission.STUDY_RELEASE),
        (["scan.begun", "scan.answered", "scan.again"], Permission.SCAN_CHANGE),
        (["document.read", "passage.aside", "absence.noted"], Permission.SCAN_CHANGE),
        (["scan.decided"], Permission.SCAN_SIGN),
    ],
)
def test_nobody_did_what_that_person_may_not_do(now, kinds, permission):
    people = {person.actor_code: person for person in Person.objects.all()}
    actors = set(Event.objects.filter(type__in=kinds).values_list("actor", flat=True))

    assert actors
    assert all(people[actor].may(permission) for actor in actors)


def texts() -> list[str]:
    found = [
        (finding.title, finding.explanation, finding.for_whom, finding.no_action_reason)
        for finding in Finding.objects.all()
    ]
    found += [(proof.text, proof.source) for proof in Evidence.objects.all()]
    found += [(action.title, action.change, action.effect) for action in Action.objects.all()]
    found += [
        (said.reason, said.joint, said.sources, said.why_not) for said in Answer.objects.all()
    ]
    found += [(said.asked_kind, said.asked_way, said.adviser) for said in Answer.objects.all()]
    found += [(scan.about, scan.aim) for scan in Scan.objects.all()]
    found += [(passage.sentence,) for passage in Passage.objects.all()]
    found += [(aside.reason,) for aside in SetAside.objects.all()]
    found += [(note.text,) for note in AbsenceNote.objects.all()]
    found += [(decided.reason,) for decided in Decision.objects.all()]
    found += [(each.no_action_reason,) for each in EarlierDecision.objects.all()]
    found += [(study.title, study.question, study.reason) for study in own()]
    found += [(study.privacy_officer_words, study.works_council_words) for study in own()]
    return [text for many in found for text in many]


def named(text: str) -> set[str]:
    """The surnames of Voorbeeldstad that a text mentions."""
    surnames = {person.name.split()[-1] for person in Person.objects.all()}
    return {name for name in surnames if re.search(rf"\b{re.escape(name)}\b", text)}


def test_no_text_of_a_finding_or_an_action_names_anybody(now):
    assert named("Dit was het werk van S. Achterberg.") == {"Achterberg"}
    assert [text for text in texts() if named(text)] == []


def test_no_text_judges_or_scores(now):
    words = "score bias-vrij neutraal significant bewezen allochto westers blank objectief schuld"
    wrong = re.compile(rf"\b({words.replace(' ', '|')})", re.IGNORECASE)

    assert wrong.search("Een score voor racisme")
    assert [text for text in texts() if wrong.search(text)] == []


def test_the_start_page_says_something_about_the_steps(client, now):
    coordinator = log_in(client, "coordinator")
    said = {
        step.number: [saying.text for saying in step.sayings] for step in steps("nl", coordinator)
    }
    page = " ".join(client.get("/").text.split())

    assert tasks_for(coordinator)[0]
    assert all(said[number] for number in (1, 3, 6, 7, 8, 10))
    step = client.get("/stap/6/").text
    assert "nog niets aangevinkt over: sociale veiligheid en behoud" in step
    assert "Nog nooit onderzocht: doorstroom." not in step  # pay and promotion were
    assert "1 maatregel is al een half jaar ingevoerd, en niemand keek of die werkt." in page


@pytest.mark.parametrize("path", ["/register/", "/bevindingen/", "/maatregelen/", "/mensen/"])
def test_the_lists_show(client, now, path):
    log_in(client, "coordinator")

    assert client.get(path).status_code == 200


def test_two_studies_were_measured_and_findings_rest_on_both(now):
    recruitment, permits = Study.objects.filter(slug="", kind="audit").order_by("pk")
    rests_on = dict(Evidence.objects.exclude(urn="").values_list("urn", "finding__title"))

    assert {study.item.title for study in (recruitment, permits)} == {
        "Werving en selectie",
        "Vergunning voor een kleine verbouwing",
    }
    assert {study.state for study in (recruitment, permits)} == {"measured"}
    assert "nodigde kandidaten" in rests_on[urn_of(recruitment)]
    assert "een vergunning" in rests_on[urn_of(permits)]


def answer_of(page: str) -> str:
    """The figure in the answer at the top of a result."""
    answer = page.split('wp-answer">')[1].split("</p>")[0]
    return re.findall(r"<strong[^>]*>([^<]*zo vaak)</strong>", answer)[0]


def test_the_results_say_what_the_findings_say(client, now):
    log_in(client, "onderzoeker")
    recruitment, permits = Study.objects.filter(slug="", kind="audit").order_by("pk")
    first, second = (
        " ".join(client.get(f"/onderzoek/{study.pk}/resultaat/").text.split())
        for study in (recruitment, permits)
    )

    assert "229" in first
    assert "363" in first
    assert "Uitgenodigd voor een gesprek" in first
    assert answer_of(first) == "0,63 keer zo vaak"
    assert "679" in second
    assert "Havenkwartier" in second


def test_one_result_was_released_to_the_council_and_the_examples_to_everybody(client, now):
    log_in(client, "raad")
    recruitment = Study.objects.filter(slug="", kind="audit").order_by("pk").first()
    page = client.get("/onderzoek/vrijgegeven/").text

    assert dict(Release.objects.values_list("subject", "audience")) == {
        urn_of(recruitment): "council",
        **{urn_of(study): "public" for study in Study.objects.exclude(slug="")},
    }
    assert recruitment.title in page


def test_no_result_waits_for_a_finding_and_no_study_for_a_table(now):
    said = [saying for saying in check() if saying.step in {6, 7}]

    assert {saying.text for saying in said} == {
        "Er zijn 3 onderzoeken. 3 hebben een resultaat.",  # step 6: as an employer
        "Er zijn 9 onderzoeken. 9 hebben een resultaat.",
    }
    assert list(tasks()) == []
