"""Words of spoken briefs: who speaks, what is done to a thing, what a thing is called."""

from __future__ import annotations

import re

from drafter.drafting.free_short_verbs import short_verb
from drafter.drafting.free_verbs import GETS, VERB, VERBS, WORKS
from drafter.drafting.mention_nouns import is_place_and_verb
from drafter.language import bounds
from drafter.language.data import words
from drafter.language.patterns import lazy
from drafter.models.embedded.items import DEVICES
from drafter.models.embedded.words import word_lists

_LIGHT = ("开展", "组织", "做", "搞", "有", "用", "给", "委托开展")
_SPOKEN = lazy(
    r"^(?:我们|我局|我镇|我区|我校|我院|我单位|本单位|我?(?:单位|中心|街道|学校|社区)(?=想|要|计划|拟|打算|准备|将|需|请|给|把|在|明年|今年|$)|本中心|后面又说|又说|又写|后来|各|完成|明年|今年|后年|来年|全年度|年度|年内|全年|全区|全镇|全市|全县|计划|拟于?|准备|打算|再加上|加上|顺便|先(?![进天行])|然后|还得|还有|希望|[这那]边有?|现有|目前有|[春夏秋冬]天|[春夏秋冬]季(?=要|想|计划|准备|需|打算|拟|买|采购|购)|暑假(?=要|想|计划|准备|需|打算|拟)|这儿有?|这里有?|那边|上半年|下半年|"
    r"需要|需(?!求)|要(?![素点求])|想|将(?!军)|预计|继续|大概|大约|约(?![谈束])|一共|总共|共计|共(?![享同建治])|另外|另|还(?![田款])|再(?!生|就业)|以及|及(?!时)|和(?![谐解])|并(?!网)|其中|包括|含|为(?!老)|对(?![象口照接外讲])|向(?![导日])|把|于|在(?![线校职编册建岗])|至少|不少于|达到|达|"
    r"(?:19|20)\d{2}年度?|[，、：:的了])+"
)
_INDEFINITE = lazy(
    r"^(?:个(?![人体别性案])(?=[^\W\da-zA-Z_]{2})|[一1]个|[一1]批|[一1]次|[一1]场|[一1]些|几(?:个|台|套|件|名|位|辆|场|次|处)|若干(?:个|台|套|件|名|位|辆|批|场|次|处|项)?|一部分|部分|各类)"
)
UNCOUNTED = lazy(
    r"若干(?:[^\W\da-zA-Z_])?|(?<![十百千万第])几(?=[个台套件名位辆场次处户家所])|(?:[几数][十百千万]|上[百千万]|[十百千]几)(?=[个台套件名位辆场次处户家所人])"
)
"""Words in place of a number: 若干台, 几十人."""
PERSON = lazy(
    r"(?:[员师工手者]|保安|保洁|律师|专家|志愿者|协管|辅警|人员|社工|厨|助理|队员|学生|老人|评委|裁判|教练|嘉宾|主持人?)$"
)
"""How a noun for one person ends."""
# What one character names, and how a form writes it.
SINGLE = {
    "船": "船只", "车": "车辆", "书": "图书", "树": "树木", "花": "花卉", "桥": "桥梁", "井": "水井", "路": "道路",
    "灯": "灯具", "药": "药品", "衣": "衣物", "米": "大米", "桌": "桌子", "椅": "椅子", "柜": "柜子", "泵": "水泵",
} | {thing: thing for thing in "床屏门窗锁钟琴鼓伞旗碗锅桶棚亭塔碑牛羊猪鸡犬鱼苗墙池表"}  # fmt: skip
# 签约, 下达: the character ends a word and bounds nothing.
_OWN_END = {word[0]: f"(?<![{word[1:]}])" for word in words("comparator-part-of")}
_TAIL = lazy(
    rf"(?:(?<![响反供效感适])应|要|须|(?<!急|供)需|能|均|都|(?<![附最邻靠远就亲])近|将近|接近|不足|不到|不超|未满|不满(?!意)|多达|高达|保持|提高|提升|分别|共计|合计|共|大概|大约|{_OWN_END['约']}约|"
    rf"要?达到|{_OWN_END['达']}达(?!标)|不低于|不少于|不高于|不超过|不多于|不大于|不小于|控制在|高于|低于|超过|大于|小于|要到|到(?!位)|为|在|是|≥|≤|>|<|=|:|：|花了?|有|数量|别超过?|不要超过?|另算|另计|另付|另外算|单算|(?:时间|其中|先)?[把将给])+$"
)


# 换成感应灯: what it becomes is the thing.
_BECOMES = lazy(r"^(?:成(?![套品人])|为|上(?![下水])|掉)")


def spoken_off(text: str) -> str:
    """A phrase without what a speaker puts before it: 明年我们中心要请 → 请."""
    before = None
    text = text.strip("“”（） ")
    while before != text:
        before, text = text, _INDEFINITE.sub("", _SPOKEN.sub("", text))
    return text


def split_verb(text: str) -> tuple[str | None, str]:
    """The verb a phrase begins with, as a form writes it, and what follows: 要换一批电脑 → (更换, 电脑)."""
    whole = text = spoken_off(text)
    if re.fullmatch(r"租用?(?:公务|工作|应急)?车辆?", text):
        # 租车2辆: a word of two characters is verb and object.
        return "租用", "车辆"
    if short := short_verb(text):
        return short
    verb = None
    for _ in range(3):
        match = VERB.match(text)
        if match is None:
            break
        verb = VERBS[match[0]] or verb
        text = spoken_off(
            _BECOMES.sub("", text[match.end() :]) if match[0].endswith(("换", "改")) else text[match.end() :]
        )
        if match[0] not in _LIGHT:
            break
    data = word_lists()
    if verb in WORKS.values() and _works_on_a_thing(noun_of(text)):
        # 放映设备维修: what the devices are for, and what is done to them.
        return None, whole
    if verb in data["functions"] and noun_of(text).endswith(tuple(data["apparatus"])):
        # 监测终端120台 are devices nobody monitors.
        return None, whole
    name = noun_of(whole)
    if len(name) == 3 and verb and name[:2] == verb and noun_of(text) == name[2] and name[2] not in SINGLE:
        # 招聘会12场 are held, 检测仪5台 bought: the verb is part of the name.
        return None, whole
    if not noun_of(text) and len(whole) > 3:
        # 绿化养护25万平方米: nothing but the work is named.
        return None, whole
    if len(noun_of(text)) >= 2 and VERB.fullmatch(noun_of(text)) and verb in WORKS.values():
        return None, whole
    return verb, text


def _works_on_a_thing(noun: str) -> bool:
    """Whether words are apparatus and the work done to it: 设备维修, 平台运维."""
    apparatus = tuple(word_lists()["apparatus"])
    return any(noun.endswith(work) and noun.removesuffix(work).endswith(apparatus) for work in WORKS.values())


def single(noun: str, topic: str) -> str:
    """What one character names: the thing the words before name in full (巡逻艇，船2艘), else as a form writes it."""
    if noun not in SINGLE:
        return noun
    works = next((work for work in sorted(WORKS.values(), key=len) if topic.endswith(work)), "")
    thing = topic.removesuffix(works)
    return thing if len(thing) > 1 and thing[-1] in {noun, "艇" if noun == "船" else noun} else SINGLE[noun]


_WORKED = lazy(
    r"^(?P<what>[^\W\da-zA-Z_]{2,10}?)(?:也|要|需要|都|全部|全)*"
    r"(?:(?P<verb>修|换|刷|洗|清|装)(?:一下|一遍|一次|掉|好|完|新|起来)|(?P<long>维修|修缮|更换|改造|清洗|粉刷|翻新)(?:一下|一遍|一次|好|完)?)$"
)
_LONG = {"刷": "粉刷", "洗": "清洗", "清": "清理"}


def worked(text: str) -> tuple[str | None, str]:
    """Verb and thing of words that end with what is done to it: 机井修一下 → (修缮, 机井); no verb without."""
    match = _WORKED.match(text)
    if match is None:
        return None, text
    said = match["long"] or match["verb"]
    return _LONG.get(said) or VERBS.get(said, said), match["what"]


_AMID = lazy(
    r"^(?P<where>[^\W\da-zA-Z_]{2,10}?)(?P<verb>购买|购置|采购|添置|更换|更新|加装|安装|增设|新增|新建|开展|举办|聘请|聘用|招聘|(?<!申邀报)请(?![示假求柬])|买(?!单)|换(?![热乘届新]))(?P<what>[^\W\d_]{2,14})$"
)
_WANTS = lazy(
    rf"^(?P<where>[^\W\da-zA-Z_]{{2,10}}?)(?<![主重必首只不都])(?:还|也)?(?:要(?![求点素闻害])|想要?|计划|拟|准备|打算|需要?(?!求))"
    rf"(?P<verb>{VERB.pattern})(?P<what>[^\W\d_]{{2,14}})$"
)
_ASKS = lazy(r"^(?P<where>[^\W\da-zA-Z_]{2,8}?)(?P<verb>(?<![申邀报提])请|招|聘请|聘用|招聘|聘)$")
_HEADS = lazy(
    r"^(?:活动|工程|项目|服务|工作|设备|人员|费用?|业务|会议|平台|系统|材料|仪式|经费|补贴|资金|情况|方案|合同|计划|成本|任务|数量?|率)"
)


def amid(text: str) -> tuple[str | None, str]:
    """Verb and object where somebody or somewhere stands before them: 学校食堂更换灶具 → (更换, 学校食堂灶具)."""
    if asks := _ASKS.match(text):
        # 窗口请3个文员: who they are stands behind the count.
        return VERBS[asks["verb"]] or "聘用", ""
    # 局档案室要扫描纸质档案: a will before the verb says no more.
    match = _WANTS.match(text) or _AMID.match(text)
    if match is None or _HEADS.match(match["what"]):
        return None, text
    verb = VERBS[match["verb"]]
    return verb, match["what"] if verb in GETS.values() else f"{match['where']}{match['what']}"


def noun_of(text: str) -> str:
    """A name without comparators, spoken beginnings and quotes: 满意度不低于 → 满意度, 宣传品至少 → 宣传品."""
    before = None
    while before != text:
        before, text = text, _unbounded(_TAIL.sub("", text.strip("“”（）() 、，：:的")))
    return text


def _unbounded(text: str) -> str:
    """A name without the comparator it ends with, as numbers are read; one of a single character may be its own."""
    _, begin = bounds.before(text, 0, len(text))
    return text[:begin] if len(text) - begin > 1 else text


def named(verb: str | None, noun: str) -> str:
    """What an item is called: the thing with the work done to it (路灯更换), the thing alone where it is bought."""
    return f"{noun}{verb}" if verb and verb in WORKS.values() and verb not in noun else noun


_GIVEN = lazy(
    r"(?:给|为|向)(?P<who>[^，。￥]{2,14}?)(?P<verb>购买|办理|发放|投保|提供|安装|更换|维修|买|发|办|送|做|换|修|装|配备?)(?P<what>[^，。]{2,10})$"
)
_PUT = lazy(r"把(?P<what>[^\W\da-zA-Z_]{2,12}?)(?P<verb>维修|改造|更换|修缮|修|换|建|装)(?:好|完|新)?")
_DOES = lazy(rf"(?P<verb>{VERB.pattern})(?P<what>[^\W\d_]{{2,12}})$")


_PLACED = lazy(r"座|棵|台|套|公里|里|米|平方米|平方公里|亩|公顷|处|盏|栋|株|辆|户|段|眼|口|根|扇|樘|幢|间|个|件")
_PERSONNEL = lazy(r"保洁|保安|维修|绿化|养护|管护|运维|清扫|巡护")


def verb_of_name(noun: str, unit: str) -> str | None:
    """The verb a nominal name holds: 古树名木保护26棵 are protected, never bought; 保洁8人 are people to be had."""
    if unit in ("人", "名", "位") and _PERSONNEL.fullmatch(noun):
        return "配备"
    if noun.endswith("案件"):
        return "办理"
    if re.search("[一二三特优].{0,2}奖$", noun):
        return "评选"
    works = sorted({verb for verb in WORKS.values() if noun.endswith(verb)}, key=len)
    rest = noun.removesuffix(works[-1]) if works else ""
    if unit in DEVICES and rest.endswith(tuple(word_lists()["watched"])):
        return None
    # 公园绿化养护: two works, no object.
    if len(rest) < 2 or not _PLACED.fullmatch(unit) or any(rest.endswith(verb) for verb in WORKS.values()):
        return None
    return works[-1]


_DOUBTFUL = lazy(
    r"[我你他她咱俩儿吗呢]|各$|(?<![思理感联猜])想(?!象)|打算|怎么|什么|大概|好像|应该|的话|了(?!解)|(?:^|[^重需主纪])要(?![求点素道害])|每"
    r"|[一二两三四五六七八九][百千万][一每](?=[^\W\da-zA-Z_])|看着|就是|或者|还是|如果|(?<![邀外聘特])请(?![示求])|帮(?![扶教困厨工])"
)


def doubtful(noun: str) -> bool:
    """Whether words are a piece of talk and no name of a thing: 每村要装. They become a question, never an expense."""
    return (
        len(noun) > 20
        or is_place_and_verb(noun)
        or bool(_DOUBTFUL.search(re.sub("幼儿|新生儿|婴儿|患儿|少儿|儿童|孤儿|儿科|每日|其他", "", noun)))
    )


_REGION_WORDS = lazy(r"^(?:全[省市区县镇乡街村校]|辖区内?|各|每[个名位人])")
# 想修路: a word of two characters is verb and object.
_LAID = {"路": "道路", "桥": "桥梁", "渠": "水渠", "井": "水井", "坝": "堤坝"}
_SHORT = lazy(
    rf"(?:(?:修|建|打|挖|铺)(?P<laid>[{''.join(_LAID)}])|(?P<verb>[修换种装])(?P<thing>[{''.join(SINGLE)}]))$"
)


def handed_out(text: str) -> str | None:
    """What people are given: 蛋糕 in 给老人发蛋糕. Who gets it is no part of the thing."""
    given = _GIVEN.search(text)
    if given is None or given["verb"] not in ("发", "送", "发放") or given.start() > 8:
        return None
    if re.search(r"(?:补助|补贴|津贴)$", given["what"]) and not re.search(r"\d", given["who"]):
        # 给山区学生发午餐补助: whom a sum is for belongs to its name.
        return f"{_REGION_WORDS.sub('', given['who'])}{given['what']}"
    return given["what"]


def topic_of(clause: str) -> tuple[str, str | None]:
    """What a clause without a count is about, and its verb, for a count alone (给环卫工人买意外险，560人)."""
    put = _PUT.search(clause)
    if put:
        verb = VERBS.get(put["verb"]) or None
        return named(verb, put["what"]), verb
    given = _GIVEN.search(clause)
    if given:
        verb = VERBS.get(given["verb"]) or None
        what = _INDEFINITE.sub("", given["what"])
        who = re.sub(
            r"^(?:全[省市区县镇乡街村校]|辖区内?|各)|\d+[个所家户名位座条处]", "", given["who"].split("的")[-1]
        )
        if verb == "发放" and not re.search(r"[金险款贴助费品券卡服装包证]$", what):
            # 给老人发蛋糕: the thing alone; 困难老人慰问金 is the name of a sum.
            return what, verb
        return named(verb if verb in WORKS.values() else None, f"{who}{what}"), verb
    if short := _SHORT.search(clause):
        work = "修建" if short["laid"] else WORKS[short["verb"]]
        return f"{_LAID[short['laid']] if short['laid'] else SINGLE[short['thing']]}{work}", work
    does = _DOES.search(clause)
    if not does or re.search(r"\d", clause[does.start() :]):
        return "", None
    verb = VERBS.get(does["verb"]) or None
    noun = spoken_off(_BECOMES.sub("", does["what"]) if does["verb"].endswith(("换", "改")) else does["what"])
    return (named(verb, noun), verb) if len(noun) >= 2 else ("", None)
