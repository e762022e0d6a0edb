"""Why a document cannot be read, in one sentence each: what, where, how to mend it."""

from waterpas.errors import InputError
from waterpas.texts import mark


class DocumentError(InputError):
    """The document cannot be read as it is. Nothing was written."""


class TooLarge(DocumentError):
    """The document holds more than is read at once."""


class Locked(DocumentError):
    """The document has a password."""


class NoText(DocumentError):
    """There is no text in it: it is empty, or it holds pictures of text."""


def not_there(name: str) -> DocumentError:
    """No such file."""
    return DocumentError(
        mark("Het bestand '%(source)s' is er niet. Controleer de naam en de map."), source=name
    )


def no_access(name: str) -> DocumentError:
    """The file may not be opened."""
    return DocumentError(
        mark("%(source)s kan niet worden gelezen. Controleer of u het bestand mag openen."),
        source=name,
    )


def unknown_kind(name: str) -> DocumentError:
    """A kind of file that is not read."""
    return DocumentError(
        mark(
            "Waterpas leest de tekst van %(source)s niet. Bewaar het document als .docx, .odt, "
            ".pdf, .html of .txt."
        ),
        source=name,
    )


def misnamed(name: str, suffix: str, kind: str) -> DocumentError:
    """A file that is not what its name says."""
    return DocumentError(
        mark(
            "%(source)s is geen %(suffix)s-bestand, al heet het wel zo: het is %(kind)s. Bewaar "
            "het document opnieuw als %(suffix)s, of geef het bestand de juiste naam."
        ),
        source=name,
        suffix=suffix,
        kind=kind,
    )


def old_word(name: str) -> DocumentError:
    """A document of Word 97-2003."""
    return DocumentError(
        mark(
            "%(source)s is een document van een oude Word (.doc). Open het in uw "
            "tekstverwerker, bewaar het als .docx en kies dat bestand."
        ),
        source=name,
    )


def damaged(name: str) -> DocumentError:
    """A document that cannot be unpacked or understood."""
    return DocumentError(
        mark(
            "%(source)s is beschadigd. Open het in het programma waarmee het is gemaakt, "
            "bewaar het opnieuw en kies dat bestand."
        ),
        source=name,
    )


def unsafe(name: str) -> DocumentError:
    """A document that tries to make the reader fetch or repeat things."""
    return DocumentError(
        mark(
            "%(source)s bevat verwijzingen die een document niet nodig heeft en die de lezer "
            "kunnen misleiden. Open het in uw tekstverwerker en bewaar het opnieuw."
        ),
        source=name,
    )


def strict(name: str) -> DocumentError:
    """A .docx in the form that hardly any program writes."""
    return DocumentError(
        mark(
            "%(source)s is bewaard als 'Strict Open XML-document'. Open het in Word, bewaar het "
            "als 'Word-document (.docx)' en kies dat bestand."
        ),
        source=name,
    )


def locked(name: str) -> Locked:
    """A document with a password."""
    return Locked(
        mark("%(source)s heeft een wachtwoord. Bewaar een kopie zonder wachtwoord en kies die."),
        source=name,
    )


def swollen(name: str) -> TooLarge:
    """A package that would fill the memory."""
    return TooLarge(
        mark(
            "%(source)s is uitgepakt te groot om veilig te openen. Bewaar het document als .txt "
            "of .pdf en kies dat bestand."
        ),
        source=name,
    )


def too_long(name: str, most: int) -> TooLarge:
    """More text than is read at once."""
    return TooLarge(
        mark(
            "%(source)s is te lang: Waterpas leest hoogstens %(millions)s miljoen tekens "
            "tegelijk, dat zijn ruim 6.000 bladzijden. Deel de tekst in stukken."
        ),
        source=name,
        millions=most // 1_000_000,
    )


TOO_HEAVY = mark(
    "%(source)s is te groot: Waterpas opent bestanden tot %(megabytes)s MB. Maak de "
    "plaatjes kleiner of deel het document."
)
TOO_HEAVY_TEXT = mark(
    "%(source)s is te groot: Waterpas opent bestanden tot %(megabytes)s MB. Deel de tekst in "
    "stukken."
)


def too_heavy(name: str, most: int) -> TooLarge:
    """A larger file than is opened."""
    message = TOO_HEAVY_TEXT if is_bare_text(name) else TOO_HEAVY
    return TooLarge(message, source=name, megabytes=most >> 20)


def is_bare_text(name: str) -> bool:
    """Whether a file of this name holds text alone: no pictures that can be made smaller."""
    return name.lower().endswith((".txt", ".md", ".html", ".htm"))


def empty(name: str) -> NoText:
    """Nothing to read."""
    return NoText(
        mark("%(source)s bevat geen tekst. Kies een document waar tekst in staat."), source=name
    )


SCANNED = mark(
    "%(source)s is een gescande PDF: de %(pages)s bladzijden zijn plaatjes, zonder tekst. "
    "Laat de tekst herkennen (OCR) met uw scanner of PDF-programma, en kies het nieuwe "
    "bestand."
)
SCANNED_PAGE = mark(
    "%(source)s is een gescande PDF: de enige bladzijde is een plaatje, zonder tekst. "
    "Laat de tekst herkennen (OCR) met uw scanner of PDF-programma, en kies het nieuwe "
    "bestand."
)


def scanned(name: str, pages: int) -> NoText:
    """A PDF of pictures."""
    return NoText(SCANNED_PAGE if pages == 1 else SCANNED, source=name, pages=pages)


def not_text(name: str) -> DocumentError:
    """Bytes that are no text."""
    return DocumentError(
        mark(
            "%(source)s bevat tekens die in een tekst niet voorkomen. Bewaar de tekst opnieuw "
            "als .txt (UTF-8)."
        ),
        source=name,
    )


LARGEST_MEMBER = 100 << 20


def link(name: str) -> DocumentError:
    """A link to another place: it may lead round in a circle, or out of the folder."""
    return DocumentError(
        mark(
            "%(source)s is een verwijzing naar een andere plek; die volgt Waterpas niet. Lees het "
            "document waar het echt staat."
        ),
        source=name,
    )


def no_file(name: str) -> DocumentError:
    """A pipe, a device or a socket between the documents."""
    return DocumentError(mark("%(source)s is geen gewoon bestand. Haal het weg."), source=name)


def archive_inside(name: str) -> DocumentError:
    """An archive between the documents."""
    return DocumentError(
        mark(
            "%(source)s is een archief tussen de documenten; dat pakt Waterpas niet uit. Pak het "
            "zelf uit, of laat het apart lezen."
        ),
        source=name,
    )


def damaged_archive(name: str) -> DocumentError:
    """A .zip that is none."""
    return DocumentError(
        mark("%(source)s is geen goed zip-archief. Maak het archief opnieuw."), source=name
    )


def swollen_archive(name: str) -> TooLarge:
    """An archive that would unpack to more than is safe."""
    return TooLarge(
        mark(
            "%(source)s is uitgepakt te groot om veilig te openen. Pak het archief zelf uit, en "
            "laat de map lezen."
        ),
        source=name,
    )


def heavy_member(name: str) -> TooLarge:
    """A member of an archive that is too large to hold in memory."""
    return TooLarge(
        mark(
            "%(source)s is te groot om in een archief te lezen: daar gaat het tot %(megabytes)s "
            "MB. Pak het archief zelf uit, en laat de map lezen."
        ),
        source=name,
        megabytes=LARGEST_MEMBER >> 20,
    )


def stopped(name: str) -> DocumentError:
    """Reading this document ended the process that read it, or took far too long."""
    return DocumentError(
        mark(
            "Het lezen van %(source)s is afgebroken: het kostte te veel geheugen of te veel tijd. "
            "Deel het document in stukken, of bewaar het als .txt."
        ),
        source=name,
    )


def fault(name: str, kind: str) -> DocumentError:
    """A fault of ours, met between many documents."""
    return DocumentError(
        mark(
            "%(source)s is niet gelezen door een fout in Waterpas (%(kind)s). Meld deze fout bij "
            "de beheerder; de andere documenten zijn wel gelezen."
        ),
        source=name,
        kind=kind,
    )
