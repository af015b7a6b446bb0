"""Lines cut at their blanks: a cell of a PDF's text is a run of such tokens, a label may run over several lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from drafter.language.patterns import lazy
from drafter.reading.columns import is_listed
from drafter.reading.content import Cell
from drafter.reading.labels import Label, find_label, strip_numbering
from drafter.reading.levels import level1_kind, level2_parents
from drafter.reading.lexicon import lexicon
from drafter.reading.words import compact, join_lines, tidy

_LONGEST_LABEL = 6
_MAX_TEXT = 40
_MAX_WORDS = 400
_OFTEN = 2
_HALVES = 2
_SET_APART = lazy(r"(?<=[\u4e00-\u9fff]) (?=[≥≤≧≦＝=]?\d)|(?<=\d) (?=[\u4e00-\u9fff])")
_SET_TOGETHER = lazy(r"(?:(?<=[\u4e00-\u9fff])\d|\d(?=[\u4e00-\u9fff]))(?<!指标\d)(?<!目标\d)")

Found = TypeVar("Found")


class Token(NamedTuple):
    """A run of text without blanks.

    Attributes:
        text: The run.
        cell: The line it stands in; `cell.row` is the number of the line.
        starts_line: First of its line.
        ends_line: Last of its line.
    """

    text: str
    cell: Cell
    starts_line: bool
    ends_line: bool


def tokens_of(lines: Iterable[Cell]) -> list[Token]:
    """The tokens of lines, in order."""
    tokens: list[Token] = []
    for line in lines:
        words = tidy(line.text).split()
        if len(words) > _MAX_WORDS:  # Prose, or no text at all: such a line is no row of cells.
            words = [line.text.strip()]
        elif len(words) > 1 and all(len(word) == 1 and _is_chinese(word) for word in words):
            words = ["".join(words)]  # 指 标 值 is a label spread over its cell.
        elif len(words) == _HALVES and words[1] == "指标" and _is_name("".join(words)):
            words = ["".join(words)]  # So are 产出 指标 and 一级 指标, which a cell breaks and a web page joins.
        last = len(words) - 1
        tokens.extend(Token(word, line, at == 0, at == last) for at, word in enumerate(words))
    return tokens


def _is_name(text: str) -> bool:
    return is_listed(text) or bool(level1_kind(text) or level2_parents(text))


def _is_chinese(char: str) -> bool:
    return "一" <= char <= "鿿"


def are_set_apart(tokens: Sequence[Token]) -> bool:
    """Whether numbers stand apart from the words about them everywhere (≧338 人, 截至 2023 年底): no cell ends there.

    Case: ``pdftotext`` sets a blank between Chinese characters and digits of another font.
    """
    text = "".join("\n" + token.text if token.starts_line else " " + token.text for token in tokens)
    return _SET_TOGETHER.search(text) is None and len(_SET_APART.findall(text)) >= _OFTEN


def token_text(tokens: Sequence[Token]) -> str:
    """The text of a cell: tokens of one line with a blank between them, lines joined as a cell's lines are."""
    lines: list[str] = []
    for token in tokens:
        if token.starts_line or not lines:
            lines.append(token.text)
        else:
            lines[-1] += " " + token.text
    return join_lines(lines)


def longest(
    tokens: Sequence[Token], at: int, look: Callable[[str, int], Found | None], most: int = _LONGEST_LABEL
) -> tuple[Found | None, int]:
    """The longest run of tokens from `at` that `look(text, count)` knows: broken over lines, or spread with blanks."""
    best: tuple[Found | None, int] = (None, 0)
    text = ""
    for count in range(1, min(most, len(tokens) - at) + 1):
        token = tokens[at + count - 1]
        text += token.text
        if len(text) > _MAX_TEXT and count > 1:
            break
        found = look(text, count)
        if found is not None:
            best = (found, count)
    return best


def match_label(tokens: Sequence[Token], at: int) -> tuple[Label | None, int]:
    """The label of a form that begins with a token, and how many tokens it takes."""
    if not _may_begin(tokens[at].text):
        return None, 0
    return longest(tokens, at, _look)


def _look(text: str, count: int) -> Label | None:
    label = find_label(text)
    return label if label is None or count == 1 or label.inline is None else None


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(name[:length] for name in lexicon().labels for length in (1, 2))


def _may_begin(text: str) -> bool:
    # Most tokens of a long text begin no label: two characters tell.
    return strip_numbering(compact(text[:16]))[:2] in _beginnings()
