from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FindingsConfig(AppConfig):
    name = "waterpas.web.findings"
    label = "findings"

    def ready(self) -> None:
        from waterpas.web.findings.selectors import KIND, reference, references_of_item
        from waterpas.web.references.urns import register_kind
        from waterpas.web.register.related import Adding, register_related
        from waterpas.web.ui.menu import Entry, register_entry

        register_entry(Entry(4, _("Bevindingen"), "findings:list", "finding.view", ("findings",)))
        register_kind(KIND, reference)
        adding = Adding(_("Bevinding toevoegen"), "findings:add", "finding.change")
        register_related("findings", references_of_item, adding=adding)
