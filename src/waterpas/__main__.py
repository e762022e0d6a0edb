"""`python -m waterpas` is the command `waterpas`."""

from waterpas.cli.main import run

if __name__ == "__main__":
    run()
