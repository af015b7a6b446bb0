"""Synthetic filings, made by mixing the starter corpus: any number, the same every time."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

from drafter.corpus.record import Record
from drafter.corpus.starter import starter_records

_CLAUSE = re.compile(r"[^，。；]+[，。；]?")
DISTRICTS = [a + b for a in "东西南北中海江山河湖城乡新长安平" for b in "阳宁安川平原山海林城江湖泉岭州溪"]
BUREAUS = [
    "教育局", "民政局", "农业农村局", "水务局", "住建局", "文旅局", "卫健委", "医保局", "交通局", "应急局", "人社局",
    "城管局", "生态环境局", "体育局", "司法局",
]  # fmt: skip
_PLACES = ["中心城区", "沿江地带", "各街镇", "老旧小区", "农村地区", "开发区"]


def filings(count: int, seed: int = 20260731) -> Iterator[Record]:
    """`count` filings of about 280 indexed characters: names, clauses and rows of the starter corpus, mixed."""
    random_ = random.Random(seed)
    parts = [record.filing for record in starter_records()]
    clauses = [clause for one in parts for clause in _CLAUSE.findall(one.annual_goal or "")]
    names = [one.project_name or "" for one in parts]
    for number in range(count):
        first, second = random_.choice(parts), random_.choice(parts)
        rows = random_.sample(first.indicators, min(6, len(first.indicators)))
        rows += random_.sample(second.indicators, min(3, len(second.indicators)))
        data: dict[str, Any] = {
            "index": number % 20,
            "year": 2016 + number % 11,
            "project_name": f"{random_.choice(_PLACES)}{random_.choice(names)}{random_.choice(names)[:4]}",
            "implementer": f"{random_.choice(DISTRICTS)}区{random_.choice(BUREAUS)}",
            "funding": {"annual_total": str(random_.randrange(10, 90000) * 1000)},
            "annual_goal": "".join(random_.sample(clauses, 6)) + f"共{random_.randrange(2, 9000)}次。",
            "indicators": [row.model_dump(mode="json", exclude_none=True) for row in rows],
        }
        yield Record(id="", kind="filing", data=data, document=f"批次{number // 20}.xlsx", index=number % 20)


def queries(count: int, seed: int = 7) -> list[tuple[str, str]]:
    """Project names and purposes of about 70 characters, of filings that are not in the corpus."""
    made = filings(count, seed)
    return [(record.project, str(record.data["annual_goal"])[:70]) for record in made]
