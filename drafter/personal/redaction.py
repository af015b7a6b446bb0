"""Removing personal data from text: names of people, telephone, identity and account numbers, e-mail addresses.

Used on the narrative and notes of a filing that is read, on all of one that enters a corpus or is rolled forward, and
before anything goes to a model. Amounts, document numbers and hotlines stay:
12345678 元 is money, 电话12345678 is a telephone, 沪府办〔2005〕12号 a document, 962218 热线 a public service.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from drafter.language.patterns import lazy
from drafter.personal.names import names_in, names_of

KINDS: Mapping[str, tuple[str, str]] = {
    "name": ("姓名", "names"),
    "telephone": ("电话", "telephone numbers"),
    "identity": ("证件号", "identity numbers"),
    "account": ("账号", "account numbers"),
    "email": ("邮箱", "e-mail addresses"),
}
"""What is removed: kind → (Chinese, English). The Chinese word stands in the text instead, as 〔电话〕."""

# A unit in the next line is not its unit: line breaks of a carrier are gone before this.
_NOT_MONEY = r"(?!\d|[.．,，]?\d|[^\S\n]*(?:元|万|亿|千元|%|％|件|份|人|户|个|次|套|台))"
_GAP = r"[\s\-－—–·]?"

_EMAIL = lazy(
    r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}[@＠][A-Za-z0-9\-]{1,63}(?:[.．][A-Za-z0-9\-]{1,63}){1,4}", needs="@＠"
)
_IDENTITY = lazy(r"(?<![0-9A-Za-z])[1-8]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\w)")
_IDENTITY_LABEL = lazy(
    r"((?:身份证件?|证件|护照|社保卡|社会保障卡)\s*(?:号码?|编号)?\s*[：:为是]?\s*)([0-9A-Za-z]{8,18})(?![0-9A-Za-z])",
    needs=("证", "护照", "社保卡", "社会保障卡"),
)
_ACCOUNT = lazy(r"(?<![\d.])62\d{2}(?: ?\d{4}){2,3}(?: ?\d{1,4})?(?![\d.])")
_ACCOUNT_LABEL = lazy(
    r"((?:银行)?(?:账号|帐号|卡号|账户号码?|帐户号码?|银行账户|银行帐户|收款账户|银行卡号?)\s*[：:为是]?\s*)"
    r"(\d(?:[ \-]?\d){7,29})(?!\d)",
    needs=("账", "帐", "卡号", "银行卡"),
)
_MOBILE = lazy(rf"(?<![\d.,])(?:(?:\+|00)?86{_GAP})?1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}{_NOT_MONEY}")
_AREA = r"(?:010|02\d|0[3-9]\d{2})"
_LANDLINE = lazy(
    rf"(?<![\d.,])(?:(?:\+|00)?86{_GAP})?(?:[(（]{_AREA}[)）]\s?|{_AREA}[\-－—– ]?)[2-9]\d{{6,7}}"
    r"(?:\s?(?:[\-－—]|转|分机)\s?\d{1,5})?(?!\d)"
)
_CALL = (
    r"(?:联系电话|联系方式|办公电话|咨询电话|监督电话|服务电话|移动电话|固定电话|服务热线|咨询热线|电话号码|手机号码|手机号?"
    r"|电话|热线|座机|传真|联系|Tel|TEL|tel|Fax)"
)
_NUMBER = r"\d{3,4}[\- ]?\d{4}(?:\s?(?:[\-－—]|转|分机)\s?\d{1,5})?"
_CALL_LABEL = lazy(
    rf"({_CALL}\s*(?:号码|为|是)?\s*[：:）)\t|/]?\s*)({_NUMBER}{_NOT_MONEY}(?:\s*[、/,，;；或]\s*{_NUMBER}{_NOT_MONEY})*)"
)
# 联系人某某（61234567转801）: a number right behind a name is a telephone.
_AFTER_NAME = lazy(rf"(〔姓名〕[\s(（,，:：、]{{0,3}})({_NUMBER}{_NOT_MONEY})", needs=("〔姓名〕",))
# The shortest telephone number. A text without so many digits in a row is spared the patterns of numbers.
_MANY_DIGITS = lazy(rf"\d(?:{_GAP}\d){{6}}")
_FOLD = str.maketrans("０１２３４５６７８９", "0123456789")
_LONG = lazy(r"\d[\d\-]{5,}\d")
_CODE_LABEL = lazy(r"(?:编号|编码|代码|文号|字第|合同号|项目号|单号)\s*[：:为是]?\s*$")


class Redacted(NamedTuple):
    """A text without personal data.

    Attributes:
        text: The text; what was removed is replaced by its kind in 〔〕.
        counts: How many of each kind were removed; kinds are the keys of `KINDS`.
    """

    text: str
    counts: Mapping[str, int]


def redact(text: str, personal: Collection[str] = ()) -> Redacted:
    """Remove personal data from a text.

    Args:
        text: Any text.
        personal: What stands in the document's fields for people (`LocatedFiling.personal`): these names and numbers
            are removed wherever they stand in the text.
    """
    counts: Counter[str] = Counter()
    whole, text = text, text.translate(_FOLD)
    for number in sorted({one for said in personal for one in _LONG.findall(said)}, key=len, reverse=True):
        text = _replace_all(text, number, "telephone", counts)
    for kind, step in _STEPS if _MANY_DIGITS.search(text) else _STEPS[:_NUMBERLESS]:
        text = step(text, kind, counts)
    for name in sorted(names_in(text) | names_of(personal, text), key=len, reverse=True):
        text = _replace_all(text, name, "name", counts)
    text = _labelled(_AFTER_NAME)(text, "telephone", counts)
    return Redacted(text if counts else whole, dict(counts))


def _whole(pattern: re.Pattern[str], test: Callable[[str], bool] | None = None) -> Callable[..., str]:
    def step(text: str, kind: str, counts: Counter[str]) -> str:
        def removed(match: re.Match[str]) -> str:
            if test is not None and not test(match[0]):
                return match[0]
            if _CODE_LABEL.search(text, max(0, match.start() - 12), match.start()):
                return match[0]
            counts[kind] += 1
            return f"〔{KINDS[kind][0]}〕"

        return pattern.sub(removed, text)

    return step


def _labelled(pattern: re.Pattern[str]) -> Callable[..., str]:
    def step(text: str, kind: str, counts: Counter[str]) -> str:
        def removed(match: re.Match[str]) -> str:
            counts[kind] += 1
            return f"{match[1]}〔{KINDS[kind][0]}〕"

        return pattern.sub(removed, text)

    return step


def is_identity(number: str) -> bool:
    """Whether the check character of an 18-digit identity number is right (GB 11643).

    A project code of region, date and serial number looks the same and has no check character.
    """
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == number[17].upper()


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def is_account(number: str) -> bool:
    """Whether the check digit of a bank card number is right (Luhn)."""
    digits = [int(digit) for digit in reversed(number) if digit.isdigit()]
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _replace_all(text: str, said: str, kind: str, counts: Counter[str]) -> str:
    if found := text.count(said):
        counts[kind] += found
    return text.replace(said, f"〔{KINDS[kind][0]}〕")


_STEPS: tuple[tuple[str, Callable[..., str]], ...] = (
    ("email", _whole(_EMAIL)),
    ("identity", _labelled(_IDENTITY_LABEL)),
    ("identity", _whole(_IDENTITY, is_identity)),
    ("account", _labelled(_ACCOUNT_LABEL)),
    ("account", _whole(_ACCOUNT, is_account)),
    ("telephone", _whole(_MOBILE)),
    ("telephone", _whole(_LANDLINE)),
    ("telephone", _labelled(_CALL_LABEL)),
)
_NUMBERLESS = 2
"""How many of the steps come first that need no row of digits: an address, a passport with letters."""
