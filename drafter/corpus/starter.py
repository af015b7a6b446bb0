"""The starter corpus shipped with the package: one YAML file a filing, read only as far as needed.

A record's YAML is parsed when its filing is asked for. Retrieval looks at names and goal texts alone, taken from the
raw text by line, so that drafting one brief parses five files and not eighty.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import yaml

from drafter.brief import Brief
from drafter.errors import InputError
from drafter.filing import Filing
from drafter.resources import resource_folder

_NAME = re.compile(r"^  project_name:\s*(.+)$", re.MULTILINE)
_WORDS = re.compile(r"^\s+(?:- )?(?:annual_goal|overall_goal|narrative|name|- \{item):\s*(.+)$", re.MULTILINE)
_HAN = re.compile(r"[一-鿿]+")
# Words every filing has say nothing about which one is similar.
_COMMON = re.compile(
    r"项目|经费|资金|专项|工作|服务费|费用|年度|预算|情况|完成率|及时性|满意度|指标|上海市|某区|中心|管理局"
)
_YAML: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class StarterRecord:
    """One filing of the starter corpus.

    Attributes:
        id: The file's name without suffix.
        kind: `filing` for a published one, `model` for a pattern written by us (its prices are no prices).
        name: The project's name.
        path: The file.
        text: The file's text.
    """

    id: str
    kind: Literal["filing", "model"]
    name: str
    path: Path
    text: str

    @property
    def filing(self) -> Filing:
        """The filing, parsed on first use."""
        return Filing.model_validate(_parsed(self.path)["filing"])

    @property
    def source(self) -> dict[str, Any]:
        """Where it comes from: document, index, url, year."""
        return cast("dict[str, Any]", _parsed(self.path).get("source") or {})


@cache
def _parsed(path: Path) -> dict[str, Any]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_YAML)  # noqa: S506  a safe loader, in C where built
    except yaml.YAMLError as error:
        raise InputError(f"语料 {path.name} 已损坏：{error}", f"corpus file {path.name} is damaged: {error}") from error
    if not isinstance(data, dict) or "filing" not in data:
        raise InputError(f"语料 {path.name} 里没有 filing", f"corpus file {path.name} holds no filing")
    return cast("dict[str, Any]", data)


@cache
def starter_records() -> tuple[StarterRecord, ...]:
    """Every record of the starter corpus, by id."""
    folder = resource_folder("corpus")
    records: list[StarterRecord] = []
    for path in sorted([*folder.glob("filings/*.yaml"), *folder.glob("models/*.yaml")]):
        text = path.read_text(encoding="utf-8")
        name = _NAME.search(text)
        kind = "model" if path.parent.name == "models" else "filing"
        records.append(StarterRecord(path.stem, kind, name[1].strip("\"' ") if name else path.stem, path, text))
    return tuple(records)


def similar(records: Iterable[StarterRecord], brief: Brief, k: int = 5) -> list[tuple[StarterRecord, Decimal]]:
    """The `k` records most like a brief with their scores (0 to 1), best first, near-duplicates left out.

    A record's name weighs as much as all its other words together: 保安 in a name says more than in a goal text.
    """
    pool = list(records)
    names = [_bigrams(record.name) for record in pool]
    words = [_bigrams(" ".join(_WORDS.findall(record.text))) | name for record, name in zip(pool, names, strict=True)]
    frequency = Counter(pair for one in words for pair in one)
    total = len(pool) or 1

    def weigh(pairs: Iterable[str]) -> float:
        return sum(math.log(1 + total / (frequency[pair] or 1)) for pair in pairs)

    asked_name = _bigrams(brief.project_name)
    asked = asked_name | _bigrams(
        " ".join(
            [*brief.tasks, *(item.name for item in brief.items), *(t.name for t in brief.targets), brief.purpose or ""]
        )
    )
    scored: list[tuple[float, int]] = []
    for position in range(len(pool)):
        by_name = weigh(asked_name & names[position]) / (weigh(asked_name | names[position]) or 1)
        by_words = weigh(asked & words[position]) / (weigh(asked) or 1)
        scored.append(((by_name + by_words) / 2, position))
    scored.sort(key=lambda pair: (-pair[0], pool[pair[1]].id))
    chosen: list[tuple[StarterRecord, Decimal]] = []
    taken: list[frozenset[str]] = []
    for score, position in scored:
        if len(chosen) == k:
            break
        if any(_same(names[position], other) for other in taken):
            continue
        taken.append(names[position])
        chosen.append((pool[position], Decimal(str(score)).quantize(Decimal("0.0001"), ROUND_HALF_UP)))
    return chosen


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and len(one & other) * 5 >= len(one | other) * 4


def _bigrams(text: str) -> frozenset[str]:
    runs: Sequence[str] = _HAN.findall(_COMMON.sub(" ", text))
    return frozenset(run[index : index + 2] for run in runs for index in range(max(1, len(run) - 1)))
