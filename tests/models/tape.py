"""Cassettes: readable, without secrets, matched by method, address and body.

One place builds the recorder, because vcrpy swallows a misspelt option without a word. Bodies are stored as parsed JSON
in YAML, so that a prompt can be read in a review; of the headers only the content type and retry-after are kept.
"""

import json
from pathlib import Path
from typing import Any

import vcr
import yaml
from vcr.record_mode import RecordMode

CASSETTES = Path(__file__).parent.parent.parent / "cassettes"
_KEPT = ("content-type", "retry-after")


class _Dumper(yaml.SafeDumper):
    """Writes text of several lines as a block, so that a prompt looks as it was sent."""


def _block(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _block)


class _Readable:
    """Serializer: JSON bodies as data, Chinese as Chinese, headers by allow-list."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        interactions = []
        for entry in cassette["interactions"]:
            request, response = entry["request"], entry["response"]
            interactions.append(
                {
                    "request": {
                        "method": request["method"],
                        "uri": request["uri"],
                        "headers": _headers(request["headers"]),
                        "body": _parsed(request["body"]),
                    },
                    "response": {
                        "status": response["status"],
                        "headers": _headers(response["headers"]),
                        "body": _parsed(response["body"]["string"]),
                    },
                }
            )
        data = {"version": cassette["version"], "interactions": interactions}
        return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        cassette = yaml.safe_load(text)
        for entry in cassette["interactions"]:
            entry["request"]["body"] = _printed(entry["request"]["body"])
            entry["response"]["body"] = {"string": _printed(entry["response"]["body"])}
        return cassette


def _headers(headers: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in headers.items() if name.lower() in _KEPT}


def _parsed(body: Any) -> Any:
    text = body.decode() if isinstance(body, bytes) else body
    try:
        return {"json": json.loads(text)}
    except (TypeError, json.JSONDecodeError):
        return {"text": text}


def _printed(body: dict[str, Any]) -> bytes:
    if "json" in body:
        return json.dumps(body["json"], ensure_ascii=False).encode()
    return (body["text"] or "").encode()


def recorder(mode: str) -> vcr.VCR:
    """A recorder; mode is `none` to replay and fail on anything unknown, `all` to record anew."""
    tapes = vcr.VCR(
        cassette_library_dir=str(CASSETTES), match_on=["method", "uri", "body"], record_mode=RecordMode(mode)
    )
    tapes.register_serializer("readable", _Readable)
    tapes.serializer = "readable"
    return tapes
