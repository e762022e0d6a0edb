from django.urls import include, path

from waterpas.web.studies.views import (
    design,
    members,
    percentages,
    planning,
    pointing,
    releasing,
    result,
    table,
)

app_name = "studies"

# /onderzoek/
urlpatterns = [
    path("", design.study_list, name="list"),
    path("nieuw/", design.study_add, name="add"),
    path("route/", include("waterpas.web.studies.routes.urls")),
    path("plannen/", include("waterpas.web.studies.plans.urls")),
    path("<int:pk>/", design.study_page, name="study"),
    path("<int:pk>/opzet/", design.study_change, name="change"),
    path("<int:pk>/intrekken/", design.study_withdraw, name="withdraw"),
    path("<int:pk>/onderzoekers/", members.members, name="members"),
    path("<int:pk>/onderzoekers/<int:person>/weg/", members.member_remove, name="member_remove"),
    path("<int:pk>/plan/<int:plan>/weg/", planning.plan_remove, name="plan_remove"),
    path("<int:pk>/telling/", members.tally, name="tally"),
    path("<int:pk>/telling/vernietigen/", members.tally_destroy, name="tally_destroy"),
    path("<int:pk>/tabel/", table.table, name="table"),
    path("<int:pk>/tabel/aantallen/", table.typed, name="typed"),
    path("<int:pk>/tabel/percentages/", percentages.percentages, name="percentages"),
    path(
        "<int:pk>/tabel/percentages/bestand/",
        percentages.percentages_file,
        name="percentages_file",
    ),
    path(
        "<int:pk>/tabel/percentages/voorbeeld.csv",
        percentages.percentages_template,
        name="percentages_template",
    ),
    path("<int:pk>/tabel/gelezen/", table.read, name="read"),
    path("<int:pk>/tabel/weg/", table.drop, name="drop"),
    path("<int:pk>/tabel/grondslag/", table.ground, name="ground"),
    path("<int:pk>/tabel/indeling/<slug:layout>/", table.layout, name="layout"),
    path("<int:pk>/tabel/aanwijzen/", pointing.point, name="point"),
    path("<int:pk>/tabel/aanwijzen/woorden/", pointing.point_words, name="point_words"),
    path("<int:pk>/tabel/aanwijzen/resultaat/", pointing.point_result, name="point_result"),
    path("<int:pk>/resultaat/", result.result, name="result"),
    path("<int:pk>/opnieuw/", result.again, name="again"),
    path("<int:pk>/berekening/<int:run>/", result.run, name="run"),
    path("<int:pk>/berekening/<int:run>/cijfers.csv", result.csv, name="csv"),
    path("<int:pk>/berekening/<int:run>/cijfers.json", result.json, name="json"),
    path("<int:pk>/berekening/<int:run>/waterpas.svg", result.svg, name="svg"),
    path("<int:pk>/berekening/<int:run>/resultaat.pdf", result.pdf, name="pdf"),
    path("<int:pk>/berekening/<int:run>/vrijgeven/", releasing.release, name="release"),
    path("<int:pk>/berekening/<int:run>/openzetten/", releasing.open_run, name="open"),
    path("vrijgave/<int:pk>/intrekken/", releasing.release_withdraw, name="release_withdraw"),
    path("vrijgegeven/", releasing.released_list, name="released"),
    path("vrijgegeven/<int:pk>/", releasing.released_result, name="released_result"),
]
