"""The map of points at which somebody decides: of one item, in the order of the work."""

import re

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.web.findings.factories import item
from tests.web.scans.factories import answer, policy, scan
from tests.web.scans.map_factories import BARE, POINT, UNKNOWN, point
from tests.web.world import NOON, logged_in, person
from waterpas.web.audit_trail.models import Event
from waterpas.web.config.example.scan_maps import POINTS, STOPPED
from waterpas.web.findings.models import Finding
from waterpas.web.references.urns import resolve, urn
from waterpas.web.register import services as register
from waterpas.web.register.models import Role
from waterpas.web.scans.decision_points import rules, services, shown, words
from waterpas.web.scans.decision_points.forms import PointForm
from waterpas.web.scans.decision_points.models import DecisionPoint
from waterpas.web.scans.decision_points.selectors import on_the_map

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(client):
    return logged_in(client, "coordinator")


def at(name: str, *args) -> str:
    return reverse(f"scans:{name}", args=args)


def order(of) -> list[str]:
    return [one.moment for one in on_the_map(of)]


def lines() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("type", flat=True))


def three(of) -> list[DecisionPoint]:
    return [point(of, moment=name) for name in ("een", "twee", "drie")]


class TestWhatIsMissing:
    def test_nothing_at_a_point_with_every_limit(self):
        assert rules.lacks(POINT) == ()
        assert not rules.is_unlimited(POINT)

    def test_without_rule_reason_second_look_and_sample_nothing_limits(self):
        assert rules.is_unlimited(POINT | BARE)
        assert rules.is_unlimited(POINT | BARE | {"told": "with-reason"})

    @pytest.mark.parametrize("name", sorted(rules.LIMITING))
    def test_one_limit_is_enough_to_limit_something(self, name):
        assert not rules.is_unlimited(POINT | BARE | {name: POINT[name]})

    def test_not_knowing_is_no_gap_and_is_said_apart(self):
        assert rules.lacks(UNKNOWN) == ()
        assert rules.unknowns(UNKNOWN) == rules.LIMITS

    def test_a_decision_that_is_told_without_its_reason_lacks_the_reason(self):
        assert rules.lacks(POINT | {"told": "without-reason"}) == ("told",)

    def test_every_answer_has_its_sentence(self):
        for name in rules.LIMITS:
            choices = DecisionPoint._meta.get_field(name).choices
            assert set(words.SENTENCES[name]) == {value for value, _label in choices}

    def test_every_lack_has_a_change_that_the_handbook_offers(self):
        offered = {one.id for one in shown.changes_for(shown.CRITERION)}

        assert set(rules.CHANGES) == set(rules.LIMITS)
        assert set(rules.CHANGES.values()) <= offered


class TestTheOrder:
    def test_a_new_point_comes_at_the_end_or_where_somebody_says(self):
        made = policy()
        three(made)
        for after, name in ((0, "eerst"), (2, "ertussen"), (99, "laatst")):
            says = POINT | {"moment": name}
            services.add_point(item=made, says=says, after=after, by=person(), now=NOON)

        assert order(made) == ["eerst", "een", "ertussen", "twee", "drie", "laatst"]
        assert [one.place for one in on_the_map(made)] == [1, 2, 3, 4, 5, 6]

    def test_a_point_moves_up_and_down(self, client, by):
        made = policy()
        _one, two, _three = three(made)

        client.post(at("point_move", two.pk), {"to": "up", "place": "2"})
        assert order(made) == ["twee", "een", "drie"]
        client.post(at("point_move", two.pk), {"to": "down", "place": "1"})
        assert order(made) == ["een", "twee", "drie"]

    @pytest.mark.parametrize("up", [True, False])
    def test_nothing_moves_beyond_the_ends(self, up):
        only = point()

        with pytest.raises(services.MovedMeanwhile):
            services.move_point(point=only, up=up, place=1, by=person(), now=NOON)

    @pytest.mark.parametrize("place", ["1", "", "veel"])
    def test_who_moves_a_point_that_stands_elsewhere_by_now_is_told(self, client, by, place):
        made = policy()
        _one, two, _three = three(made)

        page = client.post(at("point_move", two.pk), {"to": "up", "place": place}, follow=True).text

        assert "Iemand veranderde intussen de volgorde" in page
        assert order(made) == ["een", "twee", "drie"]

    def test_one_map_leaves_the_map_of_another_item_alone(self):
        mine, theirs = policy(), policy()
        three(theirs)
        point(mine)

        assert [one.place for one in on_the_map(theirs)] == [1, 2, 3]


class TestTakingAway:
    def test_is_undone_in_the_same_place(self, client, by):
        made = policy()
        _one, two, _three = three(made)

        page = client.post(at("point_remove", two.pk), follow=True).text
        assert order(made) == ["een", "drie"]
        assert "Zet terug op de kaart" in page
        client.post(at("point_back", two.pk))

        assert order(made) == ["een", "twee", "drie"]

    def test_puts_a_point_at_the_end_of_a_map_that_got_shorter(self):
        made = policy()
        one, two, last = three(made)
        stamp = {"by": person(), "now": NOON}
        for each in (last, one, two):
            services.remove_point(point=each, **stamp)
        services.put_back_point(point=last, **stamp)

        assert [each.place for each in on_the_map(made)] == [1]

    def test_keeps_everything_readable(self, client, by):
        made = point(moment="Iemand kiest")
        client.post(at("point_remove", made.pk))

        page = client.get(at("point", made.pk)).text

        assert "Van de kaart gehaald op" in page
        assert "weggehaald" in page
        assert "Of het plan bij de buurt past." in page

    @pytest.mark.parametrize("name", ["point_change", "point_move", "point_remove"])
    def test_asks_who_changes_a_removed_point_to_put_it_back_first(self, client, by, name):
        made = point()
        services.remove_point(point=made, by=by, now=NOON)

        page = client.post(at(name, made.pk), POINT | {"place": "1"}, follow=True).text

        assert "Zet het eerst terug" in page

    def test_putting_back_twice_changes_nothing(self, client, by):
        made = point()

        page = client.post(at("point_back", made.pk), follow=True).text

        assert "staat al op de kaart" in page
        assert lines()[-1] == "decision_point.added"


class TestTheForm:
    def test_not_knowing_is_always_an_answer(self, client, by):
        made = policy()
        says = POINT | UNKNOWN | {"rule": "", "how_often": "", "about": "Dat weten we nog niet."}

        assert client.post(at("point_add", made.pk), says).status_code == 302
        assert on_the_map(made).get().told == "unknown"

    def test_chooses_nothing_beforehand(self, client, by):
        assert "checked" not in client.get(at("point_add", policy().pk)).text

    @pytest.mark.parametrize("who", ["mevrouw De Vries", "J. Bakker", "de Marokkaanse collega"])
    def test_warns_before_a_name_or_an_origin_is_saved(self, client, by, who):
        made = policy()

        warned = client.post(at("point_add", made.pk), POINT | {"who": who})

        assert warned.status_code == 422
        assert not on_the_map(made).exists()
        assert client.post(at("point_add", made.pk), POINT | {"who": who, "checked": "on"}).url

    def test_of_the_example_gives_no_warning(self):
        """Positive control: a function is no name."""
        for told in (*POINTS, STOPPED):
            assert PointForm(POINT | {"rule": "", "how_often": ""} | told).is_valid()

    def test_refuses_an_address_that_points_at_somebody(self):
        form = PointForm(POINT | {"about": "vraag het aan piet@gemeente.example"})

        assert "about" in form.errors

    def test_asks_which_rule(self):
        assert "rule" in PointForm(POINT | {"rule": ""}).errors

    def test_forgets_a_rule_and_a_rhythm_that_do_not_apply(self):
        form = PointForm(POINT | {"ground": "own", "sampled": "no"})

        assert form.is_valid()
        assert (form.says()["rule"], form.says()["how_often"]) == ("", "")

    def test_puts_a_point_where_somebody_says(self, client, by):
        made = policy()
        three(made)

        client.post(at("point_add", made.pk), POINT | {"moment": "nieuw", "after": "1"})

        assert order(made) == ["een", "nieuw", "twee", "drie"]

    def test_sent_twice_makes_one_point(self, client, by):
        made = policy()
        number = re.search(r'name="once" value="(\w+)"', client.get(at("point_add", made.pk)).text)
        for _time in range(2):
            client.post(at("point_add", made.pk), POINT | {"once": number[1]})

        assert on_the_map(made).count() == 1


class TestTheMap:
    def test_reads_as_a_process_with_its_gaps_in_words(self, client, by):
        made = policy()
        point(made, moment="Iemand kijkt de aanvraag na")
        point(made, moment="Iemand leest het plan", **BARE)
        point(made, moment="Iemand belt", **UNKNOWN | {"rule": "", "how_often": ""})

        page = client.get(at("map", made.pk)).text

        assert page.index("kijkt de aanvraag na") < page.rindex("Iemand leest het plan")
        assert "Niets begrenst het eigen oordeel bij: 2. Iemand leest het plan." in page
        assert "Nog niet alles is bekend bij: 3. Iemand belt." in page
        assert page.count("Niets begrenst hier het eigen oordeel.") == 1
        for sentence in (
            "Er is een vaste regel: Artikel 5",
            "Achteraf bekijkt iemand een steekproef: elk kwartaal een paar",
            "De reden wordt niet opgeschreven.",
            "Of iemand meekijkt, weten we nog niet.",
        ):
            assert sentence in page

    def test_says_so_when_nothing_is_missing(self, client, by):
        made = point()

        page = client.get(at("map", made.item_id)).text

        assert "Bij elk beslispunt begrenst iets het eigen oordeel." in page
        assert "Maak een bevinding" not in page

    def test_counts_nothing_and_marks_nothing(self, client, by):
        made = policy()
        for _time in range(4):
            point(made, **BARE)

        main = client.get(at("map", made.pk)).text.split("<main")[1].split("</main")[0]
        read = re.sub(r"<[^>]+>", "", main)

        assert "Niets begrenst" in read
        assert not re.search(r"\d+ (punten|gaten|van de)|%|score", read)

    def test_without_points_says_what_to_do(self, client, by):
        page = client.get(at("map", policy().pk)).text

        assert "Loop het werk langs" in page
        assert "Beslispunt toevoegen" in page

    def test_of_an_item_that_left_the_register_can_be_read_and_not_changed(self, client, by):
        made = point()
        register.retire_item(item=made.item, reason="Bestaat niet meer.", by=by, now=NOON)

        page = client.get(at("map", made.item_id)).text

        assert made.moment in page
        assert "Omhoog" not in page
        assert "Haal weg" not in page
        assert client.get(at("point_add", made.item_id)).status_code == 404

    def test_is_on_the_page_of_the_item_and_serves_a_later_scan(self, client, by):
        made = policy()
        scan(made, about="eerste")
        point(made, moment="Iemand leest het plan")
        later = scan(made, about="tweede")

        assert at("map", made.pk) in client.get(reverse("register:item", args=[made.pk])).text
        assert "Iemand leest het plan" not in client.get(at("answer", later.pk, "W07")).text
        assert at("map", made.pk) in client.get(at("answer", later.pk, "W08")).text

    def test_has_an_empty_form_to_take_along(self, client, by):
        page = client.get(at("map_blank", policy().pk)).text

        assert page.count("☐ dat weten we nog niet") == 5 * 3
        assert "Schrijf geen namen op" in page
        assert "<input" not in page.split("<main")[1]

    def test_is_read_by_who_may_not_change_it(self, client, by):
        made = point(**BARE)
        logged_in(client, "taskforce-member")

        page = client.get(at("map", made.item_id)).text

        assert made.moment in page
        assert "Haal weg" not in page
        assert "Beslispunt toevoegen" not in page


class TestWhatFollows:
    def test_a_gap_leads_to_a_finding_that_keeps_where_it_came_from(self, client, by):
        made = point(moment="Iemand leest het plan", **BARE)
        url = shown.finding_url(made)

        form = client.get(url).context["form"]

        assert form["points"].value() == ["N08"]
        assert form["item"].value() == str(made.item_id)
        assert form["urn"].value() == urn("decisionpoint", made.pk)
        assert "Niets begrenst hier het eigen oordeel." in form["text"].value()
        assert url in client.get(at("map", made.item_id)).text.replace("&amp;", "&")

    def test_no_words_of_the_point_travel_in_the_address(self):
        made = point(moment="Iemand leest het plan", **BARE)

        assert "plan" not in shown.finding_url(made)

    def test_the_finding_takes_over_what_the_handbook_offers_for_this_gap(self, client, by):
        made = point(moment="Iemand leest het plan", second_look="no")
        sent = {
            "title": "Iemand beslist alleen",
            "for_whom": "Wie een plan indient",
            "points": ["N08"],
            "item": made.item_id,
            "kind": "rule",
            "text": "Niemand kijkt mee.",
            "urn": urn("decisionpoint", made.pk),
        }
        client.post(reverse("findings:add"), sent)
        (step,) = shown.steps(made.item)

        assert [one.title for one in step.findings] == ["Iemand beslist alleen"]
        assert [one.change for one in step.offers] == ["WP17"]
        client.post(
            reverse("actions:take_over"), {"finding": step.findings[0].pk, "change": "WP17"}
        )
        (step,) = shown.steps(made.item)
        assert step.offers[0].taken == Finding.objects.get().actions.get().pk
        assert "is overgenomen als maatregel" in client.get(at("map", made.item_id)).text

    def test_of_an_employers_item_no_criterion_of_policy_is_chosen(self):
        made = point(item(role=Role.EMPLOYER), **BARE)

        assert "point=" not in shown.finding_url(made)

    @pytest.mark.parametrize("key", ["0", "x", "²", "9" * 30])
    def test_a_name_of_nothing_stands_for_nothing(self, key):
        assert resolve(urn("decisionpoint", key)) is None


class TestBesideTheCriteria:
    @pytest.mark.parametrize("criterion", ["W08", "N08"])
    def test_the_map_is_beside_the_answer_with_a_summary(self, client, by, criterion):
        made = scan()
        point(made.item, moment="Iemand leest het plan", **BARE)

        page = client.get(at("answer", made.pk, criterion)).text

        assert "Niets begrenst het eigen oordeel bij: 1. Iemand leest het plan." in page
        assert "Open de kaart" in page

    def test_an_empty_map_is_a_gap_in_the_result(self, client, by):
        made = scan()
        answer(made, "W01")

        page = client.get(at("detail", made.pk)).text

        assert "Uit de kaart van beslispunten" in page
        assert "Er staat nog geen beslispunt op de kaart." in page
        assert at("map", made.item_id) in page

    def test_each_gap_is_a_line_with_a_link_in_the_result_and_before_the_decision(self, client, by):
        made = scan()
        answer(made, "W01")
        gap = point(made.item, moment="Iemand leest het plan", sampled="no", how_often="")
        fine = point(made.item, moment="Iemand rekent het bedrag uit")

        for name in ("detail", "sign"):
            page = client.get(at(name, made.pk)).text
            assert f"#punt-{gap.pk}" in page
            assert "Niemand bekijkt achteraf een steekproef." in page
            assert f"#punt-{fine.pk}" not in page

    def test_what_nothing_limits_is_said_in_one_sentence_in_the_result(self, client, by):
        made = scan()
        answer(made, "W01")
        point(made.item, **BARE | {"told": "unknown"})

        page = client.get(at("detail", made.pk)).text

        assert "Niets begrenst hier het eigen oordeel. Of wie het raakt het besluit hoort" in page
        assert "Niemand kijkt mee" not in page

    def test_a_map_without_gaps_is_not_in_the_result(self, client, by):
        made = scan()
        answer(made, "W01")
        point(made.item)

        assert "Uit de kaart" not in client.get(at("detail", made.pk)).text


def test_the_history_says_who_changed_what_and_when_it_moved(client, by):
    made = policy()
    first, second = point(made, moment="een"), point(made, moment="twee")
    says = POINT | {"moment": "een", "who": "teamleider", "version": 1, "started": ""}
    client.post(at("point_change", first.pk), says)
    client.post(at("point_move", second.pk), {"to": "up", "place": "2"})

    changed, moved = (client.get(at("point", one.pk)).text for one in (first, second))

    assert "<del>medewerker subsidies</del> <ins>teamleider</ins>" in changed
    assert by.name in changed
    assert "<del>2</del> <ins>1</ins>" in moved
    assert lines()[-2:] == ["decision_point.changed", "decision_point.moved"]


def test_the_log_tells_which_fields_and_never_what_they_say(client, by):
    made = point()
    says = POINT | {"who": "teamleider", "version": 1, "started": ""}
    client.post(at("point_change", made.pk), says)

    last = Event.objects.order_by("pk").last()

    assert last.fields == ["who"]
    assert "teamleider" not in str(vars(last))
    assert f"{made.item.title}: {made.moment}" in client.get(reverse("people:log")).text


def test_saving_without_a_change_writes_nothing(client, by):
    made = point()
    before = lines()

    client.post(at("point_change", made.pk), POINT | {"version": 1, "started": ""})

    made.refresh_from_db()
    assert (made.version, lines()) == (1, before)


@pytest.mark.parametrize("change", [{"who": ""}, {"ground": "own"}, {"rule": ""}])
def test_the_database_refuses_a_point_that_does_not_say_who_or_which_rule(change):
    made = point()

    with pytest.raises(IntegrityError), transaction.atomic():
        DecisionPoint.objects.filter(pk=made.pk).update(**change)


def test_the_map_is_english_for_who_reads_english(client, by):
    made = point(**BARE)

    page = client.get(at("map", made.item_id), headers={"Accept-Language": "en"}).text

    assert "Nothing limits personal judgement here." in page
    assert "Nobody else looks" in page
    assert "eigen oordeel" not in page
