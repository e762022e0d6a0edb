from django.urls import path

from waterpas.web.studies.routes import views

# /onderzoek/route/
urlpatterns = [
    path("", views.route, name="route"),
    path("brief/<slug:letter>.<str:kind>", views.letter_file, name="route_letter"),
    path("indeling/<slug:layout>.yaml", views.layout_file, name="route_layout"),
]
