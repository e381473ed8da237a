"""Reads one release with griffe and writes down what it defines: plain facts by path, nothing resolved across releases.

    {"modules": {path: [exported names] | None}, "definitions": {path: definition}, "aliases": {path: alias}}

A definition: kind, parameters, returns, overloads, bases, typeParameters, type, value, added, deprecated, flags.
An alias: to, and whether it is `deprecated` or for `typing` alone. Paths ending in `.*` stand for all names of a module.
"""

import ast
import hashlib
import json
import logging
import re
from pathlib import Path

import griffe

from expressions import default_text, path_of, type_text
from marks import decorated, directives, warned, worn_parameters
from shims import shims
from sources import CACHE, source

logging.getLogger("griffe").setLevel(logging.CRITICAL)

HERE = Path(__file__).parent
_PROPERTY = {"property", "cached_property", "classproperty", "hybrid_property", "cached_property_with_name"}
_QUOTED = re.compile(r"""['"]([A-Za-z_][\w.]*)['"]""")
_TAKEN = re.compile(r"\b([A-Za-z_]\w*)\.template_fields\b")
_STAR = {
    griffe.ParameterKind.var_positional: "*",
    griffe.ParameterKind.var_keyword: "**",
}


def facts(package, entry, roots, skip):
    """The facts of a release, read once: they are kept until the release or this reader changes."""
    names = ["reader.py", "expressions.py", "marks.py", "shims.py", "sources.py", "requirements.txt"]
    digest = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in names))
    digest.update(repr((roots, skip.pattern)).encode())
    kept = CACHE / "facts" / f"{package}-{entry['version']}-{entry['sha256'][:8]}-{digest.hexdigest()[:12]}.json"
    if not kept.exists():
        for old in kept.parent.glob(f"{package}-{entry['version']}-{entry['sha256'][:8]}-*.json"):
            old.unlink()
        kept.parent.mkdir(parents=True, exist_ok=True)
        found = read(source(package, entry), roots, skip)
        kept.write_text(json.dumps(found, separators=(",", ":"), sort_keys=True))
    return json.loads(kept.read_text())


def read(folder, roots, skip):
    """`roots`: top-level packages to read in the folder. `skip`: a pattern for modules that are left out."""
    found = {"modules": {}, "definitions": {}, "aliases": {}}
    for root in roots:
        if not (folder / root).exists():
            continue
        notes = _Notes()
        loader = _Loader(skip, folder, notes)
        package = loader.load(root)
        loader.resolve_aliases(implicit=True, external=False)
        _module(package, found, skip)
        for path, target, deprecated in notes.shims:
            alias = {"to": target, "shim": True, **({"deprecated": True} if deprecated else {})}
            found["definitions"].pop(path, None)
            found["aliases"][path] = alias
        _stubs(folder, root, found, skip)
    return found


def _stubs(folder, root, found, skip):
    """Where a module assigns what its stub defines (`bash = staticmethod(bash_task)`), the stub knows the parameters."""
    for file in sorted((folder / root).rglob("*.pyi")):
        parts = file.relative_to(folder).with_suffix("").parts
        path = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if skip.search(path) or not file.with_suffix(".py").exists():
            continue
        module = griffe.visit(path, file, file.read_text(), extensions=griffe.Extensions(_Notes()))
        stub = {"modules": {}, "definitions": {}, "aliases": {}}
        _module(module, stub, skip)
        for name, fact in stub["definitions"].items():
            known = found["definitions"].get(name)
            if known is None or (known["kind"] == "attribute" and fact["kind"] != "attribute"):
                found["definitions"][name] = fact


class _Loader(griffe.GriffeLoader):
    """Leaves out what nobody imports, and never falls back to importing."""

    def __init__(self, skip, folder, notes):
        super().__init__(search_paths=[folder], allow_inspection=False, extensions=griffe.Extensions(notes))
        self.skip = skip

        self.finder.find_package = lambda name: self._package(folder, name)

    @staticmethod
    def _package(folder, name):
        """A package with an `__init__.py` is read from it, even where it shares its name with others (`extend_path`)."""
        init = folder / name / "__init__.py"
        return griffe.Package(name, init, None) if init.exists() else griffe.NamespacePackage(name, [folder / name])

    def _load_submodule(self, module, subparts, subpath):
        if not self.skip.search(".".join([module.path, *subparts])):
            super()._load_submodule(module, subparts, subpath)


class _Notes(griffe.Extension):
    """Takes down, while the syntax tree is at hand, what griffe does not keep."""

    def __init__(self):
        self.shims = []

    def on_module_node(self, *, node, agent, **_):
        path = str(agent.filepath)
        self.shims.extend(shims(node, agent.current.path if agent.current else _module_path(agent), path.endswith("__init__.py")))

    def on_function_instance(self, *, node, func, agent, **_):
        is_async = isinstance(node, ast.AsyncFunctionDef)
        func.extra["inventory"].update(marks=_marks(node), is_async=is_async, worn=worn_parameters(node))

    def on_attribute_instance(self, *, node, attr, agent, **_):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            attr.extra["inventory"].update(marks=_marks(node))

    def on_class_instance(self, *, node, cls, agent, **_):
        added, deprecated = decorated(node)
        init = next((item for item in node.body if getattr(item, "name", "") == "__init__"), None)
        deprecated = deprecated or (warned(init.body) if init else None)
        cls.extra["inventory"].update(marks=(added, deprecated))


def _module_path(agent):
    parent = agent.parent
    return f"{parent.path}.{agent.module_name}" if parent is not None else agent.module_name


def _marks(node):
    added, deprecated = decorated(node)
    return added, deprecated or warned(node.body)


def _module(module, found, skip):
    exports = None if module.exports is None else sorted(str(name) for name in module.exports)
    found["modules"][module.path] = exports
    for name, member in sorted(module.members.items()):
        path = f"{module.path}.{name}"
        if member.is_alias:
            if not member.wildcard:
                typing = {} if member.runtime else {"typing": True}
                found["aliases"][path] = {"to": member.target_path, **typing}
        elif member.is_module:
            if not skip.search(path):
                _module(member, found, skip)
        elif name == "__all__":
            continue
        else:
            _definition(member, path, found)


def _definition(member, path, found):
    if member.is_class:
        found["definitions"][path] = _class(member)
        for name, overloads in list(member.overloads.items()):  # in a stub there need be nothing but overloads
            if overloads and name not in member.members:
                member.members[name] = overloads[-1]
                overloads[-1].overloads = overloads
        for name, inner in sorted(member.members.items()):
            if inner.is_alias:
                found["aliases"][f"{path}.{name}"] = {"to": inner.target_path}
            else:
                _definition(inner, f"{path}.{name}", found)
    elif member.is_function:
        found["definitions"][path] = _function(member)
    elif member.is_attribute:
        found["definitions"][path] = _attribute(member)


def _class(cls):
    flags = {}
    decorators = [path_of(decorator.value).rpartition(".")[2] for decorator in cls.decorators]
    bases = [type_text(base) for base in cls.bases]
    named = any(path_of(base).rpartition(".")[2] in ("NamedTuple", "TypedDict", "BaseModel") for base in cls.bases)
    if named or {"dataclass", "define", "s", "attrs", "frozen", "mutable"} & set(decorators):
        flags["fields"] = _fields(cls)
    parameters = [parameter.name for parameter in cls.type_parameters]
    return _clean(kind="class", bases=bases, typeParameters=parameters, **flags, **_age(cls))


def _fields(cls):
    """The parameters of an `__init__` that a decorator writes: annotated attributes, in their order."""
    written = []
    for name, member in cls.members.items():
        if member.is_alias or not member.is_attribute or member.annotation is None or "property" in member.labels:
            continue
        default = default_text(member.value)
        if isinstance(member.value, griffe.ExprCall):
            words = {word.name: word.value for word in member.value.arguments if isinstance(word, griffe.ExprKeyword)}
            if str(words.get("init")) == "False":
                continue
            if path_of(member.value).rpartition(".")[2] in ("field", "ib", "Field"):
                default = _field_default(words)
        if "instance-attribute" in member.labels:
            written.append(parameter_text(name.lstrip("_"), type_text(member.annotation), default))
    return written


def _field_default(words):
    made = words.get("factory") or words.get("default_factory")
    if made is None and isinstance(words.get("default"), griffe.ExprCall):
        made = "…" if path_of(words["default"]).endswith("Factory") else None
    if made is None:
        return default_text(words.get("default"))
    return {"dict": "{}", "list": "[]", "set": "set()"}.get(str(made), default_text(made) if "(" in str(made) else "…")


def _function(function):
    decorators = [path_of(decorator.value) for decorator in function.decorators]
    last = {name.rpartition(".")[2] for name in decorators}
    in_class = function.parent is not None and function.parent.is_class
    shape = {"kind": "property" if last & _PROPERTY else "method" if in_class else "function"}
    first = function.parameters[0] if in_class and len(function.parameters) and "staticmethod" not in last else None
    own = _variable(first)
    if shape["kind"] != "property":
        shape["parameters"] = _parameters(function, drop_first=first is not None)
    overloads = [
        _clean(parameters=_parameters(overload, drop_first=first is not None), returns=_returns(overload))
        for overload in function.overloads or ()
    ]
    if last & {"contextmanager", "asynccontextmanager"}:
        shape["context"] = True
    return _clean(
        **shape,
        returns=_returns(function, own),
        overloads=overloads,
        static="static" if "staticmethod" in last else "class" if "classmethod" in last else None,
        decorators=[name for name in decorators if name.rpartition(".")[2] == "overload"] or None,
        worn=function.extra["inventory"].get("worn"),
        **({"async": True} if function.extra["inventory"].get("is_async") else {}),
        **_age(function),
    )


def _variable(first):
    """`def set(self: P) -> P`: the name of the variable that stands for the class itself."""
    annotation = first.annotation if first is not None else None
    if isinstance(annotation, griffe.ExprSubscript):
        annotation = annotation.slice
    return annotation.name if isinstance(annotation, griffe.ExprName) else None


def _returns(function, own=None):
    if own and isinstance(function.returns, griffe.ExprName) and function.returns.name == own:
        return "Self"
    return type_text(function.returns)


def _parameters(function, drop_first):
    """Parameters as Python writes them: `name: type=default`, with `/` and `*` where they stand."""
    written, kinds = [], griffe.ParameterKind
    parameters = list(function.parameters)[1 if drop_first else 0 :]
    positional = [parameter.kind is kinds.positional_only for parameter in parameters]
    star = False
    for index, parameter in enumerate(parameters):
        if parameter.kind is kinds.keyword_only and not star:
            written.append("*")
            star = True
        star = star or parameter.kind is kinds.var_positional
        default = None if parameter.kind in _STAR else default_text(parameter.default)
        written.append(parameter_text(_STAR.get(parameter.kind, "") + parameter.name, type_text(parameter.annotation), default))
        if positional[index] and not any(positional[index + 1 :]):
            written.append("/")
    return written


def parameter_text(name, annotation, default):
    return name + (f": {annotation}" if annotation else "") + (f"={default}" if default is not None else "")


def _templated(attribute):
    """Airflow's `template_fields`: the names in it, and `+Class` for the fields of another class that it takes along."""
    text = str(attribute.value)
    others = [f"+{attribute.module.resolve(name)}" for name in _TAKEN.findall(text) if name in attribute.module.members]
    return _clean(kind="attribute", templated=[*others, *_QUOTED.findall(text)])


def _attribute(attribute):
    if attribute.name == "template_fields" and attribute.parent.is_class:
        return _templated(attribute)
    if "property" in attribute.labels:
        return _clean(kind="property", returns=type_text(attribute.annotation), **_age(attribute))
    value, shape = attribute.value, {}
    if isinstance(value, griffe.ExprCall):
        shape["call"] = path_of(value.function)
        if shape["call"].rpartition(".")[2] == "cast" and _is_callable(value.arguments[0]):
            returns = type_text(value.arguments[0].slice.elements[-1])
            return _clean(kind="method", returns=returns, **_age(attribute))
        named = [str(argument) for argument in value.arguments if isinstance(argument, griffe.ExprName)]
        if shape["call"].endswith("copy_func") and named:
            shape["copies"] = named[0]
    elif isinstance(value, (griffe.ExprName, griffe.ExprAttribute)):
        shape["same"] = path_of(value)
    elif value is not None:
        shape["value"] = default_text(value)
    labels = attribute.labels
    if "instance-attribute" in labels and "class-attribute" not in labels and attribute.annotation is None:
        shape["instance"] = True
    return _clean(kind="attribute", type=type_text(attribute.annotation), **shape, **_age(attribute))


def _is_callable(expression):
    """`__add__ = cast(Callable[["Column", …], "Column"], _bin_op("plus"))` stands for a method."""
    return isinstance(expression, griffe.ExprSubscript) and path_of(expression.left).endswith("Callable")


def _age(thing):
    marked, warned_of = thing.extra["inventory"].get("marks") or (None, None)
    added, deprecated = directives(thing.docstring.value if thing.docstring else None)
    if warned_of and deprecated:
        deprecated = {key: deprecated.get(key) or warned_of.get(key) for key in ("version", "use")}
    return {"added": added or marked, "deprecated": _clean(**(deprecated or warned_of)) if deprecated or warned_of else None}


def _clean(**values):
    """Without what says nothing. An empty list of parameters does say something, an empty `deprecated` too."""
    kept = ("parameters", "deprecated")
    return {key: value for key, value in values.items() if value not in (None, [], {}) or (key in kept and value is not None)}
