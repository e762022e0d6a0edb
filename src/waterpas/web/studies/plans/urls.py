from django.urls import path

from waterpas.web.studies.plans import views

# /onderzoek/plannen/
urlpatterns = [
    path("", views.plans, name="plans"),
    path("<slug:design>/", views.plan, name="plan"),
    path("<slug:design>/bewaren/", views.plan_keep, name="plan_keep"),
    path("<slug:design>/plan.json", views.plan_json, name="plan_json"),
    path("<slug:design>/plan.pdf", views.plan_pdf, name="plan_pdf"),
]
