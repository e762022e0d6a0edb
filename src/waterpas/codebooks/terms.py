"""Words by which we recognise what a column is about."""

HERKOMST_WORDS = (
    "herkomst",
    "origin",
    "migratieachtergrond",
    "migration background",
    "geboorteland",
    "country of birth",
)


def is_herkomst(column: str) -> bool:
    """Whether a column holds origin as the CBS counts it (or an older way of counting it)."""
    name = column.casefold().replace("_", " ")
    return any(word in name for word in HERKOMST_WORDS)
