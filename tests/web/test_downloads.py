import csv
import io
import json
import sys
from xml.etree import ElementTree

import pytest
from django.template import Context, Template
from django.urls import reverse

from tests.absent import absent
from tests.web.world import logged_in
from waterpas.documents import pdf
from waterpas.measure.chain import chain
from waterpas.web.studies import exports
from waterpas.web.studies.models import Run
from waterpas.web.studies.selectors import live_tally, opened, released_result


@pytest.fixture
def client(client, db):
    logged_in(client, "researcher")
    return client


def get(client, name, lang="nl"):
    run = Run.objects.get(study__slug="duo-2014")
    address = reverse(f"studies:{name}", args=[run.study_id, run.pk])
    return client.get(address, headers={"Accept-Language": lang})


def test_csv_has_a_row_per_step_and_group(client, duo):
    response = get(client, "csv")
    rows = list(csv.DictReader(io.StringIO(response.text)))

    assert 'filename="duo-2014.csv"' in response.headers["Content-Disposition"]
    selected = [
        row for row in rows if row["step"] == "selected" and row["herkomst"] == "buiten Europa"
    ]
    assert float(selected[0]["ratio"]) == pytest.approx(6.2227, abs=5e-5)
    assert selected[0]["reference"] == "NL"
    assert selected[0]["source"]


def test_json_is_that_of_the_package_with_sentence_and_notes(client, duo):
    data = json.loads(get(client, "json").text)

    assert data["sentence"].startswith("DUO koos 36,7 van elke 1.000")
    assert data["reference"]["level"] == "NL"
    assert any(note["code"] == "herkomst" and note["text"] for note in data["notes"])


def test_svg_opens_alone(client, duo):
    response = get(client, "svg")

    assert response.headers["Content-Type"] == "image/svg+xml"
    assert ElementTree.fromstring(response.content).get("role") == "img"


def test_pdf_is_made_from_the_same_page(client, duo):
    try:
        import weasyprint  # noqa: F401 - only whether it is there
    except (ImportError, OSError):
        absent("no PDF without Pango: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0")
    response = get(client, "pdf")

    assert response.status_code == 200
    assert response.content.startswith(b"%PDF-")


@pytest.mark.parametrize(("lang", "words"), [("nl", "libpango-1.0-0"), ("en", "This server lacks")])
def test_where_pdf_cannot_be_made_the_page_says_what_is_missing(
    client, duo, monkeypatch, lang, words
):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    response = get(client, "pdf", lang)

    assert response.status_code == 503
    assert words in response.text
    assert "Content-Disposition" not in response.headers


def test_a_pdf_fetches_nothing():
    with pytest.raises(ValueError, match="nothing is fetched"):
        pdf._refuse("https://elsewhere.example/x.png")


@pytest.fixture
def unreleased(duo):
    return chain(opened(live_tally(duo)), across="herkomst", reference="NL")


@pytest.mark.parametrize(
    "export",
    [
        lambda r: exports.as_csv(r, "nl"),
        lambda r: exports.as_json(r, "nl"),
        lambda r: exports.as_svg(r, "nl"),
        lambda r: exports.as_pdf(r, "nl", title="x"),
    ],
)
def test_no_file_is_made_of_a_figure_that_was_not_released(unreleased, export):
    with pytest.raises(TypeError, match="only Released"):
        export(unreleased)


@pytest.mark.parametrize(
    "tag", ["answer", "levels", "cautions", "full_table", "not_said", "remarks", "provenance"]
)
def test_no_template_shows_a_figure_that_was_not_released(unreleased, duo, tag):
    template = Template("{% load results %}{% " + tag + " released %}")

    assert template.render(Context({"released": released_result(duo.runs.get(), "nl")}))
    with pytest.raises(TypeError, match="only Released"):
        template.render(Context({"released": unreleased}))
