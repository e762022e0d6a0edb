from django.urls import include, path

from waterpas.web.scans import urls_documents
from waterpas.web.scans.views import (
    answering,
    commenting,
    deciding,
    exchanging,
    meeting,
    opening,
    triggers,
)

app_name = "scans"

# /beleidstoets/
urlpatterns = [
    path("", opening.scan_list, name="list"),
    path("prescan/<int:pk>/", opening.prescan, name="prescan"),
    path("altijd/", triggers.triggers, name="triggers"),
    path("nieuw/", opening.scan_begin, name="begin"),
    path("<int:pk>/", opening.scan_detail, name="detail"),
    path("<int:pk>/veranderen/", opening.scan_change, name="change"),
    path("<int:pk>/opnieuw/", deciding.scan_again, name="again"),
    path("<int:pk>/besluit/", deciding.scan_sign, name="sign"),
    path("<int:pk>/criterium/<str:criterion>/", answering.answer, name="answer"),
    *urls_documents.urlpatterns,
    *exchanging.paths,
    *meeting.paths,
    *commenting.paths,
    path("<int:pk>/<str:stage>/<str:criterion>/", answering.history, name="history"),
    path("beslispunten/", include("waterpas.web.scans.decision_points.urls")),
    path("combinaties/", include("waterpas.web.scans.combinations.urls")),
]
