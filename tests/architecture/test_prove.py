"""What `make prove` itself must see."""

import zipfile

from tools import prove


def test_it_may_not_take_longer_than_45_minutes():
    assert prove.too_long(2_700) == []
    assert prove.too_long(2_701) == ["it took 2701 s, and may take 2700"]


def test_a_part_that_fails_is_named_and_the_others_still_run():
    ran = []
    parts = {"one": lambda: False, "two": lambda: ran.append("two") is None}

    assert prove.run_all(parts) == ["one"]
    assert ran == ["two"]


def test_a_wheel_loses_its_data_and_keeps_its_code(tmp_path):
    names = ["waterpas/a.py", "waterpas/data/a.yaml", "waterpas-1.dist-info/METADATA"]
    record = "waterpas-1.dist-info/RECORD"
    with zipfile.ZipFile(tmp_path / "w.whl", "w") as wheel:
        for name in names:
            wheel.writestr(name, "x")
        wheel.writestr(record, "".join(f"{name},sha256=x,1\n" for name in names))

    with zipfile.ZipFile(prove.without_data(tmp_path / "w.whl")) as bare:
        assert bare.namelist() == [names[0], names[2], record]
        assert "a.yaml" not in bare.read(record).decode()
