"""From the pre-scan to the decision, as somebody does it on the screen."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.findings.factories import item
from tests.web.scans.factories import ANSWERS, FAR, OPENING, answer, form, policy, scan
from tests.web.world import NOON, logged_in
from waterpas.web.references.checks import Saying, Task
from waterpas.web.register.models import Role
from waterpas.web.scans import checks, services
from waterpas.web.scans.models import Answer, Decision, Scan
from waterpas.web.scans.selectors import scans, standing_of

pytestmark = pytest.mark.django_db
ASKED = {
    "asked": "yes",
    "asked_kind": "inwoners met bijstand",
    "asked_way": "gesprek aan tafel",
    "asked_number": "8",
    "asked_on": "2026-01-05",
    "given": "yes",
    "given_words": "een bon",
    "why_not": "",
}


@pytest.fixture
def by(client):
    return logged_in(client, "coordinator")


def at(name: str, *args) -> str:
    return reverse(f"scans:{name}", args=args)


def of(made: Scan):
    return standing_of(scans().get(pk=made.pk))


class TestThePreScan:
    def test_says_beforehand_how_long_it_takes_and_with_whom(self, client, by):
        assert "10 minuten, alleen." in client.get(at("prescan", policy().pk)).text

    def test_gives_its_advice_with_the_reasons(self, client, by):
        made = policy()

        page = client.post(
            at("prescan", made.pk), ANSWERS | {"profile": "yes", "area": "unknown"}, follow=True
        ).text

        assert "Doe nu een volledige toets." in page
        assert "Een profiel, algoritme of lijst kiest wie aan de beurt is." in page
        assert "Dit weten we nog niet: Geldt het in één wijk" in page

    def test_chooses_nothing_beforehand_and_refuses_an_empty_question(self, client, by):
        made = policy()

        assert "checked" not in client.get(at("prescan", made.pk)).text
        assert client.post(at("prescan", made.pk), {"soon": "no"}).status_code == 422

    def test_of_what_the_employer_does_is_not_there(self, client, by):
        assert client.get(at("prescan", item(role=Role.EMPLOYER).pk)).status_code == 404

    def test_puts_the_list_in_order_and_says_why_this_one_first(self, client, by):
        for title, yes in (("B", "soon"), ("A", "lasting"), ("C", "signals")):
            answers = ANSWERS | {"decides": "yes", yes: "yes"}
            services.record_prescan(item=policy(title=title), answers=answers, by=by, now=NOON)

        page = client.get(at("list"))

        assert [row.item.title for row in page.context["listing"].now] == ["C", "A", "B"]
        assert "Deze eerst, want er zijn klachten" in page.text


def test_beginning_leads_to_the_first_criterion(client, by):
    response = client.post(at("begin"), OPENING | {"item": policy().pk})

    assert response.url == at("answer", Scan.objects.get().pk, "W01")


def test_a_second_scan_of_one_version_is_one_sentence(client, by):
    made = scan()

    response = client.post(at("begin"), OPENING | {"item": made.item_id})

    assert response.status_code == 422
    assert "Van deze versie is er al een toets" in response.text


def test_an_employers_item_is_refused_with_the_reason(client, by):
    response = client.post(at("begin"), OPENING | {"item": item(role=Role.EMPLOYER).pk})

    assert "voor de werkgever is er stap 6" in response.text


class TestACriterion:
    def test_goes_on_to_the_next_open_one(self, client, by):
        made = scan()
        answer(made, "W02")

        assert client.post(at("answer", made.pk, "W01"), form()).url == at("answer", made.pk, "W03")

    def test_has_question_evidence_and_its_own_scale(self, client, by):
        made = scan()
        do = client.get(at("answer", made.pk, "W01")).text
        do_not = client.get(at("answer", made.pk, "N01")).text

        assert "Een cijfer van voor het begin, of onderzoek." in do
        assert "gebeurt deels" in do
        assert "mogelijk" in do_not
        assert "gebeurt deels" not in do_not

    def test_n07_always_has_its_footnote(self, client, by):
        assert (
            "niet in strijd met de mensenrechten" in client.get(at("answer", scan().pk, "N07")).text
        )

    @pytest.mark.parametrize(("criterion", "status"), [("W09", 200), ("W10", 404), ("X", 404)])
    def test_appears_only_when_it_applies(self, client, by, criterion, status):
        assert client.get(at("answer", scan().pk, criterion)).status_code == status

    @pytest.mark.parametrize("empty", ["value", "reason", "asked", "why_not"])
    def test_needs_answer_reason_and_whom_or_why_not(self, client, by, empty):
        assert client.post(at("answer", scan().pk, "W01"), form(**{empty: ""})).status_code == 422

    @pytest.mark.parametrize("empty", ["asked_kind", "asked_way", "asked_number", "asked_on"])
    def test_whom_did_you_ask_takes_kind_way_number_and_date(self, client, by, empty):
        made = scan()

        assert client.post(at("answer", made.pk, "W01"), form(**ASKED)).status_code == 302
        asked = form(**ASKED | {empty: ""}, version=1)
        assert client.post(at("answer", made.pk, "W01"), asked).status_code == 422

    @pytest.mark.parametrize("words", ["mevrouw Jansen", "Turkse vrouwen"])
    def test_warns_before_a_name_or_an_origin_is_saved(self, client, by, words):
        made, asked = scan(), form(**ASKED | {"asked_kind": words})

        warned = client.post(at("answer", made.pk, "W01"), asked)

        assert warned.status_code == 422
        assert "lijkt op een naam" in warned.text
        assert not Answer.objects.exists()
        assert (
            client.post(at("answer", made.pk, "W01"), asked | {"checked": "on"}).status_code == 302
        )

    def test_never_takes_an_e_mail_address(self, client, by):
        asked = form(**ASKED | {"asked_way": "mail aan a@b.nl"}, checked="on")

        assert client.post(at("answer", scan().pk, "W01"), asked).status_code == 422

    def test_w06_and_n02_stand_together_and_need_one_reasoning(self, client, by):
        made = scan()
        answer(made, "W06", reason="Er komt een hoogste bedrag.")

        page = client.get(at("answer", made.pk, "N02")).text
        refused = client.post(at("answer", made.pk, "N02"), form(value="no"))

        assert "Er komt een hoogste bedrag." in page
        assert refused.status_code == 422
        assert "Schrijf op hoe zij samengaan" in refused.text

    def test_shows_what_somebody_else_answered_and_keeps_what_was_typed(self, client, by):
        made = scan()
        path = at("answer", made.pk, "W01")
        opened = {f.html_name: f.value() or "" for f in client.get(path).context["form"]}
        answer(made, "W01", reason="Van de eerste.")

        asked = client.post(path, opened | form(reason="Van de tweede.", started=opened["started"]))

        assert asked.status_code == 409
        assert "Van de eerste." in asked.text
        assert "Van de tweede." in asked.text
        again = {f.html_name: f.value() or "" for f in asked.context["form"]}
        assert client.post(path, again).status_code == 302
        assert Answer.objects.get().reason == "Van de tweede."

    def test_shows_who_changed_which_field(self, client, by):
        made = scan()
        answer(made, "W01")
        answer(made, "W01", reason="Toch anders.")

        page = client.get(at("history", made.pk, "vooraf", "W01")).text

        assert "<del>De regeling vraagt geen papieren meer.</del>" in page
        assert "<ins>Toch anders.</ins>" in page


class TestTheDecision:
    def test_is_stored_with_its_reason_and_date(self, client, by):
        made = scan()
        answer(made, "N01", value="possible")
        form_there = client.get(at("sign", made.pk)).context["form"]
        sent = {"reason": "Het is tijdelijk.", "seen": form_there["seen"].value()}

        refused = client.post(at("sign", made.pk), sent | {"choice": "adopt"})
        client.post(at("sign", made.pk), sent | {"choice": "adopt-despite"})

        assert "overnemen ondanks bezwaar" in refused.text
        assert Decision.objects.get().decided_by == by.actor_code
        assert "Het is tijdelijk." in client.get(at("detail", made.pk)).text

    def test_is_asked_again_when_an_answer_changed_meanwhile(self, client, by):
        made = scan()
        answer(made, "W01")
        seen = client.get(at("sign", made.pk)).context["form"]["seen"].value()
        answer(made, "W01", value="not", reason="Toch niet.")

        sent = {"choice": "adapt", "reason": "Beter zo.", "seen": seen}
        asked = client.post(at("sign", made.pk), sent)

        assert "Intussen veranderde iemand een antwoord" in asked.text
        again = sent | {"seen": asked.context["form"]["seen"].value()}
        assert client.post(at("sign", made.pk), again).status_code == 302

    def test_is_not_for_who_only_advises(self, client):
        logged_in(client, "policy-adviser")

        assert client.get(at("sign", scan().pk)).status_code == 403

    def test_comes_back_at_the_second_time_with_marks(self, client, by):
        made = scan()
        answer(made, "W01")
        answer(made, "W02")
        sent = {"choice": "adopt", "reason": "Goed.", "seen": ""}
        sent["seen"] = client.get(at("sign", made.pk)).context["form"]["seen"].value()
        client.post(at("sign", made.pk), sent)

        assert client.post(at("again", made.pk), {"recheck_on": "2020-01-01"}).status_code == 422
        client.post(at("again", made.pk), {"recheck_on": FAR.isoformat()})
        made.refresh_from_db()
        answer(made, "W01", value="partly")

        marks = {row.id: str(row.mark) for row in client.get(at("detail", made.pk)).context["rows"]}
        assert marks["W01"] == "veranderd"
        assert marks["W02"] == "overgenomen, nog niet opnieuw bekeken"


class TestWhatTheStepsSay:
    def said(self) -> list[Saying]:
        return list(checks.check())

    def test_what_has_no_pre_scan_is_a_gap(self, by):
        policy()

        assert [(one.step, one.is_gap) for one in self.said()] == [(7, True)]

    def test_a_decision_waits_for_who_owns_the_item(self, by):
        made = scan(with_conditions="no")
        for criterion in of(made).todo:
            answer(made, criterion, value="unknown")

        tasks: list[Task] = list(checks.tasks())

        assert [one.url for one in tasks] == [at("detail", made.pk)]
        assert any("wacht op een besluit" in one.text for one in self.said())

    def test_adopting_despite_objection_is_told_at_step_8(self, client, by):
        made = scan()
        answer(made, "N01", value="yes")
        seen = client.get(at("sign", made.pk)).context["form"]["seen"].value()
        client.post(
            at("sign", made.pk), {"choice": "adopt-despite", "reason": "Moet.", "seen": seen}
        )

        assert 8 in {one.step for one in self.said()}

    def test_on_the_day_looking_again_is_a_task(self, client, by):
        made = scan()
        answer(made, "W01", now=timezone.now())
        seen = client.get(at("sign", made.pk)).context["form"]["seen"].value()
        client.post(at("sign", made.pk), {"choice": "adopt", "reason": "Ja.", "seen": seen})
        assert list(checks.tasks()) == []
        Scan.objects.update(recheck_on=NOON.date().replace(year=2020))

        assert ["opnieuw kijken" in one.text for one in checks.tasks()] == [True]


@pytest.mark.parametrize("role", ["manager", "taskforce-member", "policy-adviser"])
def test_what_was_not_answered_yet_can_be_opened_by_everybody_who_reads(client, role):
    made = scan()
    logged_in(client, role)

    page = client.get(reverse("scans:history", args=[made.pk, "vooraf", "N01"]))

    assert page.status_code == 200
    assert "Deze vraag is nog niet beantwoord." in page.text
    assert client.get(reverse("scans:history", args=[made.pk, "achteraf", "N01"])).status_code < 500


def test_a_day_that_nobody_lives_to_see_is_no_day_to_look_again(client):
    logged_in(client, "coordinator")
    opening = OPENING | {"item": policy().pk, "recheck_on": "9999-12-31"}

    page = client.post(reverse("scans:begin"), opening)

    assert page.status_code == 422
    assert "Kies een dag binnen vijf jaar." in page.text
