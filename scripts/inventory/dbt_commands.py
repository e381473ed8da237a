"""dbt's command line, from the definitions of its options: nothing is imported, the decorators are read."""

import ast
import re


def options(folder):
    """Option's name in the code → {flags, environment, default, choices, multiple}."""
    found = {}
    for node in ast.parse((folder / "dbt/cli/params.py").read_text()).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            function = ast.unparse(node.value.func)
            if function.endswith(("option", "_env_var", "argument")):
                found[node.targets[0].id] = _option(node.value, _constants(folder))
    return found


def _constants(folder):
    """Tuples and dictionaries of `params.py` that its options unpack: `*select_decls`, `**select_attrs`."""
    found = {}
    for node in ast.parse((folder / "dbt/cli/params.py").read_text()).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, (ast.Tuple, ast.Dict)):
            found[node.targets[0].id] = node.value
    return found


def _option(call, constants):
    flags = []
    for argument in call.args:
        if isinstance(argument, ast.Starred):
            flags += [ast.literal_eval(item) for item in constants[argument.value.id].elts]
        elif isinstance(argument, ast.Constant):
            flags.append(argument.value)
    words = {}
    for word in call.keywords:
        if word.arg is None:
            table = constants.get(getattr(word.value, "id", ""), ast.Dict([], []))
            words.update({key.value: value for key, value in zip(table.keys, table.values, strict=True)})
        else:
            words[word.arg] = word.value
    return _clean(
        flags=[flag for text in flags for flag in re.split(r"\s*/\s*", text) if flag.startswith("-")],
        environment=_environment(call, _literal(words.get("envvar"))),
        default=_default(words.get("default")),
        choices=_choices(words.get("type")),
        multiple=True if _literal(words.get("multiple")) else None,
        hidden=True if _literal(words.get("hidden")) else None,
    )


def _environment(call, name):
    """Where options are tracked, a name of the engine's own comes before the older one."""
    if name is None or "env_var" not in ast.unparse(call.func):
        return [name] if name else None
    return list(dict.fromkeys([re.sub(r"^DBT_(?!ENGINE_)", "DBT_ENGINE_", name), name]))


def _default(node):
    value = _literal(node)
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _choices(node):
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("Choice", "ChoiceTuple")) and node.args:
        found = _literal(node.args[0])
        return list(found) if found else None
    return None


def _literal(node):
    try:
        return None if node is None else ast.literal_eval(node)
    except ValueError:
        return None


def _clean(**values):
    return {key: value for key, value in values.items() if value not in (None, [])}


def commands(folder):
    """Command → {options}; `dbt` itself holds the options that every command takes."""
    tree = ast.parse((folder / "dbt/cli/main.py").read_text())
    found, groups = {"dbt": {"options": []}}, {"cli": ""}
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        taken = _taken(node)
        if node.name == "global_flags":
            inner = [item for item in node.body if isinstance(item, ast.FunctionDef)]
            found["dbt"]["options"] += [name for item in inner for name in _taken(item)]
        for item in node.decorator_list:
            text = ast.unparse(item)
            named = re.match(r"(\w+)\.(command|group)\((?:['\"]([\w-]+)['\"])?", text)
            if text.startswith("click.group"):
                found["dbt"]["options"] += taken
            elif named and named[2] == "group":
                groups[node.name] = f"{groups.get(named[1], '')}{named[3] or node.name} "
            elif named:
                found[f"{groups.get(named[1], '')}{named[3] or node.name}"] = {"options": sorted(taken)}
    found["dbt"]["options"] = sorted(set(found["dbt"]["options"]))
    return found


def _taken(node):
    texts = (ast.unparse(item) for item in node.decorator_list)
    return [text.removeprefix("p.").split("(")[0] for text in texts if text.startswith("p.")]
