"""Units that no list has, told by where they stand."""

from __future__ import annotations

import pytest

from drafter.language import extract


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("计量站检定加油机1,860枪，合格率99%", [("1860", "枪", "count"), ("99", "%", "percent")]),
        ("骨灰堂扩建寄存位2.4万龛。", [("24000", "龛", "count")]),
        ("桥头堡复绿边坡35槽；", [("35", "槽", "count")]),
        ("血液中心采集血小板9,200治疗量", [("9200", "治疗量", "count")]),
        ("县道养护245车道公里，扫测航道68换算公里。", [("245", "车道公里", "measure"), ("68", "换算公里", "measure")]),
        ("终端防护授权2,600点，", [("2600", "点", "count")]),
        ("流动厕所每组6蹲位，", [("6", "蹲位", "count")]),
        ("原水浊度小于3NTU，菌落总数≤80CFU/mL", [("3", "NTU", "measure"), ("80", "CFU/mL", "measure")]),
        ("电镜共享1,900机时", [("1900", "机时", "count")]),
        ("顶岗实践2学年以上", [("2", "学年", "duration")]),
    ],
)
def test_one_character_between_a_number_and_the_end_of_its_clause_is_a_classifier(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert [(one.number, one.unit, one.kind) for one in extract(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "建设路16弄，开元路8巷，七一社区3院",
        "预算合计6.5万整，补贴4,000者",
        "做好3改，抓好2清，落实5带",
        "拨打12340热线，沿206国道，90后青年",
        "分辨率不低于1080P，达到3A，型号300XL，接口12PIN",
        "2027财年，1.2万用于宣传",
        "附件3略，附表2式",
    ],
)
def test_what_numbers_name_and_what_goes_on_is_none(text: str) -> None:
    assert [one.text for one in extract(text)] == []


def test_an_unlisted_unit_has_a_dimension_of_its_own() -> None:
    guns, doors = extract("检定加油机1,860枪，更换防盗门420扇")
    assert guns.dimension == "count:枪"
    assert guns.dimension != doors.dimension
    assert guns.interval is not None
