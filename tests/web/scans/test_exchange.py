"""A scan as a file to read or to keep, and taken in elsewhere."""

import csv
import io
import json
from copy import deepcopy

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from jsonschema import Draft202012Validator

from tests.web.findings.factories import action, finding
from tests.web.scans.exchange import answered, employer, record, taken_in
from tests.web.scans.factories import FAR, policy, scan
from tests.web.world import NOON, logged_in
from waterpas.documents.html import html_page
from waterpas.reading import read
from waterpas.web.audit_trail.models import Event
from waterpas.web.register.models import Item
from waterpas.web.scans.exchange.reading import NotThisFile, record_in
from waterpas.web.scans.exchange.record import record_of, schema, text_of
from waterpas.web.scans.exchange.text import document_of
from waterpas.web.scans.models import Scan
from waterpas.web.scans.selectors import SAYS, scans, standing_of

pytestmark = pytest.mark.django_db
KINDS = ("pdf", "docx", "odt", "json", "csv")


@pytest.fixture
def client(client):
    logged_in(client, "coordinator")
    return client


def bytes_of(found: dict) -> bytes:
    return text_of(found).encode()


def hand_in(client, content: bytes, **more):
    file = SimpleUploadedFile("toets.json", content)
    data = {"file": file, "recheck_on": FAR.isoformat(), "item": "", **more}
    return client.post(reverse("scans:import"), data)


def get(client, made: Scan, kind: str):
    return client.get(reverse("scans:export", args=[made.pk, kind]))


class TestTheFile:
    @pytest.mark.parametrize("kind", KINDS)
    def test_arrives_in_every_form(self, client, kind):
        response = get(client, answered(), kind)

        assert response.status_code == 200
        assert response.headers["Content-Disposition"].endswith(f'.{kind}"')
        assert response.content

    def test_that_is_not_there_is_not_found(self, client):
        assert get(client, scan(), "exe").status_code == 404

    def test_follows_its_schema_with_findings_and_actions(self, client):
        made = answered()
        seen = finding(item=made.item)
        action(seen)

        found = json.loads(get(client, made, "json").content)

        Draft202012Validator(schema()).validate(found)
        assert [one["title"] for one in found["findings"]] == [seen.title]
        assert found["actions"][0]["findings"] == [seen.title]

    @pytest.mark.parametrize("kind", ["docx", "odt", "pdf"])
    def test_says_the_result_in_words_and_every_reason(self, client, kind, tmp_path):
        path = tmp_path / f"toets.{kind}"
        path.write_bytes(get(client, answered(), kind).content)

        text = " ".join(" ".join(block.text.split()) for block in read(path).blocks)

        for words in ("Hier kan het misgaan", "Wie beslist hier?", "inwoners met bijstand"):
            assert words in text
        assert "%" not in text

    def test_in_word_has_headings_and_a_language(self, client):
        file = docx.Document(io.BytesIO(get(client, answered(), "docx").content))

        levels = [one.style.name for one in file.paragraphs if one.style.name.startswith("Heading")]
        assert {"Heading 1", "Heading 2"} == set(levels)
        assert file.core_properties.language == "nl-NL"

    def test_with_actions_opens_in_a_spreadsheet(self, client):
        made = answered()
        action(finding(item=made.item), title="=1+1")
        action(title="Van iets anders")

        text = get(client, made, "csv").content.decode("utf-8-sig")

        rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
        assert [row["maatregel"] for row in rows] == ["'=1+1"]

    def test_names_nobody(self, client):
        made = answered()
        name = client.get("/").wsgi_request.user.name
        page = html_page(document_of(standing_of(scans().get(pk=made.pk)), [], lang="nl"))

        assert name not in page
        assert name not in json.dumps(record_of(made, now=NOON))


class TestTheRoundTrip:
    def test_gives_the_same_answers(self):
        found = record()
        again = record(taken_in(deepcopy(found)))

        for one in (*found["answers"], *again["answers"]):
            del one["answered_at"]
        assert again["answers"] == found["answers"]
        assert again["scan"] | {"begun_at": ""} == found["scan"] | {"begun_at": ""}

    def test_keeps_both_passes(self):
        found = record()
        found["scan"]["stage"] = "achteraf"
        after = [deepcopy(one) | {"stage": "achteraf"} for one in found["answers"]]
        found["answers"] += after

        made = taken_in(found)

        assert made.stage == "achteraf"
        assert made.answers.count() == len(found["answers"])

    def test_every_field_of_an_answer_comes_along(self):
        assert set(SAYS) <= set(record()["answers"][0])

    def test_what_was_decided_elsewhere_decides_nothing_here(self):
        found = record()
        found["decisions"] = [
            {
                "stage": "vooraf",
                "choice": "adapt",
                "reason": "Zo kan het niet.",
                "decided_at": "2027-01-02T10:00:00+01:00",
            }
        ]
        made = taken_in(found)

        assert not made.decisions.exists()
        assert made.imported.record["decisions"][0]["reason"] == "Zo kan het niet."


class TestTakingIn:
    def test_with_a_new_item(self, client):
        found = record()
        found["item"]["title"] = "Regeling van de buren"

        response = hand_in(client, bytes_of(found), follow=True)

        made = Scan.objects.latest("pk")
        assert response.url == reverse("scans:detail", args=[made.pk])
        assert made.item.title == "Regeling van de buren"
        assert Event.objects.filter(type="scan.imported").count() == 1

    def test_beside_an_item_that_is_there(self, client):
        there = policy()

        hand_in(client, bytes_of(record()), item=there.pk)

        assert there.scans.get().answers.count() == 3

    def test_shows_where_it_came_from(self, client):
        found = record()
        found["organisation"] = "Buurstad"
        made = taken_in(found)

        assert (
            "Waar deze toets vandaan komt"
            in client.get(reverse("scans:detail", args=[made.pk])).text
        )
        assert "Buurstad" in client.get(reverse("scans:imported", args=[made.pk])).text

    def test_twice_is_refused_and_nothing_is_half_written(self, client):
        there = policy()
        hand_in(client, bytes_of(record()), item=there.pk)
        before = Scan.objects.count(), Item.objects.count(), Event.objects.count()

        response = hand_in(client, bytes_of(record()), item=there.pk)

        assert response.status_code == 422
        assert "Van deze versie is er al een toets" in response.text
        assert (Scan.objects.count(), Item.objects.count(), Event.objects.count()) != (0, 0, 0)
        assert Scan.objects.filter(item=there).count() == 1
        assert before[0] == Scan.objects.count() - 1

    def test_beside_what_the_list_is_not_about_is_refused(self, client):
        response = hand_in(client, bytes_of(record()), item=employer().pk)

        assert response.status_code == 422
        assert "past niet bij dit soort onderwerp" in response.text


def changed(**more) -> bytes:
    return bytes_of(record() | more)


def with_answer(**more) -> bytes:
    found = record()
    found["answers"][0] |= more
    return bytes_of(found)


def doubled() -> bytes:
    found = record()
    found["answers"].append(found["answers"][0])
    return bytes_of(found)


def with_scan(**more) -> bytes:
    found = record()
    found["scan"] |= more
    return bytes_of(found)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (lambda: b"", "geen JSON-bestand"),
        (lambda: b"\xff\xfe{", "geen JSON-bestand"),
        (lambda: b"[" * 100_000, "geen JSON-bestand"),
        (lambda: b"[]", "geen beleidstoets van Waterpas"),
        (lambda: b'{"format": "iets anders"}', "geen beleidstoets van Waterpas"),
        (lambda: changed(version=2), "nieuwere Waterpas"),
        (lambda: changed(answers="veel"), "klopt niet bij “answers”"),
        (lambda: changed(extra=1), "klopt niet"),
        (lambda: with_scan(question_list="weg"), "kent de lijst met vragen niet"),
        (lambda: with_scan(recheck_on="2027-02-30"), "een dag die niet bestaat"),
        (lambda: with_answer(criterion="Q99"), "Q99 past niet bij deze lijst"),
        (lambda: with_answer(value="yes"), "W01 past niet bij deze lijst"),
        (doubled, "Bij W01 staan twee antwoorden"),
        (lambda: with_answer(reason="Mail jan@voorbeeld.nl"), "een e-mailadres"),
        (lambda: b" " * 2_000_001, "te groot"),
    ],
)
def test_a_file_that_cannot_be_taken_in_gets_one_sentence(content, says):
    with pytest.raises(NotThisFile) as refused:
        record_in(content())

    assert says in str(refused.value)
    assert str(refused.value).count("\n") == 0


def test_a_good_file_is_taken_in():
    """Positive control of the refusals above."""
    assert record_in(bytes_of(record()))["format"] == "waterpas-scan"


def test_where_a_writer_is_missing_the_page_says_what_to_install(client, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "odfdo", None)

    response = get(client, answered(), "odt")

    assert response.status_code == 503
    assert "waterpas[reports]" in response.text
