"""Every list on the screen: chosen with its time, walked to its result; haste that comes back."""

from datetime import timedelta

import pytest
import yaml
from django.urls import reverse
from django.utils import timezone

from tests.web.findings.factories import item
from tests.web.scans.factories import FAR, OPENING, answer, form, policy, scan
from tests.web.scans.test_lists import LIST, QUESTION
from tests.web.world import NOON, logged_in
from waterpas.web.findings.models import Finding
from waterpas.web.register.models import Role
from waterpas.web.scans import checks, lists, services
from waterpas.web.scans.lists import loader
from waterpas.web.scans.models import Scan
from waterpas.web.scans.selectors import State, applicable, scans, standing_of
from waterpas.web.scans.shown import result
from waterpas.web.scans.starting import HasteUnexplained, ListUnsuitable

pytestmark = pytest.mark.django_db
HASTE = {"question_list": "short", "haste": "De raad besluit morgen."}


@pytest.fixture
def by(client):
    return logged_in(client, "coordinator")


def at(name: str, *args) -> str:
    return reverse(f"scans:{name}", args=args)


def of(made: Scan):
    return standing_of(scans().get(pk=made.pk))


def groups(made: Scan) -> dict[str, list[str]]:
    return {group.code: [line.criterion for line in group.lines] for group in result(of(made))}


class TestChoosing:
    def test_shows_each_list_with_its_time_and_people_and_chooses_none(self, client, by):
        page = client.get(at("begin")).text

        assert "2 keer 2 uur, met 4 mensen" in page
        assert "45 minuten, met 2 mensen" in page
        assert "checked" not in page
        assert "<form" not in page.split("<main")[1]

    def test_offers_only_what_suits_the_item_of_the_link(self, client, by):
        made = item(role=Role.EMPLOYER)

        page = client.get(at("begin") + f"?item={made.pk}").text

        assert "list=vacancy" in page
        assert "list=full" not in page

    def test_a_link_that_says_which_list_goes_straight_to_it(self, client, by):
        made = policy()

        page = client.get(at("begin") + f"?item={made.pk}&list=short")

        assert page.context["form"].initial["item"] == made.pk
        assert "Op welke dag volgt de volledige toets?" in page.text

    def test_asks_only_what_the_list_needs(self, client, by):
        policy()
        fields = client.get(at("begin") + "?list=vision").context["form"].fields

        assert "delivery" not in fields
        assert "with_partners" not in fields
        assert "haste" not in fields

    def test_an_unknown_list_asks_to_choose(self, client, by):
        assert "Welke toets wilt u doen?" in client.get(at("begin") + "?list=nothing").text


@pytest.mark.parametrize("name", lists.lists())
def test_every_list_can_be_walked_to_its_result(client, by, name):
    wanted = lists.find(name)
    made = item(role=wanted.roles[0])
    opening = OPENING | {"item": made.pk, "haste": "De raad besluit morgen."}
    path = client.post(at("begin") + f"?list={name}", opening).url
    made_scan = Scan.objects.get()
    seen = []

    while "/criterium/" in path:
        page = client.get(path)
        seen.append(page.context["criterion"])
        value = page.context["form"].fields["value"].choices[-1][0]
        path = client.post(path, form(value=value, joint="Samen.")).url

    assert tuple(seen) == applicable(made_scan)
    assert path == at("detail", made_scan.pk)
    shown = client.get(path).text
    assert wanted.title.nl in shown
    assert groups(made_scan)["unknown"] == seen
    assert of(made_scan).state == State.DECIDE


def test_one_version_can_have_one_scan_of_each_list():
    made = policy()
    scan(made)
    scan(made, **HASTE)

    with pytest.raises(services.AlreadyThere):
        scan(made, **HASTE)


def test_a_list_refuses_an_item_that_it_is_not_about():
    with pytest.raises(ListUnsuitable):
        scan(item(role=Role.EMPLOYER))


def test_a_list_is_only_a_file(client, by, tmp_path, monkeypatch):
    (tmp_path / "trial.yaml").write_text(yaml.safe_dump(LIST))
    monkeypatch.setattr(loader, "FOLDER", tmp_path)
    made = policy()

    assert "Proeflijst" in client.get(at("begin")).text
    path = client.post(at("begin") + "?list=trial", OPENING | {"item": made.pk}).url

    assert "Gebeurt dit?" in client.get(path).text
    assert client.post(path, form(value="not")).url == at("detail", Scan.objects.get().pk)
    assert "Gebeurt dit?" in client.get(at("detail", Scan.objects.get().pk)).text


class TestAnotherListThanTheFullOne:
    def test_makes_a_finding_with_the_criteria_of_the_question(self, client, by):
        made = scan(question_list="purchased")
        answer(made, "INK-05", value="possible", reason="Eén medewerker kiest.")
        line = result(of(made))[0].lines[0]

        opened = client.get(line.finding_url).context["form"]
        assert opened["points"].value() == ["N08", "P09"]
        sent = {field.html_name: field.value() or "" for field in opened}
        client.post(line.finding_url, sent | {"for_whom": "Inwoners met hulp."})

        found = Finding.objects.get()
        line = result(of(made))[0].lines[0]
        assert line.findings == [found]
        assert line.offered

    def test_sees_its_own_contradiction_and_no_other(self):
        made = scan(question_list="purchased")
        answer(made, "INK-02")
        answer(made, "INK-05", value="yes")
        answer(made, "N05", value="yes")

        assert groups(made)["contradiction"] == ["INK-05"]

    def test_asks_no_joint_reasoning_when_the_other_criterion_is_not_in_it(self, client, by):
        made = scan(**HASTE)

        page = client.get(at("answer", made.pk, "N02"))

        assert "joint" not in page.context["form"].fields
        assert "study" not in page.context["form"].fields
        assert "adviser" in page.context["form"].fields

    def test_does_not_call_an_effect_unmeasured_when_it_asks_no_study(self):
        made = scan(**HASTE)
        answer(made, "N05", value="no")

        assert "effect" not in groups(made)

    def test_has_the_scale_that_it_says(self, client, by):
        made = scan(item(role=Role.EMPLOYER), question_list="vacancy")

        page = client.get(at("answer", made.pk, "VAC-01")).text

        assert "gebeurt niet" in page
        assert "gebeurt deels" not in page
        with pytest.raises(services.NotApplicable):
            answer(made, "VAC-01", value="partly")

    def test_speaks_at_its_own_step(self):
        scan(item(role=Role.EMPLOYER), question_list="vacancy")
        scan(question_list="vision")

        assert {2, 6} <= {one.step for one in checks.check()}

    def test_is_no_scan_of_the_whole_policy_when_it_is_about_a_letter(self, client, by):
        made = scan(question_list="letter")

        unseen = client.get(at("list")).context["listing"].unseen
        assert [row.item for row in unseen] == [made.item]


class TestWhoCarriesItOut:
    def test_partners_that_nobody_pays_bring_two_questions(self):
        assert "PAR-02" in applicable(scan(delivery="unpaid-partners"))
        assert "PAR-02" not in applicable(scan(delivery="own"))

    def test_a_paid_chain_asks_about_its_instructions_and_figures(self, client, by):
        made = scan(delivery="paid-chain")

        assert "Beperken hun instructies" in client.get(at("answer", made.pk, "W08")).text
        assert "KET-02" in applicable(made)


class TestHaste:
    def test_needs_a_reason_and_only_there(self, client, by):
        made = policy()
        sent = OPENING | {"item": made.pk, "haste": ""}

        assert client.post(at("begin") + "?list=short", sent).status_code == 422
        with pytest.raises(HasteUnexplained):
            scan(made, question_list="short")
        with pytest.raises(HasteUnexplained):
            scan(made, haste="Snel.")

    def test_leaves_a_trace_before_the_day_has_come(self, client, by):
        made = scan(**HASTE)

        assert any("met haast gedaan" in one.text for one in checks.check())
        assert "met haast gedaan" in client.get(at("list")).text
        assert "De raad besluit morgen." in client.get(at("detail", made.pk)).text

    def test_comes_back_on_its_day_and_leads_to_the_full_scan(self, client, by):
        made = scan(**HASTE)
        assert of(made).state == State.BUSY
        Scan.objects.filter(pk=made.pk).update(recheck_on=timezone.localdate())

        assert of(made).state == State.RECHECK
        assert any("tijd voor de volledige toets" in one.text for one in checks.check())
        assert [one.text for one in checks.tasks()] == [
            f"{made.item.title}: met haast getoetst, nu volgt de volledige toets"
        ]
        assert f"item={made.item_id}&amp;list=full" in client.get(at("detail", made.pk)).text

    def test_is_settled_once_the_full_scan_has_begun(self, client, by):
        made = scan(**HASTE)
        Scan.objects.filter(pk=made.pk).update(recheck_on=timezone.localdate())
        followed = scan(made.item)

        assert of(made).state == State.BUSY
        assert not any("haast" in one.text for one in checks.check())
        assert at("detail", followed.pk) in client.get(at("detail", made.pk)).text

    def test_an_earlier_full_scan_does_not_settle_it(self):
        earlier = scan()
        Scan.objects.filter(pk=earlier.pk).update(begun_at=NOON - timedelta(days=30))
        made = scan(earlier.item, **HASTE)
        Scan.objects.filter(pk=made.pk).update(recheck_on=timezone.localdate())

        assert of(made).state == State.RECHECK

    def test_has_no_second_time_of_its_own(self, client, by):
        made = scan(**HASTE)
        answer(made, "N01", value="no")

        asked = client.post(at("again", made.pk), {"recheck_on": FAR.isoformat()}, follow=True)

        assert "Op een korte toets volgt een volledige toets" in asked.text
        made.refresh_from_db()
        assert made.stage == "vooraf"


class TestAQuestionThatIsNoLongerAsked:
    @pytest.fixture
    def begun(self, tmp_path, monkeypatch, by):
        """A scan with an answer to the second question of a list, which then leaves the list."""
        monkeypatch.setattr(loader, "FOLDER", tmp_path / "before")
        other = QUESTION | {"id": "TST-02", "direction": "do-not"}
        self.write(tmp_path / "before", [QUESTION, other])
        made = scan(question_list="trial")
        answer(made, "TST-02", value="yes", reason="Dit gaat mis.")
        self.write(tmp_path / "after", [QUESTION, other | {"retired": True}])
        self.write(tmp_path / "removed", [QUESTION])
        return made

    def write(self, folder, questions):
        folder.mkdir()
        (folder / "trial.yaml").write_text(yaml.safe_dump(LIST | {"questions": questions}))

    @pytest.mark.parametrize("how", ["after", "removed"])
    def test_stays_readable_and_the_scan_can_be_finished(
        self, client, begun, tmp_path, monkeypatch, how
    ):
        monkeypatch.setattr(loader, "FOLDER", tmp_path / how)

        assert applicable(begun) == ("TST-01",)
        assert groups(begun)["retired"] == ["TST-02"]
        read = client.get(at("history", begun.pk, "vooraf", "TST-02")).text
        assert "Deze vraag wordt niet meer gesteld" in read
        assert "Dit gaat mis." in read
        client.post(at("answer", begun.pk, "TST-01"), form())
        assert of(begun).state == State.DECIDE

    def test_still_counts_for_the_decision(self, client, begun, tmp_path, monkeypatch):
        monkeypatch.setattr(loader, "FOLDER", tmp_path / "after")
        seen = client.get(at("sign", begun.pk)).context["form"]["seen"].value()
        sent = {"reason": "Het moet.", "seen": seen}

        refused = client.post(at("sign", begun.pk), sent | {"choice": "adopt"})
        signed = client.post(at("sign", begun.pk), sent | {"choice": "adopt-despite"})

        assert "overnemen ondanks bezwaar" in refused.text
        assert signed.status_code == 302

    @pytest.mark.parametrize("how", ["after", "removed"])
    def test_loses_nothing_of_what_somebody_was_typing(
        self, client, begun, tmp_path, monkeypatch, how
    ):
        monkeypatch.setattr(loader, "FOLDER", tmp_path / how)

        asked = client.post(at("answer", begun.pk, "TST-02"), form(reason="Net getypt."))

        assert asked.status_code == 410
        assert "Net getypt." in asked.text

    def test_of_a_list_that_is_gone_the_answers_stay_and_it_can_be_decided(
        self, client, begun, tmp_path, monkeypatch
    ):
        (tmp_path / "empty").mkdir()
        monkeypatch.setattr(loader, "FOLDER", tmp_path / "empty")

        page = client.get(at("detail", begun.pk)).text

        assert "De vragenlijst van deze toets is er niet meer" in page
        assert at("sign", begun.pk) in page
        assert [one.url for one in checks.tasks()] == [at("detail", begun.pk)]
        assert client.get(at("list")).status_code == 200
        assert client.get(at("change", begun.pk)).status_code == 200

    def test_a_retired_list_finishes_what_began_and_begins_nothing(
        self, client, begun, tmp_path, monkeypatch
    ):
        folder = tmp_path / "retired"
        folder.mkdir()
        (folder / "trial.yaml").write_text(yaml.safe_dump(LIST | {"retired": True}))
        monkeypatch.setattr(loader, "FOLDER", folder)

        assert "Proeflijst" not in client.get(at("begin")).text
        assert "begint niemand meer" in client.get(at("detail", begun.pk)).text
        assert client.post(at("answer", begun.pk, "TST-01"), form()).status_code == 302
        with pytest.raises(ListUnsuitable):
            scan(question_list="trial")
