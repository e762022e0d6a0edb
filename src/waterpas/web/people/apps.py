from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "waterpas.web.people"
    label = "people"

    def ready(self) -> None:
        from waterpas.web.people.selectors import person_reference, position_reference
        from waterpas.web.references.urns import register_kind
        from waterpas.web.ui.menu import Entry, register_entry

        register_kind("person", person_reference)
        register_kind("position", position_reference)
        register_entry(Entry(9, _("Mensen"), "people:list", "people.view", ("people",)))
