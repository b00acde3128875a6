"""The house rules: sizes, mirrors, light imports, help, README, and no trace of any one machine."""

import ast
import importlib
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from claimcheck import errors, ports, shelf
from claimcheck.cli._app import COMMANDS, build
from claimcheck.columns import CLAIM_COLUMNS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "claimcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAX_LINES = 300
DECLARATIONS = {"ports.py", "values.py", "criteria.py", "judgements.py"}
"""Names and types without behaviour: there is nothing that a test could find wrong."""
HEAVY = {
    "sqlalchemy",
    "sqlmodel",
    "pydantic",
    "alembic",
    "httpx",
    "httpcore",
    "h11",
    "protego",
    "rich",
    "feedparser",
    "selectolax",
    "pypdfium2",
    "pycrfsuite",
    "spacy",
    "thinc",
    "numpy",
    "onnxruntime",
    "tokenizers",
}
READ_COMMANDS = [
    ["list"],
    ["list", "--source", "CSIS", "--limit", "5", "--json"],
    ["count"],
    ["count", "--by", "kind"],
    ["show", "1"],
    ["search", "submarine"],
    ["export"],
    ["export", "--format", "markdown"],
    ["history"],
    ["history", "1"],
    ["source", "list"],
    ["source", "show", "CSIS"],
    ["tag"],
    ["config"],
    ["--help"],
    ["--version"],
    ["list", "--help"],
    ["extract", "--help"],
]
LOADED = """
import sys
from claimcheck.cli import main
main(sys.argv[2:])
open(sys.argv[1], "w").write(" ".join(sys.modules))
"""
COMMAND_MODULES = sorted({PACKAGE / "cli" / f"{place.partition(':')[0]}.py" for place in COMMANDS.values()})
LIGHT = {"typer", "claimcheck.vocabulary", "claimcheck.cli._options"}
SOURCES = sorted(
    path
    for folder in ("claimcheck", "tests", "migrations", "benchmarks", "seeds", ".ci")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".toml", ".sh", "", ".mako", ".md") and path.is_file() and "__pycache__" not in path.parts
)
MACHINE_PATH = re.compile(r"(?<![\w.~}])/(?:home|root|work|Users|mnt|opt|srv)/\w")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def commands(command: Any = None, name: str = "claimcheck") -> Iterator[tuple[str, Any]]:
    """Every command and group of commands with the words that call it."""
    command = command or typer.main.get_command(build([]))
    yield name, command
    for own, child in getattr(command, "commands", {}).items():
        yield from commands(child, f"{name} {own}")


ALL_COMMANDS = dict(commands())


def public_definitions(path: Path) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """The public functions and classes of a module, and the public methods of those classes."""
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        for node in getattr(waiting.pop(), "body", []):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                yield node
                if isinstance(node, ast.ClassDef):
                    waiting.append(node)


@pytest.mark.parametrize("path", [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))], ids=named)
def test_no_file_is_longer_than_can_be_overlooked_or_named_for_nothing(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
    assert path.stem not in ("utils", "util", "helpers", "misc", "common")


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if not path.name.startswith("_") and path.name not in DECLARATIONS],
    ids=named,
)
def test_every_public_module_has_its_mirror(path: Path) -> None:
    place = path.relative_to(PACKAGE)
    assert (ROOT / "tests" / place.with_name(f"test_{place.name}")).is_file()


@pytest.mark.parametrize("command", READ_COMMANDS, ids=" ".join)
def test_a_command_that_reads_loads_nothing_heavy(seeded_file: Path, tmp_path: Path, command: list[str]) -> None:
    record = tmp_path / "modules"
    subprocess.run(
        [sys.executable, "-c", LOADED, str(record), "--db", str(seeded_file), *command],
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    loaded = {name.partition(".")[0] for name in record.read_text(encoding="utf-8").split()}
    assert "claimcheck" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize("path", COMMAND_MODULES, ids=named)
def test_a_module_of_commands_imports_at_first_only_what_is_light(path: Path) -> None:
    imported = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported |= {
                f"{node.module}.{alias.name}" if node.module in ("claimcheck", "claimcheck.cli") else str(node.module)
                for alias in node.names
                if (node.module, alias.name) != ("claimcheck.cli.loading", "Author")
            }
    assert {name for name in imported - LIGHT if name.partition(".")[0] not in sys.stdlib_module_names} == set()


@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_every_command_and_its_options_have_help(name: str) -> None:
    command = ALL_COMMANDS[name]
    assert command.help
    assert [parameter.name for parameter in command.params if not getattr(parameter, "help", "")] == []


@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_every_number_that_a_command_takes_is_bounded(name: str) -> None:
    numbers = [item for item in ALL_COMMANDS[name].params if "IntRange" in type(item.type).__name__ + item.type.name]
    numbers += [item for item in ALL_COMMANDS[name].params if item.type.name == "integer"]
    assert [item.name for item in numbers if getattr(item.type, "max", None) is None] == []


@pytest.mark.parametrize("name", [name for name, command in ALL_COMMANDS.items() if not hasattr(command, "commands")])
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert re.search(rf"{name}\b", README)


def test_every_column_stands_in_the_readme() -> None:
    assert [name for name in CLAIM_COLUMNS if not re.search(rf"`{name}`", README)] == []


def test_every_exit_code_stands_in_the_readme() -> None:
    codes = {value for name, value in vars(errors).items() if name.startswith("EXIT_")}
    codes |= {value.exit_code for value in vars(errors).values() if hasattr(value, "exit_code")}
    table = README[README.index("| exit code |") :].partition("\n\n")[0]
    first_cells = " ".join(line.split("|")[1] for line in table.splitlines())
    assert codes - {int(number) for number in re.findall(r"\d+", first_cells)} == set()


def test_the_test_command_of_the_readme_is_the_one_that_is_run() -> None:
    (line,) = (line for line in README.splitlines() if ".venv/bin/pytest" in line and "-m venv" in line)
    assert line.strip().strip("`") in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_no_file_names_a_place_of_one_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert MACHINE_PATH.findall(text) == []
    assert str(ROOT) not in text


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_everything_public_says_what_it_is_and_takes(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    for node in public_definitions(path):
        assert ast.get_docstring(node), node.name
        if isinstance(node, ast.FunctionDef):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            assert [item.arg for item in arguments if item.annotation is None and item.arg not in ("self", "cls")] == []
            assert node.returns is not None, node.name


@pytest.mark.parametrize(
    ("name", "protocol"),
    [(f"{shelf_name}.{name}", protocol)
     for shelf_name, protocol in (
         ("readers", ports.Reader), ("exporters", ports.Exporter), ("providers", ports.Provider),
         ("extractors", ports.Extractor), ("stances", ports.StanceModel),
     )
     for name in shelf.names(shelf_name)],
)  # fmt: skip
def test_every_plug_in_has_the_names_of_its_port(name: str, protocol: type[Any]) -> None:
    module = importlib.import_module(f"claimcheck.{name}")
    assert inspect.getdoc(module)
    for wanted in [*vars(protocol).get("__annotations__", {}), *(item for item in vars(protocol) if item[0] != "_")]:
        assert hasattr(module, wanted)
        if callable(getattr(protocol, wanted, None)):
            asked = [item for item in inspect.signature(getattr(protocol, wanted)).parameters if item != "self"]
            assert list(inspect.signature(getattr(module, wanted)).parameters) == asked


def test_the_seeds_and_migrations_travel_in_the_wheel() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for folder in ("seeds", "migrations"):
        assert f'"{folder}" = "claimcheck/_bundled/{folder}"' in project
