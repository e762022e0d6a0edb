from django.apps import AppConfig


class CombinationsConfig(AppConfig):
    name = "waterpas.web.scans.combinations"
    label = "combinations"

    def ready(self) -> None:
        from waterpas.web.references.urns import register_kind
        from waterpas.web.scans.combinations import shown

        register_kind("combination", shown.reference)
