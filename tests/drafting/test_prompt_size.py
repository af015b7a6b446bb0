"""What a model is sent: five precedents within the budget, their numbers masked whole, a version that shows edits."""

import re
from decimal import Decimal

import pytest

from drafter.corpus.starter import starter_records
from drafter.drafting import load_brief, prompt_messages
from drafter.drafting.prompting import LARGEST
from drafter.drafting.prompts import load_prompt
from drafter.models.request import Precedent

from .scripted import GUARDS
from .test_thirty_fields import BRIEFS

LONGEST = sorted(starter_records(), key=lambda one: -len(one.text))[:5]


def _five(brief, k):
    return [Precedent(one.id, one.filing, Decimal(1), one.kind) for one in LONGEST]


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_five_of_the_longest_precedents_fit_with_every_brief(path):
    messages = prompt_messages(load_brief(path.read_text(encoding="utf-8"), path.suffix), retrieve=_five)
    assert sum(len(message["content"]) for message in messages) <= LARGEST == 3500
    assert messages[1]["content"].count("<precedent>") == 5


def test_numbers_of_precedents_are_masked_whole_and_percentages_stay():
    for record in starter_records():
        one = Precedent(record.id, record.filing, Decimal(1), record.kind)
        user = prompt_messages(load_brief(GUARDS, ".yaml"), retrieve=lambda brief, k, one=one: [one])[1]["content"]
        shown = user[: user.index("<brief>")]
        assert not re.search(r"○\d|\d○|○%", shown), shown
        body = re.sub(r"先例\d+ ", "", shown)
        for match in re.finditer(r"\d+(?:\.\d+)?(?!\d*[.、．)）]\D)", body):
            after = body[match.end() : match.end() + 2]
            zero = set(match[0]) <= {"0", "."}
            name = re.search(rf"[A-Za-z“]{match[0]}|{match[0]}[A-Za-z]", body)
            assert zero or "%" in after or "％" in after or name, (record.id, match[0], body)


@pytest.mark.parametrize("name", ["draft_system", "draft_user", "repair_user", "rewrite_user"])
def test_a_prompt_names_its_version_and_any_edit_of_it_shows(name):
    prompt = load_prompt(name)
    assert re.fullmatch(rf"{name.replace('_', '-')}/\d+\+[0-9a-f]{{8}}", prompt.version)
    assert prompt.purpose
    with pytest.raises(ValueError, match=name):
        prompt.render(unknown=1)
