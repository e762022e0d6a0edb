"""The pieces of a result in a template. They take a Released object and nothing else."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from waterpas.disclosure import Released
from waterpas.explain import html
from waterpas.explain.methods import method_of
from waterpas.results import Measured
from waterpas.web.studies.exports import shown
from waterpas.web.studies.guard import Concern, Route
from waterpas.web.studies.models import Study
from waterpas.web.ui.languages import language_of_page

register = template.Library()


def _offer(name: str, piece: html.Piece) -> None:
    def tag(released: Released) -> SafeString:
        # The pieces escape everything that comes from a table.
        return mark_safe(piece(shown(released), language_of_page()))  # noqa: S308 - every text in it is escaped there

    register.simple_tag(tag, name=name)


_offer("answer", html.answer)
_offer("levels", html.levels)
_offer("cautions", html.cautions)
_offer("full_table", html.full_table)
_offer("not_said", html.not_said)
_offer("remarks", html.remarks)
_offer("provenance", html.provenance)


@register.filter
def has_chance(released: Released) -> bool:
    """Whether its intervals are about chance; else they are bounds that always hold."""
    result = shown(released)
    return not (isinstance(result, Measured) and method_of(result.method).always)


@register.filter
def said(concern: Concern) -> str:
    """What the guard says of a column."""
    return concern.text(language_of_page())


@register.filter
def way(route: Route) -> tuple[str, str]:
    """The title and the text of a lawful route."""
    return route.in_language(language_of_page())


@register.filter
def title_of(study: Study) -> str:
    """What a study is called, in the language of the page."""
    return study.in_language("title", language_of_page())
