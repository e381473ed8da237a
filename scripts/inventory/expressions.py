"""Writes annotations and defaults in one normal form: names resolved, unions as `a | b`, builtins in lower case."""

import builtins

import griffe

LONGEST_DEFAULT = 80

# names below these are kept in full; of the data libraries' names the package and the class are kept
ROOTS = {"pyspark", "delta", "airflow", "dbt", "dbt_common", "dbt_semantic_interfaces"}
NEIGHBOURS = {"pandas", "numpy", "pyarrow", "datetime", "pendulum"}

_LOWER = {"List", "Dict", "Tuple", "Set", "FrozenSet", "Type", "DefaultDict"}
_TRANSPARENT = {"Annotated", "ClassVar", "Final", "Required", "NotRequired", "InitVar", "Mapped"}


def type_text(expression):
    """The annotation with names below `ROOTS` in full, most others by their last part. None stays None."""
    return None if expression is None else _type(expression)


def default_text(expression):
    """A default as it stands in the source; a long one is cut, as nobody reads it in a signature."""
    if expression is None:
        return None
    text = " ".join(str(expression).split())
    return text if len(text) <= LONGEST_DEFAULT else "…"


def path_of(expression):
    """Where a decorator, base or called function comes from: `functools.cached_property`."""
    if isinstance(expression, (griffe.ExprCall, griffe.ExprSubscript)):
        return path_of(expression.function if isinstance(expression, griffe.ExprCall) else expression.left)
    if isinstance(expression, (griffe.ExprName, griffe.ExprAttribute)):
        return _resolved(expression)
    return str(expression)


def _type(expression):
    match expression:
        case griffe.ExprName() | griffe.ExprAttribute():
            return _name(_resolved(expression))
        case griffe.ExprSubscript():
            return _subscript(expression)
        case griffe.ExprBinOp(operator="|"):
            return _union([_type(expression.left), _type(expression.right)])
        case griffe.ExprTuple() | griffe.ExprList():
            inner = ", ".join(_type(element) for element in expression.elements)
            return f"[{inner}]" if isinstance(expression, griffe.ExprList) else inner
        case griffe.ExprCall():
            return _type(expression.function)
    return " ".join(str(expression).split())


def _subscript(expression):
    name = path_of(expression.left).rpartition(".")[2]
    inner = expression.slice
    if name == "Literal":
        return f"Literal[{inner}]"
    if name == "Optional":
        return _union([_type(inner), "None"])
    if name == "Union":
        return _union([_type(part) for part in getattr(inner, "elements", [inner])])
    if name in _TRANSPARENT:
        return _type(inner.elements[0] if isinstance(inner, griffe.ExprTuple) else inner)
    if isinstance(inner, griffe.ExprTuple) and name not in ("Callable", "tuple"):
        parts = [_named_in_text(part, expression.left) for part in inner.elements]
        return f"{_type(expression.left)}[{', '.join(_type(part) for part in parts)}]"
    if isinstance(inner, (str, griffe.ExprConstant)):  # a base of a class: `Estimator["Model"]`, which griffe leaves as text
        inner = _named_in_text(inner, expression.left)
    return f"{_type(expression.left)}[{_type(inner)}]"


def _named_in_text(constant, beside):
    if not isinstance(constant, (str, griffe.ExprConstant)):
        return constant
    name = str(getattr(constant, "value", constant)).strip("'\"")
    parent = getattr(beside, "parent", None)
    return griffe.ExprName(name, parent=parent.module) if name.isidentifier() and parent is not None else constant


def _union(parts):
    flat = [piece for part in parts for piece in split_union(part)]
    found = list(dict.fromkeys(flat))
    if "None" in found:  # at the end, as people write it
        found.remove("None")
        found.append("None")
    return " | ".join(found)


def split_union(text):
    """`a[b | c] | d` → [`a[b | c]`, `d`]"""
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(text):
        depth += (letter in "[(") - (letter in "])")
        if letter == "|" and depth == 0:
            parts.append(text[start:index].strip())
            start = index + 1
    return [*parts, text[start:].strip()]


def _name(path):
    first = path.split(".")[0]
    if first in ROOTS and "[" not in path:
        return path
    if first in NEIGHBOURS and "." in path:
        return f"{first}.{path.rpartition('.')[2]}"
    name = path.rpartition(".")[2].rstrip("]").rpartition("[")[2]
    return name.lower() if name in _LOWER else name


def _resolved(expression):
    """Griffe looks in the class first, where pandas-like classes have members called `str` and `list`."""
    first = expression
    while isinstance(first, griffe.ExprAttribute):
        first = first.values[0]
    if isinstance(first, griffe.ExprName) and hasattr(builtins, first.name) and first is expression:
        parent = first.parent
        if isinstance(parent, griffe.Class) or (isinstance(parent, griffe.Function) and parent.parent):
            module = parent.module
            return module.members[first.name].canonical_path if first.name in module.members else first.name
    return expression.canonical_path
