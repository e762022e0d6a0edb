from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    name = "waterpas.web.releases"
    label = "releases"
