"""What the values of a column look like. Each test gives the cells in which it saw something."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import comb

from waterpas.codebooks.names import (
    STREETS,
    begins_with_a_first_name,
    fold,
    is_full_name,
    is_two_words,
)
from waterpas.codebooks.words import HIDDEN, NO, YES
from waterpas.codebooks.words import folded as fold_mark
from waterpas.web.studies.guard_kinds import Kind
from waterpas.web.studies.guard_words import BIRTH, OF_A_PERSON, SAYS_LITTLE

MOST_CHARACTERS = 200
CHANCE = 1 / 11  # that a number of nine digits passes the eleven-test by accident
UNLIKELY = 0.001
A_GOOD_PART = 0.25
FEW = 3
YEARS_OF_A_LIFE = 40
NUMBER = re.compile(r"-?\d+(?:[., ]\d+)*%?")


@dataclass(frozen=True, slots=True)
class Column:
    """Filled cells of one column, as texts, with the row of each.

    heading : the readings of its header; differ : whether most rows of the table have a value of
    their own here. The cells may be a sample, or each different value once.
    """

    heading: str
    texts: tuple[str, ...]
    rows: tuple[int, ...]
    differ: bool = False

    def where(self, is_hit: Callable[[str], object]) -> tuple[int, ...]:
        """The rows in which something is seen."""
        return tuple(row for row, text in zip(self.rows, self.texts, strict=True) if is_hit(text))

    def enough(self, hits: Sequence[object], *, share: float) -> bool:
        """Whether these hits are a good part of the column."""
        return bool(hits) and len(hits) >= share * len(self.texts)

    @property
    def says_yes_or_no(self) -> bool:
        return bool(self.texts) and all(fold(text) in YES | NO for text in self.texts)

    @property
    def is_of_numbers(self) -> bool:
        """Whether nearly all are numbers or hidden counts, and not only 0 and 1."""
        numbers = {text for text in self.texts if NUMBER.fullmatch(text)}
        fitting = self.where(lambda text: text in numbers or fold_mark(text) in HIDDEN)
        return not numbers <= {"0", "1"} and self.enough(fitting, share=0.7)


def text_of(cell: object) -> str:
    """A cell as text, not longer than needed; empty when there is nothing in it."""
    if cell is None or cell != cell:  # a number that is no number
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell)[:MOST_CHARACTERS].strip()


def seen(column: Column) -> dict[Kind, tuple[int, ...]]:
    """What the values look like: per kind the rows in which it was seen."""
    return {kind: rows for kind, look in LOOKS.items() if (rows := look(column))}


def looks_like_data(header: str) -> bool:
    """Whether a header is a value itself: then the file has no header, and this is a row."""
    column = Column("", (header,), (1,))
    return bool(seen(column)) or bool(DATE.fullmatch(header))


def passes_eleven_test(digits: str) -> bool:
    """Whether a number of nine digits (eight: the nought in front was lost) can be a BSN."""
    number = digits.zfill(9)
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, number, strict=True))
    return int(number) > 0 and total % 11 == 0


def _bsn(column: Column) -> tuple[int, ...]:
    labelled = column.where(_is_labelled_bsn)
    digits = {text: found for text in set(column.texts) if (found := _nine_digits(text))}
    passing = {text for text, number in digits.items() if passes_eleven_test(number)}
    rest = [text for text in column.texts if text not in digits]
    if _is_no_accident(len(passing), len(digits)) or _is_one_of_few(passing, digits, rest, column):
        return column.where(lambda text: text in passing)
    return labelled


def _is_no_accident(passing: int, tried: int) -> bool:
    """Whether a quarter passes at least, and so many would seldom do by accident.

    Of case numbers one in eleven passes; the tail is that of a binomial distribution. In a column
    of BSNs nearly all do; a quarter is enough, for BSNs between other numbers.
    """
    if passing < 2 or passing < A_GOOD_PART * tried:
        return False
    tail = sum(
        comb(tried, k) * CHANCE**k * (1 - CHANCE) ** (tried - k) for k in range(passing, tried + 1)
    )
    return tail < UNLIKELY or passing == tried == 2


def _is_one_of_few(
    passing: set[str], tried: dict[str, str], rest: list[str], column: Column
) -> bool:
    """One number, and it passes: in a column that is otherwise short, or no numbers at all."""
    alone = len(passing) == len(tried) == 1 and len(column.texts) - len(rest) == 1
    return alone and (len(column.texts) <= FEW or not any(re.search(r"\d", text) for text in rest))


def _nine_digits(text: str) -> str:
    bare = re.sub(r"[ .\-]", "", re.sub(r"^bsn\W*", "", text, flags=re.IGNORECASE))
    good = re.fullmatch(r"[0-9]{8,9}", bare) and not DATE.fullmatch(text)
    return bare if good and not _is_day_number(bare) else ""


def _is_labelled_bsn(text: str) -> bool:
    found = re.search(r"\b(?:bsn|sofi|burgerservice)\w*\W{0,3}([0-9]{8,9})\b", text, re.IGNORECASE)
    return found is not None and passes_eleven_test(found[1])


def _is_day_number(digits: str) -> bool:
    """A date as one number: 19840512."""
    if not re.fullmatch(r"(?:19|20)\d{6}", digits):
        return False
    month, day = int(digits[4:6]), int(digits[6:])
    return 1 <= month <= 12 and 1 <= day <= 31


IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")


def _iban(column: Column) -> tuple[int, ...]:
    return column.where(lambda text: any(map(_is_iban, IBAN.findall(text.upper()))))


def _is_iban(text: str) -> bool:
    bare = text.replace(" ", "")
    turned = "".join(str(int(char, 36)) for char in bare[4:] + bare[:4])
    return 15 <= len(bare) <= 34 and int(turned) % 97 == 1


MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")


def _email(column: Column) -> tuple[int, ...]:
    return column.where(MAIL.search)


def _phone(column: Column) -> tuple[int, ...]:
    hits = column.where(_is_phone)
    if column.enough(hits, share=0.4):
        return hits
    # A spreadsheet drops the nought: what is left of a mobile number is 6 and eight digits.
    bare = column.where(lambda text: re.fullmatch(r"6\d{8}", text))
    return bare if len(bare) >= 5 and column.enough(bare, share=0.8) else ()


def _is_phone(text: str) -> bool:
    if not re.fullmatch(r"\+?[\d\s().\-/]{9,20}", text) or DATE.fullmatch(text):
        return False
    digits = re.sub(r"\D", "", text)
    abroad = text.startswith("+") or re.match(r"00[1-9]", digits)
    return 10 <= len(digits) <= 15 if abroad else bool(re.fullmatch(r"0[1-9]\d{8}", digits))


STREET_AND_NUMBER = re.compile(
    rf"^[\w.'’\- ]*\w{STREETS}\s+\d{{1,5}}(?:\s?[a-z]{{1,3}})?(?:[-/ ]\w{{1,4}})?(?:\s*,.*)?$",
    re.IGNORECASE,
)
POSTCODE_AND_NUMBER = re.compile(
    r"\b[1-9]\d{3}\s?[A-Za-z]{2}\b[\s,;/-]+\d{1,5}\b|\b\d{1,5}\s?[a-z]?[\s,]+[1-9]\d{3}\s?[A-Z]{2}\b"
)


def _address(column: Column) -> tuple[int, ...]:
    hits = column.where(
        lambda text: STREET_AND_NUMBER.match(text) or POSTCODE_AND_NUMBER.search(text)
    )
    return hits if column.enough(hits, share=0.2) else ()


DATE = re.compile(
    r"(?:\d{1,2}[-/. ]\d{1,2}[-/. ]((?:19|20)\d{2})|((?:19|20)\d{2})[-/.]\d{1,2}[-/.]\d{1,2})"
    r"(?:[ T]\d{2}:\d{2}.*)?"
)


def _date_of_birth(column: Column) -> tuple[int, ...]:
    years = {text: _year(text) for text in column.texts}
    hits = column.where(lambda text: years[text])
    known = [year for year in years.values() if year]
    a_life = len(known) >= 10 and max(known) - min(known) >= YEARS_OF_A_LIFE
    meant = BIRTH.search(column.heading) or (a_life and SAYS_LITTLE.match(column.heading))
    return hits if meant and column.enough(hits, share=0.5) else ()


def _year(text: str) -> int:
    if _is_day_number(text):
        return int(text[:4])
    found = DATE.fullmatch(text)
    year = int(found[1] or found[2]) if found else 0
    return year if 1900 <= year <= date.max.year else 0


def _name(column: Column) -> tuple[int, ...]:
    full = column.where(is_full_name)
    if column.enough(full, share=0.3):
        return full
    known = column.where(begins_with_a_first_name)
    if column.enough(known, share=0.4) and len(set(column.texts)) >= min(FEW, len(column.texts)):
        return known
    pairs = column.where(is_two_words)
    of_a_person = OF_A_PERSON.search(column.heading)
    return pairs if of_a_person and column.enough(pairs, share=0.5) else ()


LOOKS: dict[Kind, Callable[[Column], tuple[int, ...]]] = {
    Kind.BSN: _bsn,
    Kind.IBAN: _iban,
    Kind.EMAIL: _email,
    Kind.PHONE: _phone,
    Kind.ADDRESS: _address,
    Kind.DATE_OF_BIRTH: _date_of_birth,
    Kind.NAME: _name,
}
