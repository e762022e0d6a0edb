from django.urls import path

from waterpas.web.register import views

app_name = "register"

urlpatterns = [
    path("", views.item_list, name="list"),
]
