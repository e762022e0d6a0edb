from django.apps import AppConfig


class StudiesConfig(AppConfig):
    name = "waterpas.web.studies"
    label = "studies"
