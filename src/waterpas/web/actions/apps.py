from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActionsConfig(AppConfig):
    name = "waterpas.web.actions"
    label = "actions"

    def ready(self) -> None:
        from waterpas.web.actions.answers import answers
        from waterpas.web.actions.selectors import reference, references_of_item
        from waterpas.web.findings.answers import register_answers
        from waterpas.web.references.urns import register_kind
        from waterpas.web.register.related import Adding, register_related
        from waterpas.web.ui.menu import Entry, register_entry

        register_entry(Entry(5, _("Maatregelen"), "actions:list", "action.view", ("actions",)))
        register_kind("action", reference)
        register_answers(answers)
        adding = Adding(_("Maatregel toevoegen"), "actions:add", "action.change")
        register_related("actions", references_of_item, adding=adding)
