"""What is built: wheel and sdist hold everything, install cleanly, and import at once with nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from docs_runner import REPOSITORY

PIP = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
IMPORT = """
import json, sys, time
before = set(sys.modules)
begun = time.perf_counter()
import drafter
seconds = time.perf_counter() - begun
loaded = sorted({name.partition(".")[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names))
print(json.dumps([seconds, loaded, drafter.__file__, drafter.__version__, len(dir(drafter))]))
"""
RUN = "import sys; from drafter.cli.main import main; main(sys.argv[1:])"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built from a copy of what is in the repository."""
    pytest.importorskip("hatchling", reason="hatchling is not installed: nothing was built")
    folder = tmp_path_factory.mktemp("built")
    source = folder / "source"
    source.mkdir()
    for name in ("drafter", "prompts", "corpus", "tests", "cassettes", "docs"):
        shutil.copytree(REPOSITORY / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, source / name)
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", folder], cwd=source, check=True)
    return folder


def python_of(environment: Path) -> Path:
    """The interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def test_in_an_empty_environment_the_wheel_imports_at_once_and_loads_nothing(built: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=False)
    python = python_of(tmp_path / "venv")
    (wheel,) = built.glob("*.whl")
    subprocess.run([*PIP[:3], "--python", python, *PIP[3:], wheel], check=True)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    took: list[float] = []
    for _ in range(5):
        done = subprocess.run([python, "-c", IMPORT], cwd=tmp_path, env=environment, capture_output=True, check=True)
        seconds, loaded, file, version, names = json.loads(done.stdout)
        assert loaded == ["drafter"], "no library at all, so no model, web, Word or PDF library"
        assert Path(file).is_relative_to(tmp_path / "venv")
        assert version and names <= 16
        took.append(seconds)
    assert min(took) < 0.2


def test_the_installed_wheel_works_without_the_repository(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    site = tmp_path / "site"
    subprocess.run([*PIP, "--target", site, wheel], check=True)
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", RUN, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
        )

    doctor = run("doctor")
    assert doctor.returncode == 0 and "39" in doctor.stdout, doctor.stdout + doctor.stderr
    demo = run("demo")
    assert demo.returncode == 0, demo.stderr
    assert (tmp_path / "drafter-demo.docx").is_file()


def test_the_wheel_holds_data_and_types_and_nothing_of_the_repository_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    tops = {name.split("/")[0].partition("-")[0] for name in names}
    assert tops == {"drafter"}
    assert "drafter/py.typed" in names
    assert len([name for name in names if name.startswith("drafter/_data/corpus/") and name.endswith(".yaml")]) == 79
    assert any(name.startswith("drafter/_data/prompts/") for name in names)


def test_the_sdist_makes_the_same_files_as_the_wheel(built: Path, tmp_path: Path) -> None:
    (wheel,), (sdist,) = built.glob("*.whl"), built.glob("*.tar.gz")
    subprocess.run([*PIP, "--target", tmp_path / "wheel", "--no-compile", wheel], check=True)
    subprocess.run([*PIP, "--target", tmp_path / "sdist", "--no-compile", "--no-build-isolation", sdist], check=True)

    def files(folder: Path) -> set[str]:
        return {path.relative_to(folder).as_posix() for path in (folder / "drafter").rglob("*") if path.is_file()}

    assert files(tmp_path / "wheel") == files(tmp_path / "sdist")
