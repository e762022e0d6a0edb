from django.urls import path

from waterpas.web.scans.combinations import views

# /beleidstoets/combinaties/
urlpatterns = [
    path("<int:pk>/", views.matrix, name="combinations"),
    path("<int:pk>/nieuw/", views.combination_add, name="combination_add"),
    path("een/<int:pk>/", views.combination, name="combination"),
    path("een/<int:pk>/veranderen/", views.combination_change, name="combination_change"),
    path("een/<int:pk>/weghalen/", views.combination_remove, name="combination_remove"),
    path("een/<int:pk>/terugzetten/", views.combination_back, name="combination_back"),
]
