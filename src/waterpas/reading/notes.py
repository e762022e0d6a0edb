"""The sentence that goes with each note about a document."""

from waterpas.results import Note
from waterpas.texts import Language, mark, translate

NOTES: dict[str, str] = {
    "not-dutch": mark(
        "Deze tekst lijkt niet Nederlands. De vragen gaan uit van Nederlandse woorden, dus er "
        "kan veel gemist worden."
    ),
    "encoding": mark(
        "De tekst is gelezen als %(encoding)s. Ziet u vreemde tekens, bewaar hem dan als UTF-8."
    ),
    "macros-not-run": mark(
        "Er zitten macro's in dit document. Waterpas voert die nooit uit en leest alleen de tekst."
    ),
    "comments-not-read": mark("De opmerkingen in de kantlijn zijn niet gelezen."),
    "changes-not-accepted": mark(
        "In dit document staan wijzigingen die nog niet zijn verwerkt. Ingevoegde tekst telt mee, "
        "verwijderde tekst niet."
    ),
    "running-lines-left-out": mark(
        "Regels die boven- of onderaan veel bladzijden terugkomen, zijn weggelaten, zoals "
        "%(lines)s."
    ),
    "pages-without-text": mark(
        "Op deze bladzijden staat geen tekst, misschien wel een plaatje van tekst: %(pages)s. "
        "Laat die tekst herkennen (OCR) als hij mee moet tellen."
    ),
    "pages-not-read": mark(
        "Deze bladzijden zijn beschadigd en niet gelezen: %(pages)s. Maak de PDF opnieuw."
    ),
    "unreadable-characters": mark(
        "Een deel van de letters in deze PDF is niet te herkennen. Daardoor kan tekst ontbreken. "
        "Kies liever het document waaruit de PDF is gemaakt."
    ),
}


def note_text(note: Note, lang: Language = "nl") -> str:
    """What a note says, in one or two sentences."""
    message = translate(NOTES[note.code], lang)
    return message % note.fields if note.fields else message
