from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DecisionPointsConfig(AppConfig):
    name = "waterpas.web.scans.decision_points"
    label = "decision_points"

    def ready(self) -> None:
        from waterpas.web.references.urns import register_kind
        from waterpas.web.register.related import register_related
        from waterpas.web.scans.decision_points import shown

        register_kind("decisionpoint", shown.reference)
        register_related("decision_points", shown.map_of_item, heading=_("Beslispunten"))
