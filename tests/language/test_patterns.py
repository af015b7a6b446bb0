"""Lazy patterns: compiled when used, and not at all while a text lacks what a match needs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from re import _parser as parser  # pyright: ignore[reportAttributeAccessIssue]
from typing import Any

import pytest

from drafter.language import patterns
from drafter.language.patterns import lazy

ROOT = Path(__file__).parents[2]
COLLECT = """
import importlib, json, pkgutil
from drafter.language import patterns
made = []
init = patterns._Needing.__init__
def noting(self, source, flags, needs):
    init(self, source, flags, needs)
    made.append((source, int(flags), list(self._needs)))
patterns._Needing.__init__ = noting
import drafter
for module in pkgutil.walk_packages(drafter.__path__, "drafter."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(json.dumps(made))
"""


def held(parsed: Any, needs: list[str], literal: str = "") -> bool:
    """Whether every match of a parsed expression holds one of the words, told from the expression alone.

    `literal` is what stands just before it: the parser takes 提 out of 提高|提升.
    """
    for operation, argument in parsed:
        name = str(operation)
        if name == "LITERAL":
            literal += chr(argument)
            if any(need in literal for need in needs):
                return True
            continue
        before, literal = literal, ""
        if name == "IN" and all(
            str(one) == "LITERAL" and any(need in before + chr(value) for need in needs) for one, value in argument
        ):
            return True
        if name == "BRANCH" and all(held(branch, needs, before) for branch in argument[1]):
            return True
        if name == "SUBPATTERN" and held(argument[3], needs, before):
            return True
        if name == "ASSERT" and held(argument[1], needs):
            return True
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and argument[0] and held(argument[2], needs):
            return True
    return False


def test_every_need_declared_follows_from_its_expression() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COLLECT], capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT
    )

    made = json.loads(done.stdout)
    assert len(made) >= 5
    wrong = [source for source, flags, needs in made if not held(parser.parse(source, flags), needs)]
    assert not wrong


@pytest.mark.parametrize(
    ("source", "needs", "held_by_all"),
    [
        ("甲|乙丙", ["甲", "丙"], True),
        ("甲|乙?丁", ["甲", "乙"], False),
        ("(?:甲乙)*", ["甲"], False),
        ("[甲丁]", ["甲"], False),
    ],
)
def test_the_proof_tells_a_true_need_from_a_false_one(source: str, needs: list[str], held_by_all: bool) -> None:
    assert held(parser.parse(source), needs) is held_by_all


def test_a_pattern_that_needs_a_word_answers_as_the_compiled_one_does() -> None:
    for text in ("", "no such word", "每人每月", "一次每人，每人"):
        pattern, compiled = lazy("每(人)", needs="每"), re.compile("每(人)")
        assert [found.span() for found in pattern.finditer(text)] == [found.span() for found in compiled.finditer(text)]
        for method in ("search", "match", "fullmatch"):
            ours, theirs = getattr(lazy("每(人)", needs="每"), method)(text), getattr(compiled, method)(text)
            assert (ours and ours.span()) == (theirs and theirs.span())
        assert lazy("每(人)", needs="每").findall(text) == compiled.findall(text)
        assert lazy("每(人)", needs="每").split(text) == compiled.split(text)
        assert lazy("每(人)", needs="每").sub("个", text) == compiled.sub("个", text)


def test_a_pattern_is_compiled_only_when_a_text_holds_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def counting(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return real(source, flags)

    monkeypatch.setattr(patterns.re, "compile", counting)
    pattern = lazy("单价|每个", needs=("单价", "每"))
    assert pattern.search("资金总额") is None
    assert not compiled
    assert pattern.search("设备单价") is not None
    assert compiled == ["单价|每个"]


def test_no_pattern_spells_out_the_range_of_chinese_characters() -> None:
    spelled = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in (ROOT / "drafter").rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\[\^?一-鿿\]", line) and path.name != "patterns.py"
    ]
    assert not spelled, "write [^\\W\\da-zA-Z_] instead; drafter/language/patterns.py says why"
