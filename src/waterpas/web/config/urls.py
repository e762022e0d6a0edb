"""Every address of the platform begins here."""

from django.urls import include, path

from waterpas.web.config import views as pages

urlpatterns = [
    path("", pages.home, name="home"),
    path("onderzoek/", include("waterpas.web.studies.urls")),
    path("indeling/", include("waterpas.web.studies.layout_urls")),
    path("taal/", pages.choose_language, name="language"),
]
handler400 = "waterpas.web.config.views.refused"
handler404 = "waterpas.web.config.views.not_found"
handler500 = "waterpas.web.config.views.broken"
