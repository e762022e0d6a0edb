"""The parts of a risk profile's result; `measure.risk_profile` puts them together."""
