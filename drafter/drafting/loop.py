"""The loop: ask, render, check, and ask again for the fields that were criticised, within limits.

Three limits: repairs, tokens (estimated before a call, counted after it), and standing still (the same findings twice).
The best attempt is returned with what remains; nothing is ever mended on a model's behalf.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, cast

from drafter.brief import Brief
from drafter.checking.report import FilingReport, Finding
from drafter.drafting.facts import Facts
from drafter.drafting.forms import in_form_order
from drafter.drafting.rendering import Rendered, render
from drafter.drafting.result import Attempt
from drafter.drafting.rules import blocking
from drafter.drafting.steps import Step, Watch
from drafter.errors import ModelError
from drafter.filing import Filing
from drafter.models.entry import Model, Reply
from drafter.models.proposal import Proposal, Repair
from drafter.models.request import Message, Precedent, Request
from drafter.profiles import Profile

if TYPE_CHECKING:
    from pydantic import ValidationError


class Job(NamedTuple):
    """What is drafted: the brief and its facts, precedents, form, skeleton, and how a rendered draft is checked.

    Last year's filing and what becomes of it (`old`, `basis`) are there when one is rolled forward; `watch` is told
    what happens.
    """

    brief: Brief
    facts: Facts
    precedents: Sequence[Precedent]
    profile: Profile
    base: Filing
    check: Callable[[Rendered], FilingReport]
    old: Filing | None = None
    basis: Proposal | None = None
    lang: str = "zh"
    watch: Watch | None = None
    office: Sequence[Precedent] = ()


class Budget(NamedTuple):
    """How much may be spent: repairs after the first answer, and tokens over all calls (None for no limit)."""

    repairs: int = 2
    tokens: int | None = None


@dataclass(slots=True)
class Result:
    """The best attempt and the record of all; `report` is None where no attempt gave an answer."""

    rendered: Rendered
    report: FilingReport | None
    attempts: list[Attempt] = field(default_factory=list[Attempt])


def run(job: Job, model: Model, budget: Budget) -> Result:
    """Draft with a model until nothing is objected to, or a limit is reached."""
    result = Result(Rendered(job.base), None)
    proposal: Proposal | None = None
    findings: list[Finding] = []
    invalid: tuple[str, ...] = ()
    seen: set[tuple[tuple[str, str], ...]] = set()
    spent = 0
    for _ in range(budget.repairs + 1 if model.repairs else 1):
        attempt = len(result.attempts) + 1
        request = _request(job, proposal, findings, invalid, attempt)
        if budget.tokens is not None and model.repairs:
            expected = _estimate(request.messages())
            if spent + expected > budget.tokens:
                result.attempts.append(_unaffordable(model, expected, spent, budget.tokens, job.lang))
                break
        _tell(job, Step("asked", attempt))
        reply, record = _ask(model, request, job.lang, repair=bool(result.attempts))
        spent += record.input_tokens + record.output_tokens
        result.attempts.append(record)
        if reply is None or reply.outcome != "answered":
            # Cut, refused, empty or unreachable: the same question would end the same way.
            break
        answer, invalid = _understood(reply.text, proposal)
        if answer is None:
            record.outcome = "invalid"
            signature: tuple[tuple[str, str], ...] = tuple(("invalid", problem) for problem in invalid)
        else:
            proposal = in_form_order(answer, job.profile)
            rendered = render(
                proposal, job.base, job.brief, job.facts, (*job.precedents, *job.office), job.profile, job.old
            )
            report = job.check(rendered)
            findings = blocking(report.findings)
            record.findings = [finding.code for finding in findings]
            _tell(job, Step("checked", attempt, findings=tuple(record.findings)))
            if result.report is None or _rank(report) < _rank(result.report):
                result.rendered, result.report = rendered, report
            if not findings:
                break
            signature = tuple(sorted((finding.code, finding.primary.path) for finding in findings))
        if signature in seen:
            break
        seen.add(signature)
    return result


def _tell(job: Job, step: Step) -> None:
    if job.watch is not None:
        job.watch(step)


def _request(
    job: Job, proposal: Proposal | None, findings: Sequence[Finding], invalid: Sequence[str], attempt: int
) -> Request:
    def messages() -> list[Message]:
        from drafter.drafting.prompting import first_messages, repair_messages

        if proposal is None and not invalid:
            return first_messages(job.brief, job.facts, job.precedents, job.profile, job.basis)
        return repair_messages(job.brief, job.facts, job.profile, proposal, findings, invalid)

    def schema() -> dict[str, object]:
        return (Proposal if proposal is None else Repair).model_json_schema()

    def listen(piece: str) -> None:
        _tell(job, Step("piece", attempt, piece))

    listener = listen if job.watch is not None else None
    return Request(
        job.brief, job.facts.all, job.precedents, job.profile, messages, schema, job.basis, job.office, listener
    )


def _ask(model: Model, request: Request, lang: str, *, repair: bool) -> tuple[Reply | None, Attempt]:
    started = time.perf_counter_ns()
    reply: Reply | None = None
    notes: list[str] = []
    try:
        reply = model.answer(request)
        notes = [note[lang == "en"] for note in reply.notes]
    except ModelError as error:
        notes = [error.say(lang)]
    seconds = Decimal(time.perf_counter_ns() - started) / 1_000_000_000
    record = Attempt(
        model=model.name,
        prompt_version=_prompt_version(repair) if model.repairs else None,
        input_tokens=reply.input_tokens if reply else 0,
        output_tokens=reply.output_tokens if reply else 0,
        seconds=seconds.quantize(Decimal("0.001")),
        outcome=reply.outcome if reply else "unavailable",
        notes=notes,
    )
    return reply, record


def _unaffordable(model: Model, expected: int, spent: int, tokens: int, lang: str) -> Attempt:
    note = f"已用 {spent} 词元，本次至多约 {expected}，超过预算 {tokens}，没有调用"
    if lang == "en":
        note = f"{spent} tokens spent, up to {expected} for this call: over the budget of {tokens}, not called"
    return Attempt(model=model.name, seconds=Decimal(0), outcome="over_budget", notes=[note])


def _prompt_version(repair: bool) -> str:
    from drafter.drafting.prompting import prompt_version

    return prompt_version(repair=repair)


def _understood(text: str, before: Proposal | None) -> tuple[Proposal | None, tuple[str, ...]]:
    """The proposal an answer amounts to, or what is wrong with its shape, in words a model can use."""
    try:
        if before is None:
            return Proposal.model_validate_json(text), ()
        return merged(before, Repair.model_validate_json(text)), ()
    except ValueError as error:
        details = cast("ValidationError", error).errors(include_url=False, include_input=False)
        return None, tuple(f"{'.'.join(str(step) for step in one['loc'])}: {one['msg']}" for one in details[:8])


def merged(before: Proposal, repair: Repair) -> Proposal:
    """A proposal with the repaired fields in place of the criticised ones."""
    rows: dict[int, object] = dict(enumerate(before.indicators))
    added: list[object] = []
    for change in repair.indicators:
        if change.index is None:
            added += [change.indicator] if change.indicator else []
        elif change.indicator is None:
            rows.pop(change.index, None)
        else:
            rows[change.index] = change.indicator
    indicators = [rows[index] for index in sorted(rows)] + added
    return Proposal.model_validate({"goal": repair.goal or before.goal, "indicators": indicators})


def _rank(report: FilingReport) -> tuple[int, int]:
    severities = [finding.severity for finding in report.findings]
    return severities.count("error"), severities.count("warning")


def _estimate(messages: Sequence[Message]) -> int:
    # One token a character: an upper bound for Chinese with every tokeniser in use, and needs none.
    return sum(len(message["content"]) for message in messages)
