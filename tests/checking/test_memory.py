"""What checks remember of names: as long as people write them, and nothing of a monstrous filing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.checking import check_filing
from drafter.checking.past import row_key
from drafter.checking.past_records import PastRecords
from drafter.filing import Filing
from tests.checking.rows import filing

_LONG = "名" * 1000
_LONG_ROWS = (f"产出指标|数量指标|{_LONG}|=5个", f"产出指标|{_LONG}|修路|=5个", f"产出指标|数量指标|修路|{_LONG}")


def _asked_of_a_run(one: Filing) -> None:
    PastRecords().add("a.json", one)


@pytest.mark.parametrize("row", _LONG_ROWS)
@pytest.mark.parametrize("ask", [check_filing, _asked_of_a_run])
def test_names_are_remembered_and_monstrous_ones_make_room_for_all(ask: Callable[[Filing], object], row: str) -> None:
    known = row_key("修路", "5 个")
    ask(filing("产出指标|数量指标|修路|=5个"))
    assert row_key("修路", "5 个") is known
    ask(filing(row))
    again = row_key("修路", "5 个")
    assert again == known
    assert again is not known
