"""The verb of an item whose name holds none: 聘用保安, 举办讲座, 提供辅导300小时, and 购置 for what can be bought."""

from __future__ import annotations

from drafter.language.patterns import lazy
from drafter.models.embedded.kinds import Kind
from drafter.models.embedded.words import word_lists

_EXPERT = (
    "专家",
    "律师",
    "讲师",
    "教师",
    "顾问",
    "教练",
    "评委",
    "裁判",
    "设计师",
    "老师",
    "教官",
    "主持人",
    "作家",
    "画家",
    "艺术家",
    "嘉宾",
)
STAFF = (
    "员",
    "班长",
    "组长",
    "队长",
    "辅警",
    "交警",
    "民警",
    "用工",
    "坐席",
    "座席",
    "人员",
    "保安",
    "雇员",
    "社工",
    "护工",
    "厨师",
    "护士",
    "医生",
    "助理",
    "协管",
    "队员",
    "管理",
    "工人",
    "师傅",
    "师",
    *_EXPERT,
)


# Those who are given something, or come for it, are nobody's staff: 就餐人员450人.
_SERVED = lazy(
    r"(?:[学党队]|运动|会|团|社区矫正人|隔离人)员$"
    r"|(?:就餐|用餐|参[^\W\d_]|受[^\W\d_]|到场|观看|困难|失业|待业|就业|退休|在职|流动|残疾|住院|获奖|转业|优抚|服刑|戒毒|安置|低保|特困|伤残|涉案|上访|来访)"
    r"[^\W\d_]{0,4}人员$"
)
ROOMS = ("间", "座", "栋", "幢", "片")
_PAYS = ("补贴", "补助", "资助", "奖励", "慰问", "救助")
_CLASSES = ("班", "课", "课堂", "课程")


def usual_verb(noun: str, group: str, kind: Kind, act: str, unit: str) -> str:
    """The verb for a noun by the class of its unit (see `unit_class`), what its kind of project does, and its act."""
    if group == "visits" and noun.endswith(STAFF):
        return "安排"
    if group in ("person", "visits"):
        return _person_verb(noun, kind, act, unit)
    if group == "session":
        if noun.endswith(_CLASSES) and not noun.endswith(("培训班", "研修班", "轮训班", "培训课")):
            return "开设"
        # 结业会1场: what ends in 会 and is held is a meeting.
        gathering = noun.endswith((*word_lists()["gatherings"], "会", "仪式"))
        return (kind.session_verb or "举办") if gathering and not noun.startswith("进") else "开展"
    if group == "site":
        # 企业诊断60家 is done; 学校60所 are reached.
        done = len(noun) > 3 and noun.endswith(_actions())
        return act if kind.site_by_act else kind.site_verb or ("完成" if done else "覆盖")
    made = next((verb for verb, nouns in word_lists()["goods"].items() if noun.endswith(tuple(nouns))), "")
    made = "" if noun.endswith(tuple(word_lists()["plant"])) else made
    if there := _of_what_is_there(made, group, kind, act):
        return there
    if not made and kind.builds and noun.endswith(tuple(word_lists()["built"])):
        return act if act in ("新建", "改建", "扩建", "改造", "修缮", "翻新") else "建设"
    if group == "area":
        return made or (act if act in word_lists()["leading"] else kind.area_verb or "完成")
    return _goods_verb(noun, made, group, kind, act, unit)


def _goods_verb(noun: str, made: str, group: str, kind: Kind, act: str, unit: str) -> str:
    if group == "piece" or (group == "loose" and kind.piece_verb):
        return kind.piece_verb or "完成"
    if unit in ("个", "项") and noun.endswith(tuple(word_lists()["gatherings"])):
        # 原创展览2个 are held.
        return "举办"
    if group == "hours":
        # 外聘专家600人天 are had, 个案辅导300小时 is given, 直播40小时 is done; hours are never bought.
        if noun.endswith(STAFF):
            return "安排"
        return "提供" if kind.task_verb == "提供" or noun.endswith(tuple(word_lists()["given"])) else "完成"
    if group == "batch":
        return "完成"
    if made:
        return made
    if noun.endswith(tuple(word_lists()["consumed"])):
        return "采购"
    if unit in ROOMS and (kind.goods_verb or "购置") == "购置":
        return "建设"
    if kind.goods_verb == "安装" and noun.endswith(tuple(word_lists()["bought"])):
        return "购置"
    if kind.goods_by_act and act in word_lists()["leading"]:
        return act
    if (kind.goods_verb or "购置") == "购置" and noun.endswith(tuple(word_lists()["points"])):
        return "覆盖"
    # 打孔注药20000株: what nobody can hand over is not bought, unless the kind says what is done with its goods.
    return kind.goods_verb or ("购置" if not unit or unit in word_lists()["things_by"]["units"] else "完成")


def _of_what_is_there(made: str, group: str, kind: Kind, act: str) -> str:
    """The verb for what a project neither makes nor buys: 系统5个 of an assessment, 插秧机 of a subsidy; else empty."""
    if made == "开发" and kind.id in ("it_assess", "it_ops"):
        return "测评" if kind.id == "it_assess" else "维护"
    if kind.id == "subsidy" and group == "goods" and act in _PAYS:
        return act if act in _PAYS[:4] else "发放"
    return ""


def _actions() -> tuple[str, ...]:
    data = word_lists()
    return (*data["leading"], *data["inverted"], *data["work"], *data["doing"])


def _person_verb(noun: str, kind: Kind, act: str, unit: str) -> str:
    if kind.id == "subsidy" and noun.endswith(STAFF) and act in _PAYS:
        return "补助" if act == "补贴" else act
    if noun.endswith(_EXPERT):
        return "聘请"
    if noun.endswith(tuple(word_lists()["insured"])):
        return "投保"
    if noun.endswith(tuple(word_lists()["given"])):
        return "提供"
    if noun.endswith(STAFF) and not _SERVED.search(noun):
        return kind.person_verb if kind.person_verb in ("配备", "聘用") else "聘用"
    if noun.endswith(tuple(word_lists()["gatherings"])):
        return "组织"
    if noun.endswith(tuple(word_lists()["people"])):
        return "服务" if kind.person_verb in ("配备", "聘用", "聘请") else kind.person_verb
    # 名 and 位 count persons and no work: whoever has no known calling is still somebody (播音60名).
    return "配备" if unit in ("名", "位") and not noun.endswith(_actions()) else "完成"
