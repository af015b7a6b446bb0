"""A brief in free words: who is hired, what is bought, for how much. What the words leave open becomes a question."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from drafter.drafting.free_alone import keep_alone
from drafter.drafting.free_closing import finish
from drafter.drafting.free_corrections import corrected
from drafter.drafting.free_counts import take_count
from drafter.drafting.free_found import Found
from drafter.drafting.free_items import counted_in, served_task, task_of_people
from drafter.drafting.free_lines import BRACKET, Clause, plain, sentences_of
from drafter.drafting.free_money import Amount, amounts_in, is_fiscal, is_own
from drafter.drafting.free_paid import paid
from drafter.drafting.free_parts import several_years, this_year
from drafter.drafting.free_prices import open_item, respective, thing_priced
from drafter.drafting.free_short_verbs import role_alone, work_first
from drafter.drafting.free_shorthand import YEAR_IN_SHORT
from drafter.drafting.free_subjects import greeting_off, is_office, parted, subject_off
from drafter.drafting.free_targets import bare_rate, deadline, deadline_in, rates, worded_result, zeros
from drafter.drafting.free_things import Counted
from drafter.drafting.free_titles import project_in, title
from drafter.drafting.free_verbs import VERB
from drafter.drafting.free_wholes import begin, mark
from drafter.drafting.free_words import UNCOUNTED, topic_of
from drafter.drafting.free_years import PAST, RELATIVE, YEAR, read_years, says_months
from drafter.drafting.result import Asked
from drafter.language.patterns import lazy

_OPENING = lazy(r"^(?:我们|本单位|单位|中心|街道|学校|社区|明年|今年|计划|拟|准备|打算|想|要|全年)")
_SERVES = lazy(r"^为[^，。]{1,14}?(?:提供|开展|办理|代理|发放|组织|送)")
# 要给65岁以上老人免费体检.
_FOR_WHOM = lazy(
    r"(?:要|拟|计划|想)*(?:给|为|对)(?P<who>[^，。]{2,16}?)(?P<what>(?:免费|集中|上门)?(?:体检|筛查|接种|义诊|理发|助浴|康复训练|心理辅导))"
)
_PURPOSE = lazy(
    r"^(?:主要)?(?:是)?(?:为了|为(?!期)|以便|目的是|旨在)|^(?:更好地?)?(?:维护|保障|提高|提升|缓解|改善|方便|解决|营造|丰富|促进|增强|确保|满足|防止|减少|优化|落实|让)"
)
_TASK = lazy(
    r"^(?:主要)?(?:负责|用于|开展|做好|组织|完成|包括|内容是?|承担|协助|提供|实施|推进|建设|维修|更新|改造|整理|清理|检查|巡查|走访|发放|举办|购买|委托|对(?!象|口|照|接|外)|聘请|为)"
)
_PAYER = lazy(r"(?:来源[为是:：]?|由|全部|全额|均|都)(?:为|是|使用|申请|走|用|来自|从|靠)?(?P<who>[^，。]{2,14})$")
# 明年做, 全年: when, which is said elsewhere.
_NO_NEWS = lazy(
    rf"(?:{RELATIVE.pattern}|全年度?|年内)?(?:要|想|开始)?(?:实施|开展|执行|进行|做|弄|办|搞|完成)?(?:完|好)?"
)
_FAR_TOO_MANY = 1500
"""Items and targets that no brief takes: to read on, each asked about all before it, only delays saying so."""
_BREAKDOWN = lazy(r"^(?:其中|包括|含|分别[为是])[:：,，]?")


def brief_from_text(text: str) -> tuple[dict[str, Any], list[Asked]]:
    """The fields of a brief that a free text gives, and the questions it leaves."""
    found = Found()
    told, text = text, read_years(found, greeting_off(plain(text)))
    if short := YEAR_IN_SHORT.search(told):
        zh = f"“{short[0]}”按 20{short['year']} 年计，请确认"
        found.ask("year", zh, f"{short[0]} is taken as 20{short['year']}")
    found.whole_year = "全年" in text
    topic: tuple[str, str | None] = ("", None)
    opening = True
    for sentence in sentences_of(found, text):
        found.whole = None
        for clause in sentence:
            if len(found.items) + len(found.targets) > _FAR_TOO_MANY:
                break
            if clause.label:
                _labelled(found, clause)
                continue
            clause = replace(clause, text=role_alone(clause.text))
            if opening and (rest := title(found, clause.text)) != clause.text:
                if not rest:
                    continue
                clause = Clause(rest)
            opening = False
            for index, part in enumerate(parted(work_first(subject_off(found, clause.text)))):
                if UNCOUNTED.search(part):
                    found.uncounted.append(part)
                    part = re.sub(f"(?:{UNCOUNTED.pattern})[个台套件名位辆场次处户家所人]?", "", part)
                before, items = found.told(), len(found.items)
                _clause(found, part, topic, index > 0)
                mark(found, items)
                if re.search(r"\d", YEAR.sub("", part)) and found.told() == before:
                    # A number nothing was made of is not lost.
                    found.leave(part)
                if part in found.left:
                    keep_alone(found, part)
                amounts = amounts_in(part)
                priced = next((one for one in amounts if one.role == "price"), None)
                # 换电脑3200元一台，买十台 and 电脑3200元一台，买十台: what is bought stands before its price.
                own = topic_of(part[: priced.start] if priced else part)
                if priced and not own[0] and len(amounts) == 1 and found.waiting and (thing := thing_priced(priced)):
                    # Of 流感疫苗每支60元、肺炎疫苗每支150元，各2000支 neither alone is counted.
                    topic = own = (thing if found.waiting[0][0].value == priced.value else "", None)
                topic = own if own[0] else topic
    finish(found, topic)
    return {**found.fields, "items": found.items, "targets": found.targets, "tasks": found.tasks}, found.questions


def _labelled(found: Found, clause: Clause) -> None:
    if clause.label == "tasks":
        parts = re.split(r"[、；;，,]", clause.text.rstrip("。"))
        found.tasks += [part.strip() for part in parts if part.strip()]
    elif clause.label == "purpose":
        found.fields.setdefault("purpose", re.sub(r"^(?:为了|旨在)", "", clause.text))
    elif clause.label and clause.label != "year":
        value = clause.text.rstrip("。")
        found.fields[clause.label] = (YEAR.sub("", value) or value) if clause.label == "project_name" else value


def _clause(found: Found, clause: str, topic: tuple[str, str | None], hired: bool = False) -> None:
    years = {int(match[1]) for match in YEAR.finditer(clause)}
    if PAST.search(clause) or (years and found.fields.get("year") not in (None, *years)):
        # What was spent before is no fact of this year.
        found.leave(clause)
        return
    clause = _broken_down(found, clause)
    if this_year(found, clause):
        return
    bracketed, clause = clause.startswith(BRACKET), clause.strip(BRACKET)
    amounts = amounts_in(clause)
    if (bracketed and _in_brackets(found, amounts)) or corrected(found, clause, amounts):
        return
    masked = clause
    for amount in amounts:
        masked = masked[: amount.start] + "￥" * (amount.end - amount.start) + masked[amount.end :]
    project = re.sub(r"(?:项目|工程)$|[“”]", "", found.fields.get("project_name", ""))
    due = None if says_months(masked) else deadline_in(masked)
    counted = counted_in(masked, topic, project, hired)
    if due and not counted and not amounts:
        deadline(found, due, clause)
        return
    if due and counted:
        deadline(found, due, due["when"])
        blank = masked[: due.start()] + masked[due.end("when") :]
        counted = counted_in(blank, topic, project)
    before = len(found.items)
    if respective(found, amounts, clause):
        return
    _numbers(found, amounts, counted, clause, masked, topic[0])
    if several_years(clause):
        found.several = True
        for item in found.items[before:]:
            item["_several"] = clause
    understood = bool(amounts or counted)
    if amounts and re.match(r"，?(?:资金)?(?:全部|全额|均|都)", rest := clause[amounts[-1].end :]):
        # 资金17.1万元全部为财政拨款 says the sum and who pays it.
        _payer(found, rest)
    if counted and (task := served_task(clause) if hired else task_of_people(clause)):
        found.tasks.append(task)
    understood = rates(found, masked) or understood
    if not understood:
        understood = bare_rate(found, clause) or zeros(found, clause) or _payer(found, clause)
    if not understood:
        _words(found, clause)


def _broken_down(found: Found, clause: str) -> str:
    """A clause without 其中; what was named before it has parts."""
    if not _BREAKDOWN.match(clause):
        return clause
    if found.items and "amount" in found.items[-1] and "quantity" not in found.items[-1]:
        found.items[-1]["_parts"] = True
    begin(found)
    return _BREAKDOWN.sub("", clause)


def _in_brackets(found: Found, amounts: list[Amount]) -> bool:
    """Keep a sum that stood alone in brackets for the item before it; what it is the whole sum decides."""
    last = found.items[-1] if found.items else {}
    if len(amounts) != 1 or not last.get("quantity") or not open_item(last):
        return False
    last["_bracket"] = amounts[0].value
    return True


def _numbers(found: Found, amounts: list[Amount], counted: list[Counted], clause: str, masked: str, topic: str) -> None:
    """Counts and amounts in the order of the clause: 演出8场每场1.5万元, but 每人100元，120人 too."""
    left = 0
    rest = list(counted)
    for amount in amounts:
        while rest and masked.find(rest[0].text, left) != -1 and masked.find(rest[0].text, left) < amount.start:
            one = rest.pop(0)
            left = masked.find(one.text, left) + len(one.text)
            take_count(found, one, clause, topic)
        paid(found, amount, clause, masked[left : amount.start])
        left = amount.end
    for one in rest:
        take_count(found, one, clause, topic)


def _payer(found: Found, clause: str) -> bool:
    """Who pays for all of it, or for the rest: 来源为财政拨款, 其余由县财政承担."""
    rest = re.match(r"^(?:其余|剩余|剩下|余下|不足部分|差额)(?:资金|部分)?", clause)
    who = clause[rest.end() :] if rest else (_PAYER.search(clause) or {"who": ""})["who"]
    who = re.sub(r"^(?:由|为|是|均|全部)+|的$", "", who)
    own = is_own(who) or bool(re.search(r"自有|企业", who))
    if not who or not (own or is_fiscal(re.sub(r"(?:解决|保障|负担|支付|列支)$", "", who))):
        return False
    found.sources.append(("other" if own else "current_appropriation", None, clause))
    return True


def _words(found: Found, clause: str) -> None:
    dated, clause = clause, re.sub(r"^(?:并且|并|同时|以及|还要|另外|主要是)", "", YEAR.sub("", clause)).strip()
    if _NO_NEWS.fullmatch(clause):
        return
    task = re.search(rf"(?:{_TASK.pattern[1:]})[^，。]*$", clause) if _OPENING.match(clause) else _TASK.match(clause)
    serves = _SERVES.match(clause)
    if whom := _FOR_WHOM.fullmatch(clause):
        found.tasks.append(f"为{whom['who']}{whom['what']}")
        return
    if "project_name" not in found.fields and (name := project_in(dated)):
        found.fields["project_name"] = name
        return
    if not serves and _PURPOSE.match(clause) and "purpose" not in found.fields:
        found.fields["purpose"] = re.sub(r"^(?:主要)?(?:是)?(?:目的是|旨在|以便|为了|为)", "", clause)
    elif (task and not topic_of(clause)[0]) or serves or (task and re.match("开展|做好|负责|提供", clause)):
        start = 0 if serves or task is None else task.start()
        bare = re.sub(r"^(?:主要)?(?:负责|用于|包括|内容是?|承担|全年)", "", clause[start:])
        # 全年发放 says when, of what the sentence before is about.
        found.tasks += [part for part in bare.split("、") if part and not VERB.fullmatch(part)]
    elif "implementer" not in found.fields and is_office(clause):
        # 县教育局, said at the end of a message.
        found.fields["implementer"] = clause
    elif worded_result(found, clause):
        pass
    elif not topic_of(clause)[0]:
        found.leave(clause)
    elif found.items and re.match(r"还[要得需]|另外还?要?|同时还?要?", dated) and len(clause) <= 14:
        found.further.append(clause)
        found.tasks.append(topic_of(clause)[0])
    else:
        found.topics.append(clause)
