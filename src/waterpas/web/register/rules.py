"""Names and texts as the register compares and keeps them. Plain Python: no database, no Django."""

from unicodedata import category, normalize

LONGEST_TITLE = 200
SPACES = "\t\n\r"
# No width, or turning the direction of the text around.
UNSEEN = "\u200b\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def folded(text: str) -> str:
    """The text without capitals and without extra white space: two such names are one name."""
    return " ".join(normalize("NFKC", text).split()).casefold()


def one_line(text: str) -> str:
    """The text on one line, without characters that nobody can see."""
    return " ".join(_visible(text).split())


def lines(text: str) -> str:
    """The text with its line ends, without other characters that nobody can see."""
    return "\n".join(_visible(line).strip() for line in text.splitlines()).strip()


def _visible(text: str) -> str:
    return "".join(sign for sign in text if sign in SPACES or not _unseen(sign))


def _unseen(sign: str) -> bool:
    return category(sign) == "Cc" or sign in UNSEEN
