"""The goal text of an embedded draft: one to four sentences in the order officials use.

Purpose first (为…), then what is planned this year with its counts, then the tasks; a second sentence promises quality
and time, a third what comes of it and who is satisfied. The 39 published goals of the starter corpus were the measure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from drafter.models.embedded.items import Said
from drafter.models.embedded.rows import Material, Row, overlap

MOST_ITEMS = 6
_END = "。！？；，、,.;! "
_PURPOSE_VERB = re.compile(
    r"^(?:进一步|切实|全面|更好地?|着力|积极|持续|深入|逐步|有效|及时)?(?:维护|提高|提升|保障|改善|方便|满足|落实|推进|推动|加强|确保|解决|缓解|营造|丰富|促进|防止|"
    r"减少|完善|健全|做好|贯彻|服务|让|使|增强|扩大|降低|保护|帮助|支持|优化|规范|强化|普及|引导|弘扬|传承|打造|消除|预防|掌握|摸清|了解|培养|"
    r"激励|鼓励|建设|创建|巩固|深化|履行|保证|保持|美化|净化|恢复|延长|发挥|发展|防范|控制|化解|压实|回应|便利|减轻|拓宽|查明|督促|防控|实现|加快|"
    r"夯实|关心|关爱|适应|配合|遏制|杜绝|排除|构建|稳定|补齐|充实|盘活|挖掘|展示|倡导|提供|节约|统一|替换|改变|照顾|守护|筑牢|吸引|留住|应对)"
)
_TASK_VERB = re.compile(
    r"^(?:开展|组织|完成|建设|购置|采购|维护|印制|制作|更新|更换|改造|修缮|举办|实施|推进|加强|做好|提供|编制|修订|整理|巡查|检查|聘请|聘用|委托|建立|"
    r"发放|走访|慰问|清理|清运|疏浚|养护|维修|安装|调试|培训|宣传|受理|审核|协助|引导|核查|监测|采集|上门|为|对|定期|及时|集中|统一|拆除|新建|铺设|"
    r"粉刷|种植|补种|修剪|防治|设计|开发|升级|测试|接听|解答|处理|办理|落实|收集|分析|撰写|出具|参与|审查|代理|运送|配送|接送|供应|储备|调拨|处置|"
    r"救助|补助|资助|奖励|拍摄|投放|布置|招募|邀请|评选|表彰|筛查|随访|接种|消毒|抽检|检测|扫描|录入|装订|归档|寄送|打印|租用|租赁|缴纳|投保|理赔|结算)"
)


def sentences(stuff: Material, rows: Sequence[Row]) -> list[str]:
    """The goal as sentence templates."""
    promised = [row for row in rows if row.clause]
    early = [row for row in promised if row.category in ("quantity", "quality", "timeliness")]
    late = [row for row in promised if row not in early and row.category != "economic_cost"]
    opening = _opening(stuff)
    promise = _promises(early)
    outcome = _promises([row for row in late if row.category != "satisfaction"])
    satisfied = _promises([row for row in late if row.category == "satisfaction"])
    sentences = [*opening]
    if promise:
        sentences.append(f"确保{promise}")
    closing = "，".join(part for part in (outcome, satisfied) if part)
    if closing:
        sentences.append(closing)
    return [f"{sentence.rstrip('，、')}。" for sentence in sentences]


def _opening(stuff: Material) -> list[str]:
    before, purpose = _purpose(stuff)
    year = next((f"{{{fact.id}}}" for fact in stuff.request.facts if fact.kind == "year"), "")
    plan = f"{year}计划" if year else "年内计划"
    items, tasks = _items(stuff), _tasks(stuff)
    if items and tasks:
        doing = f"{items}，{tasks}"
    else:
        doing = items or tasks or f"{stuff.kind.task_verb}{stuff.core}{'' if stuff.core.endswith('工作') else '工作'}"
    return [*before, f"{purpose}{plan}{doing}"]


def _purpose(stuff: Material) -> tuple[list[str], str]:
    """Sentences of their own, and the purpose clause that opens the plan."""
    text = re.sub(r"\s+", "", stuff.brief.purpose or "").strip(_END)
    if not text:
        return [], ""
    parts = [part.strip(_END) for part in re.split(r"[。！？；]", text) if part.strip(_END)]
    if len(parts) > 1 or len(text) > 80:
        return parts, ""
    if text.startswith(("根据", "按照", "依据", "通过", "围绕")):
        return [], f"{text}，"
    bare = re.sub(r"^(?:为了|为)", "", text)
    if text.startswith("为") or _PURPOSE_VERB.match(bare):
        return [], f"为{bare}，"
    return [], f"围绕{bare}，"


def _items(stuff: Material) -> str:
    told = [one for _, one in stuff.items if one is not None]
    cut = told[:MOST_ITEMS]
    phrases: list[str] = []
    for verb, group in groupby(cut, key=lambda one: one.verb):
        phrases.append(f"{verb}{'、'.join(one.object for one in group)}")
    text = "，".join(phrases)
    return f"{text}等" if len(told) > len(cut) else text


def _tasks(stuff: Material) -> str:
    told = [one for _, one in stuff.items if one is not None]
    tasks = [task.strip(_END) for task in stuff.brief.tasks]
    tasks = [task for task in tasks if task and not _said_already(task, told)]
    if not tasks:
        return ""
    acting = [task for task in tasks if _TASK_VERB.match(task)]
    nouns = [task for task in tasks if task not in acting]
    separator = "，" if any("、" in task for task in tasks) else "、"
    parts: list[str] = []
    if acting:
        parts.append(separator.join(acting))
    if nouns:
        noun = stuff.kind.task_noun
        tail = "" if nouns[-1].endswith(noun) else f"等{noun}"
        parts.append(f"{stuff.kind.task_verb}{'、'.join(nouns)}{tail}")
    return "，".join(parts)


def _said_already(task: str, told: Sequence[Said]) -> bool:
    if any(char.isdigit() for char in task):
        return False
    return any(overlap(task, f"{one.verb}{one.noun}{one.verb}") >= Decimal("0.75") for one in told)


def _promises(rows: Sequence[Row]) -> str:
    full = [row.name for row in rows if row.full]
    clauses: list[str] = []
    if len(full) > 1:
        clauses.append(f"{'、'.join(full)}均达到100%")
    for row in rows:
        if not (row.full and len(full) > 1):
            clauses.append(row.clause)
    return "，".join(clauses)
