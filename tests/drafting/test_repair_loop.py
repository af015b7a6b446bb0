"""The loop asks again only where it helps, counts everything, and never hides what remains."""

import json

from langchain_core.messages import AIMessage

from drafter.drafting import Draft, draft, load_brief, prompt_messages

from .scripted import GOOD, GUARDS, USAGE, changed, scripted

LIE = changed(1, target="=8人")


def _draft(model, **options) -> Draft:
    return draft(load_brief(GUARDS, ".yaml"), model=model, **options)


def test_a_wrong_number_is_repaired_by_asking_for_that_field_only():
    model = scripted(LIE, {"indicators": [{"index": 1, "indicator": GOOD["indicators"][1]}]})
    result = _draft(model)
    assert result.status == "passed"
    assert [one.findings != [] for one in result.attempts] == [True, False]
    assert "DRF001" in result.attempts[0].findings
    system, user = (message["content"] for message in model.requests[1])
    assert system == model.requests[0][0]["content"], "the stable part comes first and does not change"
    assert "=8人" in user and "indicators[1]" in user
    assert "保安员到岗及时性" not in user, "fields nobody criticised are not sent again"
    assert len(model.requests[1]) == 2, "no growing history"


def test_repetition_ends_the_loop_with_the_findings_that_remain():
    same = {"indicators": [{"index": 1, "indicator": LIE["indicators"][1]}]}
    model = scripted(LIE, same, same)
    result = _draft(model, max_repairs=5)
    assert len(model.requests) == 2
    assert result.status == "findings"


def test_the_best_attempt_is_returned_when_repairs_make_it_worse():
    worse = {"goal": ["为维护秩序，2020年计划聘用保安员9人。"], "indicators": []}
    result = _draft(scripted(LIE, worse), max_repairs=1)
    assert "6人" in result.filing.annual_goal
    assert len(result.attempts[1].findings) > len(result.attempts[0].findings)


def test_at_most_so_many_repairs():
    lies = [
        LIE,
        *({"indicators": [{"index": 1, "indicator": changed(1, target=f"={n}人")["indicators"][1]}]} for n in (7, 9)),
    ]
    assert len(_draft(scripted(*lies), max_repairs=0).attempts) == 1
    assert len(_draft(scripted(*lies), max_repairs=1).attempts) == 2


def test_the_token_budget_is_checked_before_a_call_and_said():
    result = _draft(scripted(LIE, GOOD), token_budget=1000)
    assert result.status == "failed"
    assert [one.outcome for one in result.attempts] == ["over_budget"]
    assert "1000" in result.attempts[0].notes[0]
    assert result.filing.funding.annual_total is not None, "what the brief gives is there even so"
    first = sum(len(message["content"]) for message in prompt_messages(load_brief(GUARDS, ".yaml")))
    dear = AIMessage(
        content=json.dumps(LIE), usage_metadata={"input_tokens": 1500, "output_tokens": 500, "total_tokens": 2000}
    )
    result = _draft(scripted(dear, GOOD), token_budget=first)
    assert [one.outcome for one in result.attempts] == ["answered", "over_budget"]
    assert result.status == "findings"


def test_tokens_are_counted_for_every_attempt():
    result = _draft(scripted(LIE, "no json at all", {"goal": None, "indicators": []}))
    assert [one.input_tokens for one in result.attempts] == [100, 100, 100]
    assert [one.output_tokens for one in result.attempts] == [50, 50, 50]
    assert all(one.prompt_version and "draft-system/2" in one.prompt_version for one in result.attempts)


def test_an_answer_of_the_wrong_shape_is_asked_for_again_with_the_reason():
    model = scripted({"goal": "一句话", "indicators": []}, GOOD)
    result = _draft(model)
    assert (result.status, [one.outcome for one in result.attempts]) == ("passed", ["invalid", "answered"])
    assert "goal" in model.requests[1][1]["content"]


def test_cut_refused_and_empty_answers_are_said_and_not_asked_again():
    cut = AIMessage(content='{"goal": ["为维', usage_metadata=USAGE, response_metadata={"finish_reason": "length"})
    refused = AIMessage(content="", additional_kwargs={"refusal": "不能协助"}, usage_metadata=USAGE)
    filtered = AIMessage(content="", response_metadata={"finish_reason": "content_filter"}, usage_metadata=USAGE)
    empty = AIMessage(content=" \n", usage_metadata=USAGE)
    for message, outcome in ((cut, "truncated"), (refused, "refused"), (filtered, "refused"), (empty, "empty")):
        model = scripted(message, GOOD)
        result = _draft(model)
        assert [one.outcome for one in result.attempts] == [outcome]
        assert result.attempts[0].input_tokens == 100
        assert result.status == "failed"
        assert result.filing.annual_goal is None
        assert len(result.filing.budget_lines) == 1


def test_fences_thinking_and_talk_around_the_answer_are_taken_off():
    text = json.dumps(GOOD, ensure_ascii=False)
    for printed in (
        f"```json\n{text}\n```",
        f"<think>先想一想 {{不是答案}}</think>\n{text}",
        f"想好了</think>{text}",
        f"好的，如下：\n```\n{text}\n```\n以上。",
        f"以下是答案 {text} 请查收",
    ):
        assert _draft(scripted(printed)).status == "passed", printed[:30]


def test_a_failing_model_is_reported_and_not_raised_away():
    class Broken:
        name = "broken"
        repairs = True

        def answer(self, request):
            from drafter.errors import ModelError

            raise ModelError("连不上", "cannot connect")

    result = _draft(Broken())
    assert (result.status, result.attempts[0].outcome, result.attempts[0].notes) == (
        "failed",
        "unavailable",
        ["连不上"],
    )
