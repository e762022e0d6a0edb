from django.urls import path

from waterpas.web.scans.views import documents

# /beleidstoets/…/tekst/
urlpatterns = [
    path("<int:pk>/tekst/", documents.document_add, name="document_add"),
    path("<int:pk>/tekst/<int:document>/", documents.document, name="document"),
    path("<int:pk>/tekst/<int:document>/opnieuw/", documents.document_again, name="document_again"),
    path(
        "<int:pk>/tekst/<int:document>/weghalen/", documents.document_remove, name="document_remove"
    ),
    path(
        "<int:pk>/tekst/<int:document>/terugzetten/", documents.document_back, name="document_back"
    ),
    path("<int:pk>/ontbreekt/<str:question>/", documents.absence, name="absence"),
]
