"""Writes the pages that follow from the code: `docs/rules/` from the rules, `docs/cli.md` from the commands' help.

python docs/generate.py            # write them
python docs/generate.py --check    # say which are out of date, and exit 1
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from typer.main import get_command
from typer.testing import CliRunner

from drafter.checking import check_filing
from drafter.checking.rule import Rule
from drafter.cli.main import app
from drafter.filing import Filing
from drafter.resources import resource_folder
from drafter.writing.catalogue import every_rule
from drafter.writing.pages import render_page

DOCS = Path(__file__).parent
FAMILIES = {
    "ARI": "金额与数量的算术",
    "MAT": "目标文本与指标",
    "VAL": "指标值",
    "STR": "指标表结构",
    "POL": "预算绩效政策",
    "TIM": "日期与年份",
    "TXT": "文字",
    "XFI": "跨申报表比较",
    "DRF": "起草（只在 `drafter draft` 时判断）",
}
SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}


def pages() -> dict[Path, str]:
    """Every generated page and its content."""
    rules = every_rule()
    made = {DOCS / "rules" / f"{rule.code}.md": render_page(rule, "markdown") for rule in rules}
    made[DOCS / "rules" / "README.md"] = _index(rules)
    made[DOCS / "cli.md"] = _commands()
    return {path: text.rstrip("\n") + "\n" for path, text in made.items()}


def _index(rules: Sequence[Rule]) -> str:
    lines = [
        "# 规则",
        "",
        f"规则集 2026.1，共 {len(rules)} 条。检查规则的说明里都有可执行的示例：`drafter rule 代码`。",
        "",
    ]
    lines += ["试行（preview）的规则只在 `--preview` 或 `--select 代码` 时运行。", ""]
    for family, title in FAMILIES.items():
        members = [rule for rule in rules if rule.code.startswith(family)]
        if not members:
            continue
        lines += [
            f"## {family} {title}",
            "",
            "| 代码 | 名称 | 查什么 | 级别 | 状态 |",
            "| --- | --- | --- | --- | --- |",
        ]
        for rule in members:
            status = "试行" if rule.status == "preview" else "稳定"
            link = f"[{rule.code}]({rule.code}.md)"
            lines.append(f"| {link} | `{rule.name}` | {rule.title} | {SEVERITIES[rule.severity]} | {status} |")
        lines.append("")
    return "\n".join([*lines, *_proofs(rules)])


def _proofs(rules: Sequence[Rule]) -> list[str]:
    """Which arithmetic and goal rules the published filings of the starter corpus show, and which only edits show."""
    files = sorted((resource_folder("corpus") / "filings").glob("*.yaml"))
    filings = [Filing.model_validate(yaml.safe_load(path.read_text("utf-8"))["filing"]) for path in files]
    hits = Counter(finding.code for filing in filings for finding in check_filing(filing).findings)
    judged = [rule.code for rule in rules if rule.code.startswith(("ARI", "MAT"))]
    seen = "、".join(f"{code}（{hits[code]}）" for code in judged if hits[code])
    return [
        "## 由什么证明",
        "",
        f"随附语料中 {len(filings)} 份已公开的申报表上有发现的 ARI、MAT 规则（括号内为条数）：{seen}。",
        "",
        "其余的在这些申报表上没有发现，由写入一处错误的申报表证明（`python -m tests.checking.mutations.measure`）："
        + "、".join(code for code in judged if not hits[code])
        + "。",
        "",
    ]


def _commands() -> str:
    lines = ["# 命令 · Commands", "", "由各命令的 `--help` 生成。Generated from each command's `--help`.", ""]
    for command in _names(get_command(app)):
        result = CliRunner().invoke(app, [*command, "--help"], prog_name="drafter", env={"COLUMNS": "100"})
        body = "\n".join(line.rstrip() for line in result.stdout.rstrip().splitlines())
        lines += [f"## {' '.join(('drafter', *command))}", "", "```text", body, "```", ""]
    return "\n".join(lines)


def _names(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    for name, child in getattr(command, "commands", {}).items():
        yield from _names(child, (*path, name))


def main(arguments: list[str]) -> int:
    """Write or check the pages; the exit code."""
    made = pages()
    known = set(made)
    stale = [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    left = [path for path in (DOCS / "rules").glob("*.md") if path not in known]
    if "--check" in arguments:
        for path in (*stale, *left):
            print(f"out of date: {path.relative_to(DOCS.parent)}; run python docs/generate.py")
        return 1 if stale or left else 0
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made[path], encoding="utf-8")
    for path in left:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
