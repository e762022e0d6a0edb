"""A plan as a page shows it. It was made of typed numbers: no table and nobody is behind it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from waterpas.documents.pdf import pdf_of_page
from waterpas.explain import html
from waterpas.explain.page import page
from waterpas.measure.planning import power
from waterpas.results import Measured
from waterpas.texts import Language
from waterpas.web.people.models import Person
from waterpas.web.people.permissions import Permission
from waterpas.web.studies.forms.design import kinds

# Plans to begin with, as a municipality of a usual size has them.
EXAMPLES = (
    (
        _("700 medewerkers, één op de tien in de kleine groep: worden zij even vaak bevorderd?"),
        "audit",
        "ask=see&people=700&share=10&rate=30",
    ),
    (
        _("Hoeveel sollicitanten zijn er nodig om bij elke stap 10 procentpunt verschil te zien?"),
        "chain",
        "ask=need&difference=10&share=20&steps=40+50+50",
    ),
    (
        _("1.500 aanvragen per jaar: wanneer ziet u of een maatregel het verschil kleiner maakte?"),
        "change",
        "ask=long&people=1500&difference=8&share=20&before=4",
    ),
)


def answered(design: str, numbers: Mapping[str, Any]) -> Measured:
    """The plan of these numbers; CallError: they do not go together."""
    return power(design, **numbers)


def pieces(result: Measured, lang: Language) -> list[SafeString]:
    """The answer, the picture, the table, and what it does not say."""
    # The pieces escape all they are given.
    return [mark_safe(piece(result, lang)) for piece in html.PIECES]  # noqa: S308 - every text in it is escaped there


def as_pdf(
    result: Measured, lang: Language, *, design: str, said: Sequence[tuple[str, str]]
) -> bytes:
    """The plan as a file to print, with what was filled in; raises WriterMissing."""
    filled = format_html_join("", "<li>{} <strong>{}</strong></li>", said)
    inner = format_html(
        '{}<section class="wp-section"><h2 class="nl-heading nl-heading--level-2">{}</h2>'
        '<ul class="wp-bullets">{}</ul></section>',
        mark_safe(html.result_fragment(result, lang)),  # noqa: S308 - every text in it is escaped there
        _("Wat u invulde"),
        filled,
    )
    return pdf_of_page(page(str(question_of(design)), inner, lang))


def question_of(design: str) -> Any:
    """The question of this kind of study."""
    return dict(kinds())[design]


def examples() -> list[tuple[Any, str]]:
    """The words, and the address with its answer."""
    return [
        (words, f"{reverse('studies:plan', args=[design])}?{query}")
        for words, design, query in EXAMPLES
    ]


def begin(design: str, person: Person) -> str:
    """Where a study of this kind begins; empty: this reader begins none."""
    return f"{reverse('studies:add')}?kind={design}" if person.may(Permission.STUDY_CHANGE) else ""
