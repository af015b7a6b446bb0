"""The plugins that installed packages name, asked for without loading what reads them where there are none.

`importlib.metadata` imports the standard library's e-mail package; loading it and reading the metadata of every package
takes a twentieth of a short check, and most machines have no plugin.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_METADATA = (".dist-info", ".egg-info")


def entry_points(group: str) -> Iterable[EntryPoint]:
    """The entry points of a group, as `importlib.metadata` has them."""
    if not may_be_named(group):
        return ()
    from importlib import metadata

    return metadata.entry_points(group=group)


def may_be_named(group: str) -> bool:
    """Whether a package on the path may name the group; True wherever only `importlib.metadata` could tell."""
    if any(hasattr(finder, "find_distributions") for finder in sys.meta_path if finder is not PathFinder):
        return True
    heading = f"[{group}]".encode()
    # Programs put folders on the path as Path objects too; importlib.metadata finds what lies there.
    return any(_names(os.fsdecode(entry or os.curdir), heading) for entry in sys.path)


def _names(entry: str, heading: bytes) -> bool:
    if not os.path.isdir(entry):  # noqa: PTH112  (a hundred packages are asked for in each run)
        return os.path.exists(entry)  # noqa: PTH110  (a zip file may hold packages)
    if entry.endswith(".egg"):
        return True
    try:
        with os.scandir(entry) as found:
            packages = [one.path for one in found if one.name.endswith(_METADATA)]
    except OSError:
        return False  # nor does importlib.metadata look into a folder it may not read
    for package in packages:
        try:
            with open(os.path.join(package, "entry_points.txt"), "rb") as file:  # noqa: PTH118, PTH123
                if heading in file.read():
                    return True
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            return True
    return False
