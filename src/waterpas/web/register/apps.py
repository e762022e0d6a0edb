from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterConfig(AppConfig):
    name = "waterpas.web.register"
    label = "register"

    def ready(self) -> None:
        from waterpas.web.references.urns import register_kind
        from waterpas.web.register.selectors import reference_of
        from waterpas.web.ui.menu import Entry, register_entry

        register_kind("item", reference_of)
        register_entry(Entry(2, _("Register"), "register:list", "register.view", ("register",)))
