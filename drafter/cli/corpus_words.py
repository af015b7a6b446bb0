"""What `drafter corpus` says about records, in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.corpus import AddReport, Hit, PriceRange, Record


def entry(record: Record, label: str) -> dict[str, Any]:
    """A record in a list, as JSON. A model has no office: the one its form names stands for none."""
    return {
        "id": record.id,
        "project_name": record.project or None,
        "office": (record.office or None) if record.kind == "filing" else None,
        "year": record.year,
        "kind": record.kind,
        "version": record.version,
        "current": record.current,
        "document": record.document,
        "added": record.added,
        "corpus": label,
    }


def line(record: Record, label: str, lang: str) -> str:
    """A record in a list."""
    return f"{record.id}  {title(record, lang)}  [{label}]" + (
        "" if record.current else _("（旧版本）", " (old)", lang)
    )


def title(record: Record, lang: str) -> str:
    """Project, year and office; a model is called one."""
    if record.kind == "model":
        return f"{record.project}  " + _("范本", "model", lang)
    return f"{record.project or '—'}  {record.year or '—'}  {record.office or _('未填单位', 'no office named', lang)}"


def hit_words(hit: Hit, lang: str) -> str:
    """A filing found, with the reasons."""
    why = (reason.en if lang == "en" else reason.zh for reason in hit.why)
    return f"{hit.score}  {line(hit.record, hit.corpus, lang)}\n        " + _("；", "; ", lang).join(why)


def shown(record: Record, label: str, lang: str) -> str:
    """A whole filing as text."""
    filing = record.filing
    total = filing.funding.annual_total
    said = [
        line(record, label, lang),
        _("来源", "source", lang) + f": {record.document or '—'}",
        _("年度资金", "annual total", lang) + ": " + ("—" if total is None else f"{total:,f} " + _("元", "yuan", lang)),
    ]
    if record.restated:
        said.append(
            _("下列文字已改写，非原文：", "restated, not in the office's words: ", lang) + "、".join(record.restated)
        )
    for name, text in (
        ("项目总目标", filing.overall_goal),
        ("年度目标", filing.annual_goal),
        ("说明", filing.narrative),
    ):
        if text:
            said.append(f"{name}: {text}")
    for row in filing.indicators:
        said.append(
            f"  {row.level1 or '—'} / {row.level2 or '—'} / {row.name}  {row.target.raw if row.target else '—'}"
        )
    for item in filing.budget_lines:
        price = (
            "" if item.unit_price is None or item.quantity is None else f"  {item.unit_price:,f} × {item.quantity:,f}"
        )
        amount = "—" if item.amount is None else f"{item.amount:,f}"
        said.append(f"  {item.item}{price}  {amount}")
    return "\n".join(said)


def added_words(report: AddReport, file: Path, lang: str) -> str:
    """The outcome of adding."""
    from drafter.corpus.redaction import KINDS

    removed = {KINDS[kind][1 if lang == "en" else 0]: count for kind, count in report.removed.items()}
    went = "、".join(f"{kind} {count}" for kind, count in removed.items()) or _("无", "none", lang)
    return _(
        f"{file}：新增 {report.added} 份（其中新版本 {report.versions} 份），已有 {report.duplicates} 份，"
        f"不能读取 {len(report.failed)} 个文件；去除个人信息：{went}",
        f"{file}: {report.added} added ({report.versions} new versions), {report.duplicates} known, "
        f"{len(report.failed)} files not read; personal data removed: {went}",
        lang,
    )


def price_json(one: PriceRange) -> dict[str, Any]:
    """The prices of an item per unit, as JSON; money as decimal strings."""
    return {
        "unit": one.unit,
        "low": f"{one.low:f}",
        "high": f"{one.high:f}",
        "median": f"{one.median:f}",
        "prices": [{**price._asdict(), "price": f"{price.price:f}", "office": price.office or None}
                   for price in one.prices],
    }  # fmt: skip


def price_words(one: PriceRange, lang: str) -> str:
    """The prices of an item per unit, with their sources."""
    yuan = _("元", "yuan", lang)
    per = f"/{one.unit}" if one.unit else _("（未注明计价单位）", " (unit not stated)", lang)
    count = len(one.prices)
    head = _(
        f"{yuan}{per}：{one.low:,f} 至 {one.high:,f}，中位数 {one.median:,f}（{count} 处）",
        f"{yuan}{per}: {one.low:,f} to {one.high:,f}, median {one.median:,f} ({count} seen)",
        lang,
    )
    rows = [
        f"  {price.price:,f}  {price.item}  {price.year or '—'}  "
        f"{price.office or _('未填单位', 'no office named', lang)}  {price.project}  [{price.id}]"
        for price in one.prices
    ]
    return "\n".join((head, *rows))


def stats_words(found: dict[str, Any], lang: str) -> str:
    """The statistics of the corpora."""
    years = "、".join(f"{year}: {count}" for year, count in found["years"].items())
    corpora = "、".join(f"{name}: {count}" for name, count in found["corpora"].items())
    said = [
        _(f"申报表 {found['filings']} 份，范本 {found['models']} 份，单位 {found['offices']} 个",
          f"{found['filings']} filings, {found['models']} models, {found['offices']} offices", lang),
        _("按年度：", "by year: ", lang) + years,
        _("按语料库：", "by corpus: ", lang) + corpora,
    ]  # fmt: skip
    return "\n".join(said)


def _(zh: str, en: str, lang: str) -> str:
    return en if lang == "en" else zh
