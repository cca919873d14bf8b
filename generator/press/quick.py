"""Templates, printed faster than MkDocs does, with the same result.

The environment is MkDocs's own, but for what costs most of the time: looking a name up in a
mapping, which Jinja does by way of an exception; escaping what is printed right after; calls of
macros; and relative addresses.
"""

from __future__ import annotations

import hashlib
import re
import sys
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import escape
from mkdocs.utils import normalize_url

OF_MAPPINGS = frozenset(dir(dict))
"""Names that mean a method of a mapping, whatever it holds."""

# A path below the site without `..`, a scheme or anything else that would have to be resolved.
_SIMPLE = re.compile(r"(?:(?:[\w%~-][\w.%~-]*|\.)/)*(?:[\w%~-][\w.%~-]*)?", re.ASCII)

_special = re.compile("[&<>'\"]").search
_ESCAPES = frozenset({"e", "escape"})
_PRINTED = "escaped, to be printed"
_PRINTED_ADDRESS = "address, escaped, to be printed"


Kind = TypeVar("Kind", bound="QuickEnvironment")


class QuickGenerator(CodeGenerator):
    """Writes the code of a template, with the commonest things done in place."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's
        """Look into a mapping without a call."""
        if node.attr in OF_MAPPINGS or self.environment.is_async:
            super().visit_Getattr(node, frame)
            return
        name = repr(node.attr)
        self.write(f"((it[{name}] if {name} in it else environment.absent[{name}]) if type(it := ")
        self.visit(node.node, frame)
        self.write(f") is dict else environment.getattr(it, {name}))")

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's
        """Escape what is printed without marking it as escaped."""
        for output in node.find_all(nodes.Output):
            for child in output.nodes:
                if isinstance(child, nodes.Filter) and child.name in _ESCAPES:
                    child.name = _PRINTED
                    inner = child.node
                    if isinstance(inner, nodes.Filter) and inner.name == "url" and inner.node:
                        child.name, child.node = _PRINTED_ADDRESS, inner.node
        super().visit_Template(node, frame)


class QuickContext(Context):
    """A context that calls macros, of which it knows how, without asking."""

    def call(self, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """As in `jinja2.runtime.Context`."""
        if type(obj) is not Macro:
            return super().call(obj, *args, **kwargs)
        if kwargs:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
        left_out = len(obj.arguments) - len(args)
        plain = not (kwargs or obj.catch_kwargs or obj.catch_varargs or obj.caller)
        if not plain or left_out < 0 or self.eval_ctx.autoescape:
            return obj(self.eval_ctx, *args, **kwargs)
        if left_out:
            args += (missing,) * left_out
        return obj._func(*args)  # noqa: SLF001 - what calling it comes to, after twice as long


class _Absent(dict[str, jinja2.Undefined]):
    """Undefined values, one a name: nothing tells them apart but the text of an error."""

    def __init__(self, environment: jinja2.Environment) -> None:
        super().__init__()
        self._environment = environment

    def __missing__(self, name: str) -> jinja2.Undefined:
        return self.setdefault(name, self._environment.undefined(obj={}, name=name))


class QuickEnvironment(jinja2.Environment):
    """Jinja's environment, which looks into mappings first where no attribute can be meant."""

    code_generator_class = QuickGenerator
    context_class = QuickContext

    @cached_property
    def absent(self) -> _Absent:
        """Name → what stands for a mapping's item of that name which is not there."""
        return _Absent(self)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As in `jinja2.Environment`: the attribute, else the item, else undefined."""
        if type(obj) is dict and attribute not in OF_MAPPINGS:
            return obj[attribute] if attribute in obj else self.absent[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)


def environment(original: jinja2.Environment, kept: Path, kind: type[Kind]) -> Kind:
    """An environment that prints what `original` prints.

    Args:
        original: As `config.theme.get_env()` gives it.
        kept: Folder for compiled templates; made if missing.
        kind: Its class: `QuickEnvironment`, or one made from it.
    """
    made = kind(
        loader=original.loader,
        auto_reload=False,
        extensions=[type(extension) for extension in original.extensions.values()],
        bytecode_cache=compiled(kept, f"{kind.__name__}-{_program(kind)}"),
    )
    made.globals.update(original.globals)
    made.tests.update(original.tests)
    made.policies.update(original.policies)
    made.filters.update(original.filters)
    made.filters.update({"url": relative, _PRINTED: _printed, _PRINTED_ADDRESS: printed_relative})
    return made


def _program(kind: type) -> str:
    """What tells apart what compiles templates: a digest of the modules that do."""
    names = dict.fromkeys(each.__module__ for each in kind.__mro__ if each is not object)
    files = (sys.modules[name].__file__ or "" for name in names)
    digest = hashlib.sha256(b"".join(Path(file).read_bytes() for file in files))
    return digest.hexdigest()[:16]


def compiled(kept: Path, kind: str) -> jinja2.BytecodeCache:
    """Where an environment keeps its compiled templates.

    Args:
        kept: Folder for all of them; made if missing.
        kind: What tells environments apart that compile otherwise.
    """
    folder = kept / f"{kind}-{jinja2.__version__}"
    folder.mkdir(parents=True, exist_ok=True)
    return jinja2.FileSystemBytecodeCache(str(folder))


def _printed(value: Any) -> str:
    """Escaped for HTML, as a text like any other."""
    if type(value) is str and not _special(value):
        return value
    return str(escape(value))


@jinja2.pass_context
def relative(context: Context, value: object) -> str:
    """MkDocs's filter `url`: an address below the site as one relative to the page."""
    path, page = str(value), context["page"]
    found = _plainly(path, page)
    if found is None:
        found = normalize_url(path, page=page, base=context["base_url"])
    return found


@jinja2.pass_context
def printed_relative(context: Context, value: object) -> str:
    """The same, escaped as `_printed` does."""
    found = _plainly(value, context["page"]) if type(value) is str else None
    return _printed(relative(context, value)) if found is None else found


def _plainly(path: str, page: Any) -> str | None:
    """A plain path below the site as a relative one, in which nothing is to be escaped."""
    there = parts(path)
    here = folders(page.url) if page is not None and there is not None else None
    if here is None or there is None:
        return None
    common = 0
    for ours, theirs in zip(here, there):  # noqa: B905 - one is shorter, as a rule
        if ours != theirs:
            break
        common += 1
    up = "../" * (len(here) - common)
    if common < len(there):
        return f"{up}{'/'.join(there[common:])}{'/' if path[-1] == '/' else ''}"
    return (up or "./") if path[-1] == "/" else (up[:-1] or ".")


@lru_cache(maxsize=1 << 16)
def parts(path: str) -> tuple[str, ...] | None:
    """The parts of a plain path below the site; None if it is anything else."""
    if not path or not _SIMPLE.fullmatch(path):
        return None
    return tuple(part for part in path.split("/") if part not in {"", "."})


@lru_cache(maxsize=8)
def folders(url: str) -> tuple[str, ...] | None:
    """The folders that a page stands in; None if that is not plain to see."""
    if not url:
        return ()
    return parts(url) if url[-1] == "/" else None
