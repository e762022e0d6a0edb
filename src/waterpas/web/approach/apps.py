from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class ApproachConfig(AppConfig):
    name = "waterpas.web.approach"
    label = "approach"

    def ready(self) -> None:
        from waterpas.web.ui.menu import Entry, register_entry

        autodiscover_modules("checks")
        register_entry(Entry(1, _("Waar staan we"), "home", "steps.view", ("approach",)))
