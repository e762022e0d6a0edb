"""Every address of the platform begins here."""

from django.urls import include, path

from waterpas.web.approach.views import steps
from waterpas.web.config import views as pages

urlpatterns = [
    path("", steps, name="home"),
    path("", include("waterpas.web.people.urls")),
    path("", include("waterpas.web.approach.urls")),
    path("register/", include("waterpas.web.register.urls")),
    path("bevindingen/", include("waterpas.web.findings.urls")),
    path("beleidstoets/", include("waterpas.web.scans.urls")),
    path("maatregelen/", include("waterpas.web.actions.urls")),
    path("onderzoek/", include("waterpas.web.studies.urls")),
    path("privacy/", pages.privacy, name="privacy"),
    path("taal/", pages.choose_language, name="language"),
]
handler400 = "waterpas.web.config.views.refused"
handler404 = "waterpas.web.config.views.not_found"
handler500 = "waterpas.web.config.views.broken"
