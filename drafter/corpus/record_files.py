"""Record files: what `corpus export` writes and `corpus add` takes back. The starter corpus is made of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any, cast

from drafter.corpus.record import Kind, Record
from drafter.errors import InputError
from drafter.filing import Filing

SUFFIXES = (".yaml", ".yml", ".jsonl")

_MAX_YAML = 64 * 1024 * 1024


def read_records(path: Path) -> Iterator[Record]:
    """The records of a YAML file (one or several documents) or a JSONL file (one a line).

    Raises:
        InputError: The file is too large, not of this shape, or holds an invalid filing; the line is named.
    """
    try:
        # A line at a time: an exported corpus may be far larger than a document that is read whole.
        if path.suffix.lower() == ".jsonl":
            with path.open("rb") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        yield _valid(_json(line, path, number), f"{path.stem}-{number}", path, f"第 {number} 行")
            return
        if path.stat().st_size > _MAX_YAML:
            raise InputError(f"{path} 太大；请用 JSONL", f"{path} is too large; use JSONL")
        for number, data in enumerate(_yaml(path), 1):
            yield _valid(data, path.stem if number == 1 else f"{path.stem}-{number}", path, f"第 {number} 份")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"无法读取 {path}：{reason}", f"cannot read {path}: {reason}") from error


def record_of(data: Mapping[str, Any], identity: str) -> Record:
    """The record of one entry: its source, kind and filing, as `Record.to_json` gives them."""
    said = cast("dict[str, Any]", data.get("source") or {})
    document = said.get("document")
    kind: Kind = "model" if data.get("kind") == "model" else "filing"
    return Record(
        id=identity,
        kind=kind,
        data=_compact(Filing.model_validate(data["filing"])),
        document=PurePath(str(document)).name if document else None,
        index=int(said.get("index") or 0),
        restated=tuple(str(field) for field in cast("Sequence[object]", said.get("restated") or ())),
        method=str(said["method"]) if said.get("method") else None,
        url=str(said["url"]) if said.get("url") else None,
    )


def _compact(filing: Filing) -> dict[str, Any]:
    return filing.model_dump(mode="json", exclude_none=True)


def _valid(data: object, identity: str, path: Path, place: str) -> Record:
    if not isinstance(data, dict) or "filing" not in data:
        raise InputError(
            f"{path} {place}不是语料记录（没有 filing）", f"{path}: entry {place} is no corpus record (no filing)"
        )
    try:
        return record_of(cast("dict[str, Any]", data), identity)
    except (TypeError, ValueError) as error:
        first = str(error).splitlines()[0]
        raise InputError(f"{path} {place}无效：{first}", f"{path}: entry {place} is invalid: {first}") from error


def _json(line: bytes, path: Path, number: int) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} 第 {number} 行不是 JSON", f"{path}: line {number} is not JSON") from error


def _yaml(path: Path) -> Iterator[object]:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from yaml.load_all(path.read_text(encoding="utf-8"), Loader=loader)
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError(f"{path} 不是有效的 YAML", f"{path} is not valid YAML") from error
