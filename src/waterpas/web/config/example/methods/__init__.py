"""One study of Voorbeeldstad for each question that needs a method: set up and measured."""

from waterpas.web.config.example.designed import Designed
from waterpas.web.config.example.methods import adjusted, change, deciders

STUDIES: tuple[Designed, ...] = (adjusted.DESIGNED, change.DESIGNED, deciders.DESIGNED)
