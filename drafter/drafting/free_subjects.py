"""Who speaks in a brief and who does the work: offices, greetings, 请第三方公司. They are no part of an item's name."""

from __future__ import annotations

import re

from drafter.drafting.free_found import Found
from drafter.drafting.free_verbs import VERB
from drafter.drafting.free_years import YEAR
from drafter.language.patterns import lazy

# 你好，麻烦帮我写一份河道保洁的绩效目标： what is between is kept, it may name year or project.
_GREETING = lazy(r"^\s*(?:你好|您好|大家好|老师好|早上好|上午好|下午好|[Hh]i|[Hh]ello)[，,！!。：:、\s]*")
# 领导，… and 小李，…: who is spoken to.
_ADDRESSED = lazy(
    r"^\s*(?:各位)?(?:领导|主任|科长|处长|局长|站长|所长|院长|校长|老师|同事|亲|[小老][^\W\da-zA-Z_]|[^\W\da-zA-Z_](?:主任|科长|处长|局长?|老师|工|总|姐|哥))[，,、：:!！\s]+"
)
_THANKS = lazy(
    r"(?:^|(?<![，,。！!；;\s])[，,。！!；;\s]++)(?:谢谢|多谢|感谢|辛苦|麻烦|拜托)(?:您|你|大家|各位|领导|老师|啦|了|哦)*[！!。~～\s]*$"
)
_REQUEST = lazy(
    r"^\s*(?=麻烦|劳驾|帮|替我|给我|请|能不能|能否|可以)(?:麻烦(?:您|你|大家)?|劳驾|请(?!(?:[人第\d一二两三四五六七八九十]))|能不能|能否|可以)?"
    r"(?:帮(?:忙|我们?|我局|着)?|替我们?|给我们?)?(?:写|弄|做|起草|拟|编|填|出|生成|整理|搞)(?:写|制|一下)?(?:[一1]?[个份下篇])?"
    r"(?P<what>[^，,。：:！!\n]{0,24}?)(?:的)?(?:绩效目标|申报表|目标表|目标(?=[，,。：:！!？?\n])|绩效表|材料|申报书|绩效|表|东西|稿子|草稿)?(?:吧|呗|吗|哈|啊)?(?:[，,。：:！!？?\n]+|(?<=[标表书料稿效])$)"
)
_WHEN = (
    r"(?:(?:19|20)\d{2}年|明年|今年|后年|来年|本年|全年|年内|上半年|下半年|年初|年底|暑假|寒假|暑期"
    r"|[春夏秋冬][季天]|\d{1,2}月|[一二三四]季度)"
)
_WILL = r"(?:想|要(?![求点素])|需要?(?!求)|拟|计划|打算|准备|将|希望|申请|预计|决定|继续|负责|每年|还)"
# Verbs that take an object and never begin a name: 消防队买消防车 is somebody's doing, 养老服务中心建设 a name.
DOES = (
    r"(?:购买|购置|采购|添置|聘请|聘用|招聘|招录|印制|印刷|发放|举办|开展|组织|更换|加装|安装|增设|新增|新建|配备|租用|制作|慰问"
    r"|买(?!单)|换(?![热乘届])|请(?![示假求柬])|办(?![公事理案证])|做(?!工)|搞|给|为|把|对(?![象口照接外]))"
)
_AFTER = rf"(?=$|[，,：:、]|{_WHEN}|{_WILL}|{DOES}[^，。]*[\d￥一-鿿]{{2}})"
# Short and full names nobody mistakes for a thing: what follows them needs no verb (水利局小型水库维修养护23座).
_STRONG = lazy(
    r"^(?P<office>[^\W\da-zA-Z_]{0,9}?(?:(?<![布格结战邮])局(?![部面域限])|(?:交警|消防|刑警|特警|执法|救援|城管|稽查|监察)?(?:支队|大队|总队)|残联|妇联|文联|科协|侨联|工商联"
    r"|总工会|红十字会|(?:水务|水利|农技|农机|畜牧|兽医|林业|农经|防疫|环卫)站(?!建设|改造|维修|修缮|装修|运行|运维)|(?:司法|财政|自然资源|市场监管)所(?!建设|改造|维修|修缮|装修|运行|运维)|团[区市县省]?委|检察院|法院(?!建设|改造|维修|修缮|装修|运行|运维)|管委会|(?:组织|宣传|统战|人武|武装)部(?!门|署|长|件)|(?:卫健|发改|住建|农业农村|经信|国资|政法|纪|教工|民宗|区|县|市)委(?![托员派]))(?:办公室|机关)?)"
)
_WEAK = lazy(
    r"^(?P<office>[^\W\da-zA-Z_]{0,12}?(?:(?:河长|创建|文明|振兴|信访|防汛|综治|人防|档案|史志|双拥|爱卫|安委|食安|创城|征兵|地名|编|党政|外事|侨务|台|金融)办|小学|中学|学校|党校|职校|技校|中专|高中|初中|电视台|气象台|报社|幼儿园|大学|学院|法院|医院|卫生院|敬老院|福利院|养老院|干休所|中心|街道办?|办事处|居委会|村委会"
    rf"|委员会|工会|协会|学会|基金会|乡政府|镇政府|政府办?|办公室|派出所|公司|社区|院|站|所|馆|园|宫|队|处|科|厅|镇|乡|村|(?:商|联合|总|促进|研究|理事)会|委|联)){_AFTER}"
)
# 疾控中心艾滋病检测3200份: whose own work it is. What is done to a house (文化馆屋面维修) keeps its name.
_OWN_WORK = lazy(
    r"^(?P<office>[^\W\da-zA-Z_]{0,8}?(?:疾控中心|疾病预防控制中心|妇幼保健院|卫生监督所|文化馆|图书馆|博物馆|档案馆|气象台|血站|急救中心"
    r"|动物疫控中心|农技(?:推广)?中心|就业服务中心|救助(?:管理)?站|少年宫|党校|融媒体中心|检验检测中心))"
    r"(?=[^\W\da-zA-Z_]{2,14}?(?:检测|监测|筛查|普查|调查|抽检|接种|培训|讲座|宣传|下乡|演出|展演|巡演|展览|补贴|慰问|比赛|大赛|活动|义诊|体检|随访"
    r"|防控|防治|推广|救助|数字化|征集)(?:项目|工作|经费)?(?:$|[，,：:、\d]))"
)
_NO_OFFICE = lazy(
    r"^(?:我们?|本|咱们?|你们?|某(?=[单局中学街社站所馆院])|各|全[区市县镇]|给|为|对|请|把|在|到|向|由|从|和|与|用|让|每|该|其|明年|今年|一|两|想|要|关于|对于|委托|机关(?!事务)|老旧|农村|驻村|建设)"
)
_GENERIC = frozenset(
    (
        "学校",
        "中心",
        "街道",
        "社区",
        "单位",
        "公司",
        "医院",
        "学院",
        "村",
        "镇",
        "乡",
        "局",
        "院",
        "站",
        "所",
        "馆",
        "处",
        "科",
        "厅",
        "队",
        "园",
        "会",
        "委",
        "联",
        "办公室",
    )
)
_SPEAKER = lazy(
    rf"^(?:我们?|本|咱们?|你们?)?(?:单位|中心|街道|学校|社区|医院|公司|局|镇|乡|村|校|院|站|所|馆|处|科|队|区|县)?[里上]?{_AFTER}"
)
_AGENT = lazy(
    r"(?:聘请|委托|邀请|请|找|通过|由)(?:有资质的?|专业的?|外面的?|社会上?的?|[一1]?家|[一1]个)?"
    r"(?:[^\W\da-zA-Z_]{2,6}?(?:事务所|研究院|研究所|设计院|测绘院|检测中心|实验室|大学|学院)|第三方(?:[^\W\da-zA-Z_]{0,4}?(?:公司|机构|单位|团队|队伍))?|(?:专业|专门|检测|评估|审计|监理|咨询|设计|测绘|保洁|社会|外包)?(?:公司|机构|团队|队伍)|专业人员|专人|别人|人(?!员|民|力|才|工|事))"
    rf"(?:来|去|帮忙|负责|进行)?(?=(?:{VERB.pattern})|对|给|为|把|做|搞)"
)
_TWICE = lazy(r"(做|搞|办|修|换|弄)\1(?=[^\W\da-zA-Z_])")


def greeting_off(text: str) -> str:
    """A text without 你好 and 帮忙写一个：; a year or topic named in the request stays."""
    text = _THANKS.sub("", text)
    text = _ADDRESSED.sub("", _GREETING.sub("", text, count=1), count=1)
    asked = _REQUEST.match(text)
    if asked is None or not re.search("麻烦|劳驾|帮|替我|给我|能不能|能否|可以|写|起草|生成", asked[0]):
        return text
    what = asked["what"].strip("的 ")
    # 帮我写个表，2027年的，…: what is left of 的 says nothing.
    rest = re.sub(r"^((?:(?:19|20)\d{2}年度?|明年|今年)?)的(?=[，,。：:\s])", r"\1", text[asked.end() :])
    return f"{what}，{rest}" if len(what) > 1 else rest


# 普法讲座进校园 goes there; 前进社区 is the name of one.
_ENTERED = lazy(
    r"(?<=[^\W\da-zA-Z_]{2})下乡$|(?<=[^\W\da-zA-Z_]{3})(?<![先跃前推促引永奋共改新])[进入]"
    r"(?:社区|校园|学校|小学|中学|大学|幼儿园|医院|园区|公园|军营|敬老院|养老院|乡村|乡镇|乡|村)$"
)


def office_in(text: str) -> str | None:
    """The office a text begins with (中心小学2027年…, 水利局小型水库维修养护), not the speaker's 我们中心."""
    if _NO_OFFICE.match(text):
        return None
    if own := _OWN_WORK.match(text):
        return own["office"]
    strong, weak = _STRONG.match(text), _WEAK.match(text)
    weak = None if weak and _ENTERED.search(weak["office"]) else weak
    match = strong if strong and (weak is None or len(strong[0]) >= len(weak[0])) else weak or strong
    if match is None or match["office"] in _GENERIC:
        return None
    if VERB.match(match["office"]) and not match["office"].startswith(("组织部", "宣传部", "发改", "发展")):
        return None
    # 河长办 does nothing by its name.
    if re.search(rf"{DOES}|{_WILL}", re.sub(r"(?<=..)办$|组织(?=部)", "", match["office"])):
        return None
    return match["office"]


def is_office(text: str) -> bool:
    """Whether words are an office and nothing else: 机关事务管理局, though 机关食堂 is none."""
    return bool(_STRONG.fullmatch(text)) or (len(text) > 2 and office_in(text) == text)


# 我们环卫所要买…: whose office it is does not matter.
_OURS = lazy(r"^(?:我们|咱们)(?=[^\W\da-zA-Z_]{2})")


# 殡仪馆那边明年要换…: the office, as one speaks of it.
_THERE = lazy(rf"^(?P<who>[^\W\da-zA-Z_]{{2,10}}?)(?:那边|这边|那儿|这儿|那里|这里)(?={_WHEN}|{_WILL}|{DOES})")


def subject_off(found: Found, clause: str) -> str:
    """A clause without who does it: 消防队买消防车2台 → 买消防车2台. The first office is the project's."""
    ours = _THERE.sub(r"\g<who>", _OURS.sub("", clause))
    year = YEAR.match(ours)
    if year is not None and office_in(ours[year.end() :]) is not None:
        # 为迎接运动会，2027年区体育局计划举办…: no other clause says the year again.
        ours = ours[year.end() :]
    office = office_in(ours)
    clause = ours if office is not None else clause
    if office is not None and len(office) < len(clause) and found.fields.get("implementer") in (None, office):
        found.fields["implementer"] = office
        clause = clause[len(office) :].lstrip("：:，, ")
    elif (generic := _SPEAKER.match(clause)) and generic.end() < len(clause):
        clause = clause[generic.end() :]
    agent = _AGENT.search(clause)
    if agent is not None:
        clause = clause[: agent.start()] + clause[agent.end() :]
        if re.search("第三方|公司|机构|单位|团队", agent[0]):
            # That others do it is said somewhere, though no field of a brief takes it.
            found.leave(agent[0])
    return _TWICE.sub(r"\1", clause)


_HIRED = lazy(
    r"(?P<who>(?:\d{1,7}|[一二两三四五六七八九十百]{1,8})[名位个人][^\W\da-zA-Z_]{1,8}?[员师工家者生手人])(?=(?:给|为|对|到|去|在|向)[^，。]{2})"
)


def parted(clause: str) -> list[str]:
    """Who is hired, and what for: 请三名心理咨询师给二十所中小学做心理辅导 are two statements."""
    match = _HIRED.search(clause)
    return [clause[: match.end()], clause[match.end() :]] if match else [clause]
