"""What a definition says about its own age: directives in its docstring, decorators, warnings in its body."""

import ast
import inspect
import re

_DIRECTIVE = re.compile(r"^\.\. (versionadded|deprecated)::[ \t]*v?(\d+(?:\.\d+)*)?([^\n]*)\n?((?:[ \t]+[^\n]*\n?|\n)*)", re.M)
# after these a directive speaks of one parameter
_PARAMETERS = re.compile(r"^:param ", re.M)
_SECTION = re.compile(r"^(?:Parameters|Attributes|Args:)\s*$", re.M)
_OF_A_PART = re.compile(r"\b(?:argument|parameter|keyword|option|param)s?\b")
_NAMED = re.compile(r":(?:meth|func|class|attr|py:\w+):`[~.!]*([\w.]+)`|`+([A-Za-z_][\w.]*)(?:\(.*?\))?`+")
_USE = re.compile(r"\b(?:use|Use|favor of|favour of|moved to|renamed to)\s+:?(?:\w+:)?[`'\"]*~?([A-Za-z_][\w.]*)")
_WORDS = {"the", "a", "an", "instead", "of", "this", "it", "new", "another", "only", "other", "with"}


def directives(docstring):
    """(versionadded, deprecated): the version each names. Only those that speak of the whole thing count."""
    added = deprecated = None
    text = _PARAMETERS.split(inspect.cleandoc(docstring) + "\n")[0] if docstring else ""
    about = _SECTION.split(text)[0]
    for kind, version, line, body in _DIRECTIVE.findall(text):
        if _OF_A_PART.search(f"{line} {body}"):
            continue
        if kind == "versionadded":
            added = added or (version if f"versionadded:: {version}" in about else None) or None
        else:
            deprecated = {"version": version, "use": replacement(body)}
    return added, deprecated


def replacement(text):
    """The name that a deprecation points at, if it names one."""
    text = " ".join(text.split())
    found = _USE.search(text)
    if found and found[1].lower() not in _WORDS:
        return found[1].rstrip(".")
    named = _NAMED.search(text)
    return (named[1] or named[2]).rstrip(".") if named and re.search(r"\b(?:use|instead)\b", text, re.I) else None


def decorated(node):
    """(versionadded, deprecated) from `@since(2.1)` and `@deprecated(…)`."""
    added = deprecated = None
    for decorator in node.decorator_list:
        call = decorator if isinstance(decorator, ast.Call) else ast.Call(decorator, [], [])
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name == "since" and call.args:
            added = str(ast.literal_eval(call.args[0]))
        if name in ("deprecated", "_deprecated", "deprecate"):
            words = {keyword.arg: _text(keyword.value) for keyword in call.keywords}
            said = " ".join(filter(None, [*map(_text, call.args), words.get("reason")]))
            use = words.get("use_instead") or replacement(said)
            deprecated = {"version": words.get("version"), "use": use}
    return added, deprecated


def warned(body):
    """Deprecated because the first thing it does, whatever its arguments, is to warn."""
    for statement in body:
        call = statement.value if isinstance(statement, ast.Expr) else None
        if not isinstance(call, ast.Call) or not ast.unparse(call.func).endswith(("warnings.warn", "warn")):
            continue
        category = " ".join(ast.unparse(value) for value in [*call.args[1:], *(k.value for k in call.keywords)])
        if "Deprecat" in category or "RemovedInAirflow" in category or "FutureWarning" in category:
            said = _text(call.args[0]) if call.args else ""
            version = re.match(r"\s*[Dd]eprecated (?:in|since) (?:version )?v?(\d+(?:\.\d+)*)", said)
            return {"version": version and version[1], "use": replacement(said)}
    return None


def worn_parameters(node):
    """Parameters that are warned of when they are given: name → the parameter to use instead, or None."""
    names = {argument.arg for argument in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]}
    found = {}
    for branch in (inner for statement in node.body for inner in ast.walk(statement) if isinstance(inner, ast.If)):
        said = warned(branch.body)
        if said is None:
            continue
        tested = {inner.id for inner in ast.walk(branch.test) if isinstance(inner, ast.Name)}
        tested |= {inner.value for inner in ast.walk(branch.test) if isinstance(inner, ast.Constant)}
        text = " ".join(_text(call.args[0]) for call in _warnings(branch.body) if call.args)
        about = re.split(r"\b[Uu]se\b|favou?r of", text)[0]
        of_value = any(isinstance(inner, (ast.Eq, ast.Call)) for inner in ast.walk(branch.test))
        for name in () if of_value else sorted(tested & names):
            if re.search(rf"\b{name}\b", about):
                found[name] = said["use"] if said["use"] in names and said["use"] != name else None
    return found


def _warnings(body):
    calls = (statement.value for statement in body if isinstance(statement, ast.Expr))
    return [call for call in calls if isinstance(call, ast.Call)]


def _text(node):
    """The words of a string, of parts put together, or of an f-string with its holes left out."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(_text(value) for value in values)
        case ast.BinOp(left=left, op=ast.Add() | ast.Mod(), right=right):
            return _text(left) + (_text(right) if isinstance(node.op, ast.Add) else "")
        case ast.Call(func=ast.Attribute(value=value, attr="format")):
            return _text(value)
    return ""
