from django.urls import path

from waterpas.web.studies import views

app_name = "studies"

# /onderzoek/
urlpatterns = [
    path("", views.study_list, name="list"),
    path("<slug:slug>/", views.study_result, name="result"),
    path("<slug:slug>/cijfers.csv", views.study_csv, name="csv"),
    path("<slug:slug>/cijfers.json", views.study_json, name="json"),
    path("<slug:slug>/waterpas.svg", views.study_svg, name="svg"),
    path("<slug:slug>/resultaat.pdf", views.study_pdf, name="pdf"),
]
