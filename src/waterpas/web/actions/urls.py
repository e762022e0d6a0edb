from django.urls import path

from waterpas.web.actions import views

app_name = "actions"

urlpatterns = [
    path("", views.action_list, name="list"),
    path("maatregelen.csv", views.action_csv, name="csv"),
    path("erbij/", views.action_add, name="add"),
    path("overnemen/", views.action_take_over, name="take_over"),
    path("kiezen/", views.action_choose, name="choose"),
    path("middelen/", views.action_means, name="means"),
    path("<int:pk>/", views.action_detail, name="detail"),
    path("<int:pk>/veranderen/", views.action_change, name="change"),
    path("<int:pk>/toch-niet/", views.action_undo, name="undo"),
    path("<int:pk>/bevindingen/", views.action_link, name="link"),
    path("<int:pk>/bevindingen/<int:finding>/los/", views.action_unlink, name="unlink"),
    path("<int:pk>/ingevoerd/", views.action_introduce, name="introduce"),
    path("<int:pk>/werkt/", views.action_works, name="works"),
    path("<int:pk>/afgezwakt/", views.action_dilute, name="dilute"),
    path("<int:pk>/terug/", views.action_reopen, name="reopen"),
]
