"""Numbers in a brief's own sentences are facts under a noun, never under a piece of a sentence."""

import pytest

from drafter.brief import Brief
from drafter.drafting import load_brief
from drafter.drafting.facts import facts_of
from drafter.drafting.mention_nouns import noun_of_mention
from drafter.language import extract


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("为每个社区配AED1台", ["AED"]),
        ("社区配1台", [None]),
        ("社区配1台净水机", ["净水机"]),
        ("对辖区内300家企业开展检查2次", ["企业", "检查"]),
        ("在3个路口设置隔离墩60个", ["路口", "隔离墩"]),
        ("联系社区做讲座4场", ["讲座"]),
        ("完成道路养护巡查24次", ["道路养护巡查"]),
        ("村卫生室改造8间", ["村卫生室改造"]),
        ("公园设备维护3处", ["公园设备维护"]),
    ],
)
def test_what_a_sentence_counts_is_a_noun(text, nouns):
    assert [noun_of_mention(text, mention) for mention in extract(text)] == nouns


def test_no_fact_of_a_task_is_named_by_where_it_is_done():
    brief = Brief(project_name="社区便民", year=2027, tasks=["社区配1台净水机", "每个村配1台"])
    told = [fact.entity for fact in facts_of(brief) if fact.path.startswith("tasks[")]
    assert told == ["净水机", None]


def test_words_that_only_say_where_are_no_item():
    brief = load_brief("2027年社区AED配置，AED12台，每台1.8万元，社区配1台", ".txt")
    assert [item.name for item in brief.items] == ["AED"]
    assert any("社区配1台" in question.zh for question in brief.questions)
