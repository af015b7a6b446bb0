"""What a number in a brief's own sentence counts, as a noun: 社区配1台 names no thing, 企业开展检查2次 counts 检查."""

from __future__ import annotations

from drafter.drafting.free_verbs import GETS, VERB, WORKS
from drafter.language import Mention
from drafter.language.patterns import lazy

_HAN = r"[^\W\da-zA-Z_]"
_LONG = lazy("|".join(sorted((verb for verb in GETS if len(verb) > 1), key=len, reverse=True)))
# 社区配, 每个村装, 学校请: where, and what is done there.
_WHERE = lazy(
    rf"(?P<place>(?:每个?|各|全部)?{_HAN}{{0,8}}?"
    r"(?:社区|小区|[村镇乡校所站点户园馆院]|街道|单位|窗口|大厅|路口|家庭|企业|部门))"
    rf"(?:均|都|各|要|需)*{VERB.pattern}"
)
_BEHIND = lazy(rf"(?:的)?({_HAN}{{2,10}}?)(?=$|[，。；、（(\s\d]|用于|负责|以及|并|和|及)")


def is_place_and_verb(words: str) -> bool:
    """Whether words only say where something is done (社区配, 每个村装), and not what it is done with."""
    return _WHERE.fullmatch(words) is not None and not words.endswith(tuple(WORKS.values()))


def noun_of_mention(text: str, mention: Mention) -> str | None:
    """The noun of a mention without the place before it or the verb between them; None where there is none."""
    entity = mention.entity
    if not entity:
        return None
    after = text.startswith(entity, mention.end)
    where = _WHERE.match(entity)
    if where and after:
        # 在3个路口设置隔离墩: three crossings.
        return where["place"]
    if where:
        rest = entity[where.end() :]
        if len(rest) >= 2:
            return rest
        behind = _BEHIND.match(text[mention.end :]) if not rest else None
        return behind[1] if behind else None
    verb = _LONG.search(entity, 1)
    if verb is None or not entity[verb.end() :]:
        return entity
    noun = entity[: verb.start()] if after else entity[verb.end() :]
    return noun if len(noun) >= 2 else entity
