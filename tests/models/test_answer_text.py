"""Structure around and between strings is mended; the words inside never change."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.models.answer_text import json_text

WORDS = st.text(alphabet='目标“”：，｛｝达到95%{}[]：,"\\ ', max_size=30)


@given(st.dictionaries(WORDS, WORDS, max_size=4))
def test_valid_json_comes_back_with_the_same_words(data):
    printed = json.dumps(data, ensure_ascii=False)
    assert json.loads(json_text(printed)) == data
    assert json.loads(json_text(f"<think>{{</think>```json\n{printed}\n```")) == data


@pytest.mark.parametrize(
    ("printed", "data"),
    [
        ('｛"goal"：［"目标：一，二"］｝', {"goal": ["目标：一，二"]}),
        ("{“goal”：[“满意度≥90％”，“按时”]}", {"goal": ["满意度≥90％", "按时"]}),
        ('说明 {"a": "b}"} 尾巴', {"a": "b}"}),
        ('想</think>{"a": 1}', {"a": 1}),
        ('<think>没有想完 {"a": 2}', None),
    ],
)
def test_full_width_structure_and_talk(printed, data):
    text = json_text(printed)
    if data is None:
        assert not text.startswith("{")
    else:
        assert json.loads(text) == data
