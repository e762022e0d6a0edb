from django.apps import AppConfig


class ReferencesConfig(AppConfig):
    name = "waterpas.web.references"
    label = "references"
