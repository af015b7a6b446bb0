"""Verbs of one character before the objects they go with: 出法律意见书 is 出具法律意见书, 审合同 is 审核合同."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.drafting.free_verbs import WORKS
from drafter.language.patterns import lazy


class _Sense(NamedTuple):
    """What a character says before some objects: `official` is the word of a form, `objects` how the objects end."""

    official: str
    objects: str


# The object decides, for the characters begin other words too: 出租车, 查询机, 讲台.
_SENSES: dict[str, tuple[_Sense, ...]] = {
    "出": (
        _Sense("出具", "意见书?|报告书?|证明|建议书|鉴定书|评估书|意见函|律师函|图纸"),
        _Sense("编印", "简报|专刊|期刊|板报|年鉴|画册|快报|刊物|专报|宣传册"),
    ),
    "审": (
        _Sense("审核", "合同|协议书?|文件|材料|方案|报告书?|[预决结]算|图纸|卷宗|稿件?|资料|账目|凭证|标书|文书|制度"),
    ),
    "写": (_Sense("撰写", "报告|方案|材料|稿件?|文章|剧本|论文|案例|总结|通讯|意见书|文书|信息|诉状"),),
    "查": (
        _Sense("排查", "隐患"),
        _Sense("查办", "案件?"),
        _Sense("检查", "企业|单位|场所|[门商药饭网]店|商户|餐馆|食堂|学校|工地|超市|市场|农贸市场|经营户|小作坊|作坊"),
    ),
    "讲": (_Sense("讲授", "[^\\W\\d_]课|课程"),),
    "演": (_Sense("演出", "话剧|歌剧|舞剧|戏曲|歌舞|节目|曲目|剧目|短剧|儿童剧"),),
    "测": (_Sense("检测", "水样|样品|土样|水质|空气|甲醛|电梯|桥梁|房屋|噪声|食品|水源"),),
    "送": (
        _Sense("放映", "电影"),
        _Sense("举办", "演出|文艺|戏曲|节目|讲座|培训"),
        _Sense("提供", "服务"),
    ),
    "办": (_Sense("办理", "案件?|手续|执照|许可|公证|仲裁|信访件|登记|贷款|社保卡"),),
    "编": (
        _Sense("编制", "报告|规划|方案|预案|标准|目录|[预决]算"),
        _Sense("编印", "教材|年鉴|手册|读本|画册|丛书|志书"),
    ),
    "拆": (_Sense("拆除", "违法建筑|违章建筑|违建|危房|旧房|围墙|棚屋|棚户|广告牌|建筑物?|构筑物"),),
    "改": (_Sense("改造", "户厕|旱厕|公厕|厕所|危房|管网|线路|灶台|房屋"),),
}
# What is a word with the character before it: 出生证明, 审计报告, 办公文件, 查封场所.
_WORDS = {
    "出": "[生租行差入口版警院国土资让勤庭诊具台席境海品厂血纳发图]",
    "审": "[计批查核定判理讯美议]",
    "写": "[字作生真实]",
    "查": "[验询处封办勘看扣找实收阅]",
    "讲": "[台座解师话堂习义授述评]",
    "演": "[出练讲示习员播唱奏艺绎]",
    "测": "[绘试评量算温速报]",
    "送": "[达检货水气餐医教审别温清]|电(?!影)",
    "办": "[公理事学结证]",
    "编": "[制印写织辑导号程外委修纂]",
    "拆": "[除迁解分装改]",
    "改": "[造建革善良进装变正编]",
}
_SHORT = lazy(
    f"(?P<verb>{'|'.join(f'{verb}(?!{_WORDS[verb]})' for verb in _SENSES)})了?(?P<object>[^\\W\\da-zA-Z_]{{2,14}})"
)
# 律师当法律顾问: who does it is no part of what is hired.
_SERVES_AS = (
    r"[^\W\da-zA-Z_]{2,10}?(?:当|担任|做)"
    r"(?P<role>[^\W\da-zA-Z_]{0,6}(?:顾问|辅导员|指导员|调解员|督导员|监督员|裁判|评委|教练|导师)(?:服务)?)"
)
_HIRED_AS = lazy(rf"(?P<lead>.*?)(?<![邀申])(?:聘请|聘用|委托|请|聘|找){_SERVES_AS}")
_PROJECT_OF = lazy(rf"{_SERVES_AS}(?P<project>项目)")


def role_alone(text: str) -> str:
    """What is hired, where words say who serves as what: 请律师当法律顾问 → 聘请法律顾问; others as they are."""
    if hired := _HIRED_AS.fullmatch(text):
        return f"{hired['lead']}聘请{hired['role']}"
    project = _PROJECT_OF.fullmatch(text)
    return f"{project['role']}项目" if project else text


_DONE_TO = lazy(
    r"(?P<when>(?:(?:19|20)\d{2}年度?|全年|计划|拟|将)*)对(?P<what>[^\W\da-zA-Z_]{2,16}\d{1,9}(?:\.\d{1,4})?万?[^\W\da-zA-Z_]{1,3}?)"
    r"(?:全面|集中|统一|定期)?(?:实施|进行|开展)(?P<work>[^\W\da-zA-Z_]{2,4})"
)


def work_first(text: str) -> str:
    """The work before what it is done to: 对绿地18处实施养护 → 养护绿地18处; other words as they are."""
    done = _DONE_TO.fullmatch(text)
    return f"{done['when']}{done['work']}{done['what']}" if done and done["work"] in WORKS else text


def short_verb(text: str) -> tuple[str, str] | None:
    """The verb of a form and its object for words that begin with one character of it, or None.

    Args:
        text: What stands before a count, without what a speaker puts before it: 出法律意见书.

    Returns:
        (出具, 法律意见书); None where the object is none of those the character goes with.
    """
    match = _SHORT.fullmatch(text.strip("、，：:的 "))
    if match is None:
        return None
    for sense in _SENSES[match["verb"]]:
        if re.search(f"(?:{sense.objects})$", match["object"]):
            return sense.official, match["object"]
    return None
