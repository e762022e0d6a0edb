from django.urls import path

from waterpas.web.approach import views

app_name = "approach"

urlpatterns = [
    path("stap/<int:number>/", views.step, name="step"),
    path("taken/", views.tasks, name="tasks"),
    path("handreiking/", views.handbook, name="handbook"),
]
