"""Zip files: the packages of .docx and .xlsx, and documents sent together as one .zip. Nothing touches the disk."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from drafter.errors import UnreadableError
from drafter.reading.limits import MAX_FILE, MAX_MEMBERS, MAX_PACKAGE, MAX_PART, MAX_RATIO, MEBI, check_size, too_large

ZIP_MAGIC = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"

# What zipfile and zlib raise on damaged, encrypted or exotic members; anything else is our own mistake.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, IndexError)


class Package:
    """A zip file in memory, read member by member under the limits of `limits`.

    Args:
        data: The zip file.

    Raises:
        UnreadableError: It is damaged, or past a limit.
    """

    def __init__(self, data: bytes) -> None:
        check_size(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise damaged() from error
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS:
            raise too_large("压缩包内文件数", "Number of files in the zip", MAX_MEMBERS)
        self.unpacked = sum(member.file_size for member in members)
        """Bytes of all members, as declared."""
        if self.unpacked > MAX_PACKAGE:
            raise too_large("解压后大小", "Unpacked size", MAX_PACKAGE // MEBI, " MB", "MB")
        if any(_is_bomb(member) for member in members):
            raise too_large("压缩包内文件的压缩比", "Compression ratio in the zip", MAX_RATIO, " 倍", "times")
        self._members = {member.filename: member for member in members}
        self._folded = {name.lower(): name for name in reversed(self._members)}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._folded

    def members(self) -> list[zipfile.ZipInfo]:
        """Every member that is a file, in packed order."""
        return [member for member in self._members.values() if not member.is_dir()]

    def read(self, name: str, limit: int = MAX_PART) -> bytes:
        """Unpack one member. Part names ignore case, as the packaging standard says.

        Raises:
            UnreadableError: It is missing, damaged, encrypted, or past `limit` bytes.
        """
        return b"".join(self.stream(name, limit))

    def stream(self, name: str, limit: int = MAX_PART) -> Iterator[bytes]:
        """Unpack one member a mebibyte at a time, so that a caller can stop early. Raises as `read` does."""
        member = self._members.get(self._folded.get(name.lower(), ""))
        if member is None:
            raise damaged()
        if member.flag_bits & 1:
            raise encrypted()
        size = 0
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(MEBI):
                    # The declared size may lie, so the unpacked bytes are counted as well.
                    size += len(chunk)
                    if size > limit:
                        raise too_large(f"内部文件 {name} ", f"Part {name} is", limit // MEBI, " MB", "MB")
                    yield chunk
        except _DAMAGE as error:
            raise damaged() from error


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > MAX_PART and member.file_size > MAX_RATIO * max(member.compress_size, 1)


def damaged() -> UnreadableError:
    """The refusal of a broken package."""
    return UnreadableError(
        "文件不完整或已损坏，无法解压。请重新下载或另存后再试。",
        "The file is incomplete or damaged and cannot be unpacked. Download or save it again.",
    )


def encrypted() -> UnreadableError:
    """The refusal of a file with a password."""
    return UnreadableError(
        "文件有密码保护，请取消密码后再试。",
        "The file is protected by a password. Remove the password and try again.",
    )


def package_kind(data: bytes) -> str:
    """What a zip holds, from its table of contents: docx, xlsx, xlsb, pptx, odf, ofd, zip; "" for no zip.

    A cut-off zip has no table of contents; the names in its first member headers then decide, so that a damaged Word
    file is called damaged and not unknown.
    """
    if data[:4] not in (ZIP_MAGIC, _EMPTY_ZIP):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = [name.lower() for name in package.namelist()]
    except _DAMAGE:
        names = [name for name in ("word/", "xl/", "ppt/", "ofd.xml") if name.encode() in data[:65536].lower()]
    if "xl/workbook.bin" in names:
        return "xlsb"
    for prefix, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"), ("ofd.xml", "ofd")):
        if any(name.startswith(prefix) for name in names) and ("[content_types].xml" in names or kind == "ofd"):
            return kind
        if names == [prefix]:
            return kind
    return "odf" if b"mimetypeapplication/vnd.oasis.opendocument" in data[:200] else "zip"


def documents(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The documents in a zip, one at a time, as (name inside the zip, bytes). Names are labels and never used as paths.

    Zips inside the zip are opened one level deep; hidden files and the resource forks of macOS are left out.

    Raises:
        UnreadableError: The zip, or the member asked for next, is damaged, encrypted or past a limit.
    """
    package = Package(data)
    unpacked = 0
    for name, content in _members(package):
        if package_kind(content) != "zip":
            yield name, content
            continue
        inner = Package(content)
        unpacked += inner.unpacked
        if unpacked > MAX_PACKAGE:
            raise too_large("解压后大小", "Unpacked size", MAX_PACKAGE // MEBI, " MB", "MB")
        yield from ((f"{name}/{inner_name}", inner_content) for inner_name, inner_content in _members(inner))


def _members(package: Package) -> Iterator[tuple[str, bytes]]:
    for member in package.members():
        name = member_name(member)
        if not any(part.startswith((".", "__MACOSX", "~$")) for part in name.split("/")):
            yield name, package.read(member.filename, MAX_FILE)


def member_name(member: zipfile.ZipInfo) -> str:
    """A member's name. Chinese zip tools write GBK without saying so, which zipfile reads as code page 437."""
    name = member.filename
    if not member.flag_bits & 0x800:
        try:
            name = name.encode("cp437").decode("gb18030")
        except UnicodeError:
            name = member.filename
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/")
