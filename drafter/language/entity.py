"""The noun a quantity belongs to: 保安 in 预计招录保安2人, 定点医疗机构 in 86家定点医疗机构."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_HAN = r"一-鿿"
# What a verb is followed by when it is part of a noun: 培训率, 审核数量, 服务对象, 管理费.
_NOMINAL = frozenset("率量数额度费款金者员班册期时限人对机标合情工价成方单面点中前后类及和与、的类型站所室处队厅化性力业案项资")
# Units after which no noun of theirs follows: 2人负责…, 800人次参加….
_BARE_UNITS = frozenset("人 人次 户次 件次 场次 台次 人·天 人·月 人·年 人天 人月 人日 人份 台套 批次 户".split())
_STOP_HEAD = re.compile(
    r"[的和及与、并且或在于由为对从向将按经均都已达每全共等是有不未需应可参进用给使被把后前内其各以即则也又且再还至到因如若以上以下左右约近超比较]"
    r"|(?:分别|开展|进行|完成|负责|参与|参加|提供|实现|确保|保障|同比|环比|累计|组织|举办|发放|建成|投入|获得|通过|覆盖|包括|其中|包含|平均|免费|及时|顺利|正常|重点|逐步|有效|成功|初步|按期|按时|如期)"
)
_STOP_INSIDE = re.compile(r"[的和及与、并或由以将均每共达需应且使被为在]|不少于|不低于|超过|达到|进行|用于|提供|实现|负责|参加|参与|完成|分别|开展|总计|合计|共计")
_AFTER = re.compile(rf"[ ]?(?:的)?([{_HAN}A-Za-z·]{{1,14}})")
_QUOTED_AFTER = re.compile(r"[ ]?[“《「]([^“”《》「」]{1,16})[”》」]")
_LEFT_PARTICLES = "的了对为将其各共每全本该和与及或并等把使让由在于向给以从自按含有是拟"


@cache
def _words() -> tuple[frozenset[str], re.Pattern[str]]:
    lead: set[str] = set()
    tail: set[str] = set()
    into = lead
    for line in files(__package__).joinpath("verbs.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            into = lead if line == "[lead]" else tail
        elif not line.startswith("#"):
            into.update(line.split())
    reverse = "|".join(sorted((word[::-1] for word in tail), key=len, reverse=True))
    # Read backwards from the number: verbs of degree, a short bracket, then the noun phrase.
    pattern = re.compile(
        rf"[ ]*(?:(?:{reverse})[ ]*)*(?:[)）](?P<inside>[^()（）]{{0,12}})[(（])?(?:[》”」](?P<title>[^《》“”「」]{{1,20}})[《“「])?"
        rf"(?:(?:{reverse}))*(?P<run>[{_HAN}A-Za-z·]*)"
    )
    return frozenset(lead), pattern


def entity_of(text: str, left: int, start: int, end: int, unit: str | None, *, classifier: bool) -> str | None:
    """Return the noun phrase a quantity belongs to, or None if none stands beside it.

    Args:
        text: the whole text.
        left: nothing before this offset belongs to the quantity.
        start: where the quantity or the comparator before it begins.
        end: where the quantity or the comparator after it ends.
        unit: its unit.
        classifier: whether a noun may follow it (12个街镇); after a percentage none does.
    """
    if classifier and unit not in _BARE_UNITS:
        noun = _noun_after(text, end)
        if noun is not None:
            return noun
    return _noun_before(text, left, start)


def _noun_after(text: str, end: int) -> str | None:
    match = _AFTER.match(text, end)
    if match is None:
        quoted = _QUOTED_AFTER.match(text, end)
        return quoted[1] if quoted else None
    run = match[1]
    if _STOP_HEAD.match(run) or run[:2] in _words()[0]:
        return None
    stop = _STOP_INSIDE.search(run, 1)
    noun = run[: stop.start()] if stop else run
    return noun if len(noun) > 1 else None


def _noun_before(text: str, left: int, start: int) -> str | None:
    lead, pattern = _words()
    window = text[max(left, start - 28) : start][::-1]
    match = pattern.match(window)
    if match is None:
        return None
    title, run = match["title"], match["run"][:18][::-1]
    if title:
        return title[::-1]
    return _without_verbs(run, lead) or None


def _without_verbs(run: str, lead: frozenset[str]) -> str:
    # 占总投资的25% speaks of what stands before 占.
    share = run.find("占")
    if share > 1:
        run = run[:share]
    for at in range(len(run) - 2, -1, -1):
        if run[at : at + 2] in lead:
            rest = run[at + 2 :]
            if not rest:
                continue
            if rest[0] not in _NOMINAL or (len(rest) > 2 and rest[0] in "对人"and rest[1] not in "象员数次口群均"):
                if len(rest) > 1:
                    run = rest
                    break
    return run.lstrip(_LEFT_PARTICLES)
