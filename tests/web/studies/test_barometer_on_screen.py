"""The percentages of the Barometer: typed in, kept without small groups, and read as a result."""

import json
import re

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed
from tests.web.studies.test_flow import words
from tests.web.world import logged_in
from waterpas.disclosure.kept import kept
from waterpas.measure.barometers.kept import of_tally
from waterpas.tallies.tally import Tally
from waterpas.web.config.example.methods.barometer import DESIGNED
from waterpas.web.studies.forms.percentages import PercentagesForm
from waterpas.web.studies.models import Run, StudyTally
from waterpas.web.studies.percentages import count_percentages
from waterpas.web.studies.rules import Design
from waterpas.web.studies.selectors import opened

pytestmark = pytest.mark.django_db
ORIGINS = ("netherlands", "europe", "outside")


def line(place, jobs, *percents, name=None):
    found = dict(zip((f"{each}-{place}" for each in ORIGINS), percents, strict=True))
    if jobs is not None:
        found[f"jobs-{place}"] = jobs
    return found | ({f"name-{place}": name} if name else {})


WHOLE = {"year": "2025", "found": "0.05", **line("whole", 700, "82", "8", "11")}
LOW = line("1", 390, "76", "8", "16", name="schaal 1 tot en met 8")
HIGH = line("2", 310, "88", "7", "5", name="schaal 9 en hoger")
FEW = line("2", 310, "91", "7", "2", name="schaal 9 en hoger")
MANAGERS = line("3", 58, "x", ".", "", name="leidinggevenden")
ELSEWHERE = {**line("elsewhere", None, "", "", "14,5"), "source": "CBS, regio, 2024"}
BEFORE = {"before_year": "2023", **line("before", 690, "83", "7", "10")}


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


@pytest.fixture
def study(me):
    return designed(me, kind="barometer", row="job", effect="neither", unit="banen")


def send(client, study, *parts):
    data = {name: value for part in (WHOLE, *parts) for name, value in part.items()}
    return client.post(reverse("studies:percentages", args=[study.pk]), data, follow=True)


def errors(client, study, *parts):
    page = send(client, study, *parts)
    assert page.status_code == 422
    return page.context["form"].errors


def test_three_percentages_of_the_whole_give_a_result(client, study):
    page = send(client, study)

    assert page.redirect_chain[-1][0] == reverse("studies:result", args=[study.pk])
    said = words(page)
    assert "Bij de gemeente zijn van elke 1.000 banen er 110 van iemand met herkomst" in said
    assert "105 tot 110" in said  # 82 + 8 + 11 is 101, so no third is above its own
    assert "Dit gaat over banen, niet over mensen." in said
    assert "Zekerheid van de intervallen" not in said
    assert "schaal" not in said.partition("Wat dit niet zegt")[0].partition("Wat zien wij")[2]


def test_parts_elsewhere_and_an_earlier_year_are_laid_beside(client, study):
    said = words(send(client, study, LOW, HIGH, MANAGERS, ELSEWHERE, BEFORE))

    assert "Bij schaal 9 en hoger zijn van elke 1.000 banen er 50 van iemand met" in said
    assert "60 minder dan in de hele organisatie" in said
    assert "35 minder van iemand met herkomst buiten Europa dan elders" in said
    assert "veranderde tussen 2023 en 2025, is niet te zeggen" in said
    assert "Bij leidinggevenden tonen wij niet" in said
    assert "De percentages van elders komen uit: CBS, regio, 2024." in said
    assert "Bij sommige delen gaat het om minder dan 250 banen." in said


def test_a_small_group_is_not_kept_nor_what_tells_of_it(client, study):
    """Two percent of 310 jobs are six people: from the whole and the other part they follow."""
    page = send(client, study, LOW, FEW)

    said = words(page)
    assert "Bij schaal 9 en hoger tonen wij niet" in said
    stored = StudyTally.objects.get()
    counts = opened(stored)
    kept_parts = {key[1] for key, cell in counts.cells.items() if cell.amount}
    assert "schaal 9 en hoger" not in kept_parts
    assert min(cell.n.low for cell in counts.cells.values()) >= 10
    assert "6" not in {str(cell.n.value) for cell in counts.cells.values()}


def test_a_hidden_percentage_is_worked_out_nowhere(client, study):
    page = send(client, study, line("whole", 700, "82", "x", "11"))

    assert "7" not in json.dumps(Run.objects.get().released["nl"]["result"]["figures"]).split()
    assert "Bij de gemeente tonen wij niet" in words(page)
    assert not any(cell.amount for cell in opened(StudyTally.objects.get()).cells.values())


def test_no_number_of_jobs_per_origin_leaves_the_platform(client, study):
    send(client, study, LOW, HIGH)

    run = Run.objects.get()
    for figure in kept(run.released["nl"]).result.figures:
        assert all(people.cases is None for people in figure.people)
    for name in ("json", "csv"):
        text = client.get(reverse(f"studies:{name}", args=[study.pk, run.pk])).text
        assert not re.search(r"\b77\b", text)  # eleven percent of 700
    tally = words(client.get(reverse("studies:tally", args=[study.pk])))
    assert "Percentage" in tally
    assert "Banen" in tally
    assert "77" not in tally


def test_what_was_kept_gives_the_same_result_again(client, study):
    send(client, study, LOW, HIGH, BEFORE)
    first = Run.objects.get().released["nl"]["result"]
    send(client, study, LOW, HIGH, BEFORE)

    again = Run.objects.order_by("-pk").first().released["nl"]["result"]
    assert again["figures"] == first["figures"]
    text = opened(StudyTally.objects.first()).to_json()
    assert Tally.from_json(text).to_json() == text


WRONG = {
    "no jobs": ([{"jobs-whole": ""}], "jobs-whole"),
    "under 250": ([{"jobs-whole": "240"}], "jobs-whole"),
    "no percentages": ([line("whole", 700, "", "", "")], "netherlands-whole"),
    "a word": ([{"europe-whole": "weinig"}], "europe-whole"),
    "above": ([{"europe-whole": "108"}], "europe-whole"),
    "sum": ([{"europe-whole": "18"}], "netherlands-whole"),
    "sum of a part": ([LOW, {"outside-1": "6"}], "netherlands-1"),
    "a part without a name": ([LOW, {"name-1": ""}], "name-1"),
    "a part without jobs": ([LOW, {"jobs-1": ""}], "jobs-1"),
    "a part of nine": ([LOW, {"jobs-1": "9"}], "jobs-1"),
    "a part too large": ([LOW, {"jobs-1": "701"}], "jobs-1"),
    "two parts with one name": ([LOW, HIGH, {"name-2": "Schaal 1 tot en met 8"}], "name-2"),
    "a part called as the whole": ([LOW, {"name-1": "Totaal"}], "name-1"),
    "elsewhere without a source": ([ELSEWHERE, {"source": ""}], "source"),
    "a source without elsewhere": ([ELSEWHERE, {"outside-elsewhere": ""}], "source"),
    "half an earlier year": ([BEFORE, {"jobs-before": ""}], "before_year"),
    "an earlier year that is later": ([BEFORE, {"before_year": "2026"}], "before_year"),
    "no year": ([{"year": ""}], "year"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said_at_its_field(client, study, name):
    parts, field = WRONG[name]

    assert set(errors(client, study, *parts)) == {field}
    assert not Run.objects.exists()


def test_with_something_wrong_in_what_is_folded_away_it_is_open(client, study):
    page = send(client, study, BEFORE, {"jobs-before": ""})

    assert '<details class="wp-details" open>' in page.text


@pytest.mark.parametrize("name", ["table", "typed", "read", "again", "point"])
def test_the_pages_about_a_table_lead_to_the_page_where_they_are_typed(client, study, name):
    page = client.get(reverse(f"studies:{name}", args=[study.pk]))

    assert page.url == reverse("studies:percentages", args=[study.pk])


def test_a_study_of_another_kind_is_not_typed_here(client, me):
    other = designed(me)
    page = client.get(reverse("studies:percentages", args=[other.pk]))

    assert page.url == reverse("studies:table", args=[other.pk])


def test_the_buttons_speak_of_percentages(client, study):
    text = words(client.get(reverse("studies:study", args=[study.pk])))
    assert "Neem de percentages over" in text
    assert "Lees een tabel in" not in text

    assert "Neem andere percentages over" in words(send(client, study))


def test_the_form_reads_as_many_decimals_as_were_typed():
    form = PercentagesForm(WHOLE | line("whole", 700, "81,6%", "7,6", "10,8"))

    assert form.is_valid(), form.errors
    assert form.rows()[0]["NL"] == "81,6"


def test_the_table_of_routes_leads_here(client, me):
    asked = "?about=staff&trait=origin&people=700&have=records&may=cbs"
    page = client.get(reverse("studies:route") + asked)

    assert f"{reverse('studies:add')}?kind=barometer" in page.text
    assert "Wie werkt er bij ons, en in welke schalen?" in page.text


def test_the_example_shows_what_was_planted():
    counts = count_percentages(DESIGNED.rows, Design(**DESIGNED.design))
    result = of_tally(counts, **DESIGNED.choice["settings"])

    found = {tuple(a.of.values()): a.code for a in result.answers if "onderdeel" in a.of}
    assert found[("schaal 9 en hoger", "buiten Europa")] == "less-than-whole"
    assert found[("schaal 1 tot en met 8", "buiten Europa")] == "more-than-whole"
    assert found[("leidinggevenden",)] == "hidden"
    shares = {
        f.of["herkomst"]: f.value for f in result.figures if f.name == "share" and len(f.of) == 1
    }
    assert shares == {"NL": 0.82, "Europa": 0.08, "buiten Europa": 0.11}
