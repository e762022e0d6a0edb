"""What comes out of a scan, and what can follow from it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from tests.web.findings.factories import finding
from tests.web.scans.factories import answer, scan
from tests.web.world import logged_in
from waterpas.web.findings.models import Finding
from waterpas.web.scans.models import Scan
from waterpas.web.scans.selectors import scans, standing_of
from waterpas.web.scans.shown import result

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(client):
    return logged_in(client, "coordinator")


def at(name: str, *args) -> str:
    return reverse(f"scans:{name}", args=args)


def of(made: Scan):
    return standing_of(scans().get(pk=made.pk))


def lines(made: Scan, code: str) -> list[str]:
    groups = {group.code: group.lines for group in result(of(made))}
    return [line.criterion for line in groups.get(code, [])]


class TestTheResult:
    def test_is_a_list_in_words_without_any_share(self, client, by):
        made = scan()
        answer(made, "W04")
        answer(made, "N03", value="yes")
        answer(made, "W08", value="unknown", reason="Wie leest na?", sources="")
        answer(made, "W11", sources="")

        assert lines(made, "harm") == ["N03"]
        assert lines(made, "contradiction") == ["N03"]
        assert lines(made, "unknown") == ["W08"]
        assert lines(made, "source") == ["W11"]
        assert lines(made, "legal") == ["W11"]
        assert "%" not in client.get(at("detail", made.pk)).text.split("<main")[1].split("href")[0]

    def test_puts_each_answer_beside_its_question(self, client, by):
        """Beside the title 'Does not try to change victims' a yes reads the wrong way round."""
        made = scan()
        answer(made, "N03", value="yes")

        page = client.get(at("detail", made.pk)).text

        assert "Probeert het beleid mensen te veranderen" in page
        assert "Wil slachtoffers niet veranderen" not in page

    def test_legal_advice_closes_a_legal_criterion(self, by):
        made = scan()
        answer(made, "W12", adviser="jurist van de regio")

        assert lines(made, "legal") == []

    def test_an_effect_stays_unmeasured_until_a_study_is_named(self, by):
        made = scan()
        answer(made, "N05", value="no")
        assert lines(made, "effect") == ["N05"]
        Scan.objects.filter(pk=made.pk).update(stage="achteraf")
        made.refresh_from_db()

        answer(made, "N05", value="no", study="urn:waterpas:study:1")

        assert lines(made, "effect") == []

    def test_what_nobody_knows_to_apply_is_open_too(self, by):
        assert "W10" in lines(scan(with_partners="unknown"), "todo")
        assert "W10" not in lines(scan(), "todo")

    def test_makes_a_finding_of_a_line(self, client, by):
        made = scan()
        answer(made, "N08", value="possible", reason="Niets begrenst de keuze.")
        url = result(of(made))[0].lines[0].finding_url

        opened = client.get(url).context["form"]

        assert "begrenst" not in url  # what somebody wrote is not in an address
        assert opened["points"].value() == ["N08"]
        assert opened["title"].value() == "Niets begrenst de keuze."
        assert opened["text"].value() == "Niets begrenst de keuze."
        assert opened["item"].value() == str(made.item_id)

    def test_takes_a_change_of_the_handbook_over_with_one_click(self, client, by):
        made = scan()
        answer(made, "N08", value="possible")
        finding(points=["N08"], item=made.item)
        page = client.get(at("detail", made.pk)).text
        offered = result(of(made))[0].lines[0].offered[0]
        assert reverse("actions:take_over") in page

        client.post(
            reverse("actions:take_over"), {"finding": offered.finding, "change": offered.change}
        )

        assert Finding.objects.get().actions.get().handbook_change == offered.change
        assert "is overgenomen als maatregel" in client.get(at("detail", made.pk)).text

    def test_carries_an_open_question_to_a_new_study(self, client, by):
        made = scan()
        answer(made, "W03", value="unknown", reason="Voor wie telt het op?")
        page = client.get(at("detail", made.pk)).text
        start = page.index(reverse("studies:add"))
        url = page[start : page.index('"', start)].replace("&amp;", "&")

        opened = client.get(url).context["form"]

        assert "telt" not in url
        assert parse_qs(urlsplit(url).query)["item"] == [str(made.item_id)]
        assert opened["question"].value() == "Voor wie telt het op?"

    def test_is_in_english_for_who_asks_for_it(self, client, by):
        made = scan()
        answer(made, "N03", value="yes")

        page = client.get(at("detail", made.pk), headers={"Accept-Language": "en"}).text

        assert "Here it can go wrong" in page
        assert "Does the policy try to change people" in page
