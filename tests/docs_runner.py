"""Runs the commands shown in README.md and docs/, and compares what they print with what the page shows.

A page's ```console blocks hold `$ command` lines, each followed by its output. A fenced block after a comment
`<!-- file: NAME -->` is written to that file first. All blocks of a page run in order in one empty folder.
A line `…` in the shown output stands for any lines.

    python tests/docs_runner.py --update     # put the real output into the pages
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
_FENCE = re.compile(
    r"(?:<!-- file: (?P<file>\S+) -->\n)?^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)
ANY = "…"


@dataclass(frozen=True)
class Step:
    """One command of a page and the output shown for it; `start:end` is where the output stands in the page."""

    command: str
    shown: str
    start: int
    end: int


def pages() -> list[Path]:
    """The pages with commands: README and everything under docs/."""
    return [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").rglob("*.md"))]


def steps(text: str) -> Iterator[Step | tuple[str, str]]:
    """The files to write, as (name, content), and the commands of a page, in order."""
    for fence in _FENCE.finditer(text):
        if fence["file"]:
            yield fence["file"], fence["body"]
        if fence["language"] != "console":
            continue
        commands = list(_COMMAND.finditer(fence["body"]))
        for found, following in zip(commands, [*commands[1:], None], strict=True):
            start = fence.start("body") + found.end() + 1
            end = fence.start("body") + (following.start() if following else len(fence["body"]))
            yield Step(found[1], text[start:end], min(start, end), end)


def run(command: str, folder: Path) -> str:
    """What a command prints, stderr included, as a person at a UTF-8 terminal 100 columns wide sees it."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {
        **os.environ,
        "PATH": path,
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
        "DRAFTER_NO_CACHE": "1",
    }
    environment.pop("DRAFTER_LANG", None)
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        timeout=120, check=False,
    )  # fmt: skip
    return done.stdout.decode("utf-8")


def matches(shown: str, printed: str) -> bool:
    """Whether the shown output is the printed one; `…` alone on a line skips lines."""
    lines = _lines(printed)
    parts: list[list[str]] = [[]]
    for line in _lines(shown):
        if line == ANY:
            parts.append([])
        else:
            parts[-1].append(line)
    if len(parts) == 1:
        return parts[0] == lines
    first, last = parts[0], parts[-1]
    if lines[: len(first)] != first or lines[max(0, len(lines) - len(last)) :] != last:
        return False
    at, end = len(first), len(lines) - len(last)
    for part in parts[1:-1]:
        found = next(
            (start for start in range(at, end - len(part) + 1) if lines[start : start + len(part)] == part), None
        )
        if found is None:
            return False
        at = found + len(part)
    return at <= end


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").split("\n")]


def differences(page: Path) -> list[str]:
    """The commands of a page whose output is not what the page shows."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        for step in steps(page.read_text(encoding="utf-8")):
            if isinstance(step, tuple):
                (Path(name) / step[0]).write_text(step[1], encoding="utf-8")
                continue
            printed = run(step.command, Path(name))
            if not matches(step.shown, printed):
                wrong.append(f"$ {step.command}\n--- the page shows\n{step.shown}--- it prints\n{printed}")
    return wrong


def update(page: Path) -> None:
    """Put the real output of every command into a page, except where `…` shortens it and still matches."""
    text = page.read_text(encoding="utf-8")
    edits: list[tuple[int, int, str]] = []
    with tempfile.TemporaryDirectory() as name:
        for step in steps(text):
            if isinstance(step, tuple):
                (Path(name) / step[0]).write_text(step[1], encoding="utf-8")
                continue
            printed = run(step.command, Path(name))
            if not matches(step.shown, printed):
                body = "\n".join(line.rstrip() for line in printed.strip("\n").split("\n"))
                edits.append((step.start, step.end, body + "\n" if body else ""))
    for start, end, body in reversed(edits):
        text = text[:start] + body + text[end:]
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if "--update" not in sys.argv:
        sys.exit(__doc__)
    for one in pages():
        update(one)
