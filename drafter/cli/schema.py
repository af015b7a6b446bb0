"""`drafter schema NAME`: the published JSON Schemas."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, Any

import typer

from drafter.cli.options import Lang, LangOption, command, emit


class SchemaName(StrEnum):
    """The shapes that are published."""

    filing = "filing"
    report = "report"
    brief = "brief"
    draft = "draft"
    quantity = "quantity"


@command
def schema(
    name: Annotated[SchemaName, typer.Argument(help="数据名称 · name of the shape")],
    lang: LangOption = Lang.zh,
) -> None:
    """输出 JSON Schema · print a JSON Schema."""
    del lang
    emit(json.dumps(json_schema(str(name)), ensure_ascii=False, indent=2))


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a published shape, as output and input have it."""
    if name == "filing":
        from drafter.filing import FilingDocument as Model
    elif name == "report":
        from drafter.checking.report import Report as Model
    elif name == "brief":
        from drafter.brief import Brief as Model
    elif name == "draft":
        from drafter.drafting import Draft as Model
    else:
        from drafter.cli.quantity_schema import QuantityLine as Model
    body = Model.model_json_schema(by_alias=True, mode="serialization" if name != "brief" else "validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"drafter.{name}/1", **body}
