from django.urls import path

from waterpas.web.findings import views

app_name = "findings"

urlpatterns = [
    path("", views.finding_list, name="list"),
]
