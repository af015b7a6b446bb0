"""The parts of an office package, changed in memory and packed again; parts nobody touched stay byte for byte."""

from __future__ import annotations

import importlib
import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any

from drafter.reading.limits import MAX_PART
from drafter.reading.xmltree import parse_xml

_CONTENT_TYPES = "[Content_Types].xml"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


class Parts:
    """The parts of an open package.

    Args:
        archive: The package, already read under the limits of the reading room.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._infos = {info.filename: info for info in archive.infolist()}
        self._trees: dict[str, Any] = {}
        self._touched: set[str] = set()
        self._changed: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._infos or name in self._changed

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        if name in self._changed:
            return self._changed[name]
        with self._archive.open(self._infos[name]) as stream:
            return stream.read(MAX_PART)

    def replace(self, name: str, data: bytes) -> None:
        """Change or add a part."""
        self._changed[name] = data

    def xml(self, name: str) -> Any:
        """The root of a part; call `touch` after changing the tree."""
        if name not in self._trees:
            self._trees[name] = parse_xml(self.read(name))
        return self._trees[name]

    def touch(self, name: str) -> None:
        """Say that the tree of a part was changed; only those are written anew."""
        self._touched.add(name)

    def relations(self, part: str) -> Iterator[tuple[Any, str]]:
        """The relations of a part ("" for the package) with the part each points to."""
        name = _relations_name(part)
        if name not in self:
            return
        for relation in self.xml(name):
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External":
                base = posixpath.dirname(part)
                yield relation, posixpath.normpath(posixpath.join("/", base, target)).lstrip("/")

    def relate(self, part: str, target: str, kind: str) -> str:
        """Add a relation; its id."""
        name = _relations_name(part)
        if name not in self:
            self.replace(name, f'<Relationships xmlns="{_RELS}"/>'.encode())
        root = self.xml(name)
        taken = {relation.get("Id") for relation in root}
        key = next(f"rIdNote{number}" for number in range(1, len(taken) + 2) if f"rIdNote{number}" not in taken)
        element = root.makeelement(root.tag.rpartition("}")[0] + "}Relationship", {})
        for attribute, value in (("Id", key), ("Type", kind), ("Target", f"/{target}")):
            element.set(attribute, value)
        root.append(element)
        self.touch(name)
        return key

    def new_name(self, stem: str, suffix: str) -> str:
        """A part name nobody uses yet."""
        return next(name for number in range(1, 100_000) if (name := f"{stem}{number}{suffix}") not in self)

    def add(self, name: str, data: bytes, kind: str | None) -> None:
        """Add a part, with its own content type unless its suffix has one."""
        self.replace(name, data)
        if kind is not None:
            self._declare("Override", "PartName", f"/{name}", kind)

    def add_default(self, suffix: str, kind: str) -> None:
        """Declare the content type of a suffix, once."""
        if not any(str(entry.get("Extension")).lower() == suffix for entry in self.xml(_CONTENT_TYPES)):
            self._declare("Default", "Extension", suffix, kind)

    def packed(self) -> bytes:
        """The package with all changes."""
        etree: Any = importlib.import_module("lxml.etree")
        for name in sorted(self._touched):
            tree = self._trees[name]
            self._changed[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, info in self._infos.items():
                data = self._changed.pop(name, None)
                archive.writestr(info, self.read(name) if data is None else data, zipfile.ZIP_DEFLATED)
            for name, data in self._changed.items():
                # Without a date of its own: the same document with the same remarks is the same bytes at any time.
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return stream.getvalue()

    def _declare(self, tag: str, key: str, value: str, kind: str) -> None:
        root = self.xml(_CONTENT_TYPES)
        element = root.makeelement(root.tag.rpartition("}")[0] + "}" + tag, {})
        element.set(key, value)
        element.set("ContentType", kind)
        self.touch(_CONTENT_TYPES)
        if tag == "Default":
            root.insert(0, element)
        else:
            root.append(element)


def relation_target(parts: Parts, part: str, ending: str) -> str | None:
    """The part a relation of that kind points to, None if there is none."""
    for relation, target in parts.relations(part):
        if str(relation.get("Type")).endswith(ending) and target in parts:
            return target
    return None


def _relations_name(part: str) -> str:
    return posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")
