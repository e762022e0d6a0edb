"""What the docstring of pay says of rounded counts is what it answers."""

import re

from waterpas.explain.methods.pay_answers import ANSWERS
from waterpas.measure.pay import pay


def test_each_code_that_the_docstring_names_is_an_answer():
    returned = (pay.__doc__ or "").partition("Returns")[2].partition("Raises")[0]
    codes = re.findall(r'"([a-z-]+)"', returned)

    assert codes == ["rounded-apart", "rounded-too-few"]
    assert set(codes) <= set(ANSWERS)
