from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActionsConfig(AppConfig):
    name = "waterpas.web.actions"
    label = "actions"

    def ready(self) -> None:
        from waterpas.web.actions.selectors import reference
        from waterpas.web.references.urns import register_kind
        from waterpas.web.ui.menu import Entry, register_entry

        register_entry(Entry(5, _("Maatregelen"), "actions:list", "action.view", ("actions",)))
        register_kind("action", reference)
