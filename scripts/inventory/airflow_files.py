"""What Airflow's packages say outside their classes: configuration options, commands, template variables."""

import ast

import yaml


def options(folder):
    """(section, key) → {type, default, added, example…} from `config_templates/config.yml` and provider manifests."""
    found = {}
    for file in sorted(folder.glob("airflow/config_templates/config.yml")):
        found.update(_options(yaml.safe_load(file.read_text())))
    for file in sorted(folder.glob("airflow/providers/**/get_provider_info.py")):
        found.update(_options(provider_info(file).get("config") or {}))
    return found


def _options(sections):
    if isinstance(sections, list):  # the oldest form
        sections = {section["name"]: {"options": {item["name"]: item for item in section["options"]}} for section in sections}
    return {
        (section, key): _option(option)
        for section, inner in sections.items()
        for key, option in (inner.get("options") or {}).items()
    }


def _option(option):
    default = option.get("default")
    found = {"type": option.get("type"), "default": None if default is None else " ".join(str(default).split())}
    if len(found["default"] or "") > 120:
        found["default"] = "…"
    if option.get("version_added"):
        found["added"] = str(option["version_added"])
    if option.get("version_deprecated"):
        found["deprecated"] = str(option["version_deprecated"])
    if option.get("sensitive"):
        found["sensitive"] = True
    return found


def renamed_options(folder):
    """(old section, old key) → {section, key, version} from the parser's table of deprecated options."""
    found = {}
    for path in ("airflow/configuration.py", "airflow/_shared/configuration/parser.py"):
        file = folder / path
        for node in ast.walk(ast.parse(file.read_text())) if file.exists() else ():
            target = node.target if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [None])[0]
            if getattr(target, "id", "") == "deprecated_options" and isinstance(node.value, ast.Dict):
                for (section, key), (old, name, version) in ast.literal_eval(node.value).items():
                    found[old, name] = {"section": section, "key": key, "version": version}
    return found


def provider_info(file):
    """The dictionary that `get_provider_info` returns."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Return):
            try:
                return ast.literal_eval(node.value)
            except ValueError:
                continue
    return {}


def migrations(folder):
    """Airflow 2's import path → Airflow 3's, from the table by which the providers serve both."""
    file = folder / "airflow/providers/common/compat/sdk.py"
    found = {}
    for node in ast.parse(file.read_text()).body if file.exists() else ():
        if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") in ("_IMPORT_MAP", "_RENAME_MAP"):
            for name, places in ast.literal_eval(node.value).items():
                if isinstance(places, str):
                    continue
                if node.target.id == "_RENAME_MAP":
                    found[f"{places[1]}.{places[2]}"] = f"{places[0]}.{name}"
                    continue
                for old in places[1:]:
                    found[f"{old}.{name}"] = f"{places[0]}.{name}"
    return found


def template_variables(facts):
    """Name → {type} from the typed dictionary that describes the context."""
    for owner in ("airflow.sdk.definitions.context.Context", "airflow.utils.context.Context"):
        names = {
            path.removeprefix(f"{owner}."): fact
            for path, fact in facts["definitions"].items()
            if path.startswith(f"{owner}.") and fact["kind"] == "attribute" and "type" in fact
        }
        if names:
            return {name: fact for name, fact in names.items() if not name.startswith("_")}
    return {}


def replaced_variables(folder):
    """Deprecated template variable → what stands for it now."""
    file = folder / "airflow/utils/context.py"
    for node in ast.walk(ast.parse(file.read_text())) if file.exists() else ():
        if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") == "_DEPRECATION_REPLACEMENTS":
            return ast.literal_eval(node.value)
    return {}


def filters(folder):
    """Names of the Jinja filters that Airflow adds."""
    for path in ("airflow/templates.py", "airflow/sdk/definitions/_internal/templater.py"):
        file = folder / path
        for node in ast.parse(file.read_text()).body if file.exists() else ():
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "FILTERS":
                return [key.value for key in node.value.keys]
    return []


def commands(folder):
    """`dags list` → {arguments: [flags]} from the tables of the command line."""
    file = folder / "airflow/cli/cli_config.py"
    if not file.exists():
        return {}
    constants = {}
    for node in ast.parse(file.read_text()).body:
        target = node.target if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [None])[0]
        if isinstance(target, ast.Name) and getattr(node, "value", None) is not None:
            constants[target.id] = node.value
    return dict(sorted(_commands(constants.get("core_commands"), constants, "")))


def _commands(node, constants, prefix):
    for call in _elements(node, constants):
        words = {keyword.arg: keyword.value for keyword in call.keywords}
        name = prefix + ast.literal_eval(words["name"])
        if "subcommands" in words:
            yield from _commands(words["subcommands"], constants, f"{name} ")
        else:
            yield name, {"arguments": [_flags(item, constants) for item in _elements(words.get("args"), constants)]}


def _elements(node, constants):
    """The elements of a tuple or list in which names and `*names` may stand."""
    match node:
        case ast.Name(id=name):
            return _elements(constants[name], constants) if name in constants else []
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            return [inner for element in elements for inner in _element(element, constants)]
        case ast.BinOp(left=left, right=right):
            return _elements(left, constants) + _elements(right, constants)
        case ast.Call(args=[inner]):
            return _elements(inner, constants)
    return []


def _element(node, constants):
    if isinstance(node, ast.Starred):
        return _elements(node.value, constants)
    if isinstance(node, ast.Name):
        return [constants[node.id]] if node.id in constants else []
    return [node]


def _flags(call, constants):
    """`-d, --dag-id`, or the bare name of a positional argument."""
    first = call.args[0] if call.args else next((word.value for word in call.keywords if word.arg == "flags"), None)
    return ", ".join(ast.literal_eval(first)) if first is not None else "…"
