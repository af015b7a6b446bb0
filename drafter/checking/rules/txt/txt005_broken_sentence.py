"""TXT005: unbalanced brackets or quotes, doubled marks and words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.words.brackets import unpaired
from drafter.checking.words.fields import Written
from drafter.language.patterns import lazy

_DOUBLED = lazy(r"，{2,}|、{2,}|；{2,}|：{2,}|(?<!。)。{2}(?!。)|[，、；][。；，、]|。[，、；]|：[。，；]")
# 的的确确, 目的的 and 为了了解 say no word twice.
_TWICE = lazy(r"(?<![目标])的的(?!确)|了了(?![解之])")
# 故障故障处理 does; 服务服务点 is 服务 and 服务点.
_WORD_TWICE = lazy(r"([^\W\da-zA-Z_]{2,3})\1(?![点站商器员者台网线单期费师室间区])")
_SPOKEN = lazy(r"(.)\1\1|一[^\W\da-zA-Z_]一|(研究|学习|讨论|商量|了解|宣传|休息|交流){2}")
_TITLE = lazy(
    r"[<＜][^<>＜＞/\w]{0,2}[^\W\da-zA-Z_][^<>＜＞/]{2,60}(?:通知|办法|意见|规定|方案|条例|决定|细则|规程|标准)[^<>＜＞/]{0,10}[>＞]"
)
_NUMBER = lazy(r"[\[〔【（(](?:19|20)\d{2}年?号[\]〕】）)]\d{1,5}号")
_ANYWHERE = (("doubled", _DOUBLED), ("twice", _TWICE), ("title", _TITLE), ("number", _NUMBER))
# After such a verb a noun follows, of two characters at least: 民生改善良 lost or gained one.
_STUMP = lazy(
    r"(提升|提高|改善|增强|完善|优化|加强|促进|推进)(?![率度值数量额比性力面中后前期类型点项者费款金场站员案群网化了等])[^\W\da-zA-Z_]$",
    needs=("提", "改善", "增强", "完善", "优化", "加强", "促进", "推进"),
)


@rule(
    "TXT005",
    "broken-sentence",
    title_en="Unbalanced brackets or quotes, doubled marks or words",
    severity="info",
    status="stable",
    explained_by=("TXT002",),
    message=(
        "{field}“{quoted}”里的“{mark}”不成对；请补上或删去",
        "“{mark}” in {field_en} “{quoted}” has no partner; add or delete one",
    ),
    variants={
        "doubled": (
            "{field}“{quoted}”里标点“{mark}”连用；请删去多余的",
            "doubled marks “{mark}” in {field_en} “{quoted}”",
        ),
        "twice": (
            "{field}“{quoted}”里“{mark}”重复；请删去一个",
            "“{mark}” is written twice in {field_en} “{quoted}”",
        ),
        "title": (
            "{field}“{quoted}”里的文件名称用了“<>”；请改用书名号《》",
            "{field_en} “{quoted}” puts a document's name between < and >; use 《》",
        ),
        "number": (
            "{field}“{quoted}”里的文号“{mark}”写法不规范，年份后多了“号”字；请核对原文件",
            "the document number “{mark}” in {field_en} “{quoted}” is malformed: 号 stands after the year",
        ),
        "stump": (
            "{field}“{quoted}”的结尾“{mark}”不成词，可能多字或漏字",
            "{field_en} “{quoted}” ends with “{mark}”, which is no word",
        ),
    },
)
def broken_sentence(ledger: Ledger) -> Iterator[Emission]:
    """语句残缺或标点失衡

    ## 检查什么
    目标、名称、指标值里括号、引号、书名号不成对，标点连用（，，。。、，），字词重复（的的、故障故障），文件名称用“<>”、文号写成“〔2017号〕97号”，名称结尾不成词
    的，建议核对。“1）”“a）”这样的序号、全角与半角括号相配的不提示。

    ## 为什么
    多由删改后没有通读、系统拼接造成，往往连带丢字或多字。

    ## 依据
    格式规范（财预〔2015〕88号 审核要点“完整性”）。

    ## 错误示例
    ```yaml
    annual_goal: 继续推进【“】一口式窗口服务，年内印制宣传册7000份，居民满意度达90%以上。
    ```
    ```yaml
    annual_goal: 年内印制宣传册7000份【，，】居民满意度达90%以上。
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 【一级故障故障处理时间】, target: "≤90分钟"}
    ```
    ```yaml
    indicators:
      - {level1: 效益指标, level2: 经济效益指标, name: 【及时办结实现服务改善良】, target: "≥90(%)"}
    ```

    ## 正确示例
    ```yaml
    annual_goal: 1）推进“一口式”窗口服务;2）印制宣传册(含折页）7000份，人人知晓，居民满意度达90%以上……
    ```
    """
    anywhere = [(variant, pattern) for variant, pattern in _ANYWHERE if pattern.search(ledger.page)]
    for text in ledger.written:
        flaw = _flaw(text, anywhere) if text.path != "narrative" else None
        if flaw is None:
            continue
        yield Hit(
            Ref(text.path, text.span(flaw.start, flaw.end)),
            arguments={
                "field": text.zh,
                "field_en": text.en,
                "quoted": _around(text.text, flaw.start, flaw.end),
                "mark": text.text[flaw.start : flaw.end],
            },
            variant=flaw.variant,
        )


class _Flaw(NamedTuple):
    variant: str
    start: int
    end: int


def _flaw(text: Written, anywhere: Sequence[tuple[str, re.Pattern[str]]]) -> _Flaw | None:
    """The first flaw of a text; one is enough to send a reader to it."""
    loose = unpaired(text.text)
    if loose is not None:
        return _Flaw("", loose.position, loose.position + 1)
    for variant, pattern in anywhere:
        if (found := pattern.search(text.text)) is not None:
            return _Flaw(variant, *found.span())
    if text.path.endswith((".name", "project_name")):
        if (found := _WORD_TWICE.search(text.text)) is not None and not _SPOKEN.search(found[0]):
            return _Flaw("twice", *found.span())
        if (found := _STUMP.search(text.text)) is not None:
            return _Flaw("stump", *found.span())
    return None


def _around(text: str, start: int, end: int) -> str:
    """A few characters to both sides, so that the place is found on paper."""
    left, right = max(0, start - 8), min(len(text), end + 8)
    return ("…" if left else "") + text[left:right] + ("…" if right < len(text) else "")
