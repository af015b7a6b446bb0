"""The pictures of the documentation: there, shown, small, and drawn by the script from what the program writes."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from docs_runner import REPOSITORY
from PIL import Image

PICTURES = REPOSITORY / "docs" / "pictures"
SCRIPT = REPOSITORY / "docs" / "pictures.py"


def test_every_picture_is_shown_and_every_picture_shown_is_there() -> None:
    made = {f"docs/pictures/{path.name}" for path in PICTURES.iterdir()}
    shown = {name.partition(")")[0] for name in (REPOSITORY / "README.md").read_text(encoding="utf-8").split("](")[1:]}
    assert made == {name for name in shown if name.endswith(".png")} and len(made) == 2


def test_pictures_are_whole_and_small() -> None:
    for path in PICTURES.iterdir():
        assert path.stat().st_size < 200_000, path.name
        with Image.open(path) as picture:
            picture.load()
            assert 600 <= picture.width <= 1100 and picture.height >= 600, path.name


def test_the_script_draws_them(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("pictures", SCRIPT)
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    if missing := script.lacking():
        pytest.skip(f"not drawn, for lack of: {', '.join(missing)}")
    subprocess.run([sys.executable, SCRIPT, tmp_path], check=True, timeout=300)
    for path in PICTURES.iterdir():
        with Image.open(path) as kept, Image.open(tmp_path / path.name) as drawn:
            # Fonts differ from machine to machine; a blank or cut page would be far from what is shown.
            assert abs(kept.width - drawn.width) < 0.3 * kept.width
            assert abs(kept.height - drawn.height) < 0.5 * kept.height
            ink = sum(count for count, colour in drawn.convert("L").getcolors() if colour < 128)
            assert ink > 0.01 * drawn.width * drawn.height
