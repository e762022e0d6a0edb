"""The combinations of characteristics of a scan: kinds of situation, never persons."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.web.scans.factories import FAR, answer, scan
from tests.web.scans.map_factories import COMBINATION, combination
from tests.web.world import NOON, logged_in, person
from waterpas.web.audit_trail.models import Event
from waterpas.web.config.example import scan_maps
from waterpas.web.references.urns import resolve, urn
from waterpas.web.references.versions import mark_of
from waterpas.web.scans import services as scans
from waterpas.web.scans.combinations import kinds, rules, selectors, services
from waterpas.web.scans.combinations.forms import CombinationForm
from waterpas.web.scans.combinations.models import Combination
from waterpas.web.scans.models import Scan, Stage
from waterpas.web.scans.rules import Mark
from waterpas.web.scans.selectors import seen_now

pytestmark = pytest.mark.django_db
NOT_KNOWN = {"happens": "", "known": "unknown", "known_how": "", "changes": ""}


@pytest.fixture
def by(client):
    return logged_in(client, "coordinator")


def at(name: str, *args) -> str:
    return reverse(f"scans:{name}", args=args)


def again(made: Scan) -> Scan:
    """The second pass over a scan."""
    answer(made, "W01")
    stamp = {"by": person(), "now": NOON}
    seen = mark_of(seen_now(made))
    scans.sign_scan(scan=made, choice="adopt", reason="Het kan zo.", seen=seen, **stamp)
    return scans.measure_again(scan=made, recheck_on=FAR, **stamp)


def change(one: Combination, **more) -> Combination:
    says = COMBINATION | more
    stamp = {"by": person(), "now": NOON}
    return services.change_combination(combination=one, says=says, version=one.version, **stamp)


class TestTheList:
    def test_has_both_languages_and_each_kind_once(self):
        ids = [kind.id for shelf in kinds.shelves() for kind in shelf.kinds]

        assert len(ids) == len(set(ids)) == len(kinds.by_id())
        for kind in kinds.by_id().values():
            assert kind.words.text("nl")
            assert kind.words.text("en")

    def test_names_no_country_people_or_faith(self):
        """A kind says what others see or what somebody meets, and ties nobody to an origin."""
        words = " ".join(kind.words.text("nl") for kind in kinds.by_id().values()).lower()

        assert "hoofddoek" in words
        for word in ("marok", "turk", "surin", "moslim", "afkomst", "allocht", "migra"):
            assert word not in words

    def test_a_combination_reads_in_the_order_of_the_list(self):
        assert kinds.named(["headscarf", "woman"], "", "nl") == "vrouw × hoofddoek"
        assert kinds.named(["woman"], "werkt in ploegendienst", "en") == (
            "woman × werkt in ploegendienst"
        )

    def test_a_kind_that_left_the_list_is_left_out(self):
        assert kinds.named(["woman", "is-er-niet", "young"], "", "nl") == "vrouw × jong"


class TestTheForm:
    def test_one_characteristic_is_no_combination(self, client, by):
        made = scan()

        refused = client.post(at("combination_add", made.pk), COMBINATION | {"kinds": ["woman"]})

        assert refused.status_code == 422
        assert "Eén kenmerk is geen combinatie" in refused.text
        with pytest.raises(services.NoCombination):
            combination(made, kinds=["woman"])

    def test_own_words_count_as_one(self, client, by):
        made = scan()
        own = COMBINATION | {"kinds": ["woman"], "own": "werkt in ploegendienst"}

        client.post(at("combination_add", made.pk), own)

        assert str(selectors.in_scan(made).get()) == "vrouw × werkt in ploegendienst"

    @pytest.mark.parametrize("own", ["mevrouw De Vries", "J. Bakker"])
    def test_warns_before_a_name_is_saved(self, client, by, own):
        made = scan()

        warned = client.post(at("combination_add", made.pk), COMBINATION | {"own": own})

        assert warned.status_code == 422
        assert "lijkt op een naam" in warned.text
        assert "wijst niemand aan" in warned.text

    def test_of_the_example_gives_no_warning(self):
        """Positive control: a kind of situation is no name."""
        for says in (scan_maps.LANGUAGE, scan_maps.PARENTS, COMBINATION):
            assert CombinationForm(says).is_valid()

    def test_not_knowing_yet_is_an_answer_without_words(self):
        assert CombinationForm(COMBINATION | NOT_KNOWN).is_valid()

    @pytest.mark.parametrize("known", ["source", "asked"])
    def test_who_knows_says_what_happens_and_how_that_is_known(self, known):
        form = CombinationForm(COMBINATION | NOT_KNOWN | {"known": known})

        assert set(form.errors) == {"happens", "known_how"}

    def test_refuses_a_kind_that_is_not_in_the_list(self):
        assert "kinds" in CombinationForm(COMBINATION | {"kinds": ["woman", "x"]}).errors

    def test_the_same_combination_twice_is_one_sentence(self, client, by):
        made = scan()
        combination(made)

        refused = client.post(
            at("combination_add", made.pk), COMBINATION | {"kinds": ["young", "woman"]}
        )

        assert refused.status_code == 422
        assert "Deze combinatie is er al: vrouw × jong." in refused.text

    def test_a_change_into_one_that_is_there_is_refused_too(self, client, by):
        made = scan()
        combination(made)
        other = combination(made, kinds=["old", "debts"])
        sent = COMBINATION | {"version": 1, "started": ""}

        assert client.post(at("combination_change", other.pk), sent).status_code == 422

    def test_what_two_people_leave_over_together_must_still_be_a_combination(self, client, by):
        made = combination(kinds=["woman", "young"], own="werkt in ploegendienst")
        path = at("combination_change", made.pk)
        form = client.get(path).context["form"]
        opened = {field.html_name: field.value() for field in form}
        client.post(path, opened | {"kinds": ["woman"]})

        asked = client.post(path, opened | {"own": ""})

        assert asked.status_code == 409
        assert "Iemand anders heeft dit intussen veranderd" in asked.text
        made.refresh_from_db()
        assert str(made) == "vrouw × werkt in ploegendienst"


class TestTheMatrix:
    def test_without_combinations_is_a_visible_gap(self, client, by):
        made = scan()
        answer(made, "W01")

        assert "Dat is een gat, geen keuze" in client.get(at("combinations", made.pk)).text
        assert "Dat is een gat, geen keuze" in client.get(at("answer", made.pk, "W03")).text
        result = client.get(at("detail", made.pk)).text
        assert "Er is nog geen combinatie bekeken." in result
        assert at("combinations", made.pk) in result

    def test_with_everything_said_is_no_gap(self, client, by):
        made = scan()
        answer(made, "W01")
        combination(made)

        assert "Uit de combinaties" not in client.get(at("detail", made.pk)).text

    def test_says_what_happens_how_that_is_known_and_what_changes(self, client, by):
        made = combination()

        page = client.get(at("combinations", made.scan_id)).text

        for words in ("Vrouw × jong", COMBINATION["happens"], "gesprek aan tafel"):
            assert words in page
        assert COMBINATION["changes"] in page

    def test_says_what_is_open_in_words_also_in_the_result(self, client, by):
        made = combination(**NOT_KNOWN)
        answer(made.scan, "W01")

        page = client.get(at("detail", made.scan_id)).text

        assert "Wat er voor hen gebeurt, weten we nog niet. Nog niet bekend wat er verandert." in (
            page
        )
        assert f"#combinatie-{made.pk}" in page

    def test_is_beside_no_other_criterion(self, client, by):
        made = combination()

        assert "Open de combinaties" in client.get(at("answer", made.scan_id, "W03")).text
        assert "Open de combinaties" not in client.get(at("answer", made.scan_id, "W04")).text

    def test_a_combination_becomes_a_finding_without_its_words_in_the_address(self, client, by):
        made = combination()
        page = client.get(at("combinations", made.scan_id))
        (row,) = page.context["rows"]

        form = client.get(row.finding_url).context["form"]

        assert "uitleg" not in row.finding_url
        assert form["points"].value() == ["W03"]
        assert form["for_whom"].value() == "vrouw × jong"
        assert form["urn"].value() == urn("combination", made.pk)

    def test_is_read_by_who_may_not_change_it(self, client, by):
        made = combination()
        logged_in(client, "taskforce-member")

        page = client.get(at("combinations", made.scan_id)).text

        assert "Haal weg" not in page
        assert "Combinatie toevoegen" not in page


class TestTakingAway:
    def test_is_undone(self, client, by):
        made = combination()

        page = client.post(at("combination_remove", made.pk), follow=True).text
        assert not selectors.in_scan(made.scan).exists()
        assert "Zet terug" in page
        client.post(at("combination_back", made.pk))

        assert selectors.in_scan(made.scan).get() == made

    def test_asks_who_changes_what_was_removed_to_put_it_back_first(self, client, by):
        made = combination()
        client.post(at("combination_remove", made.pk))

        page = client.post(at("combination_remove", made.pk), follow=True).text

        assert "Zet haar eerst terug" in page

    def test_is_not_undone_when_the_same_one_came_in_its_place(self, client, by):
        made = combination()
        client.post(at("combination_remove", made.pk))
        combination(made.scan)

        page = client.post(at("combination_back", made.pk), follow=True).text

        assert "Deze combinatie is er al" in page
        assert selectors.in_scan(made.scan).count() == 1

    def test_putting_back_what_is_there_changes_nothing(self, client, by):
        page = client.post(at("combination_back", combination().pk), follow=True).text

        assert "staat al bij de toets" in page


class TestTheSecondPass:
    def test_takes_every_combination_along_but_for_what_was_removed(self):
        made = combination()
        gone = combination(made.scan, kinds=["old", "debts"])
        services.remove_combination(combination=gone, by=person(), now=NOON)

        copy = selectors.in_scan(again(made.scan)).get()

        assert copy.before == made
        assert selectors.says_now(copy) == selectors.says_now(made)
        assert selectors.mark(copy) == Mark.CARRIED
        assert rules.Open.CARRIED in selectors.still_open(copy)

    def test_writes_one_line_in_the_log_for_all_of_it(self):
        made = combination()
        answer(made.scan, "W01")
        again(made.scan)

        assert Event.objects.filter(type="combination.added").count() == 1
        assert Event.objects.order_by("pk").last().type == "scan.again"

    def test_marks_what_stayed_what_changed_and_what_is_new(self):
        first = combination()
        second = combination(first.scan, kinds=["old", "debts"])
        now = again(first.scan)
        copies = {one.before_id: one for one in selectors.in_scan(now)}

        same = change(copies[first.pk])
        changed = change(copies[second.pk], kinds=["old", "debts"], changes="Een vast gesprek.")
        new = combination(now, kinds=["area", "low-income"])

        assert [selectors.mark(one) for one in (same, changed, new)] == [
            Mark.SAME,
            Mark.CHANGED,
            Mark.NEW,
        ]
        assert selectors.mark(first) is None

    def test_says_on_the_page_what_was_there_before(self, client, by):
        made = combination()
        now = again(made.scan)
        change(selectors.in_scan(now).get(), happens="Zij krijgen nu dezelfde uitleg.")

        page = client.get(at("combinations", now.pk)).text

        assert "veranderd" in page
        assert "Zij krijgen nu dezelfde uitleg." in page
        assert "Vooraf stond er" in page
        assert COMBINATION["happens"] in page

    @pytest.mark.parametrize(
        "name", ["combination_change", "combination_remove", "combination_back"]
    )
    def test_leaves_what_was_looked_at_before_as_it_was(self, client, by, name):
        made = combination()
        again(made.scan)

        page = client.post(at(name, made.pk), COMBINATION, follow=True).text

        assert "blijft zoals het was" in page
        made.refresh_from_db()
        assert (made.stage, made.version) == (Stage.BEFORE, 1)

    def test_looking_again_without_a_change_is_kept_as_having_looked(self, client, by):
        made = combination()
        copy = selectors.in_scan(again(made.scan)).get()

        change(copy)

        page = client.get(at("combination", copy.pk)).text
        assert "opnieuw bekeken: het bleef hetzelfde" in page
        assert "overgenomen van vooraf" in page


def test_the_history_says_who_changed_what(client, by):
    made = combination()
    sent = COMBINATION | {"kinds": ["woman", "old"], "version": 1, "started": ""}

    client.post(at("combination_change", made.pk), sent)

    page = client.get(at("combination", made.pk)).text
    assert "<del>vrouw × jong</del> <ins>vrouw × oud</ins>" in page
    assert by.name in page


def test_the_log_tells_which_fields_and_never_what_they_say(client, by):
    made = combination()
    sent = COMBINATION | {"changes": "Een vast gesprek.", "version": 1, "started": ""}

    client.post(at("combination_change", made.pk), sent)

    last = Event.objects.order_by("pk").last()
    assert (last.type, last.fields) == ("combination.changed", ["changes"])
    assert "gesprek" not in str(vars(last))


def test_saving_without_a_change_writes_nothing():
    made = combination()
    before = Event.objects.count()

    change(made)

    made.refresh_from_db()
    assert (made.version, Event.objects.count()) == (1, before)


def test_the_database_refuses_to_know_something_without_saying_how():
    made = combination()

    with pytest.raises(IntegrityError), transaction.atomic():
        Combination.objects.filter(pk=made.pk).update(known_how="")


@pytest.mark.parametrize("key", ["0", "x", "²", "9" * 30])
def test_a_name_of_nothing_stands_for_nothing(key):
    assert resolve(urn("combination", key)) is None


def test_the_page_is_english_for_who_reads_english(client, by):
    made = combination(**NOT_KNOWN)

    page = client.get(
        at("combinations", made.scan_id), headers={"Accept-Language": "en"}
    ).text.split("<main")[1]

    assert "Woman × young" in page
    assert "we do not know yet" in page
    assert "weten we" not in page
