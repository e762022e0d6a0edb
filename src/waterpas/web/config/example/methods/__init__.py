"""One study of Voorbeeldstad for each question that needs a method: set up and measured."""

from waterpas.web.config.example.designed import Designed
from waterpas.web.config.example.methods import (
    adjusted,
    agreement,
    area,
    barometer,
    change,
    deciders,
    duration,
    intersections,
    pay,
    risk_profile,
)

STUDIES: tuple[Designed, ...] = (
    adjusted.DESIGNED,
    intersections.DESIGNED,
    deciders.DESIGNED,
    agreement.DESIGNED,
    risk_profile.DESIGNED,
    change.DESIGNED,
    pay.DESIGNED,
    area.DESIGNED,
    duration.DESIGNED,
    barometer.DESIGNED,
)
