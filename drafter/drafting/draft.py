"""`draft`: from a brief to a checked filing whose every number has a source."""

from __future__ import annotations

from drafter.brief import Brief
from drafter.checking import check_filing
from drafter.checking.report import DocumentReport, FilingReport, Report, summarise
from drafter.drafting.draft_checks import Judged
from drafter.drafting.grounding import OfficeFilings, Retrieve
from drafter.drafting.loop import Budget, Job, run
from drafter.drafting.partial import without_sums
from drafter.drafting.preparing import prepare
from drafter.drafting.rendering import Rendered
from drafter.drafting.result import Draft, PrecedentRef, Status
from drafter.drafting.rules import blocking, judge
from drafter.drafting.skeleton import skeleton
from drafter.drafting.steps import Watch
from drafter.filing import Filing
from drafter.models.entry import Model, ModelOptions
from drafter.models.registry import open_model


def draft(
    brief: Brief | str,
    *,
    model: str | Model = "embedded",
    based_on: Filing | None = None,
    year: int | None = None,
    top_k: int = 5,
    max_repairs: int = 2,
    token_budget: int | None = None,
    profile: str | None = None,
    base_url: str | None = None,
    retrieve: Retrieve | None = None,
    office: OfficeFilings | None = None,
    lang: str = "zh",
    watch: Watch | None = None,
) -> Draft:
    """Draft a filing from a brief and check it.

    Args:
        brief: A structured brief, or free text.
        model: A model's name, or an opened model.
        based_on: Last year's filing, to be rolled forward: what the brief does not mention is kept and marked.
            Telephone numbers and names behind 联系人 and the like are removed; a name that stands alone is known from
            the document's fields for people only: see `drafter.personal.cleaning.cleaned`.
        year: The budget year, where the brief does not say it or says it wrongly.
        top_k: How many past filings the model may learn names from.
        max_repairs: How often a model may be asked to mend what the checker objects to.
        token_budget: Tokens all calls together may use; checked before each call. None for no limit.
        profile: The form; by default chosen by office and year.
        base_url: The endpoint of an OpenAI-compatible model.
        retrieve: Finds precedents; by default in the user's own corpus and the starter corpus.
        office: Finds other filings of the brief's office, for the indicators it always states; by default in the same
            corpora, or nowhere when `retrieve` is given.
        lang: Language of the findings' messages, `zh` or `en`.
        watch: Is told each step as it happens (`drafter.drafting.Step`): a model asked, the pieces of its answer, the
            check. A model that can stream does so only when somebody watches.

    Returns:
        The draft with its report, the provenance of every number, and the questions the brief leaves.

    Raises:
        InputError: The brief or the profile cannot be used.
        UsageError: No such model.
        ModelError: The model cannot be opened.
    """
    ready = prepare(brief, based_on=based_on, year=year, top_k=top_k, profile=profile, retrieve=retrieve, office=office)
    opened = open_model(ModelOptions(model, base_url)) if isinstance(model, str) else model
    base, origins = skeleton(ready.brief, ready.facts, ready.profile)

    # The words of a filing that is rolled forward are its own.
    precedents = ready.precedents if based_on is None else ()

    # A clause of the brief that names an expense nobody could read is asked about under the items as a whole.
    partial = any(question.field == "items" for question in ready.questions)

    def check(rendered: Rendered) -> FilingReport:
        report = check_filing(rendered.filing, profile=ready.profile, lang=lang)
        report = judge(Judged(ready.brief, ready.facts, rendered, precedents), report, lang)
        return without_sums(report, lang) if partial else report

    job = Job(
        ready.brief,
        ready.facts,
        ready.precedents,
        ready.profile,
        base,
        check,
        ready.based_on,
        ready.basis,
        lang,
        watch,
        ready.office,
    )
    outcome = run(job, opened, Budget(max_repairs, token_budget))
    report = outcome.report or check(outcome.rendered)
    return Draft(
        status="failed" if outcome.report is None else _status(report),
        filing=outcome.rendered.filing,
        report=_report(report, lang),
        provenance=[*origins, *outcome.rendered.provenance],
        questions=[question.say(lang) for question in ready.questions],
        precedents=[
            PrecedentRef(
                id=one.id, kind=one.kind, project_name=one.filing.project_name, year=one.filing.year, score=one.score
            )
            for one in ready.precedents
        ],
        attempts=outcome.attempts,
    )


def prompt_messages(
    brief: Brief | str,
    *,
    based_on: Filing | None = None,
    year: int | None = None,
    top_k: int = 5,
    profile: str | None = None,
    retrieve: Retrieve | None = None,
) -> list[dict[str, str]]:
    """The exact messages of the first request `draft` would send, as `[{"role", "content"}]`. Calls nothing.

    Raises:
        InputError: The brief or the profile cannot be used.
    """
    from drafter.drafting.prompting import first_messages

    ready = prepare(brief, based_on=based_on, year=year, top_k=top_k, profile=profile, retrieve=retrieve)
    messages = first_messages(ready.brief, ready.facts, ready.precedents, ready.profile, ready.basis)
    return [dict(message) for message in messages]


def _status(report: FilingReport) -> Status:
    return "findings" if blocking(report.findings) or report.crashes else "passed"


def _report(report: FilingReport, lang: str) -> Report:
    documents = [DocumentReport(document="Draft" if lang == "en" else "草稿", filings=[report])]
    return Report(documents=documents, summary=summarise(documents))
