from django.urls import path

from waterpas.web.scans.views import answering, commenting, deciding, meeting, opening

app_name = "scans"

# /beleidstoets/
urlpatterns = [
    path("", opening.scan_list, name="list"),
    path("prescan/<int:pk>/", opening.prescan, name="prescan"),
    path("nieuw/", opening.scan_begin, name="begin"),
    path("<int:pk>/", opening.scan_detail, name="detail"),
    path("<int:pk>/veranderen/", opening.scan_change, name="change"),
    path("<int:pk>/opnieuw/", deciding.scan_again, name="again"),
    path("<int:pk>/besluit/", deciding.scan_sign, name="sign"),
    path("<int:pk>/criterium/<str:criterion>/", answering.answer, name="answer"),
    *meeting.paths,
    *commenting.paths,
    path("<int:pk>/<str:stage>/<str:criterion>/", answering.history, name="history"),
]
