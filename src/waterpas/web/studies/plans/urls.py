from django.urls import path

from waterpas.web.studies.plans import views

# /onderzoek/plannen/
urlpatterns = [
    path("", views.plans, name="plans"),
    path("<slug:design>/", views.plan, name="plan"),
]
