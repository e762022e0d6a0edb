"""Reading in a sheet: what is understood, what would change, and what is written."""

from datetime import date, datetime

import pytest
from django.core import signing
from django.urls import reverse

from tests.web.register.factories import (
    confirm,
    in_text,
    item,
    listed,
    preview,
    retired,
    workbook,
)
from tests.web.world import logged_in, person, position
from waterpas.web.audit_trail.models import Event
from waterpas.web.people.models import Position
from waterpas.web.register.listed import SALT, unpacked
from waterpas.web.register.models import Item

HEADER = ["Naam", "Soort", "Rol", "Eigenaar", "Laatst onderzocht"]
NEW = ["Taxivervoer", "contract", "dienstverlener", "", ""]


@pytest.fixture
def client(client, db):
    logged_in(client, "coordinator")
    return client


def sheet(*rows) -> bytes:
    return workbook(HEADER, *rows)


class TestPreview:
    def test_shows_what_is_new_what_changes_and_what_stays_the_same(self, client):
        position("Hoofd Wonen")
        item(title="Woonurgentie", kind="process", last_examined=date(2025, 1, 2))
        item(title="Kapvergunning", kind="service")

        text = in_text(
            preview(
                client,
                sheet(
                    NEW,
                    ["woonurgentie", "regel", "", "hoofd wonen", date(2026, 3, 1)],
                    ["Kapvergunning", "dienst", "", "", ""],
                ),
            ).text
        )

        assert "Nieuw 1 Verandert 1 Blijft gelijk 1 Lezen wij niet in 0" in text
        assert "soort: contract of subsidie · rol van de gemeente: dienstverlener" in text
        assert "soort: proces → wordt regel" in text
        assert "eigenaar (functie): leeg → wordt hoofd wonen" in text
        assert "laatst onderzocht: 2 januari 2025 → wordt 1 maart 2026" in text

    def test_writes_nothing(self, client):
        preview(client, sheet(NEW, ["Brug", "dienst", "werkgever", "Nieuwe functie", ""]))

        assert not Item.objects.exists()
        assert not Position.objects.exists()
        assert not Event.objects.exists()

    def test_an_empty_cell_changes_nothing(self, client):
        item(title="Woonurgentie", owner=position(), last_examined=date(2025, 1, 2))

        text = preview(client, sheet(["Woonurgentie", "", "", "-", "nog nooit"])).text

        assert "Er is niets om in te lezen." in text

    def test_says_which_columns_and_which_sheet_it_used(self, client):
        content = workbook(["Nr", "Naam", "Budget"], [1, "Woonurgentie", 5], sheets=["Oud"])

        text = preview(client, content).text

        assert "Deze kolommen gebruiken wij niet: Nr, Budget." in text
        assert "Wij lazen het blad 'Blad'." in text.replace("&#x27;", "'")

    def test_a_column_that_is_not_used_does_not_travel_along(self, client):
        response = preview(client, workbook(["Naam", "BSN"], ["Woonurgentie", "kanarie-123"]))

        assert "kanarie" not in response.text
        assert "kanarie" not in str(signing.loads(listed(response), salt=SALT))

    def test_a_usual_item_needs_no_kind_and_role(self, client):
        confirm(client, preview(client, workbook(["naam"], ["Heronderzoek bijstand"])))

        made = Item.objects.get()
        assert (made.kind, made.role, made.starter) == (
            "process",
            "service-provider",
            "benefit-reviews",
        )

    @pytest.mark.parametrize("name", ["lijst.csv", "LIJST.CSV"])
    def test_reads_a_csv_of_a_spreadsheet_program(self, client, name):
        content = "Naam;Soort;Rol\nCafé De Brug;dienst;als werkgever\n".encode("windows-1252")

        assert "Café De Brug" in preview(client, content, name).text

    def test_reads_an_ods(self, client, tmp_path):
        from odf.opendocument import OpenDocumentSpreadsheet
        from odf.table import Table, TableCell, TableRow
        from odf.text import P

        document, table = OpenDocumentSpreadsheet(), Table(name="Blad")
        for cells in (["Naam", "Laatst onderzocht"], ["Woonurgentie", None]):
            row = TableRow()
            for cell in cells:
                made = (
                    TableCell(valuetype="string")
                    if cell
                    else TableCell(valuetype="date", datevalue="2026-03-01")
                )
                made.addElement(P(text=cell or "01-03-26"))
                row.addElement(made)
            table.addElement(row)
        document.spreadsheet.addElement(table)
        document.save(str(tmp_path / "lijst.ods"))

        text = preview(client, (tmp_path / "lijst.ods").read_bytes(), "lijst.ods").text

        assert "laatst onderzocht: 1 maart 2026" in text

    def test_the_header_may_stand_below_a_title(self, client):
        content = workbook(["Overzicht 2026"], [], HEADER, NEW)

        assert "Taxivervoer" in preview(client, content).text

    def test_the_template_can_be_read_in_and_its_examples_are_left_out(self, client):
        for lang, sentence in (("nl", "Dit is een voorbeeldrij."), ("en", "an example row")):
            answer = client.get(
                reverse("register:import_template"), headers={"Accept-Language": lang}
            )
            rows = answer.content.decode("utf-8-sig").splitlines()
            own = rows[1].replace("Voorbeeld: ", "").replace("Example: ", "")
            text = preview(client, "\n".join([*rows, own]), "lijst.csv", lang=lang).text

            assert len(rows) == 3
            assert text.count(sentence) == 2
            assert in_text(text).count("1 maart 2026" if lang == "nl" else "1 March 2026") == 1

    @pytest.mark.parametrize("role", ["manager", "administrator"])
    def test_who_may_not_change_the_register_may_not_read_in(self, client, role):
        logged_in(client, role)

        assert preview(client, sheet(NEW)).status_code == 403
        assert client.get(reverse("register:import")).status_code == 403
        assert client.get(reverse("register:import_template")).status_code == 403
        assert client.post(reverse("register:import_confirm"), {"listed": "x"}).status_code == 403

    def test_speaks_english(self, client):
        response = preview(client, sheet(["Bridge", "service", "employer", "", "5"]), lang="en")

        assert "Nothing has been read in yet." in response.text
        assert "Write it like this, day first" in response.text
        assert "Naam" not in in_text(response.text)

    def test_an_address_without_a_file_leads_to_the_start(self, client):
        for name in ("import_preview", "import_confirm"):
            assert client.get(reverse(f"register:{name}")).url == reverse("register:import")


class TestForgiving:
    @pytest.mark.parametrize(
        ("column", "typed", "kept"),
        [
            ("Soort", "Werkproces", "process"),
            ("Soort", "ALGORITME", "algorithm"),
            ("Soort", "risicoprofiel", "algorithm"),
            ("Soort", "subsidie", "contract"),
            ("Kind", "grant", "contract"),
            ("type", "beleidsregel", "rule"),
            ("Rol", "als werkgever", "employer"),
            ("Rol", "Service-provider", "service-provider"),
            ("Rol van de gemeente:", "policy maker", "policy-maker"),
            ("Uitvoering", "zelf", "own"),
            ("Uitvoering", "uitbesteed", "paid-chain"),
            ("Uitvoering", "partners die de gemeente niet betaalt", "unpaid-partners"),
            ("Laatst onderzocht", "1-3-2026", "2026-03-01"),
            ("Laatst onderzocht", "01/03/2026", "2026-03-01"),
            ("Laatst onderzocht", "2026-03-01", "2026-03-01"),
            ("Laatst onderzocht", "1 mrt. 2026", "2026-03-01"),
            ("Laatst onderzocht", "1 March 2026", "2026-03-01"),
            ("Laatst onderzocht", datetime(2026, 3, 1, 10, 30), "2026-03-01"),
            ("Uitvoerder", " Zorg\n& Co ", "Zorg & Co"),
            ("Omschrijving", "een\ttwee\u202e\nen drie ", "een\ttwee\nen drie"),
        ],
    )
    def test_a_value_may_be_written_in_many_ways(self, client, column, typed, kept):
        response = preview(client, workbook(["Titel", column], ["Woonurgentie", typed]))

        found, _ = unpacked(listed(response))
        assert [list(entry.values.values()) for entry in found.entries] == [[kept]]


class TestProblems:
    @pytest.mark.parametrize(
        ("row", "place", "sentence"),
        [
            (["", "proces", "werkgever", "", ""], "A3", "Deze rij heeft geen naam."),
            (["", "proces", "werkgever", "", ""], "A3", "Staat er een formule of een foutmelding?"),
            (["Brug", "#N/B", "", "", ""], "B3", "foutmelding van het werkblad: #N/B"),
            (["x" * 201, "", "", "", ""], "A3", "Deze tekst heeft 201 tekens; er passen er 200."),
            (["Taxivervoer", "regel", "", "", ""], "A3", "'Taxivervoer' staat ook in rij 2."),
            (["Brug", "gebouw", "werkgever", "", ""], "B3", "Wij kennen 'gebouw' niet als soort."),
            (["Brug", "", "werkgever", "", ""], "B3", "'Brug' is nieuw. Zet erbij welke soort"),
            (["Brug", "dienst", "", "", ""], "C3", "'Brug' is nieuw. Zet de rol erbij"),
            (["Brug", "dienst", "werkgever", "a@b.nl", ""], "D3", "Hier staat een e-mailadres."),
            (["Brug", "dienst", "werkgever", "m. yilmaz", ""], "D3", "de naam van een persoon"),
            (["Brug", "dienst", "werkgever", "", "31-2-2026"], "E3", "Wij lezen '31-2-2026' niet"),
            (["Brug", "dienst", "werkgever", "", 46000], "E3", "Wij lezen '46000' niet als datum."),
            (["Brug", "dienst", "werkgever", "", "1-1-2999"], "E3", "ligt in de toekomst"),
            (["Brug", "dienst", "werkgever", "", "1-1-0206"], "E3", "Klopt het jaar?"),
            (
                ["Dubbel", "regel", "", "", ""],
                "A3",
                "In het register staan 2 onderwerpen met de naam",
            ),
            (["Weg", "regel", "", "", ""], "A3", "'Weg' is uit het register gehaald."),
        ],
    )
    def test_each_has_its_cell_and_its_sentence_and_the_rest_is_read_in(
        self, client, row, place, sentence
    ):
        person(name="M. Yilmaz")
        for _ in range(2):
            item(title="Dubbel")
        retired(title="Weg")

        response = preview(client, sheet(NEW, row))
        problems = in_text(response.text).partition("Verbeter deze cellen")[2]

        assert f"{place} " in problems
        assert sentence in problems.replace("&#x27;", "'")
        confirm(client, response)
        assert [each.title for each in Item.objects.filter(version=1, kind="contract")] == [
            "Taxivervoer"
        ]
        assert Item.objects.count() == 4

    def test_without_the_column_the_row_is_named(self, client):
        text = in_text(preview(client, workbook(["Naam"], ["Brug"])).text)

        assert "rij 2" in text.partition("Verbeter deze cellen")[2]

    @pytest.mark.parametrize(
        ("name", "content", "sentence"),
        [
            ("lijst.docx", b"PK\x03\x04", "Kies een bestand dat eindigt op"),
            ("lijst.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "Kies een bestand dat eindigt op"),
            ("lijst.xlsx", b"naam;soort\n", "geen .xlsx-bestand, al heet het wel zo: het is TXT"),
            ("lijst.csv", sheet(NEW), "geen .csv-bestand, al heet het wel zo"),
            ("lijst.ods", b"<html>", "geen .ods-bestand"),
            ("lijst.xlsx", b"PK\x03\x04" + bytes(90), "beschadigd"),
            ("lijst.csv", b"", "Dit bestand is leeg."),
            ("lijst.csv", b"\n\n \n", "is leeg"),
            ("lijst.xlsx", workbook(), "is leeg"),
            ("lijst.csv", b"naam;soort\n", "Onder de koppen staat geen enkele rij."),
            ("lijst.csv", b"nummer;bedrag\n1;2\n", "geen kolom met de namen"),
            ("lijst.csv", b"naam;titel\na;b\n", "De kolommen A en B gaan volgens hun kop"),
            ("lijst.csv", b"naam\n\x00\x01\x02kapot\n", "tekens die in een tekstbestand niet"),
            ("lijst.csv", b"naam\n" + b"a\n" * 1001, "Dit bestand heeft 1.001 rijen."),
            ("lijst.csv", b"naam\n" + b"rij\n" * 10_000, "Wij lezen er hoogstens 1.000 tegelijk"),
            ("lijst.csv", b"x" * 1_500_001, "groter dan 1,5 MB"),
        ],
        ids=range(16),
    )
    def test_a_file_that_cannot_be_used_gets_one_sentence(self, client, name, content, sentence):
        response = preview(client, content, name)

        assert response.status_code == 422
        assert sentence in response.text
        assert not Event.objects.exists()

    def test_a_workbook_with_a_password_gets_one_sentence(self, client, tmp_path):
        import io

        from msoffcrypto.format.ooxml import OOXMLFile

        with (tmp_path / "dicht.xlsx").open("wb") as locked:
            OOXMLFile(io.BytesIO(sheet(NEW))).encrypt("geheim", locked)

        response = preview(client, (tmp_path / "dicht.xlsx").read_bytes())

        assert "heeft een wachtwoord" in response.text

    def test_no_file_is_said(self, client):
        response = client.post(reverse("register:import_preview"), {"once": "x"})

        assert response.status_code == 422
        assert "Kies een bestand." in response.text

    def test_what_a_cell_says_is_text_and_never_part_of_the_page(self, client):
        text = preview(client, sheet(["<script>x</script>", "<b>y</b>", "werkgever", "", ""])).text

        assert "<script>" not in text
        assert "<b>" not in text

    @pytest.mark.parametrize("is_other_there", [True, False])
    def test_other_rows_are_only_named_when_there_are_some(self, client, is_other_there):
        bad, good = (
            ["Brug", "gebouw", "werkgever", "", ""],
            ["Balie", "dienst", "werkgever", "", ""],
        )

        text = preview(client, sheet(bad, *[good] * is_other_there)).text

        assert ("De andere rijen kunt u nu al inlezen." in text) is is_other_there

    def test_many_problems_are_not_all_carried(self, client):
        rows = [[f"Brug {at}", "gebouw", "werkgever", "", ""] for at in range(300)]

        found, _ = unpacked(listed(preview(client, sheet(*rows))))

        assert len(found.problems) == 200
