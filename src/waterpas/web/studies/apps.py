from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waterpas.web.references.urns import Reference, register_kind

if TYPE_CHECKING:
    from waterpas.web.studies.models import Study


class StudiesConfig(AppConfig):
    name = "waterpas.web.studies"
    label = "studies"

    def ready(self) -> None:
        from waterpas.web.register.related import (
            Adding,
            register_examinations,
            register_related,
        )
        from waterpas.web.studies.selectors import examinations
        from waterpas.web.ui.menu import Entry, register_entry

        register_entry(Entry(3, _("Onderzoek"), "studies:list", "study.view", ("studies",)))
        register_entry(
            Entry(3, _("Vrijgegeven"), "studies:released", "results.council_view", ("studies",))
        )
        register_kind("study", find_study)
        register_kind("run", find_run)
        adding = Adding(_("Nieuw onderzoek"), "studies:add", "study.change")
        register_related("studies", of_item, adding=adding)
        register_examinations(examinations)


def find_study(key: str) -> Reference | None:
    """A study by its number: its title, and the page of its result when there is one."""
    from waterpas.web.studies.models import Study

    study = Study.objects.filter(pk=key).first() if key.isdecimal() else None
    return _as_reference(study) if study else None


def find_run(key: str) -> Reference | None:
    """One result by its number, with what a finding about it can begin with.

    A finding is for all colleagues: of a result that is not, no figure comes along.
    """
    from waterpas.web.studies.brought import brought_by
    from waterpas.web.studies.models import Run
    from waterpas.web.studies.selectors import urn_of_run
    from waterpas.web.ui.languages import language_of_page

    run = Run.objects.select_related("study").filter(pk=key).first() if key.isdecimal() else None
    if run is None:
        return None
    url = reverse("studies:run", args=[run.study_id, run.pk])
    lang = language_of_page()
    brings = brought_by(run, lang)
    return Reference(urn_of_run(run), run.study.in_language("title", lang), url, brings=brings)


def of_item(item: int) -> Sequence[Reference]:
    """The studies of one item of the register."""
    from waterpas.web.studies.selectors import going_on

    return [_as_reference(study) for study in going_on().filter(item=item)]


def _as_reference(study: "Study") -> Reference:
    from waterpas.web.studies.models import State
    from waterpas.web.studies.selectors import urn_of
    from waterpas.web.ui.languages import language_of_page

    page = "studies:result" if study.state == State.MEASURED else "studies:study"
    title = study.in_language("title", language_of_page())
    return Reference(urn_of(study), title, reverse(page, args=[study.pk]))
