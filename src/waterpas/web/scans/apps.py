from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScansConfig(AppConfig):
    name = "waterpas.web.scans"
    label = "scans"

    def ready(self) -> None:
        from waterpas.web.references.urns import register_kind
        from waterpas.web.register.related import Adding, register_examinations, register_related
        from waterpas.web.scans import selectors
        from waterpas.web.ui.menu import Entry, register_entry

        register_entry(Entry(3, _("Beleidstoets"), "scans:list", "scan.view", ("scans",)))
        register_kind("scan", selectors.scan_reference)
        register_kind("prescan", selectors.prescan_reference)
        register_kind("answer", selectors.answer_reference)
        adding = Adding(_("Beleidstoets beginnen"), "scans:begin", "scan.change")
        register_related(
            "scans", selectors.references_of_item, heading=_("Beleidstoets"), adding=adding
        )
        register_examinations(selectors.examined, name="scans")
