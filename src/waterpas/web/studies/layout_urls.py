from django.urls import path

from waterpas.web.studies import layout_views as views

app_name = "layout"

# /indeling/
urlpatterns = [
    path("", views.layout_start, name="start"),
    path("tabel/", views.layout_table, name="table"),
    path("woorden/", views.layout_words, name="words"),
    path("resultaat/", views.layout_result, name="result"),
]
