from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StudiesConfig(AppConfig):
    name = "waterpas.web.studies"
    label = "studies"

    def ready(self) -> None:
        from waterpas.web.ui.menu import Entry, register_entry

        register_entry(
            Entry(3, _("Onderzoek"), "studies:list", "study.view", ("studies", "layout"))
        )
