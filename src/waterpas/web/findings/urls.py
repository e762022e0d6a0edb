from django.urls import path

from waterpas.web.findings import views

app_name = "findings"

# /bevindingen/
urlpatterns = [
    path("", views.finding_list, name="list"),
    path("nieuw/", views.finding_add, name="add"),
    path("<int:pk>/", views.finding_detail, name="detail"),
    path("<int:pk>/veranderen/", views.finding_change, name="change"),
    path("<int:pk>/bewijs/", views.evidence_add, name="evidence_add"),
    path(
        "<int:pk>/bewijs/<int:evidence_pk>/weghalen/", views.evidence_remove, name="evidence_remove"
    ),
    path("<int:pk>/niets-doen/", views.finding_decide, name="decide"),
    path("<int:pk>/heropenen/", views.finding_reopen, name="reopen"),
]
