"""A tally at rest: who has the database but not the key has nothing."""

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from waterpas.web.studies.vault import CannotUnseal, seal, unseal

OLD, NEW, OTHER = (Fernet.generate_key().decode() for _ in range(3))
TALLY = '{"format": "waterpas-tally", "cells": [{"levels": ["buiten Europa"], "n": [7, 7, 7]}]}'


@given(st.text())
def test_what_was_sealed_opens_again(text):
    assert unseal(seal(text)) == text


def test_what_is_sealed_holds_nothing_readable():
    blob = seal(TALLY)

    assert not any(word.encode() in blob for word in ("waterpas", "Europa", "cells", TALLY))
    assert seal(TALLY) != blob


def test_a_database_may_give_it_as_a_view_of_memory():
    assert unseal(memoryview(seal(TALLY))) == TALLY


def test_another_key_does_not_open_it(settings):
    settings.TALLY_KEYS = [OLD]
    blob = seal(TALLY)
    settings.TALLY_KEYS = [OTHER]

    with pytest.raises(CannotUnseal) as error:
        unseal(blob)
    assert error.value.text("nl").startswith("Deze telling gaat niet open")
    assert error.value.text("en").startswith("This tally does not open")
    assert TALLY not in str(error.value)


@pytest.mark.parametrize("change", [lambda b: b[:-1], lambda b: b[:9] + b"AAAA" + b[13:], bytes])
def test_what_was_changed_does_not_open(change):
    with pytest.raises(CannotUnseal):
        unseal(change(seal(TALLY)) if change is not bytes else b"")


def test_a_new_key_seals_and_the_old_one_still_opens(settings):
    settings.TALLY_KEYS = [OLD]
    before = seal(TALLY)
    settings.TALLY_KEYS = [NEW, OLD]
    after = seal(TALLY)
    assert unseal(before) == unseal(after) == TALLY

    settings.TALLY_KEYS = [NEW]
    assert unseal(after) == TALLY
    with pytest.raises(CannotUnseal):
        unseal(before)
