"""A file of CBS beside a table of areas: joined on the platform, and nothing else of it is kept."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.web.studies.factories import designed, rows_csv, token_of, upload, workbook
from tests.web.studies.test_flow import words
from tests.web.world import logged_in
from waterpas import area, tally
from waterpas.tallies.neighbourhoods import read_neighbourhoods
from waterpas.web.studies.models import Run, StudyTally
from waterpas.web.studies.places import packed, unpacked
from waterpas.web.studies.selectors import live_tally, opened

pytestmark = pytest.mark.django_db
SHARE = "percentage_met_herkomstland_buiten_europa"
EUROPE = "percentage_met_herkomstland_uit_europa_excl_nl"
CODES = [f"BU9999{at:04d}" for at in range(24)]
COUNTS = "buurtcode;bewoners;beboet\n" + "".join(
    f"{code};1000;{60 + 3 * at}\n" for at, code in enumerate(CODES)
)
# One is secret, one is not in it, and there are columns that nobody needs.
CBS = f"buurtcode;water;aantal_inwoners;omgevingsadressendichtheid;{SHARE};{EUROPE}\n" + "".join(
    f"{code};NEE;1000;7341;{-99997 if at == 3 else 2 * at};9\n" for at, code in enumerate(CODES[1:])
)
STATLINE = "Codering_3;AantalInwoners_5;BuitenEuropa_19;BuitenEuropa_22\n" + "".join(
    f"{code};1000;{20 * at};5\n" for at, code in enumerate(CODES)
)


@pytest.fixture(autouse=True)
def data(tmp_path, settings):
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


@pytest.fixture
def study(me):
    return designed(me, kind="area", did_before="gaf", did_after="een boete", effect="harm")


def read(client, study, beside=CBS, *, name="kwb.csv", counts=COUNTS):
    data = {
        "file": SimpleUploadedFile("boetes.csv", counts.encode()),
        "holds": "aantallen",
    }
    if beside is not None:
        content = beside if isinstance(beside, bytes) else beside.encode()
        data["neighbourhoods"] = SimpleUploadedFile(name, content)
    return client.post(reverse("studies:read", args=[study.pk]), data)


def measured(client, study, page, **fields):
    data = {"carried": token_of(page), "holds": "aantallen", "sheet": "", "count": "1"}
    data |= {"outcome": "2", "across": "0", "level": "0.95", "ask_of": "buiten-europa"}
    data |= {"ask_counted": "everybody", **fields}
    return client.post(reverse("studies:read", args=[study.pk]), data, follow=True)


def figures_of(run: Run) -> list[tuple[str, object, object]]:
    result = run.released["nl"]["result"]
    return [(each["name"], each["value"], each["interval"]) for each in result["figures"]]


def test_the_page_with_the_table_asks_for_the_file_of_cbs_too(client, study):
    page = client.get(reverse("studies:table", args=[study.pk]))

    assert "Bestand van het CBS met de percentages" in page.text
    other = designed(study.members.get())
    assert "Bestand van het CBS" not in client.get(reverse("studies:table", args=[other.pk])).text


def test_with_a_file_it_asks_about_which_group_and_not_in_which_columns(client, study):
    page = read(client, study)
    form = page.context["form"]

    assert "Naast uw tabel ligt kwb.csv, met cijfers over 23 gebieden." in words(page)
    assert form["ask_of"].value() == "buiten-europa"
    assert [value for value, _ in form.fields["ask_of"].choices] == ["buiten-europa", "europa"]
    assert "ask_share" not in form.fields
    assert "ask_residents" not in form.fields
    first = [field.name for field in form.first()]
    assert len([name for name in first if name != "because"]) <= 3
    assert {"ask_of", "ask_counted"} <= set(first)


def test_it_gives_what_the_command_gives_and_keeps_the_counts_only(client, study, data):
    page = measured(client, study, read(client, study))

    assert page.redirect_chain[-1][0] == reverse("studies:result", args=[study.pk])
    counts = opened(live_tally(study))
    assert counts.by == ("buurtcode", SHARE, "aantal_inwoners")
    assert "omgevingsadressendichtheid" not in counts.to_json()
    assert "7341" not in counts.to_json()
    assert not list((data / "transit").iterdir())
    rows = [
        dict(zip(COUNTS.split("\n")[0].split(";"), line.split(";"), strict=True))
        for line in COUNTS.split("\n")[1:-1]
    ]
    plain = [
        {**row, "bewoners": int(row["bewoners"]), "beboet": int(row["beboet"])} for row in rows
    ]
    heads, *lines = (line.split(";") for line in CBS.strip().split("\n"))
    cbs = read_neighbourhoods([dict(zip(heads, line, strict=True)) for line in lines])
    alone = tally(plain, by="buurtcode", outcome="beboet", count="bewoners")
    by_command = area(
        replace(alone, question=counts.question),
        across="buurtcode",
        neighbourhoods=cbs,
        counted="everybody",
    )
    on_screen = area(
        counts, across="buurtcode", share=SHARE, residents="aantal_inwoners", counted="everybody"
    )
    assert on_screen.figures == by_command.figures
    assert on_screen.notes == by_command.notes


def test_it_says_once_what_did_not_match_and_what_is_secret(client, study):
    page = measured(client, study, read(client, study))

    said = words(page)
    assert said.count("BU99990000") == 1
    assert "staat niet in kwb.csv. Het telt niet mee. Het gaat om BU99990000." in said
    assert "Van 1 gebieden is het percentage geheim of onbekend" in said
    assert "boetes.csv" in said
    assert "kwb.csv" in said
    released = Run.objects.get().released["nl"]["result"]
    assert "BU9999" not in str(released)


def test_a_group_of_the_file_can_be_chosen(client, study):
    measured(client, study, read(client, study), ask_of="europa")

    study.refresh_from_db()
    assert study.settings == {
        "counted": "everybody",
        "share": EUROPE,
        "residents": "aantal_inwoners",
    }


def test_numbers_of_people_of_statline_are_read_and_can_be_asked_again(client, study):
    page = measured(client, study, read(client, study, STATLINE))

    assert "is zo niet te zeggen" in words(page)
    again = client.get(reverse("studies:again", args=[study.pk]))
    assert again.context["form"]["ask_share"].value() == "1"
    data = {"across": "0", "level": "0.95", "ask_share": "1", "ask_counted": "everybody"}
    refused = client.post(reverse("studies:again", args=[study.pk]), data)
    assert "aantallen mensen, en geen percentages" in words(refused)
    data["ask_residents"] = "2"
    client.post(reverse("studies:again", args=[study.pk]), data)
    last, first = Run.objects.all()
    assert figures_of(last) == figures_of(first)


def test_a_small_area_stops_it_before_anything_is_kept(client, study):
    page = measured(client, study, read(client, study, counts=COUNTS.replace(";60\n", ";3\n")))
    assert Run.objects.exists(), "that area is not in the file, and does not count"

    few = read(client, study, counts=COUNTS.replace(";63\n", ";3\n"))
    kept = StudyTally.objects.count()
    page = measured(client, study, few)
    assert page.status_code == 422
    assert "minder dan tien mensen met of zonder de uitkomst" in words(page)
    assert "Naast uw tabel ligt kwb.csv" in words(page)
    assert StudyTally.objects.count() == kept


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        (COUNTS, "staat geen kolom met een percentage naar herkomst"),
        ("naam;leeftijd\nJan;40\n", "staat geen kolom met de code van het gebied"),
        (rows_csv(), "staat geen kolom met de code van het gebied"),
        (CBS + CBS.split("\n", 1)[1], "staat twee keer in kwb.csv"),
        (b"", ""),
    ],
)
def test_another_file_is_refused_and_nothing_waits(client, study, data, beside, said):
    page = read(client, study, beside)

    assert page.status_code == 422
    assert said in " ".join(page.context["form"].errors["neighbourhoods"])
    assert not (data / "transit").exists()


def test_codes_of_other_areas_are_told_and_the_table_stays(client, study):
    page = measured(client, study, read(client, study, CBS.replace("BU9999", "BU0001")))

    assert page.status_code == 422
    assert "Geen enkel gebied uit de telling staat in kwb.csv" in words(page)
    assert not StudyTally.objects.exists()


def test_a_workbook_does_as_well(client, study):
    rows = [
        [int(v) if v.lstrip("-").isdigit() else v for v in line.split(";")]
        for line in CBS.strip().split("\n")
    ]
    page = measured(client, study, read(client, study, workbook(("KWB", rows)), name="kwb.xlsx"))

    assert "1 gebied uit uw tabel staat niet in kwb.xlsx" in words(page)


def test_what_goes_along_with_the_table_is_what_is_needed_and_no_more():
    heads, *lines = (line.split(";") for line in CBS.strip().split("\n"))
    found = read_neighbourhoods([dict(zip(heads, line, strict=True)) for line in lines])

    assert unpacked(packed(found)).areas == found.areas
    assert b"7341" not in packed(found)


def test_where_somebody_lives_is_never_offered_as_the_outcome(client, study):
    small = "buurtcode;beboet\n" + "".join(
        f"{c};{'ja' if n else 'nee'}\n" for c in CODES for n in (0, 1)
    )
    page = upload(client, study, small.encode())

    options = str(page.context["form"].fields["outcome"].choices)
    assert "beboet = ja" in options
    assert "buurtcode =" not in options
