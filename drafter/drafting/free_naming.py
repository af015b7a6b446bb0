"""A name for a project whose brief gives none: by what is bought, hired or done; it is asked about."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from drafter.drafting.free_found import Found
from drafter.drafting.free_verbs import GETS
from drafter.drafting.free_words import PERSON, doubtful, topic_of
from drafter.language.patterns import lazy

NAMELESS = "未命名项目"
"""Stands for the name where no word of a text could be one."""
GRADE = lazy(
    r"离休|退休|在职|离退休|(?:国家|部|省|市|区|县|镇|乡|村|初|中|高|特)级|[一二三四五]级|[一二三四五特甲乙丙]等|[一二三四甲乙丙A-D]类"
)
"""What an item is called by its grade alone: 国家级3人, 一类12座."""
_PEOPLE = ("名", "人", "位")


def name_project(found: Found, topic: tuple[str, str | None]) -> None:
    """Give a project without a name one, and ask for the right one."""
    if "project_name" in found.fields:
        return
    name = _provisional(found, topic)
    found.fields["project_name"] = name
    said = f"没有写项目名称，暂以“{name}”为名，请改为正式名称"
    found.ask("project_name", said, f"no project name is given; {name} stands for it")


def _provisional(found: Found, topic: tuple[str, str | None]) -> str:
    task = re.sub(r"^(?:开展|做好|组织|完成|举办|实施|提供)", "", found.tasks[0]) if found.tasks else ""
    item: dict[str, Any] = found.main or (found.items[0] if found.items else {})
    first = item.get("name", "")
    if item.get("unit") in _PEOPLE and item.get("verb") in ("慰问", "补助", "资助", "救助", "走访", "奖励", "招募"):
        first = task = f"{first}{item['verb']}"
    elif item.get("unit") in _PEOPLE and PERSON.search(first):
        # People are hired for a service: 保安服务, not the duty they are given.
        done = re.fullmatch(r"开展(?P<what>[^\W\da-zA-Z_]{3,12})", found.tasks[0]) if found.tasks else None
        first = task = done["what"] if done else f"{first}服务"
    elif first.endswith("险"):
        # 给环卫工人买意外险: insurance is taken out, and no equipment.
        pass
    elif item.get("verb") in GETS.values() and item["verb"] in ("购买", "购置", "采购", "添置", "配备", "新增"):
        first = f"{first}购置"
    elif (
        item.get("verb") in ("发放", "印制", "制作", "编印", "拍摄", "安装", "租赁", "办理", "建设", "新建")
        and item["verb"] not in first
    ):
        first = f"{first}{item['verb']}"
    left = next((one for one in (*found.topics, *found.left) if not doubtful(one) and not re.search(r"\d", one)), "")
    if len(topic_of(found.topics[0])[0] if found.topics else "") >= 2 and not (
        found.topics[0].startswith(("给", "为"))
        or re.fullmatch("服务|活动|项目|工作|设备", topic_of(found.topics[0])[0])
    ):
        # 要搞一个展览: that is the project, its costs are parts of it.
        first = topic_of(found.topics[0])[0]
    # 办理法律援助案件 is the project 法律援助案件办理.
    first = re.sub(r"^办理(?P<what>[^\W\d]{3,})$", r"\g<what>办理", re.sub(r"(?<=..)(?:经费|费)$", "", first))
    if GRADE.fullmatch(first):
        # 公厕保洁46座，一类12座，二类34座: all of them name the project.
        whole = (one["name"].removesuffix("数量") for one in found.targets if one["name"].endswith("数量"))
        first = next(whole, first)
    if not found.items and found.targets and isinstance(found.targets[0]["value"], Decimal):
        # 残疾人服务1.2万人次: what is reached names the project where nothing else does.
        left = left or re.sub(r"(?:人次|人数|户数|次数|数量)$", "", found.targets[0]["name"])
    about = topic[0] if not doubtful(topic[0]) else ""
    short = first or (task if 3 < len(task) <= 14 else "") or about or task[:14] or left[:20]
    short = re.sub(r"[“”\"《》「」‘’\s]|(?:项目)+$", "", short) or NAMELESS.removesuffix("项目")
    return f"{short}项目"
