"""Redaction: personal data goes, whatever it stands in; amounts, document numbers and hotlines stay."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.corpus import redact
from drafter.corpus.adding import records_of
from drafter.filing import BudgetLine, Filing, Funding, LocatedFiling, ReadDocument
from drafter.personal.redaction import is_account, is_identity

# Invented people. Built at run time: nobody's number may stand in a file.
MOBILE = "130" + "12345678"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
GONE = [
    ("联系人：钱小某，电话 021-61234567", "联系人：〔姓名〕，电话 〔电话〕"),
    ("项目负责人\t欧阳小某\t联系电话：\t61234567", "项目负责人\t〔姓名〕\t联系电话：\t〔电话〕"),
    ("填表人：孙小某 审核人：李小某", "填表人：〔姓名〕 审核人：〔姓名〕"),
    ("负责人：钱某、孙小某", "负责人：〔姓名〕、〔姓名〕"),
    (f"项目负责人钱小某{MOBILE}", "项目负责人〔姓名〕〔电话〕"),
    ("由联系人钱小某（61234567转801）受理", "由联系人〔姓名〕（〔电话〕）受理"),
    ("联系人：钱小某。钱小某负责日常工作", "联系人：〔姓名〕。〔姓名〕负责日常工作"),
    (f"手机{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}或{MOBILE[:3]}-{MOBILE[3:7]}-{MOBILE[7:]}", "手机〔电话〕或〔电话〕"),
    ("(021)61234567、0512-61234567", "〔电话〕、〔电话〕"),
    (f"手机{MOBILE.translate(WIDE)}", "手机〔电话〕"),
    (f"+86 {MOBILE}", "〔电话〕"),
    ("咨询电话：61234567、61234568", "咨询电话：〔电话〕"),
    ("热线61234567", "热线〔电话〕"),
    ("身份证号：310112199001010012", "身份证号：〔证件号〕"),
    ("开户行某银行，账号 1001 2345 6789 0123 456", "开户行某银行，账号 〔账号〕"),
    ("邮箱 someone.a@example.gov.cn。", "邮箱 〔邮箱〕。"),
]
STAYS = [
    "安排资金61234567元",
    "资金总额61234567.00元，其中财政拨款61234567",
    f"预算{MOBILE}元",
    "沪府办〔2005〕12号、闵委发[2017]38号",
    "962218热线，12345政务服务热线",
    "服务热线12345接通率≥90%",
    "电话费12345678元",
    "联系电话接听率≥95%，联系群众12345678人次",
    "审核准确率=100%，审核及时性及时",
    "项目负责人安排专人管理，负责人管理规范",
    "项目编号：310112202601010001",
    "合同编号02161234567",
    "2026-01-01至2026-12-31",
    "填报单位负责人：",
    "单位负责人对绩效目标负责",
    "姓名、电话等个人信息不得公开",
]


@pytest.mark.parametrize(("text", "left"), GONE)
def test_personal_data_goes(text: str, left: str) -> None:
    redacted = redact(text)
    assert redacted.text == left
    assert sum(redacted.counts.values()) == left.count("〔")


@pytest.mark.parametrize("text", STAYS)
def test_what_looks_like_personal_data_stays(text: str) -> None:
    assert redact(text).text == text


def test_what_was_removed_is_counted_by_kind() -> None:
    counts = redact(f"联系人：钱小某，{MOBILE}，a@example.cn，电话61234567").counts
    assert counts == {"name": 1, "telephone": 2, "email": 1}


def test_redacting_twice_removes_nothing_more() -> None:
    for text, _ in GONE:
        once = redact(text).text
        assert redact(once).text == once


@given(st.decimals(min_value=1, max_value=10**13, places=2), st.sampled_from(["元", "万元", "亿元"]))
def test_an_amount_with_its_unit_always_survives(amount: Decimal, unit: str) -> None:
    for print_ in (f"{amount:f}", f"{amount:,f}", f"{int(amount)}"):
        text = f"年度预算{print_}{unit}，其中区级财政{print_}{unit}。"
        assert redact(text).text == text


@example("", "130" + "0" * 8, "%")
@given(st.text(max_size=100), st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True), st.text(max_size=100))
def test_any_text_is_redacted_without_an_error(before: str, mobile: str, after: str) -> None:
    for text in (f"{before}手机：{mobile}。{after}", f"{before}\n{mobile}\n{after}"):
        redacted = redact(text)
        assert mobile not in redacted.text
        assert sum(redacted.counts.values()) >= 1


HOSTILE = [
    "1" * 40_000,
    "联系电话：" * 8_000,
    "电话61234567、" * 4_000,
    "负责人 " * 10_000,
    "负责人：" + "钱小某、" * 8_000,
    "(" * 40_000,
    "a@" * 20_000,
    "a." * 20_000 + "@",
    "62" + "0000 " * 8_000,
    "0" * 20_000 + "-" * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_takes_no_time(text: str) -> None:
    # Twice the text takes about twice the time, not four times; the floor keeps a busy machine from failing the test.
    def seconds(one: str) -> float:
        started = time.process_time()
        redact(one)
        return time.process_time() - started

    half = min(seconds(text[: len(text) // 2]) for _ in range(2))
    assert min(seconds(text) for _ in range(2)) < max(0.5, 3.5 * half)


def test_check_characters() -> None:
    assert is_identity("11010519491231002X")  # the example of the standard
    assert not is_identity("110105194912310021")
    assert is_account("4111111111111111")
    assert not is_account("4111111111111112")


def test_a_name_in_a_field_is_removed_from_every_text_of_the_document() -> None:
    goals = ("由钱小某牵头，全年培训 61234567 人次。", "钱小某协助，文化活动12场。")
    located = [LocatedFiling(Filing(index=at, annual_goal=goal)) for at, goal in enumerate(goals)]
    located[0] = LocatedFiling(located[0].filing, {}, frozenset({"钱小某", "61999999", "文化"}))
    first, second = records_of(ReadDocument("a.docx", "read", None, tuple(located)))
    assert first.data["annual_goal"] == "由〔姓名〕牵头，全年培训 61234567 人次。"
    # 文化 is a surname and a given name, and a word.
    assert second.data["annual_goal"] == "〔姓名〕协助，文化活动12场。"
    # The field and the goal each give the name once; 文化 is not counted either.
    assert first.removed == {"name": 2, "telephone": 1}
    assert second.removed == {"name": 1}


def test_amounts_in_fields_are_never_taken_for_telephones() -> None:
    filing = Filing(
        funding=Funding(annual_total=Decimal("61234567")),
        budget_lines=[BudgetLine(item="电话", amount=Decimal(MOBILE))],
    )
    (record,) = records_of(ReadDocument("a.json", "read", None, (LocatedFiling(filing),)))
    assert record.data["funding"]["annual_total"] == "61234567"
    assert record.data["budget_lines"][0]["amount"] == MOBILE
