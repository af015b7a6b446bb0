"""Errors a user can act on: what failed, the closest thing found, what to do. Each speaks Chinese and English."""

from __future__ import annotations

import errno
import re


class DrafterError(Exception):
    """Base of every error drafter raises on purpose.

    Args:
        zh: The sentence in Chinese; `str(error)` gives it.
        en: The same sentence in English.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def say(self, lang: str = "zh") -> str:
        """The sentence in the language asked for (`zh` or `en`)."""
        return self.en if lang == "en" else self.zh


class UsageError(DrafterError):
    """The call or the command line is wrong (exit code 2)."""


class InputError(DrafterError):
    """Input that cannot be used: an invalid brief, filing JSON, configuration (exit code 2)."""


class UnreadableError(InputError):
    """A file that cannot be read: empty, binary, damaged, encrypted, too large."""


class ScratchError(DrafterError):
    """The temporary folder of a long run is full or cannot be written to (exit code 2)."""

    def __init__(self, zh: str, en: str | None = None) -> None:
        super().__init__(
            f"临时文件写不下：{zh}。文件多时中间结果放在临时文件夹里；请清理磁盘，或用环境变量 TMPDIR 另指一处",
            f"no room for temporary files: {en or zh}; a long run keeps its work there. "
            "Free some space, or name another folder in the environment variable TMPDIR",
        )


class ModelError(DrafterError):
    """A model or its endpoint failed (exit code 2). Never carries a key."""


_REASONS: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("文件或文件夹不存在", "no such file or folder"),
    errno.EACCES: ("没有权限", "permission denied"),
    errno.EPERM: ("没有权限", "permission denied"),
    errno.EISDIR: ("这是文件夹，不是文件", "it is a folder, not a file"),
    errno.ENOTDIR: ("路径中有一段不是文件夹", "part of the path is not a folder"),
    errno.EEXIST: ("已有同名文件", "there is a file of that name"),
    errno.ENAMETOOLONG: ("文件名太长", "the name is too long"),
    errno.ENOSPC: ("磁盘已满", "the disk is full"),
    errno.EROFS: ("磁盘是只读的", "the disk is read-only"),
    errno.EMFILE: ("打开的文件太多", "too many open files"),
    errno.EIO: ("磁盘读写出错", "the disk failed"),
    errno.ELOOP: ("链接绕成了圈", "links run in a circle"),
}


def os_reason(error: OSError) -> tuple[str, str]:
    """Why the operating system refused, in Chinese and English; its own words are English whatever the locale."""
    said = error.strerror or type(error).__name__
    return _REASONS.get(error.errno or 0, (f"系统错误 {error.errno or ''}（{said}）", said))


def toml_place(error: Exception) -> str:
    """Where a TOML text is wrong, in Chinese: its library tells the line in an English sentence only."""
    found = re.search(r"line (\d+), column (\d+)", str(error))
    return f"第 {found[1]} 行第 {found[2]} 列写法有误" if found else "末尾不完整，或写法有误"
