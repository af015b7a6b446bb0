"""Find `prompts/` and `corpus/`: at the top of a checkout, or packed into the wheel."""

from __future__ import annotations

from pathlib import Path


def resource_folder(name: str) -> Path:
    """The folder `name` ("prompts" or "corpus") of this installation.

    Raises:
        FileNotFoundError: The installation is damaged: neither the wheel nor a checkout holds the folder.
    """
    package = Path(__file__).parent
    for folder in (package / "_data" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"drafter installation lacks its {name}/ folder; reinstall the package")
