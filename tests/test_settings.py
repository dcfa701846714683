"""Settings from flags, the environment and a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from settings_table import table

from ctgraph.errors import InvalidParameters
from ctgraph.settings import Settings, from_environment

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "settings.md"


def write(folder: Path, text: str) -> dict[str, str]:
    (folder / "settings.toml").write_text(text, encoding="utf-8")
    return {"CTGRAPH_SETTINGS": str(folder / "settings.toml")}


def test_the_table_is_up_to_date() -> None:
    """The documented table is what the settings say (`make settings` writes it), and no setting is without a word."""
    assert DOCUMENT.read_text(encoding="utf-8") == table()
    assert "|  |\n" not in table()


def test_nothing_given() -> None:
    """Without anything, every setting has its default."""
    assert from_environment({}) == Settings()


def test_which_goes_first(tmp_path: Path) -> None:
    """A flag goes before the environment, and that before the file."""
    environment = write(tmp_path, "port = 1\nworkers = 7\nhost = '0.0.0.0'\n[limits]\nseconds = 2.5\nrows = 5\n")
    environment |= {
        "CTGRAPH_PORT": "2",
        "CTGRAPH_WORKERS": "8",
        "CTGRAPH_LIMITS_ROWS": "6",
        "CTGRAPH_REQUEST_LOG": "no",
    }
    read = from_environment(environment, Path("elsewhere"), {"port": 3, "host": None})

    assert (read.port, read.workers, read.host, read.data) == (3, 8, "0.0.0.0", Path("elsewhere"))
    assert (read.limits.seconds, read.limits.rows, read.request_log) == (2.5, 6, False)


def test_the_names_of_old() -> None:
    """`CTGRAPH_DATA` and `CTGRAPH_MIRROR` go on working."""
    read = from_environment({"CTGRAPH_DATA": "/d", "CTGRAPH_MIRROR": "https://mirror.example/"})

    assert (read.data, read.fetching.mirror) == (Path("/d"), "https://mirror.example")


def test_all_that_is_wrong_at_once(tmp_path: Path) -> None:
    """Values and names that do not fit are told together, by the name under which they were given."""
    environment = write(tmp_path, "colour = 'red'\nclients = 3\n[limits]\nsecond = 1\n")
    environment |= {"CTGRAPH_PORT": "70000", "CTGRAPH_WORKERS": "0", "CTGRAPH_LIMITS_SECONDS": "nan"}
    with pytest.raises(InvalidParameters) as caught:
        from_environment(environment)

    for name in ("colour", "clients", "limits.second", "CTGRAPH_PORT", "CTGRAPH_WORKERS", "CTGRAPH_LIMITS_SECONDS"):
        assert name in str(caught.value)


@pytest.mark.parametrize(
    ("environment", "file", "where", "what"),
    [
        (
            {"CTGRAPH_PORT": "70000"},
            "",
            "CTGRAPH_PORT",
            "'70000' does not fit. It takes a whole number from 0 to 65535.",
        ),
        ({"CTGRAPH_WORKERS": "0"}, "", "CTGRAPH_WORKERS", "'0' does not fit. It takes a whole number from 1."),
        ({"CTGRAPH_STORE": "x:7878"}, "", "CTGRAPH_STORE", "an address that begins with http:// or https://."),
        ({"CTGRAPH_LIMITS_SECOND": "1"}, "", "CTGRAPH_LIMITS_SECOND", "There is no such setting."),
        ({}, "[limits]\nseconds = -1", "limits.seconds in ", "'-1' does not fit. It takes a number from 0."),
        ({}, "request_log = 'maybe'", "request_log in ", "It takes true or false."),
        ({}, "colour = 1", "colour in ", "Correct the name, or leave it out"),
        ({}, "limits = 1", "limits in ", "Write it as [limits]."),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, environment: dict[str, str], file: str, where: str, what: str
) -> None:
    """A refusal names the variable, or the setting and the file, and says what to write there."""
    with pytest.raises(InvalidParameters) as caught:
        from_environment({**write(tmp_path, file), **environment})

    assert len(caught.value.errors) == 1
    name, detail = caught.value.errors[0].values()
    assert name == (f"{where}{tmp_path / 'settings.toml'}" if where.endswith(" in ") else where)
    assert what in detail


def test_a_flag_that_is_no_address() -> None:
    """A store by a flag is held to what one of the environment is, and an empty one is none."""
    with pytest.raises(InvalidParameters, match="--store: 'notaurl' does not fit"):
        from_environment({}, flags={"store": "notaurl"})
    assert from_environment({}, flags={"store": ""}).store == ""


def test_a_file_that_is_none(tmp_path: Path) -> None:
    """A file that is absent or no TOML is told with its path."""
    for environment in ({"CTGRAPH_SETTINGS": str(tmp_path / "absent")}, write(tmp_path, "port = ")):
        with pytest.raises(InvalidParameters, match=str(tmp_path)):
            from_environment(environment)
