"""What the guard can find in a table, and what it says about it."""

from enum import StrEnum

from waterpas.texts import mark


class Kind(StrEnum):
    """What a column seems to hold. The codes are stable."""

    BSN = "bsn"
    IBAN = "iban"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    DATE_OF_BIRTH = "date-of-birth"
    NUMBER = "person-number"
    NAME = "name"
    ORIGIN = "origin"
    NATIONALITY = "nationality"
    COUNTRY_OF_BIRTH = "country-of-birth"
    RELIGION = "religion"
    SKIN_COLOUR = "skin-colour"


# Columns that are never read in, whatever the table is for.
NEVER_READ = {
    Kind.BSN: mark("Dit lijken burgerservicenummers. Waterpas leest deze kolom niet."),
    Kind.IBAN: mark("Dit lijken rekeningnummers. Waterpas leest deze kolom niet."),
    Kind.EMAIL: mark("Dit lijken e-mailadressen. Waterpas leest deze kolom niet."),
    Kind.PHONE: mark("Dit lijken telefoonnummers. Waterpas leest deze kolom niet."),
    Kind.ADDRESS: mark("Dit lijkt een adres, of een deel ervan. Waterpas leest deze kolom niet."),
    Kind.DATE_OF_BIRTH: mark(
        "Dit lijken geboortedatums. Waterpas leest deze kolom niet. Leeftijd in groepen kan wel."
    ),
    Kind.NUMBER: mark("Dit lijkt een nummer van één mens. Waterpas leest deze kolom niet."),
    Kind.NAME: mark("Dit lijken namen van mensen. Waterpas leest deze kolom niet."),
}

# What stops a table in which one row is about one person.
STOPPED = {
    Kind.NAME: mark(
        "Hier staat per rij de naam van een mens. Haal deze kolom weg uit het bestand."
    ),
    Kind.ORIGIN: mark("Hier staat per mens een herkomst. Zo'n register maken wij niet."),
    Kind.NATIONALITY: mark("Hier staat per mens een nationaliteit. Zo'n register maken wij niet."),
    Kind.COUNTRY_OF_BIRTH: mark(
        "Hier staat per mens waar die is geboren. Zo'n register maken wij niet."
    ),
    Kind.RELIGION: mark("Hier staat per mens een religie. Zo'n register maken wij niet."),
    Kind.SKIN_COLOUR: mark("Hier staat per mens een huidskleur. Zo'n register maken wij niet."),
}
