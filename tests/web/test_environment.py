import stat

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

from waterpas.errors import CallError
from waterpas.web.config import environment
from waterpas.web.studies import transit


@pytest.fixture(autouse=True)
def clean(monkeypatch):
    for name in ("DATA", "SECRET_KEY", "TALLY_KEY", "DATABASE_URL", "HOSTS", "HTTPS"):
        monkeypatch.delenv(f"WATERPAS_{name}", raising=False)


def test_without_a_word_it_is_sqlite_that_loses_nothing(tmp_path):
    database = environment.database(tmp_path)

    assert database["NAME"] == tmp_path / "waterpas.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in database["OPTIONS"]["init_command"]


def test_a_postgresql_address_is_taken_apart(tmp_path, monkeypatch):
    monkeypatch.setenv(
        "WATERPAS_DATABASE_URL", "postgresql://ann%40x:p%2Fw@db.example:5433/water?sslmode=require"
    )
    database = environment.database(tmp_path)

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"]) == ("ann@x", "p/w")
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", "5433", "water")
    assert database["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize("url", ["mysql://x/y", "postgresql://host", "nonsense"])
def test_another_address_is_refused(tmp_path, monkeypatch, url):
    monkeypatch.setenv("WATERPAS_DATABASE_URL", url)

    with pytest.raises(ImproperlyConfigured, match="postgresql://"):
        environment.database(tmp_path)


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path):
    folder = tmp_path / "data"
    environment.keep_secret_key(folder)
    key = environment.secret_key(folder)
    environment.keep_secret_key(folder)

    assert environment.secret_key(folder) == key
    assert len(key) > 50
    assert stat.S_IMODE((folder / "secret-key").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_key_from_the_environment_goes_first(tmp_path, monkeypatch):
    monkeypatch.setenv("WATERPAS_SECRET_KEY", "given")

    assert environment.secret_key(tmp_path) == "given"


def test_without_a_data_directory_the_key_is_for_this_process_only(tmp_path):
    assert environment.secret_key(tmp_path) != environment.secret_key(tmp_path)


@pytest.mark.parametrize(("said", "meant"), [("1", True), ("ja", True), ("", False), ("0", False)])
def test_yes_is_yes(monkeypatch, said, meant):
    monkeypatch.setenv("WATERPAS_HTTPS", said)

    assert environment.yes("HTTPS") is meant


def test_words_are_separated_by_commas(monkeypatch):
    monkeypatch.setenv("WATERPAS_HOSTS", "a.example, b.example,")

    assert environment.words("HOSTS", "x") == ["a.example", "b.example"]


def test_data_lives_with_the_user_unless_told(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert environment.data_directory() == tmp_path / "waterpas"

    monkeypatch.setenv("WATERPAS_DATA", str(tmp_path / "here"))
    assert environment.data_directory() == tmp_path / "here"


class TestTallyKey:
    """The key for tallies: made once, kept beside the database, and replaceable."""

    def test_is_made_once_and_only_its_owner_reads_it(self, tmp_path):
        environment.keep_tally_key(tmp_path)
        (key,) = environment.tally_keys(tmp_path)
        environment.keep_tally_key(tmp_path)

        assert environment.tally_keys(tmp_path) == [key]
        assert stat.S_IMODE((tmp_path / "tally-key").stat().st_mode) == 0o600
        assert Fernet(key)

    def test_those_of_the_environment_go_first_in_order_and_no_file_is_made(
        self, tmp_path, monkeypatch
    ):
        new, old = (Fernet.generate_key().decode() for _ in range(2))
        monkeypatch.setenv("WATERPAS_TALLY_KEY", f"{new}, {old}")
        environment.keep_tally_key(tmp_path)

        assert environment.tally_keys(tmp_path) == [new, old]
        assert not any(tmp_path.iterdir())

    def test_a_file_may_hold_several(self, tmp_path):
        new, old = (Fernet.generate_key().decode() for _ in range(2))
        (tmp_path / "tally-key").write_text(f"{new}\n{old}\n")

        assert environment.tally_keys(tmp_path) == [new, old]

    def test_without_a_data_directory_it_is_for_this_process_only(self, tmp_path):
        assert environment.tally_keys(tmp_path) != environment.tally_keys(tmp_path)

    @pytest.mark.parametrize("text", ["", "kort", "é" * 44, "A" * 60])
    def test_one_that_is_no_key_is_refused_in_one_sentence(self, tmp_path, text):
        (tmp_path / "tally-key").write_text(text)

        with pytest.raises(CallError, match="In tally-key staat geen goede sleutel"):
            environment.tally_keys(tmp_path)

    def test_one_of_the_environment_that_is_no_key_is_named(self, tmp_path, monkeypatch):
        monkeypatch.setenv("WATERPAS_TALLY_KEY", "kort")

        with pytest.raises(CallError, match="In WATERPAS_TALLY_KEY"):
            environment.tally_keys(tmp_path)


def test_each_process_of_the_tests_keeps_its_files_in_a_folder_of_its_own(own_data, settings):
    ticket = transit.put("tabel.csv", b"groep;uitkomst\n")
    kept = own_data / "transit" / ticket.token.partition(".")[0]

    assert kept.is_file()
    assert settings.DATA == own_data != environment.data_directory()
    transit.drop(ticket.token)
    assert not kept.exists()
