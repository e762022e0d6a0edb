from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "waterpas.web.ui"
    label = "ui"
