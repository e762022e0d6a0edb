from django.urls import path

from waterpas.web.register import import_views, views

app_name = "register"

# /register/
urlpatterns = [
    path("", views.item_list, name="list"),
    path("erbij/", views.item_add, name="add"),
    path("startlijst/", views.starter_list, name="starter"),
    path("inlezen/", import_views.import_start, name="import"),
    path("inlezen/voorbeeld.csv", import_views.import_template, name="import_template"),
    path("inlezen/bekijken/", import_views.import_preview, name="import_preview"),
    path("inlezen/doen/", import_views.import_confirm, name="import_confirm"),
    path("<int:pk>/", views.item_detail, name="item"),
    path("<int:pk>/veranderen/", views.item_change, name="change"),
    path("<int:pk>/eruit/", views.item_retire, name="retire"),
    path("<int:pk>/terug/", views.item_take_back, name="take_back"),
]
