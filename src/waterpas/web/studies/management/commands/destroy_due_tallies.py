from django.core.management.base import BaseCommand
from django.utils import timezone

from waterpas.web.studies.services import destroy_due_tallies


class Command(BaseCommand):
    help = "Destroy the tallies whose day has come."

    def handle(self, **_options: object) -> None:
        self.stdout.write(str(destroy_due_tallies(timezone.now())))
