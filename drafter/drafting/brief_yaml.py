"""YAML as people write it by hand: a safe loader without surprises.

YAML 1.1 turns 1_000 into 1000, 010 into 8, 12:30 into 750, no into False and 66000.10 into a float. Here every scalar
is the text that was written; the fields decide what it means. Anchors and aliases are refused: no brief needs them,
and nine lines of them can fill the memory.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, cast

import yaml

from drafter.errors import InputError

_KEY = re.compile(
    r"^([ \t-]*(?:[a-z]\w*|[\u4e00-\u9fff]+(?:[（(][\u4e00-\u9fff]+[）)])?))"
    r"[ \u3000]*(?:：|:(?=[^\s/]))[ \u3000]*",
    re.MULTILINE,
)
"""The key of a line with a Chinese colon after it, or a colon and no space; an address (http://) has none."""
_NULL = frozenset({"", "~", "null", "Null", "NULL"})


class _Loader(yaml.SafeLoader):
    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = cast("Any", self).peek_event()
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            line = event.start_mark.line + 1
            raise InputError(
                f"简述第 {line} 行用了锚点或别名，请直接写出内容",
                f"brief line {line}: anchors and aliases are not allowed",
            )
        return super().compose_node(parent, index)


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys: set[str] = set()
    for key, _ in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise InputError(f"简述第 {line} 行的键不是文字", f"brief line {line}: a key is a word")
        if key.value in keys:
            raise InputError(
                f"简述第 {line} 行：{key.value} 写了两次", f"brief line {line}: {key.value} is given twice"
            )
        keys.add(str(key.value))
    return cast("dict[Any, Any]", loader.construct_mapping(node, deep=True))


def _text(loader: _Loader, node: yaml.ScalarNode) -> str | None:
    text = str(loader.construct_scalar(node))
    return None if node.style is None and text in _NULL else text


_Loader.yaml_implicit_resolvers = {}
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:str", _text)


def load_yaml(text: str) -> dict[str, Any]:
    """The mapping a YAML text holds, every scalar as text, blank ones None.

    Raises:
        InputError: No valid YAML, no mapping, a doubled key, an anchor; the line is named.
    """
    try:
        return _mapping_of(text)
    except InputError:
        # Chinese input methods type ：, and who never saw YAML leaves no space after the colon. Only what is no mapping
        # as it stands is read so: the colons of a valid brief are its own.
        plain = _KEY.sub(r"\1: ", text)
        if plain != text:
            with suppress(InputError):
                return _mapping_of(plain)
        raise


def _mapping_of(text: str) -> dict[str, Any]:
    try:
        data: Any = yaml.load(text, Loader=_Loader)  # noqa: S506  a SafeLoader, stricter than the usual one
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError(
            f"简述第 {line} 行不是有效的 YAML：{_in_chinese(error.problem or '')}",
            f"brief line {line} is no valid YAML: {error.problem}",
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError("简述不是有效的 YAML", "the brief is no valid YAML") from error
    if not isinstance(data, dict):
        raise InputError(
            "简述应为“键: 值”的形式；自由文字请用 .txt", 'a YAML brief is "key: value" lines; use .txt for free text'
        )
    return cast("dict[str, Any]", data)


_PROBLEMS = (
    ("found character '\\t'", "有制表符，缩进请用空格"),
    ("expected ',' or", "括号没有闭合，或缺少逗号"),
    (
        "mapping values are not allowed",
        "冒号的位置不对；冒号后面空一格，值里有冒号时整个值要加引号，各行缩进要对齐",
    ),
    ("could not find expected ':'", "上一项缺少冒号（冒号用半角，后面空一格）"),
    ("expected <block end>", "缩进没有对齐"),
    ("found unexpected end of stream", "引号没有闭合"),
    ("expected the node content", "冒号或逗号后面缺少值"),
    ("found character", "有不能用在开头的符号，整个值要加引号"),
)


def _in_chinese(problem: str) -> str:
    """What the library says is wrong, as what a clerk can mend."""
    # Sentences of our own come through the library's errors too, and are Chinese already.
    known = next((words for start, words in _PROBLEMS if problem.startswith(start)), "")
    return known or (problem if not problem.isascii() else "写法有误（冒号后空一格，缩进对齐，括号和引号成对）")
