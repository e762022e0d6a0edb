"""Reading a text on a scan, and dealing with its passages, as somebody does it on the screen."""

import re
import time
from html import unescape

import pytest
from django.urls import reverse

from tests.unit.reading.making import docx, pdf_of, zipped
from tests.web.scans.documents import ALONE, PROFILE, TEXT, file, passage, read, read_again
from tests.web.scans.factories import answer, form, scan
from tests.web.world import NOON, logged_in, person
from waterpas.web.scans import services
from waterpas.web.scans.models import Answer, ReadDocument, SetAside

pytestmark = pytest.mark.django_db
MARKER = "Precies zo getypt"


@pytest.fixture
def by(client):
    return logged_in(client, "policy-adviser")


def at(name: str, *args) -> str:
    return reverse(f"scans:{name}", args=args)


def hand_in(client, of, follow=True, **data):
    return client.post(at("document_add", of.pk), data, follow=follow)


class TestHandingIn:
    def test_a_file_leads_to_its_questions(self, client, by):
        page = hand_in(client, scan(), file=file(docx([("paragraph", None, PROFILE)]), "nota.docx"))

        assert "nota</h1>" in page.text
        assert PROFILE in page.text
        assert "Dit zijn vragen, geen oordeel" in page.text
        assert "Dit kan onschuldig zijn:" in page.text

    def test_a_pasted_text_does_too(self, client, by):
        page = hand_in(client, scan(), name="Raadsvoorstel", text=TEXT)

        assert "Raadsvoorstel</h1>" in page.text
        assert "geplakte tekst" in page.text

    def test_a_text_without_a_question_says_to_read_it_oneself(self, client, by):
        page = hand_in(client, scan(), text="De bibliotheek is open.").text

        assert "Wij vonden geen zin met een vraag. Dat zegt weinig" in page
        assert "miste de leeshulp één op de drie" in page

    def test_a_text_in_english_says_that_much_may_be_missed(self, client, by):
        english = "The municipality decides what is needed for the people of this city. " * 9

        assert "lijkt niet Nederlands" in hand_in(client, scan(), text=english).text

    def test_a_document_with_macros_is_read_without_them(self, client, by):
        page = hand_in(client, scan(), file=file(with_macros(), "nota.docm")).text

        assert "Waterpas voert die nooit uit" in page
        assert PROFILE in page

    def test_sent_twice_is_read_once(self, client, by):
        of = scan()
        once = re.search(r'name="once" value="(\w+)"', client.get(at("document_add", of.pk)).text)

        pages = [hand_in(client, of, text=TEXT, once=once[1]) for _ in range(2)]

        assert ReadDocument.objects.count() == 1
        assert pages[0].request["PATH_INFO"] == pages[1].request["PATH_INFO"]

    def test_is_not_for_who_only_reads(self, client):
        logged_in(client, "taskforce-member")
        document = read()

        assert client.get(at("document_add", document.scan_id)).status_code == 403
        page = client.get(at("document", document.scan_id, document.pk))
        assert page.status_code == 200
        assert "Nieuwe versie lezen" not in page.text


def with_macros() -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(docx([("paragraph", None, PROFILE)]))) as package:
        members = {name: package.read(name) for name in package.namelist()}
    return zipped({**members, "word/vbaProject.bin": b"macro"})


PICTURES = pdf_of([[], []], picture=True)
BAD = {
    "broken": ("nota.docx", b"PK\x03\x04kapot", "nota.docx is beschadigd"),
    "broken-pdf": ("nota.pdf", b"%PDF-1.4 kapot", "nota.pdf is beschadigd"),
    "encrypted": (
        "nota.docx",
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        "nota.docx heeft een wachtwoord",
    ),
    "scanned": ("nota.pdf", PICTURES, "nota.pdf is een gescande PDF"),
    "empty": ("nota.txt", b"", "nota.txt bevat geen tekst"),
    "wrong-ending": ("nota.docx", pdf_of([[(60, 700, 10, PROFILE)]]), "is geen .docx-bestand"),
    "no-document": ("foto.png", b"\x89PNG", "Waterpas leest de tekst van foto.png niet"),
}


class TestBadInput:
    @pytest.mark.parametrize("kind", BAD)
    def test_is_one_sentence_and_what_was_typed_stays(self, client, by, kind):
        name, content, sentence = BAD[kind]

        page = hand_in(client, scan(), file=file(content, name), name=MARKER)

        assert page.status_code == 422
        assert page.text.count('class="wp-error"') == 1
        assert sentence in page.text
        assert MARKER in page.text
        assert not ReadDocument.objects.exists()

    def test_nothing_at_all_asks_for_a_file_or_a_text(self, client, by):
        assert "Kies een bestand, of plak de tekst" in hand_in(client, scan()).text

    def test_a_file_and_a_text_asks_which_and_keeps_the_text(self, client, by):
        page = hand_in(client, scan(), file=file(TEXT.encode()), text=MARKER).text

        assert "Kies één van de twee" in page
        assert MARKER in page

    def test_a_file_above_50_mb_is_one_sentence(self, client, by, monkeypatch):
        monkeypatch.setattr("waterpas.web.scans.forms.document.LARGEST", 10)

        page = hand_in(client, scan(), file=file(TEXT.encode()), name=MARKER)

        assert "nota.txt is groter dan 50 MB. Deel de tekst in stukken." in page.text
        assert "plaatjes" not in page.text
        assert MARKER in page.text

    def test_50_mb_of_pasted_text_is_heard_out_and_gets_one_sentence(self, client, by):
        page = hand_in(client, scan(), text="De gemeente kiest. " * 2_700_000)

        assert page.status_code == 400
        assert "daar staat nog wat u typte" in page.text

    def test_a_pdf_of_2000_pages_comes_back(self, client, by):
        pages = [[(60, 700, 10, f"De gemeente kiest op bladzijde {n}.")] for n in range(1999)]
        content = pdf_of([*pages, [(60, 700, 10, PROFILE)]])
        began = time.monotonic()

        page = hand_in(client, scan(), file=file(content, "lang.pdf")).text

        assert time.monotonic() - began < 30
        assert "2000 bladzijden" in page
        assert "blz. 2000" in page

    def test_the_same_text_again_says_which_document_it_is(self, client, by):
        document = read(name="Beleidsnota")

        page = hand_in(client, document.scan, text=TEXT)

        assert page.status_code == 422
        assert "Deze tekst is al gelezen: “Beleidsnota”." in page.text
        assert PROFILE in page.text

    def test_a_name_that_points_at_somebody_is_refused(self, client, by):
        page = hand_in(client, scan(), text=TEXT, name="mail j@stad.example").text

        assert "Hier staat een e-mailadres" in page


class TestTheDocument:
    def test_has_presence_absence_and_help_for_the_writer_apart(self, client, by):
        document = read(
            text=f"{PROFILE}\n\nEr komt elk jaar een evaluatie. De brief wordt gestuurd teneinde "
            "te helpen."
        )

        page = client.get(at("document", document.scan_id, document.pk)).text
        heads = ["Vragen bij de tekst", "Wat wij niet vonden", "Wat er al in staat", "Hulp voor"]

        places = [page.index(head) for head in heads]
        assert places == sorted(places)
        assert "Dit streept geen vraag weg." in page
        assert page.index("Hulp voor wie") < page.index("Wie doet dit?")

    def test_of_a_new_version_shows_what_is_new_and_gone(self, client, by):
        document = read()
        again = client.post(
            at("document_again", document.scan_id, document.pk),
            {"text": f"Nieuw.\n\n{PROFILE}\n\nWij stellen criteria op naar eigen inzicht."},
            follow=True,
        ).text

        assert "Versie 2" in again
        assert "Niet meer in deze versie" in again
        assert "nieuw in deze versie" in again
        assert "stond er al" in again

    def test_is_taken_off_and_put_back(self, client, by):
        document = read()
        address = [document.scan_id, document.pk]

        gone = client.post(at("document_remove", *address), follow=True).text
        off = client.get(at("detail", document.scan_id)).text
        back = client.post(at("document_back", *address), follow=True).text

        assert "Het telt niet mee." in gone
        assert "Van de toets gehaald:" in off
        assert "vraagt om een blik" not in off
        assert "Het document telt weer mee." in back

    def test_of_another_scan_is_not_there(self, client, by):
        assert client.get(at("document", scan().pk, read().pk)).status_code == 404

    def test_is_complete_in_english(self, client, by):
        document = read()
        page = client.get(
            at("document", document.scan_id, document.pk), headers={"Accept-Language": "en"}
        ).text

        assert "Questions about the text" in page
        assert "Dit kan onschuldig" not in page


class TestTheScan:
    def test_without_a_text_says_what_to_do(self, client, by):
        page = client.get(at("detail", scan().pk)).text

        assert "Er is nog geen tekst gelezen." in page
        assert "Lees de tekst van dit beleid" in page

    def test_says_how_many_passages_ask_for_a_look_and_under_which_criteria(self, client, by):
        document = read()
        answer(document.scan, "N08", value="no")

        page = client.get(at("detail", document.scan_id)).text
        page = " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())

        assert "2 passages vragen om een blik: N05 (1) N08 (1, beantwoord)" in page

    def test_a_question_about_what_was_not_found_can_be_answered(self, client, by):
        document = read()
        address = at("absence", document.scan_id, "no-owner")

        assert "Wie is hiervan de eigenaar?" in client.get(address).text
        page = client.post(address, {"text": "De directeur Jeugd."}, follow=True).text

        assert "De directeur Jeugd." in page

    def test_a_question_that_is_not_asked_is_not_there(self, client, by):
        document = read()

        assert client.get(at("absence", document.scan_id, "no-such")).status_code == 404
        assert client.get(at("absence", scan().pk, "no-owner")).status_code == 404


class TestACriterion:
    @pytest.fixture
    def document(self):
        return read()

    def send(self, client, document, criterion="N05", **more):
        return client.post(
            at("answer", document.scan_id, criterion), form(value="possible", **more), follow=True
        )

    def test_shows_only_the_passages_that_belong_to_it(self, client, by, document):
        page = client.get(at("answer", document.scan_id, "N05")).text

        assert PROFILE in page
        assert ALONE not in page
        assert "Dit kan onschuldig zijn:" in page

    def test_without_a_text_has_no_such_section(self, client, by):
        page = client.get(at("answer", scan().pk, "N05")).text

        assert "Passages in de tekst" not in page

    def test_a_passage_fills_the_source_and_what_was_typed_stays(self, client, by, document):
        key = passage(document).pk

        page = self.send(client, document, use=key, reason=MARKER, sources="Artikel 3").text

        typed = re.search(r'<textarea name="sources".*?>\s*(.*?)</textarea>', page, re.S)[1]
        assert typed.startswith("Artikel 3\nBeleidsnota, onder &#x27;Toezicht&#x27;, alinea 2:")
        assert PROFILE in typed
        assert MARKER in page
        assert 'class="wp-error"' not in page
        assert not Answer.objects.exists()

    def test_the_source_is_then_kept_with_the_answer(self, client, by, document):
        page = self.send(client, document, use=passage(document).pk, sources="").text
        typed = re.search(r'<textarea name="sources".*?>\s*(.*?)</textarea>', page, re.S)[1]

        self.send(client, document, sources=typed)

        assert PROFILE in Answer.objects.get().sources

    def test_a_passage_is_set_aside_with_a_reason_and_what_was_typed_stays(
        self, client, by, document
    ):
        key = passage(document).pk
        reason = {f"aside-reason-{key}": "Het gaat over brand."}

        page = self.send(client, document, aside=key, reason=MARKER, **reason).text

        assert "Bekeken: hoort hier niet bij" in page
        assert "Het gaat over brand." in page
        assert PROFILE in page
        assert MARKER in page

    def test_without_a_reason_it_is_not(self, client, by, document):
        page = self.send(client, document, aside=passage(document).pk, reason=MARKER)

        assert page.status_code == 422
        assert "Schrijf op waarom de passage hier niet bij hoort." in page.text
        assert MARKER in page.text
        assert not SetAside.objects.exists()

    def test_a_reason_with_a_telephone_number_is_refused_and_stays(self, client, by, document):
        key = passage(document).pk
        reason = {f"aside-reason-{key}": "Bel 06-12345678"}

        page = self.send(client, document, aside=key, **reason).text

        assert "Hier staat een telefoonnummer" in page
        assert ">Bel 06-12345678</textarea>" in page

    def test_is_taken_back(self, client, by, document):
        said = {"criterion": "N05", "reason": "Het gaat over brand."}
        aside = services.set_passage_aside(passage=passage(document), **said, by=person(), now=NOON)

        page = self.send(client, document, back=aside.pk, reason=MARKER).text

        assert "De passage vraagt weer om een blik." in page
        assert "Eerder opzij gezet: Het gaat over brand." in page
        assert MARKER in page

    def test_a_reason_that_was_typed_is_kept_when_the_answer_is_saved(self, client, by, document):
        reason = {f"aside-reason-{passage(document).pk}": "Het gaat over brand."}

        self.send(client, document, **reason)

        assert SetAside.objects.get().reason == "Het gaat over brand."
        assert Answer.objects.exists()

    def test_enter_in_a_field_saves_the_answer_and_presses_no_passage(self, client, by, document):
        page = client.get(at("answer", document.scan_id, "N05")).text
        first = re.search(r'<button[^>]*form="antwoord"[^>]*>', page)[0]

        assert "name=" not in first
        assert page.index(first) < page.index('<form class="wp-form" id="antwoord"')

    @pytest.mark.parametrize("name", ["use", "aside", "back"])
    @pytest.mark.parametrize("key", ["0", "x", "9" * 30])
    def test_a_passage_that_is_not_there_is_not_found(self, client, by, document, name, key):
        assert self.send(client, document, **{name: key}).status_code == 404

    def test_a_passage_of_another_scan_is_not_there_either(self, client, by, document):
        other = passage(read_again(read(), PROFILE))

        assert self.send(client, document, use=other.pk).status_code == 404
