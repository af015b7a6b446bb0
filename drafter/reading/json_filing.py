"""Filing JSON as a document: what `drafter read` prints is what `drafter check` takes, with a place for every value."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any, cast

from drafter.errors import InputError
from drafter.filing import BudgetLine, Filing, FilingDocument, Funding, Indicator, LocatedFiling, Target
from drafter.language.patterns import lazy
from drafter.personal.redaction import redact
from drafter.reading.content import Note
from drafter.reading.json_places import JsonPlaces

if TYPE_CHECKING:
    from pydantic import ValidationError

_HALF = lazy(r"[\ud800-\udfff]")
_HALF_ESCAPED = lazy(r"\\u[dD][89a-fA-F]", needs=("\\ud", "\\uD"))
_BEGINS = re.compile(rb"\{[\s]*(?:[\"}]|$)|\[\s*(?:[\[{\]\"]|$)")
_TARGET = frozenset(one.name for one in fields(Target))


_WANTED = {
    "dataclass_type": "一个对象",
    "dict_type": "一个对象",
    "list_type": "一个列表",
    "string_type": "文字",
    "int_type": "整数",
    "int_parsing": "整数",
    "bool_type": "true 或 false",
    "bool_parsing": "true 或 false",
    "literal_error": "规定的取值之一",
    "date_from_datetime_parsing": "日期（如 2026-01-31）",
    "date_parsing": "日期（如 2026-01-31）",
    "date_type": "日期（如 2026-01-31）",
    "value_error": '写成文字的数字（如 "1020.00"）',
    "decimal_type": '写成文字的数字（如 "1020.00"）',
}


def looks_like_json(data: bytes) -> bool:
    """Whether bytes begin like a JSON object or a list of them; a title in brackets ([预算绩效]…) begins otherwise."""
    return _BEGINS.match(data.lstrip(b"\xef\xbb\xbf \t\r\n")) is not None


def read_json(text: str) -> list[LocatedFiling]:
    """The filings of a JSON text: a document, a list of documents or filings, or one bare filing.

    Raises:
        InputError: No JSON, or not the shape of a filing; an unknown field is named with the closest known one.
    """
    from pydantic import ValidationError

    try:
        data = json.loads(text, parse_constant=_refuse)
        if _HALF_ESCAPED.search(text):
            data = _without_halves(data)
    except (ValueError, RecursionError) as error:
        where = f"第 {error.lineno} 行第 {error.colno} 列" if isinstance(error, json.JSONDecodeError) else "内容"
        line = f"line {error.lineno} column {error.colno}" if isinstance(error, json.JSONDecodeError) else "content"
        raise InputError(f"不是有效的 JSON：{where}有误", f"not valid JSON: error at {line}") from error
    located: list[LocatedFiling] = []
    for prefix, item in _filings(data):
        _blank_targets(item)
        try:
            filing = Filing.model_validate(item)
        except ValidationError as error:
            raise _explain(error, prefix) from error
        removed: Counter[str] = Counter()
        filing, went = _discreet(filing, removed)
        located.append(LocatedFiling(filing, JsonPlaces(item, prefix, went), removed=removed))
    return located


def _without_halves(value: Any) -> Any:
    """Half a character, as a program leaves that cuts a sign in two, is one that was not read: no output takes it."""
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_halves(one) for one in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {_HALF.sub("\ufffd", key): _without_halves(one) for key, one in cast("dict[str, Any]", value).items()}
    return value


def _blank_targets(item: Any) -> None:
    """Make a target of nothing but nulls, or of an empty print, the null that the blank cell is."""
    rows: Any = cast("dict[str, Any]", item).get("indicators") if isinstance(item, dict) else None
    for row in cast("list[Any]", rows) if isinstance(rows, list) else []:
        target: Any = cast("dict[str, Any]", row).get("target") if isinstance(row, dict) else None
        if isinstance(target, dict) and "raw" in target:
            cells = cast("dict[str, Any]", target)
            if _TARGET.issuperset(cells) and all(value in (None, "") for value in cells.values()):
                row["target"] = None


def notes_of(text: str) -> tuple[Note, ...]:
    """What the JSON of a read document says was not read, for texts that `read_json` takes."""
    if "notes" not in text and "\\u" not in text:
        return ()  # spelt out or in escapes the word must be there: most texts need not be parsed a second time
    data: Any = _without_halves(json.loads(text))
    documents = cast("list[Any]", data) if isinstance(data, list) else [data]
    said: list[Note] = []
    for one in documents:
        notes: Any = cast("dict[str, Any]", one).get("notes") if isinstance(one, dict) else None
        if isinstance(notes, list):
            said.extend((note, note) for note in cast("list[Any]", notes) if isinstance(note, str))
    return tuple(said)


def _discreet(filing: Filing, removed: Counter[str]) -> tuple[Filing, dict[str, str]]:
    """A filing whose narrative and notes hold no personal data, as of any other format; what changed, by path."""
    texts = {"narrative": filing.narrative}
    texts |= {f"indicators[{at}].note": row.note for at, row in enumerate(filing.indicators)}
    texts |= {f"budget_lines[{at}].note": line.note for at, line in enumerate(filing.budget_lines)}
    went: dict[str, str] = {}
    for path, text in texts.items():
        if text and (redacted := redact(text)).counts:
            went[path] = redacted.text
            removed.update(redacted.counts)
    if not went:
        return filing, went
    said = {
        "narrative": went.get("narrative", filing.narrative),
        "indicators": [
            row.model_copy(update={"note": went.get(f"indicators[{at}].note", row.note)})
            for at, row in enumerate(filing.indicators)
        ],
        "budget_lines": [
            line.model_copy(update={"note": went.get(f"budget_lines[{at}].note", line.note)})
            for at, line in enumerate(filing.budget_lines)
        ],
    }
    return filing.model_copy(update=said), went


def _refuse(word: str) -> Any:
    raise ValueError(word)


def _filings(data: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(data, list):
        for position, item in enumerate(cast("list[Any]", data)):
            for prefix, filing in _filings(item):
                yield f"[{position}]{'.' if prefix else ''}{prefix}", filing
        return
    if isinstance(data, dict) and "filings" in data:
        from pydantic import ValidationError

        document = cast("dict[str, Any]", data)
        try:
            FilingDocument.model_validate({**document, "filings": []})
        except ValidationError as error:
            raise _explain(error, "") from error
        filings = document["filings"]
        if not isinstance(filings, list):
            raise InputError("filings 应是一个列表", "filings must be a list")
        for position, item in enumerate(cast("list[Any]", filings)):
            yield f"filings[{position}]", item
        return
    yield "", data


def _explain(error: ValidationError, prefix: str) -> InputError:
    first = error.errors(include_url=False, include_input=False)[0]
    path = prefix
    for part in first["loc"]:
        path += f"[{part}]" if isinstance(part, int) else f"{'.' if path else ''}{part}"
    if first["type"] == "unexpected_keyword_argument":
        close = _closest(str(first["loc"][-1]), first["loc"])
        hint_zh, hint_en = (f"，是不是 {close}？", f"; did you mean {close!r}?") if close else ("", "")
        return InputError(f"不认识的字段 {path}{hint_zh}", f"unknown field {path}{hint_en}")
    where = path or "JSON"
    if first["type"] == "missing":
        return InputError(f"缺少字段 {where}", f"field {where} is missing")
    wanted = _WANTED.get(first["type"])
    zh = f"{where} 的值不对：应是{wanted}" if wanted else f"{where} 的值不对（{first['msg']}）"
    return InputError(zh, f"{where}: {first['msg']}")


def _closest(name: str, loc: tuple[int | str, ...]) -> str | None:
    models = {"indicators": Indicator, "target": Target, "funding": Funding, "budget_lines": BudgetLine}
    parents = [part for part in loc[:-1] if isinstance(part, str)]
    model = models.get(parents[-1], Filing) if parents else Filing
    known = [one.name for one in fields(model)]
    if not parents:
        known += ["schema", "document", "filings", "status", "reason"]
    return next(iter(difflib.get_close_matches(name, known, n=1, cutoff=0.5)), None)
