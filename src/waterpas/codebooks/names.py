"""What the names of people look like: to keep them out, and never to guess who somebody is."""

import re
from collections.abc import Collection, Sequence
from unicodedata import combining, normalize

from waterpas.codebooks.words import words_in

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
LETTERS = re.compile(r"[a-z0-9]+")


def fold(text: object) -> str:
    """Lower case without accents; everything but letters and digits is one space.

    To look for words in what people typed. Marks such as "<10" are lost: see `words.folded`.
    """
    bare = str(text)
    if not bare.isascii():
        bare = "".join(char for char in normalize("NFKD", bare) if not combining(char))
    return " ".join(LETTERS.findall(bare.casefold()))


def readings(header: str) -> str:
    """A header as it stands and with its humps as spaces, to look for words in both."""
    return f"{fold(header)} | {fold(CAMEL.sub(' ', header))}"


FIRST_NAMES = words_in(
    # In no order and with no origin: only to see that a column holds names of people.
    """
    jan piet johannes maria anna johanna cornelis willem hendrik mohamed mohammed ahmed fatima
    ali mehmet ayse emine hassan hussein khadija aicha rachid said youssef yusuf omar ibrahim
    mustafa zeynep elif ismail abdel abdullah samira nadia karim naima latifa hamza bilal amina
    peter kees henk gerrit dirk johan erik mark marco michael thomas david daniel robert richard
    patrick dennis jeroen bas tim tom lars sven sander niels stefan martijn paul frank rob ron
    linda sandra petra monique esther ingrid karin marieke marjan anneke ellen els ans ria truus
    lisa laura emma sophie julia eva sara sarah lotte anouk femke iris kim naomi jessica jennifer
    michelle nicole kevin jason jordan dwayne giovanni ricardo carlos jose juan luis antonio
    winston glenn romeo orlando sharda anand rajesh priya sunita ravi krishna indra wei li ming
    mei chen nguyen linh thi tran agnieszka piotr krzysztof katarzyna malgorzata tomasz andrzej
    ewa ivan elena olga natalia svetlana dmitri sergei mariya yusra noor layla leila yasmina
    amir reza maryam shirin tesfay samuel selam abebe kwame kofi ama fatou mamadou aminata
    joao miguel sofia ines rosa carmen jean pierre marie claire hans jurgen ursula james john
    mary william elizabeth charles george edward margaret susan karen nancy barbara helen
    """
)
STREETS = (
    r"(?:straat|laan|weg|plein|kade|gracht|dijk|singel|hof|pad|steeg|dreef|ring|markt|plantsoen|"
    r"burgwal|wal|lei|street|avenue|road)"
)
LINKS = r"(?:(?:van|de|der|den|het|'t|ten|ter|el|al|bin|ben|da|dos|la|le|von|te)\s+)*"
WORD = r"[A-Z][\w'’\-]+"
NAME = re.compile(
    rf"(?:(?:[Dd]hr|[Mm]w|[Mm]evr|[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Mm]rs?|[Mm]s|[Mm]iss)\b\.?\s+"
    rf"(?:[A-Z]\.\s?)*{LINKS}{WORD}(?:\s{WORD})*"
    rf"|(?:[A-Z]\.\s?){{1,5}}{LINKS}{WORD}(?:\s{WORD})*"
    rf"|{WORD}(?:\s{WORD})*,\s*(?:[A-Z]\.\s?){{1,5}}{LINKS.strip()})"
)
TWO_WORDS = re.compile(rf"{WORD}\s+{LINKS}{WORD}(?:\s{WORD})*")
PARTS = r"^[a-z]\. ?(?:noord|oost|zuid|west|centrum)$"  # of a town, with a letter in front
PLACES = re.compile(
    rf"{PARTS}|{STREETS}(?:\s*\d.*)?$|school|college|stichting|vereniging|buurt|wijk"
)


def is_full_name(text: str) -> bool:
    """Whether it has the form of a name: with a title or initials, and no street or school."""
    return bool(NAME.fullmatch(text)) and not PLACES.search(text.casefold())


def begins_with_a_first_name(text: str) -> bool:
    """Whether it is a first name we know, or such a name and a surname."""
    words = fold(text).split()
    alone = len(words) == 1 and words[0] in FIRST_NAMES
    return alone or (bool(words) and words[0] in FIRST_NAMES and is_two_words(text))


def is_two_words(text: str) -> bool:
    """Whether it could be a first name and a surname, and is no street or school."""
    return bool(TWO_WORDS.fullmatch(text)) and not PLACES.search(text.casefold())


def are_names(levels: Collection[str]) -> bool:
    """Whether the levels of a column look like names of people.

    Three in ten must have the form of a name, or four in ten (and three) begin with a first name
    that we know; the others may be any words. "A. Laag", "C. Hoog" beside "Midden" is a list with
    letters in front and no list of initials.
    """
    full = [level for level in levels if is_full_name(level)]
    known = [level for level in levels if begins_with_a_first_name(level)]
    if full and len(full) >= 0.3 * len(levels) and not _are_lettered(full, len(levels)):
        return True
    return len(known) >= 0.4 * len(levels) and len(known) >= 3


def _are_lettered(full: Sequence[str], most: int) -> bool:
    """Whether each has a letter in front of its own, A and others of the first `most`."""
    marks = {level[:2] for level in full}
    allowed = {f"{chr(ord('A') + at)}." for at in range(most)}
    return "A." in marks and len(marks) == len(full) and marks <= allowed
