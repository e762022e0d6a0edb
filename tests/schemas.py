"""The JSON Schemas that ship with the package."""

import json
from importlib.resources import files

MEASURED = json.loads(files("waterpas").joinpath("schemas/measured-v1.schema.json").read_text())
