"""The room stands alone: the standard library and its own data, nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import drafter.language
from drafter.language.data import rows, words

PACKAGE = Path(drafter.language.__file__).parent


def test_importing_and_using_it_loads_the_standard_library_only() -> None:
    code = (
        "import sys; before = set(sys.modules); import drafter.language as language; "
        "text = '共3人（甲1人、乙2人）'; language.sums(text, language.extract(text)); language.parse_target('≥90(%)'); "
        "loaded = {name.partition('.')[0] for name in set(sys.modules) - before}; "
        "print(sorted(loaded - set(sys.stdlib_module_names) - {'drafter'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == "[]"


def test_every_list_says_where_it_comes_from() -> None:
    files = [path for path in PACKAGE.iterdir() if path.suffix in (".tsv", ".txt")]
    assert len(files) == 5
    for path in files:
        head = [line for line in path.read_text("utf-8").splitlines()[:16] if line.startswith("#")]
        assert any("ource" in line or "list" in line for line in head), path.name


def test_no_word_is_listed_twice_in_a_section() -> None:
    sections = [row.strip("[]") for row in rows("words.txt") if row.startswith("[")]
    assert len(sections) == len(set(sections))
    for section in sections:
        listed = words(section)
        assert len(listed) == len(set(listed)), [word for word in listed if listed.count(word) > 1]
