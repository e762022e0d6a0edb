"""`python -m waterpas` is the command `waterpas`."""

from waterpas.cli.main import run

run()
