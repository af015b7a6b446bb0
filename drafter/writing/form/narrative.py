"""The narrative of a filing as the labelled cells it was read from."""

from __future__ import annotations

from drafter.reading.labels import find_label

DEFAULT_LABEL = "项目概况"


def narrative_sections(text: str | None) -> list[tuple[str, str]]:
    """(Label, text) in order: a line that begins with a narrative label (`立项依据：…`) begins a section.

    Text before the first label stands under 项目概况, where every form asks for it.
    """
    sections: list[tuple[str, str]] = []
    for line in (text or "").splitlines():
        found = find_label(line)
        if found is not None and found.kind == "narrative" and found.inline is not None:
            sections.append((found.name, found.inline))
        elif sections:
            label, before = sections[-1]
            sections[-1] = (label, f"{before}\n{line}")
        elif line.strip():
            sections.append((DEFAULT_LABEL, line))
    return sections


def narrative_by_label(text: str | None) -> dict[str, str]:
    """Label → text; texts under the same label are joined, none is lost."""
    sections: dict[str, str] = {}
    for label, part in narrative_sections(text):
        sections[label] = f"{sections[label]}\n{part}" if label in sections else part
    return sections
