"""Hooks, and the one way everything loads through them: our own rules and readers as well as others'.

A plugin is a module or object with `@hookimpl` functions, named in the entry-point group `drafter`. Each hook receives
`register`, a function to call once for every thing offered. A plugin that fails is recorded and stops nothing else.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import pluggy

from drafter.installed import entry_points

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUP = "drafter"
hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)

BUILTIN: Mapping[str, tuple[str, ...]] = {
    "rules": ("drafter.checking.rules",),
    "readers": ("drafter.reading.formats",),
    "writers": ("drafter.writing.formats",),
    "models": ("drafter.models.builtin",),
    "retrievers": ("drafter.corpus.builtin",),
    "profiles": ("drafter.profiles.builtin",),
}
"""Our own plugins by hook. They are imported when their hook is first asked, so that `check` never loads a model."""


_SHAPES: Mapping[str, tuple[str, ...]] = {
    "rules": ("code", "name", "severity", "function"),
    "readers": ("name", "suffixes", "sniff", "read"),
    "writers": ("name", "suffixes", "write"),
    "models": ("name", "title", "open"),
    "retrievers": ("name", "retrieve"),
    "profiles": ("id", "title", "recognise", "categories"),
}
"""What a thing offered through a hook has at least. Asking for its class would import the room that defines it."""


class Hooks:
    """The six hooks of a plugin."""

    @hookspec
    def rules(self, register: Callable[[Any], None]) -> None:
        """Call `register(rule)` with functions decorated by `drafter.checking.rule`."""

    @hookspec
    def readers(self, register: Callable[[Any], None]) -> None:
        """Call `register(reader)` with `drafter.reading.Reader` objects, one a format."""

    @hookspec
    def writers(self, register: Callable[[Any], None]) -> None:
        """Call `register(writer)` with `drafter.writing.Writer` objects, one a format."""

    @hookspec
    def models(self, register: Callable[[Any], None]) -> None:
        """Call `register(model)` with `drafter.models.ModelEntry` objects."""

    @hookspec
    def retrievers(self, register: Callable[[Any], None]) -> None:
        """Call `register(retriever)` with `drafter.corpus.RetrieverEntry` objects."""

    @hookspec
    def profiles(self, register: Callable[[Any], None]) -> None:
        """Call `register(profile)` with `drafter.profiles.Profile` objects."""


class PluginStatus(NamedTuple):
    """One installed plugin: its entry-point name, its distribution, and the error that kept it from loading."""

    name: str
    source: str
    version: str | None
    error: str | None


class PluginRegistry:
    """Loads plugins once and collects what they offer. Build one of your own to test a plugin in isolation."""

    def __init__(self, *, third_party: bool = True) -> None:
        self._manager = pluggy.PluginManager(GROUP)
        self._manager.add_hookspecs(Hooks)
        self._statuses: list[PluginStatus] = []
        self._third_party = third_party
        self._loaded_builtin: set[str] = set()
        self._loaded_third_party = False
        self._collected: dict[str, tuple[Any, ...]] = {}
        # Two threads may ask at once, as LangChain's `batch` does: the second must not find a hook half loaded.
        # Reentrant, since a plugin may ask for another hook while it loads.
        self._lock = threading.RLock()

    def register(self, plugin: object, name: str) -> None:
        """Register a plugin object directly, without an entry point."""
        self._manager.register(plugin, name)
        self._collected.clear()
        self._statuses.append(PluginStatus(name, "registered", None, None))

    def collect(self, hook: str) -> list[Any]:
        """Everything registered through one hook, ours first. A plugin that raises is recorded and skipped."""
        with self._lock:
            if hook not in self._collected:
                # Asked for each document of a batch; what is offered does not change while plugins stay the same.
                self._collected[hook] = tuple(self._collect(hook))
            return list(self._collected[hook])

    def _collect(self, hook: str) -> list[Any]:
        self._load_builtin(hook)
        self._load_third_party()
        collected: list[Any] = []
        implementations = list(getattr(self._manager.hook, hook).get_hookimpls())
        ours = BUILTIN.get(hook, ())
        implementations.sort(key=lambda impl: (impl.plugin_name not in ours, impl.plugin_name))
        for implementation in implementations:
            offered: list[Any] = []
            try:
                implementation.function(offered.append)
                _look(hook, offered)
            except (Exception, SystemExit) as error:
                if implementation.plugin_name in ours:
                    raise
                self._fail(implementation.plugin_name, error)
                continue
            collected.extend(offered)
        return collected

    def statuses(self) -> list[PluginStatus]:
        """Every third-party plugin installed, with the error of those that failed."""
        with self._lock:
            self._load_third_party()
            for hook in BUILTIN:
                self.collect(hook)
            return list(self._statuses)

    def failures(self) -> list[PluginStatus]:
        """The plugins that failed so far; loads nothing that was not asked for."""
        return [status for status in self._statuses if status.error is not None]

    def _load_builtin(self, hook: str) -> None:
        for module in BUILTIN.get(hook, ()):
            if module not in self._loaded_builtin:
                self._loaded_builtin.add(module)
                self._manager.register(importlib.import_module(module), module)

    def _load_third_party(self) -> None:
        if self._loaded_third_party or not self._third_party:
            return
        self._loaded_third_party = True
        for point in sorted(entry_points(GROUP), key=lambda point: point.name):
            source = point.dist.name if point.dist else point.value
            version = point.dist.version if point.dist else None
            try:
                self._manager.register(point.load(), point.name)
            except (Exception, SystemExit) as error:  # a licence check may end with sys.exit
                self._statuses.append(PluginStatus(point.name, source, version, _say(error)))
            else:
                self._statuses.append(PluginStatus(point.name, source, version, None))

    def _fail(self, name: str, error: BaseException) -> None:
        for position, status in enumerate(self._statuses):
            if status.name == name and status.error is None:
                self._statuses[position] = PluginStatus(name, status.source, status.version, _say(error))

    def __iter__(self) -> Iterator[PluginStatus]:
        return iter(self.statuses())


def _look(hook: str, offered: list[Any]) -> None:
    """Refuse what a hook cannot use while it is known whose it is; later it would end the whole run."""
    for one in offered:
        if missing := [name for name in _SHAPES[hook] if not hasattr(one, name)]:
            raise TypeError(f"{hook} cannot take {one!r:.60}: it has no {', '.join(missing)}")


def _say(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


_default: PluginRegistry | None = None


def default_registry() -> PluginRegistry:
    """The registry of this process: installed plugins, loaded on first use. The only state shared between calls."""
    global _default
    if _default is None:
        _default = PluginRegistry()
    return _default
