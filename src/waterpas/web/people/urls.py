from django.urls import path

from waterpas.web.people import changing_views, site_views, views

app_name = "people"

urlpatterns = [
    path("begin/", views.begin, name="begin"),
    path("aanmelden/", views.log_in, name="log_in"),
    path("aanmelden/als/<int:pk>/", views.log_in_as, name="log_in_as"),
    path("afmelden/", views.log_out, name="log_out"),
    path("welkom/<str:code>/<str:token>/", views.welcome, name="welcome"),
    # /mensen/
    path("mensen/", views.people_list, name="list"),
    path("mensen/erbij/", views.person_add, name="add"),
    path("mensen/<int:pk>/", views.person_detail, name="person"),
    path("mensen/<int:pk>/gegevens/", changing_views.person_change, name="change"),
    path("mensen/<int:pk>/rollen/", changing_views.person_roles, name="roles"),
    path("mensen/<int:pk>/uitnodigen/", views.person_invite, name="invite"),
    path("mensen/<int:pk>/vertrekt/", changing_views.person_leave, name="leave"),
    path("mensen/<int:pk>/terug/", changing_views.person_return, name="return"),
    path("functies/erbij/", changing_views.position_add, name="position_add"),
    path("functies/<int:pk>/", changing_views.position_change, name="position"),
    path("gemeente/", site_views.municipality, name="municipality"),
    path("logboek/", site_views.log, name="log"),
]
