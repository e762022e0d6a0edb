"""Every free text of the policy scan: what points at somebody is warned about before it is kept."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from django.urls import reverse

import waterpas.handbook
from tests.web.scans.documents import passage, read
from tests.web.scans.factories import OPENING, answer, form, policy, scan
from tests.web.world import logged_in
from waterpas.web.config import example
from waterpas.web.scans.forms.opening import SignForm
from waterpas.web.scans.identifying import pointing_in
from waterpas.web.scans.models import Answer, Decision, ReadDocument, Scan, SetAside

NAME = "dossier van Fatima Aksoy"
WARNED = "lijkt op een naam, of zegt iets over afkomst"


@pytest.mark.parametrize(
    "text",
    [
        "J. de Vries zei dat dit zo is",
        "Fatima el Amrani vertelde dit",
        "Mevrouw Aksoy is van Turkse afkomst",
        "Ahmed komt uit Syrië",
        "Fatima en Ayse",
        "Jan",
        "Volgens consulent Jansen klopt dit.",
        "Dat hoorden wij van Gül Bakker.",
        "Geboren op 3 mei 1980",
        "3-5-1980, Kerkstraat 12",
        "Iemand die al lang aanvraagt, komt uit Ghana.",
        "Hij heeft een migratieachtergrond.",
        "Zij is Syriër. Daarom werd zij gecontroleerd.",
    ],
)
def test_a_reason_that_points_at_somebody_is_seen(text):
    assert pointing_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mensen met een migratieachtergrond worden vaker afgewezen. Zij krijgen geen uitleg.",
        "De Nationale Ombudsman en de Raad van State schreven hierover.",
        "Sinds 3 mei 2024 geldt de Wet Bibob.",
        "De Jan Steenstraat ligt in Rotterdam Zuid.",
        "De consulent Werk en de wethouder Sociaal Domein beslissen.",
        "Mag de gemeente vragen naar het land van geboorte?",
        "De brief gaat naar Kerkstraat 12.",
        "Wie op de zwarte lijst staat, hoort niet waarom hij erop staat.",
    ],
)
def test_a_reason_about_policy_is_not(text):
    assert pointing_in(text) == ""


@pytest.mark.parametrize("text", ["Twee vrouwen uit Ghana", "Roma", "Syriërs", "moslims"])
def test_an_origin_of_people_in_general_counts_only_where_it_says_whom_you_asked(text):
    assert pointing_in(text, any_origin=True)
    assert pointing_in(text) == ""


def example_texts() -> Iterator[str]:
    for path in Path(example.__file__).parent.glob("*.py"):
        # The people of the example have names, and its tables are in English.
        if path.name in ("people.py", "data.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def dutch(found: object) -> Iterator[str]:
    if isinstance(found, dict):
        for key, value in found.items():
            yield from dutch(value) if key != "en" else ()
    elif isinstance(found, list):
        for value in found:
            yield from dutch(value)
    elif isinstance(found, str):
        yield found


def handbook_texts() -> Iterator[str]:
    for path in (Path(waterpas.handbook.__file__).parent / "data").glob("*.yaml"):
        yield from dutch(yaml.safe_load(path.read_text("utf-8")))


def test_no_text_of_the_example_municipality_gives_a_warning():
    texts = list(example_texts())

    assert len(texts) > 500
    assert [text for text in texts if pointing_in(text)] == []


def test_in_the_handbook_only_the_people_it_thanks_and_its_authors_do():
    texts = list(handbook_texts())

    assert len(texts) > 300
    found = {pointing_in(text) for text in texts} - {""}
    assert found == {"Niels", "Koen Kros", "Hanneke"}


@pytest.mark.django_db
class TestOnTheScreen:
    @pytest.fixture(autouse=True)
    def by(self, client):
        return logged_in(client, "policy-adviser")

    @staticmethod
    def at(name: str, *args: object) -> str:
        return reverse(f"scans:{name}", args=args)

    @pytest.mark.parametrize("field", ["reason", "sources", "why_not"])
    def test_each_text_of_an_answer_is_warned_about_and_kept_after_a_look(self, client, field):
        path = self.at("answer", scan().pk, "W01")

        warned = client.post(path, form(**{field: NAME}))

        assert warned.status_code == 422
        assert WARNED in warned.text
        assert not Answer.objects.exists()
        assert client.post(path, form(**{field: NAME}, checked="on")).status_code == 302
        assert getattr(Answer.objects.get(), field) == NAME

    def test_a_number_of_a_person_stays_refused_after_a_look(self, client):
        sent = form(reason="BSN 111222333", checked="on")

        assert client.post(self.at("answer", scan().pk, "W01"), sent).status_code == 422

    @pytest.mark.parametrize("field", ["about", "aim"])
    def test_the_opening_page_is_warned_about(self, client, field):
        sent = OPENING | {"item": policy().pk, field: NAME}

        warned = client.post(self.at("begin"), sent)

        assert warned.status_code == 422
        assert WARNED in warned.text
        assert not Scan.objects.exists()
        assert client.post(self.at("begin"), sent | {"checked": "on"}).status_code == 302

    def test_a_changed_opening_page_is_too(self, client):
        path = self.at("change", scan().pk)

        sent = OPENING | {"about": NAME, "version": 1, "started": ""}

        assert WARNED in client.post(path, sent).text
        assert client.post(path, sent | {"checked": "on"}).status_code == 302

    def test_the_reason_of_a_decision_is_warned_about(self, client):
        logged_in(client, "coordinator")
        made = scan()
        answer(made, "W01")
        sent = {"choice": "adapt", "reason": NAME, "seen": SignForm(scan=made).initial["seen"]}

        warned = client.post(self.at("sign", made.pk), sent)

        assert WARNED in warned.text
        assert not Decision.objects.exists()
        assert client.post(self.at("sign", made.pk), sent | {"checked": "on"}).status_code == 302

    def test_the_reason_at_a_passage_is_warned_about_with_its_own_tick(self, client):
        document = read()
        key = passage(document).pk
        path = self.at("answer", document.scan_id, passage(document).criteria[0])
        sent = {"aside": key, f"aside-reason-{key}": NAME}

        warned = client.post(path, sent)

        assert warned.status_code == 422
        assert WARNED in warned.text
        assert f'name="aside-checked-{key}"' in warned.text
        assert not SetAside.objects.exists()
        client.post(path, sent | {f"aside-checked-{key}": "on"})
        assert SetAside.objects.get().reason == NAME

    def test_the_name_of_a_document_is_warned_about(self, client):
        path, sent = self.at("document_add", scan().pk), {"name": NAME, "text": "De bieb is open."}

        assert WARNED in client.post(path, sent).text
        assert not ReadDocument.objects.exists()
        assert client.post(path, sent | {"checked": "on"}).status_code == 302
