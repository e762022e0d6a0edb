from django.urls import path

from waterpas.web.scans.decision_points import views

# /beleidstoets/beslispunten/
urlpatterns = [
    path("<int:pk>/", views.point_map, name="map"),
    path("<int:pk>/leeg/", views.blank, name="map_blank"),
    path("<int:pk>/nieuw/", views.point_add, name="point_add"),
    path("punt/<int:pk>/", views.point, name="point"),
    path("punt/<int:pk>/veranderen/", views.point_change, name="point_change"),
    path("punt/<int:pk>/verplaatsen/", views.point_move, name="point_move"),
    path("punt/<int:pk>/weghalen/", views.point_remove, name="point_remove"),
    path("punt/<int:pk>/terugzetten/", views.point_back, name="point_back"),
]
