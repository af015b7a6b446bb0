"""A free text as sentences of clauses: full-width digits, bullets, tabs, labels; people and commands taken out.

A message from a phone, a Word note and a pasted table row say the same in other signs. Here they become one shape.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.drafting.commands import COMMAND
from drafter.drafting.free_found import Found
from drafter.drafting.free_jotted import written_out
from drafter.drafting.free_verbs import VERB
from drafter.language.patterns import lazy
from drafter.language.units import longest_prefix
from drafter.personal.redaction import redact

# Full-width letters, digits and signs within numbers; punctuation between clauses stays as it is.
_NARROW = {
    ord(wide): chr(ord(wide) - 0xFEE0) for wide in map(chr, range(0xFF01, 0xFF5F)) if wide not in "，；：！？（）"
}
_FOLD = _NARROW | {0x3000: " ", 0xA0: " ", 0x200B: "", 0xFEFF: "", 0xE000: ""}
_CHINESE_YEAR = lazy(r"[一二][〇零○九][〇零○一二三四五六七八九]{2}(?=年)")
_YEAR_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_BULLET = lazy(
    r"^[\s>#*•·●▪◆■○－—–-]+(?=\S)|^\s*(?:\d{1,2}[.、)）](?!\d)|[(（][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|[①-⑳])\s*"
)
LABELS = {
    "project_name": ("项目名称", "项目", "名称", "课题名称"),
    "implementer": ("项目实施单位", "实施单位", "单位", "填报单位", "申报单位", "项目单位", "承办单位", "实施部门"),
    "department": ("主管部门",),
    "year": ("预算年度", "实施年度", "年度", "年份"),
    "purpose": ("项目目的", "立项目的", "目的", "目标", "总体目标", "为什么", "立项依据", "背景"),
    "tasks": (
        "工作任务",
        "主要任务",
        "任务",
        "主要工作",
        "工作内容",
        "主要内容",
        "服务内容",
        "建设内容",
        "实施内容",
        "内容",
    ),
    "project_nature": ("项目性质",),
    "project_category": ("项目类别",),
}
BRACKET = "\ue000"
"""Stands before a sum that stood alone in brackets."""
_FIELD = {name: field for field, names in LABELS.items() for name in names}
_SINGLE = ("project_name", "implementer", "department", "year", "project_nature", "project_category")
# Headings that only say what follows.
_EMPTY = lazy(
    r"^(?:绩效(?:目标|指标)?|指标|备注|说明|明细|预算明细|支出明细|费用明细|采购内容|其它|其他|情况说明|要求|项目概况|概况|简述)$"
)
_LABELLED = lazy(r"^\s*(?P<label>[^\W\da-zA-Z_]{2,20}?)\s*[:：]\s*(?P<value>\S.*)?$", re.DOTALL)
# 执法船维修今年报一下： is talk, and no title before a colon.
_SPOKEN = lazy(r"一下|[今明去]年|如下|[我你您咱帮请把要想吧呢啊]")
_CONTACT = lazy(
    r"联系人|联系电话|联系方式|电话|手机|微信|经办人|填表人|负责人[:：]|邮箱|有(?:问题|事|疑问)(?:请)?(?:找|联系)"
)
_NO_LATER = lazy(
    r"(?P<what>[^\W\da-zA-Z_]{2,10})(?:不晚于|不迟于|最晚|最迟|不得晚于|不能晚于)(?:在|于|到)?"
    r"(?P<when>(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|底|初|中旬|上旬|下旬)?)(?=$|[，,。；;\s])",
    re.MULTILINE,
)
# 汛期（6月1日）前完成, 暑假期间（8月25日前）完工: the day says more than the season.
_SEASON_DATED = lazy(
    r"(?:(?:主汛期|汛期|雨季|台风季|暑假|寒假|暑期|春节|国庆节?|元旦|中秋节?|端午节?|开学|高考|中考|春耕|秋收|入汛|入冬|供暖季)(?:之?前|期间|到来前)?)?"
    r"[（(](?P<date>(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|底|初|中旬|上旬|下旬)?)(?:(?:之?前|以前)[）)](?!之?前)|[）)](?:之?前|以前))"
)
_OWN_WORD = lazy(r"[总一][共计]|总[价额]|共(?!享)|合计|预算|经费|资金|费用|单价|均价|每|其中|另|还|要|满意")
# 校车看护员 补助: the work or the money a name may end with.
_ENDS = lazy(rf"(?:{VERB.pattern}|补助|补贴|津贴|项目|经费|资金|工资|费用|服务|工程|活动|培训)(?:项目|经费|服务|工程)?")
_SPELT = "一二两三四五六七八九十百千万"
_SPELT_COUNT = lazy(rf"(?<!第)(?:[{_SPELT[1:]}]|[{_SPELT}]{{2,}})(?![{_SPELT}])")
_NOT_IN_NUMBER = r"(?<![0-9])[，,]|[，,](?![0-9]{3}(?![0-9]))"
_SENTENCE = lazy(r"[。；;！!？?\n]")
_CLAUSE = lazy(rf"{_NOT_IN_NUMBER}|\t")
# A bracket with a number is a clause of its own, one with a year alone is not.
_BRACKET = lazy(r"[（(](?!(?:20)?\d\d年度?[）)])([^（）()]*\d[^（）()]*)[）)]")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: `label` is the field of a brief its line names, or None."""

    text: str
    label: str | None = None


def sentences_of(found: Found, text: str) -> list[list[Clause]]:
    """The sentences of a text as lists of clauses. What is left out for a reason is asked about."""
    sentences: list[list[Clause]] = []
    for sentence in _SENTENCE.split(text):
        if not sentence.strip():
            continue
        if COMMAND.search(sentence):
            said = sentence.strip()[:40]
            zh = f"“{said}”不是对项目的说明，而是对起草的指令，没有采用"
            en = f"{said!r} does not describe the project but commands the drafter; it was left out"
            found.ask("notes", zh, en)
        else:
            sentences.append(_clauses(_impersonal(found, sentence)))
    return [sentence for sentence in sentences if sentence]


def plain(text: str) -> str:
    """A text in one shape: narrow digits, years in digits, no bullets, a heading as the project's name."""
    text = _CHINESE_YEAR.sub(lambda match: match[0].translate(_YEAR_DIGITS), text.translate(_FOLD))
    text = written_out(text)
    text = _SEASON_DATED.sub(r"\g<date>前", text)
    # 出报告不晚于9月30日 is said as 9月30日前出报告.
    text = _NO_LATER.sub(r"\g<when>前\g<what>", text)
    text = re.sub(r"[:：]\s*(?=其中|包括|包含)", "，", text)
    # AED 90台 is no model number.
    text = re.sub(r"(?<=[A-Z]{2})\s*(?=\d+(?:台|套|盏|部|辆|件|块|支)(?![A-Za-z]))", "的", text)
    # 单价85总共1.7万 are two statements.
    text = re.sub(r"(?<=\d)(?=总共|一共|总计|共计|合计|总价|预算)", "，", text)
    lines = text.splitlines(keepends=True)
    headed = any(re.match(r"\s*(?:[-*•]\s*)?(?:项目名称|项目|名称)\s*[:：]", line) for line in lines)
    first = next((index for index, line in enumerate(lines) if re.match(r"\s*#+\s*\S", line)), -1)
    if first >= 0 and not headed and not _LABELLED.match(lines[first].strip("# \t\n")):
        lines[first] = "项目名称：" + lines[first].strip("# \t\r\n") + "\n"
    return "".join(_cleaned(line) for line in lines)


def _cleaned(line: str) -> str:
    end = "\n" if line.endswith(("\n", "\r")) else ""
    return _spaced(_BULLET.sub("", line.rstrip())) + end


_END = 32
"""So many characters are enough to tell how a clause ends: 每平方米 or 单价 with its number."""

_LONGEST_CLAUSE = 400
"""No clause is longer: of one without end its last characters are asked."""

_YEAR_PARTS = 5


def _spaced(line: str) -> str:
    """Blanks that part clauses become commas; those inside a phrase go: 坐席 10人, 2027 年, 每期80人 每人20元."""
    parts = [part for part in re.split(r" +", line.strip()) if part]
    # What is written so far, the clause it ends with, and the end of that: a clause of thousands of parts is asked of
    # its end only.
    result = parts[:1]
    clause = _clause_end(parts[0]) if parts else ""
    plain = True
    for part in parts[1:]:
        end = clause[-_END:]
        # A year in front may come in parts (2027 年); no other number or mark goes away again.
        if len(result) < _YEAR_PARTS:
            plain = not re.search(r"[\d，,。]", re.sub(r"^20\d\d年度?，?", "", "".join(result)))
        else:
            plain = plain and not re.search(r"[\d，,。]", result[-1])
        latin = bool(re.match("[A-Za-z]", part)) or bool(re.search("[A-Za-z]$", end))
        counted = (re.search(r"\d", clause) or _spelt_count(clause)) and not re.fullmatch(r"(?:20\d\d)?年?度?", clause)
        # 单价85 总共1.7万: what begins with a word of its own is no unit of the number before it.
        unit = re.search(r"\d$", end) and re.match(r"[一-鿿%]", part) and not _parted(end, part)
        number = (
            not counted
            and re.match(r"[\d一二两三四五六七八九十半]", part)
            and not re.match(r"20\d\d年?|[一二三四五六][级等类档]", part)
        )
        number = number or bool(re.search(r"(?:每[^\W\da-zA-Z_]{1,3}|单价|均价|各|共)$", end) and re.match(r"\d", part))
        sign = bool(re.search(r"[:：/]$", end) or re.match(r"[:：/≥≤><=～~]", part))
        label = bool(re.match(r"[^\W\da-zA-Z_]{2,8}[:：]", part))
        # 校车看护员 补助 on a line of its own is one name.
        named = plain and _ENDS.fullmatch(part) and re.search(r"[^\W\da-zA-Z_]$", end)
        joined = bool(named) or ((latin or unit or number or sign) and not label)
        added = part if joined or result[-1].endswith(("，", ",", "。", "；", ";", "\t")) else f"，{part}"
        result.append(added)
        last = _clause_end(added)
        clause = (clause + added)[-_LONGEST_CLAUSE:] if last == added else last
    return "".join(result)


def _clause_end(text: str) -> str:
    return re.split(r"[，,。；;\t、]", text)[-1]


def _parted(last: str, part: str) -> bool:
    """Whether a number and the words behind a blank are two statements: 单价85 总共1.7万, 单价1440 验收合格率100%."""
    priced = re.search(r"(?:单价|均价|每[^\W\da-zA-Z_]{1,3})[\d.]+$", last) and not re.match("[元块万千百毛角分]", part)
    # 成活率100 年内死亡0株: a rate has no other unit than per cent.
    rate = re.search(r"(?:率|满意度)\d{1,3}$", last) and not re.match("[%％‰成以及左百]", part)
    return bool(priced or rate or _OWN_WORD.match(part))


def _spelt_count(words: str) -> bool:
    """Whether words count something in characters: 月季三千株, but not 第一批 or 一些."""
    return any(longest_prefix(words[match.end() :]) for match in _SPELT_COUNT.finditer(words))


def _impersonal(found: Found, sentence: str) -> str:
    """A sentence without the people to ask: they are no part of a filing."""
    bare = redact(sentence)
    if not bare.counts and not _CONTACT.search(sentence):
        return sentence
    parts = [part for part in re.split(rf"({_NOT_IN_NUMBER}|\t)", bare.text) if part]
    kept = "".join(part for part in parts if "〔" not in part and not _CONTACT.search(part))
    if kept.strip("，, \t") != sentence.strip("，, \t"):
        zh = "简述里的联系人、电话等个人信息不进入申报表，已略去"
        found.ask("notes", zh, "names and telephone numbers are no part of a filing; they were left out")
    return kept


def _clauses(sentence: str) -> list[Clause]:
    clauses: list[Clause] = []
    label, words = "", list[str]()
    for part in _parts(sentence):
        head = _LABELLED.match(part)
        if head and (label or words):
            clauses += _block(label, words)
            label, words = "", []
        if head and (field := _FIELD.get(head["label"])):
            value = (head["value"] or "").strip()
            if field in _SINGLE:
                clauses.append(Clause(value, field))
            else:
                label, words = field, [value]
        elif head:
            clauses += _said(head["label"], (head["value"] or "").strip())
        elif label:
            words.append(part)
        else:
            clauses.append(Clause(part))
    return [clause for clause in [*clauses, *_block(label, words)] if clause.text]


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for clause in _CLAUSE.split(_BRACKET.sub(lambda match: f"，{_bracketed(match[1])}，", text)):
        held: list[str] = []
        pieces = clause.split("、")
        counting = [index for index, piece in enumerate(pieces) if _counts(piece)]
        last = counting[-1] if counting else -1
        counted = respective = False
        for index, piece in enumerate(pieces):
            held.append(piece)
            counted, respective = counted or _counts(piece), respective or "分别" in piece
            # 线路租赁20万元、设备维护18万元 are two clauses; 保洁、绿化 is one.
            if index == len(pieces) - 1 or (counted and index < last and not respective):
                parts.append("、".join(held))
                held, counted, respective = [], False, False
    return [part.strip(" ，,") for part in parts if part.strip(" ，,")]


def _bracketed(text: str) -> str:
    """A sum alone in brackets is marked: price or amount, only the total can say (轮椅120辆（800元）)."""
    return f"{BRACKET}{text}" if re.fullmatch(r"[\d.,]+[万千百]?(?:元|块)", text.strip()) else text


def _counts(text: str) -> bool:
    return bool(re.search(r"\d|[一二两三四五六七八九十百千万][元名人台]", re.sub(r"(?:19|20)\d{2}年", "", text)))


def _block(label: str, words: list[str]) -> list[Clause]:
    """A purpose or a list of tasks; one with numbers in it is read as any other words."""
    text = "，".join(word for word in words if word)
    if not label or not text:
        return []
    return [Clause(word) for word in words if word] if re.search(r"\d", text) else [Clause(text, label)]


def _said(label: str, value: str) -> list[Clause]:
    """A label that is no field of a brief: 预算：8万元 is said as 预算8万元, 绩效： only heads what follows."""
    if len(label) > 8 and _SPOKEN.search(label):
        return [Clause(f"{label}：{value}")]
    if _EMPTY.match(label):
        return [Clause(value)]
    if re.match(r"(?:其中|包括|含)", label):
        return [Clause(f"其中{value}")]
    # 退役军人慰问：春节前慰问300户 has a title; 预算：8万元 and 报修及时率：≥98% have a name.
    short = re.match(r"[≥≤><=约]?\s*\d(?!0\d\d年)", value)
    named = re.search(r"预算|投资|资金|来源|经费|费$|时间|期限|面积|长度|率$|度$|数$|数量|单价|金额", label)
    return [Clause(f"{label}{value}")] if short or named else [Clause(label), Clause(value)]
