"""The percentages of the Barometer: typed in, kept without small groups, and read as a result."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.web.studies.factories import designed
from tests.web.studies.test_flow import words
from tests.web.world import logged_in
from waterpas.disclosure.kept import kept
from waterpas.errors import InputError
from waterpas.measure.barometers.kept import of_tally
from waterpas.tallies.tally import Tally
from waterpas.web.config.example.methods.barometer import DESIGNED
from waterpas.web.studies.forms.percentages import PARTS, PercentagesForm
from waterpas.web.studies.models import Run, StudyTally
from waterpas.web.studies.percentages import count_percentages
from waterpas.web.studies.rules import Design
from waterpas.web.studies.selectors import opened
from waterpas.web.studies.views.percentages import said_on_form

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
    assert "Bij de gemeente is 11% van de banen van iemand met herkomst" in said
    assert "10,5% tot 11%" in said  # 82 + 8 + 11 is 101, so no third is above its own
    assert "Dit gaat over banen, niet over mensen." in said
    assert "Zekerheid van de intervallen" not in said
    assert "schaal" not in said.partition("Wat dit niet zegt")[0].partition("Wat zien wij")[2]


def test_the_year_comes_back_on_the_result_and_on_the_page_of_the_study(client, study):
    assert "welke dag deze percentages zijn: 2025." in words(send(client, study))

    page = words(client.get(reverse("studies:study", args=[study.pk])))
    assert "Van welk jaar is de uitkomst? 2025" in page


def open_parts(page):
    """Which of the parts are not folded away."""
    found = re.findall(r'<details class="wp-details wp-part"( open)?>', page.content.decode())
    assert len(found) == PARTS
    return [at for at, is_open in enumerate(found, 1) if is_open]


def test_a_part_without_anything_in_it_is_folded_away(client, study):
    assert open_parts(client.get(reverse("studies:percentages", args=[study.pk]))) == []


def test_a_part_that_is_filled_or_wrong_is_open(client, study):
    data = WHOLE | LOW | line("4", 5, "x", "x", "x", name="leiding")
    page = client.post(reverse("studies:percentages", args=[study.pk]), data)

    assert page.status_code == 422
    assert open_parts(page) == [1, 4]
    assert "verraden over een paar mensen" in page.context["form"].errors["jobs-4"][0]


@pytest.mark.parametrize("place", ["whole", "before"])
def test_too_few_jobs_says_why(client, study, place):
    data = BEFORE | {f"jobs-{place}": 249}

    assert "vanaf 250 werknemers" in errors(client, study, data)[f"jobs-{place}"][0]


def test_parts_elsewhere_and_an_earlier_year_are_laid_beside(client, study):
    said = words(send(client, study, LOW, HIGH, MANAGERS, ELSEWHERE, BEFORE))

    assert "Bij schaal 9 en hoger is 5% van de banen van iemand met" in said
    assert "6 procentpunt minder dan in de hele organisatie" in said
    assert "banen van iemand met herkomst buiten Europa 3,5 procentpunt kleiner dan elders" in said
    assert "veranderde tussen 2023 en 2025, is niet te zeggen" in said
    assert "Bij leidinggevenden tonen wij niet" in said
    assert "De percentages van elders komen uit: CBS, regio, 2024." in said
    assert "Bij sommige delen gaat het om minder dan 250 banen." in said


def test_a_small_group_is_not_kept_nor_what_tells_of_it(client, study):
    """Two percent of 310 jobs are six people: from the whole and the other part they follow."""
    page = send(client, study, LOW, FEW)

    said = words(page)
    assert "bij schaal 9 en hoger tonen wij niet" in said
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


# A file instead of typing.


def file_of(*lines, name="percentages.csv"):
    heads = "onderdeel;jaar;banen;Nederland;Europa (zonder Nederland);buiten Europa"
    return SimpleUploadedFile(name, "\n".join([heads, *lines]).encode())


def read_in(client, study, file):
    address = reverse("studies:percentages_file", args=[study.pk])
    return client.post(address, {"file": file}, follow=True)


ALL = "hele organisatie;2025;700;82;8;11"
EARLIER = "hele organisatie;2023;690;83;7;10"


def test_a_file_fills_the_form_and_nothing_is_kept_before_somebody_looked(client, study):
    part = "schaal 1 tot en met 8;2025;390;76,0;x;16,4"
    page = read_in(client, study, file_of(ALL, part, EARLIER))
    form = page.context["form"]

    assert page.status_code == 200
    assert "Dit staat in percentages.csv." in words(page)
    filled = {name: form[name].value() for name in ("year", "before_year", "jobs-whole", "name-1")}
    assert filled == {
        "year": "2025",
        "before_year": "2023",
        "jobs-whole": 700,
        "name-1": "schaal 1 tot en met 8",
    }
    assert [form[f"{origin}-1"].value() for origin in ORIGINS] == ["76,0", "x", "16,4"]
    assert '<details class="wp-details" open>' in page.text  # the earlier year is not folded away
    assert not StudyTally.objects.exists()


def test_what_was_read_from_a_file_can_be_sent_as_it_is(client, study):
    form = read_in(client, study, file_of(ALL)).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    page = client.post(reverse("studies:percentages", args=[study.pk]), data, follow=True)

    assert page.redirect_chain[-1][0] == reverse("studies:result", args=[study.pk])


def test_more_parts_than_the_form_has_room_for_get_their_fields(client, study):
    lines = [f"schaal {at};2025;80;82;8;10" for at in range(1, 10)]
    form = read_in(client, study, file_of(ALL, *lines)).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}

    assert form["name-9"].value() == "schaal 9"
    checked = PercentagesForm(data)
    assert checked.is_valid(), checked.errors
    assert len(checked.rows()) == 10


def test_the_template_can_be_filled_in_and_read(client, study):
    text = client.get(reverse("studies:percentages_template", args=[study.pk])).content.decode()
    filled = text.replace("hele organisatie;;;;;", ALL)
    page = read_in(client, study, SimpleUploadedFile("sjabloon.csv", filled.encode()))

    assert page.status_code == 200
    assert page.context["form"]["jobs-whole"].value() == 700


BAD_FILES = {
    "no columns": (b"a;b\n1;2\n", "Wij herkennen de kolommen niet. Er staan: a, b."),
    "no whole": (
        file_of("schaal 1;2025;300;82;8;10", "schaal 2;2025;300;82;8;10").read(),
        "geen rij over de hele organisatie",
    ),
    "twice": (file_of(ALL, ALL).read(), "staat er twee keer"),
    "larger": (file_of(ALL, "schaal 1;2025;1400;82;8;10").read(), "meer dan de hele organisatie"),
    "a sum": (
        file_of("hele organisatie;2025;700;82;18;11").read(),
        "zijn de percentages samen 111",
    ),
    "a word": (file_of("hele organisatie;2025;700;veel;8;11").read(), "geen percentage"),
    "no file": (b"", "leeg"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_what_is_wrong_with_a_file_is_said_at_the_file(client, study, name):
    content, said = BAD_FILES[name]
    page = read_in(client, study, SimpleUploadedFile("tabel.csv", content))

    assert page.status_code == 422
    wrong = " ".join(page.context["file"].errors["file"])
    assert said in wrong
    for puzzling in ("list", "--", "outside_europe", "Traceback"):
        assert puzzling not in wrong
    assert not StudyTally.objects.exists()


def test_another_kind_of_file_is_refused(client, study):
    page = read_in(client, study, file_of(ALL, name="brief.pdf"))

    assert page.status_code == 422
    assert "file" in page.context["file"].errors


def test_a_part_larger_than_the_whole_is_refused_in_one_sentence(client, study):
    found = errors(client, study, LOW, {"jobs-1": "1400"})

    assert found["jobs-1"] == ["Dit is meer dan in de hele organisatie."]


def test_a_sum_is_said_with_a_comma_at_the_line_it_is_about(client, study):
    found = errors(client, study, line("whole", 700, "82,0", "8,0", "11,5"))

    assert found["netherlands-whole"] == [
        "Deze percentages zijn samen 101,5. Alle drie samen zijn 100."
    ]


def test_what_only_the_reading_refuses_speaks_of_this_form():
    error = InputError("In %(source)s, rij %(row)s, staat iets.", source="list", row=1)

    assert said_on_form(error) == "In dit formulier, rij 1, staat iets."


def test_that_one_small_part_closes_all_is_said_with_what_to_do(client, study):
    said = words(send(client, study, LOW, FEW))

    assert "Van geen enkel deel staan er percentages." in said
    assert "vraag het CBS om grotere delen" in said
    assert "Van geen enkel deel" not in words(send(client, study, LOW, HIGH))


def test_the_table_gives_percentages_as_the_source_did(client, study):
    said = words(send(client, study, LOW, HIGH))

    assert "−6 procentpunt" in said
    assert "82%" in said
    assert "per 1.000" not in said
    assert "van elke 1.000 banen" not in said
