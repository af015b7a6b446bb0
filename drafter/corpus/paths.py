"""Where corpora live."""

from __future__ import annotations

import os
from pathlib import Path

FILE_NAME = "corpus.sqlite"


def default_corpus() -> Path:
    """The user's own corpus: the file `DRAFTER_CORPUS` names, else one in the data folder of this system."""
    named = os.environ.get("DRAFTER_CORPUS")
    if named:
        return corpus_file(named)
    import platformdirs

    return platformdirs.user_data_path("drafter", appauthor=False) / FILE_NAME


def corpus_file(path: str | Path) -> Path:
    """The corpus file a user means: the path itself, or `corpus.sqlite` in the folder it names."""
    file = Path(path).expanduser()
    return file / FILE_NAME if file.is_dir() else file


def index_folder(corpus: Path) -> Path:
    """Where the search index of a corpus stands: beside the file. It may be deleted at any time."""
    return corpus.with_name(corpus.name + ".index")
