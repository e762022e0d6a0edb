from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waterpas.web.references.urns import Reference, register_kind


class StudiesConfig(AppConfig):
    name = "waterpas.web.studies"
    label = "studies"

    def ready(self) -> None:
        from waterpas.web.ui.menu import Entry, register_entry

        register_entry(Entry(3, _("Onderzoek"), "studies:list", "study.view", ("studies",)))
        register_entry(
            Entry(3, _("Vrijgegeven"), "studies:released", "results.council_view", ("studies",))
        )
        register_kind("study", find_study)


def find_study(key: str) -> Reference | None:
    """A study by its number: its title, and the page of its result when there is one."""
    from waterpas.web.studies.models import State, Study
    from waterpas.web.studies.selectors import urn_of

    study = Study.objects.filter(pk=key).first() if key.isdecimal() else None
    if study is None:
        return None
    page = "studies:result" if study.state == State.MEASURED else "studies:study"
    return Reference(urn_of(study), study.title, reverse(page, args=[study.pk]))
