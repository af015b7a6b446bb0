"""Prompt templates: files with a version, a purpose and a list of variables, rendered in a sandbox."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from drafter.resources import resource_folder

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment


@dataclass(frozen=True, slots=True)
class Prompt:
    """A template.

    Attributes:
        name: The file's name without suffix.
        version: From its front matter, with the first digits of the content's hash, so that any edit shows.
        purpose: What it is for.
        variables: What it must be given, no more and no less.
        body: The template.
    """

    name: str
    version: str
    purpose: str
    variables: tuple[str, ...]
    body: str

    def render(self, **values: Any) -> str:
        """Fill the template.

        Raises:
            ValueError: A variable is missing or superfluous: a defect of the caller.
        """
        if set(values) != set(self.variables):
            raise ValueError(f"prompt {self.name} takes {', '.join(self.variables)}, not {', '.join(values)}")
        return _environment().from_string(self.body).render(**values).strip()


@cache
def load_prompt(name: str) -> Prompt:
    """A prompt of `prompts/` by name.

    Raises:
        ValueError: Its front matter is damaged.
    """
    text = (resource_folder("prompts") / f"{name}.j2").read_text(encoding="utf-8")
    opening, _, rest = text.partition("---\n")
    head, _, body = rest.partition("---\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    if opening.strip() or not {"version", "purpose", "variables"} <= set(fields):
        raise ValueError(f"prompts/{name}.j2 needs version, purpose and variables in its front matter")
    digest = hashlib.sha256(body.encode()).hexdigest()[:8]
    variables = tuple(part.strip() for part in fields["variables"].strip().strip("[]").split(","))
    return Prompt(name, f"{fields['version'].strip()}+{digest}", fields["purpose"].strip(), variables, body)


@cache
def _environment() -> SandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    # No autoescape: prompts are no HTML; what comes from outside is framed before it gets here.
    return SandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=False, autoescape=False)
