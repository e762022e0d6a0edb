"""What is kept of a document: the questions with their passages, and never the rest."""

import time

import pytest
from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder

from tests.unit.reading.making import pdf_of
from tests.web.scans.documents import ALONE, ASKED, PROFILE, TEXT, passage, read, read_again
from tests.web.scans.factories import answer, scan
from tests.web.world import NOON, person
from waterpas.reading import DocumentError
from waterpas.web.audit_trail.models import Event
from waterpas.web.scans import reading, selectors_documents, services
from waterpas.web.scans.masking import MASKS, NAME, WITHHELD, masked
from waterpas.web.scans.models import AbsenceNote, Passage, ReadDocument, Reading, SetAside
from waterpas.web.scans.selectors import standing_of
from waterpas.web.scans.selectors_documents import documents, read_of

pytestmark = pytest.mark.django_db
KEPT = (ReadDocument, Reading, Passage, SetAside, AbsenceNote)


def everything_kept() -> str:
    rows = [row for model in KEPT for row in model.objects.all()]
    return serializers.serialize("json", rows, cls=DjangoJSONEncoder, ensure_ascii=False)


def shown(document: ReadDocument):
    return read_of(documents().get(pk=document.pk))


class TestWhatIsKept:
    def test_a_passage_has_its_question_why_innocence_and_address_in_two_languages(self):
        found = passage(read())

        assert found.criteria == ["N05"]
        for lang in ("nl", "en"):
            assert all(found.says[lang][name] for name in ("question", "why", "innocent"))
        assert found.says["nl"]["place"] == "onder 'Toezicht', alinea 2"
        assert found.says["en"]["question"] != found.says["nl"]["question"]

    def test_a_sentence_without_a_question_is_nowhere(self):
        read()

        assert PROFILE in everything_kept()
        assert "per post naar het huis" not in everything_kept()

    def test_the_lines_that_come_back_on_every_page_are_nowhere(self):
        pages = [
            [(60, 820, 8, f"Geheime voettekst blz. {n}"), (60, 700, 10, f"{PROFILE} Nummer {n}.")]
            for n in range(8)
        ]

        brought = reading.read_file(pdf_of(pages), "nota.pdf")

        assert brought.notes["nl"] == [reading.LEFT_OUT]
        assert "Geheime" not in str(brought)

    def test_a_long_sentence_that_can_be_plainer_is_kept_only_in_part(self):
        words = " ".join(f"woord{n}" for n in range(40))

        (hint,) = reading.read_pasted(f"De gemeente schrijft {words}.").hints[:1]

        assert len(hint["words"]) <= reading.LONGEST_HINT + 1

    def test_says_of_a_text_in_another_language_that_much_may_be_missed(self):
        english = "The municipality decides what is needed for the people of this city. " * 9
        turkish = "Belediye bu karar ile daha çok kişi için ne kadar yardım olarak verir. " * 9

        for text in (english, turkish):
            found = reading.read_pasted(text)
            assert "lijkt niet Nederlands" in found.notes["nl"][0]
            assert (found.absent, found.hints, found.more["per_sentence"]) == ([], [], None)
        assert reading.read_pasted(TEXT).absent
        assert reading.read_pasted(TEXT).notes["nl"] == []

    def test_a_document_with_too_many_pages_is_one_sentence(self, monkeypatch):
        monkeypatch.setattr(reading, "MOST_PAGES", 2)
        pages = [[(60, 700, 10, PROFILE)]] * 3

        with pytest.raises(DocumentError, match="3 bladzijden: hier lezen wij er hoogstens 2"):
            reading.read_file(pdf_of(pages), "lang.pdf")

    def test_a_text_that_is_too_long_is_one_sentence(self, monkeypatch):
        monkeypatch.setattr(reading, "MOST_CHARACTERS", 20)

        with pytest.raises(DocumentError, match="te lang om hier te lezen"):
            reading.read_pasted(TEXT)

    def test_of_very_many_passages_the_rest_is_told(self, monkeypatch):
        monkeypatch.setattr(reading, "MOST_PASSAGES", 1)

        brought = reading.read_pasted(TEXT)

        assert len(brought.passages) == 1
        assert brought.more["passages"] == 1

    def test_two_patterns_with_one_question_about_one_sentence_ask_once(self):
        brought = reading.read_pasted("De locatie kijkt wie er past in de groep.")
        asked = [one.says["nl"]["question"] for one in brought.passages]

        assert len(asked) == len(set(asked)) == 1


class TestMasking:
    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            ("Mail jan@stad.example", "Mail [e-mailadres]"),
            ("Bel 06-12345678 of 010 123 4567.", "Bel [telefoonnummer] of [telefoonnummer]."),
            ("BSN 123456782 is van haar", "BSN [nummer] is van haar"),
            ("Volgens mevr. De Boer kan het", "Volgens [naam] kan het"),
            ("J. van der Berg besluit", "[naam] besluit"),
        ],
    )
    def test_what_points_at_one_human_being_is_masked(self, text, kept):
        assert masked(text) == kept

    @pytest.mark.parametrize(
        "text", [PROFILE, "Zie art. 3, lid 2 Pw.", "Op 21-03-2027 is het klaar.", "1,4 miljoen"]
    )
    def test_other_words_stay_as_they_are(self, text):
        assert masked(text) == text

    def test_the_letter_of_a_heading_is_no_initial(self):
        found = reading.read_pasted(f"# A. Doel van de nota\n\n{PROFILE}").passages[0]

        assert found.says["nl"]["place"] == "onder 'A. Doel van de nota', alinea 2"

    def test_what_is_cut_off_is_not_cut_through_the_middle_of_an_address(self):
        assert masked("x " * 745 + "jan@stad.example").endswith(" [e-mailadr")

    def test_a_text_made_to_be_slow_is_masked_at_once(self):
        began = time.monotonic()
        masked("A. " * 100_000)

        assert time.monotonic() - began < 5

    def test_a_list_of_people_is_left_out_whole(self):
        assert masked(" ".join(f"n{n}@stad.example" for n in range(99))) == WITHHELD

    def test_nothing_of_it_is_stored_with_a_passage_a_heading_or_a_file(self):
        found = reading.read_file(
            b"# Casus A. de Vries\n\nJ. Jansen (j@stad.example) stelt risicoprofielen op.",
            "casus a.smit@stad.example.txt",
        )

        assert NAME in found.passages[0].sentence
        assert MASKS["email"] in found.passages[0].sentence
        for gone in ("Vries", "Jansen", "j@stad", "a.smit"):
            assert gone not in str(found)


class TestANewVersion:
    def test_shows_what_is_new_gone_and_the_same(self):
        document = read_again(read(), f"# Toezicht\n\n{PROFILE}\n\n{ASKED}")
        standing = {one.passage.sentence: one.standing for one in shown(document).passages}

        assert standing == {PROFILE: "same", ALONE: "gone", ASKED: "new"}

    def test_the_first_version_has_no_such_marks(self):
        assert {one.standing for one in shown(read()).passages} == {""}

    def test_keeps_what_was_said_about_a_passage(self):
        document = read()
        aside(passage(document))

        read_again(document, f"Nieuw begin.\n\n{PROFILE}")

        assert passage(document).asides.get().reason == "Het gaat over brand."

    def test_what_is_gone_asks_no_look(self):
        document = read()
        before = looks(document)
        read_again(document, PROFILE)

        assert before == {"N05": 1, "N08": 1}
        assert looks(document) == {"N05": 1}

    def test_the_same_text_is_not_read_twice(self):
        document = read()

        with pytest.raises(services.ReadBefore):
            read(of=document.scan)
        with pytest.raises(services.ReadBefore):
            read_again(document, TEXT)
        assert document.readings.count() == 1


def aside(found: Passage, **more) -> SetAside:
    said = {"criterion": "N05", "reason": "Het gaat over brand."} | more
    return services.set_passage_aside(passage=found, **said, by=person(), now=NOON)


def looks(document: ReadDocument) -> dict[str, int]:
    of = document.scan
    reads = selectors_documents.documents_of(of)
    found = selectors_documents.looks_asked(of, reads, standing_of(of).answers)
    return {one.criterion: one.number for one in found}


class TestAPassageThatDoesNotBelong:
    def test_asks_no_look_any_more_and_stays_readable(self):
        document = read()
        aside(passage(document))

        assert looks(document) == {"N08": 1}
        (seen,) = selectors_documents.passages_under(document.scan, "N05")
        assert seen.aside.reason == "Het gaat over brand."

    def test_can_be_taken_back_and_the_reason_stays(self):
        document = read()
        services.take_passage_back(aside=aside(passage(document)), by=person(), now=NOON)

        assert looks(document) == {"N05": 1, "N08": 1}
        (again,) = selectors_documents.passages_under(document.scan, "N05")
        assert again.aside is None
        assert [one.reason for one in again.asides] == ["Het gaat over brand."]

    def test_twice_at_once_is_once(self):
        document = read()
        for _ in range(2):
            aside(passage(document))

        assert SetAside.objects.count() == 1
        assert Event.objects.filter(type="passage.aside").count() == 1

    def test_of_another_criterion_is_refused(self):
        with pytest.raises(services.NotOfThisCriterion):
            aside(passage(read()), criterion="W01")


class TestWhatWasNotFound:
    def missed(self, of):
        reads = selectors_documents.documents_of(of)
        found = selectors_documents.missed(of, reads, standing_of(of).answers)
        return {one.id: one for one in found}

    def test_is_a_question_until_another_document_has_it(self):
        of = read().scan
        assert "nobody-asked" in self.missed(of)

        read(of=of, text=ASKED, name="Verslag")

        assert "nobody-asked" not in self.missed(of)

    def test_is_answered_by_a_note_or_by_its_criterion(self):
        of = read().scan
        answer(of, "W07")
        services.note_absence(
            scan=of, question="no-owner", text="De directeur.", by=person(), now=NOON
        )
        found = self.missed(of)

        assert found["no-owner"].is_answered
        assert found["nobody-asked"].answered == ("W07",)
        assert not found["no-money"].is_answered

    def test_without_a_document_nothing_is_asked(self):
        assert self.missed(scan()) == {}


def test_a_document_that_was_taken_off_asks_nothing_and_can_come_back():
    document = read()
    services.remove_document(document=document, by=person(), now=NOON)
    assert looks(document) == {}

    services.put_document_back(document=document, by=person(), now=NOON)
    assert looks(document) == {"N05": 1, "N08": 1}


def test_the_log_holds_no_word_of_the_text():
    document = read(name="Nota over de wijk")
    aside(passage(document))

    lines = serializers.serialize("json", Event.objects.all())

    assert "document.read" in lines
    for word in ("risicoprofielen", "Nota", "brand"):
        assert word not in lines
