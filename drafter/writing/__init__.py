"""Writing: a filing or a report becomes a document. Renderers take those, a profile and a language, nothing else."""

from drafter.writing.atomic import write_bytes
from drafter.writing.writer import Writer, all_writers, render_filing, write_filing

__all__ = ["Writer", "all_writers", "render_filing", "write_bytes", "write_filing"]
