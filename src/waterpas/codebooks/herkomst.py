"""Herkomst as Statistics Netherlands (CBS) counts it since 2022.

Source: CBS (2022), Nieuwe indeling bevolking naar herkomst. Herkomst is not skin colour, religion
or experienced racism; who is born here of parents born here counts as Dutch origin.
"""

from collections.abc import Mapping

Label = Mapping[str, str]

ID = "herkomst-cbs-2022"

LEVELS: Mapping[str, Label] = {
    "NL": {"nl": "Nederland", "en": "the Netherlands"},
    "Europa": {"nl": "Europa (zonder Nederland)", "en": "Europe (without the Netherlands)"},
    "buiten Europa": {"nl": "buiten Europa", "en": "outside Europe"},
}

# Where somebody was born, crossed with the country of origin: the five combinations that occur.
BORN: Mapping[str, Label] = {
    "in NL": {"nl": "geboren in Nederland", "en": "born in the Netherlands"},
    "buiten NL": {"nl": "geboren buiten Nederland", "en": "born outside the Netherlands"},
}
CROSSED: tuple[tuple[str, str], ...] = (
    ("in NL", "NL"),
    ("in NL", "Europa"),
    ("in NL", "buiten Europa"),
    ("buiten NL", "Europa"),
    ("buiten NL", "buiten Europa"),
)
