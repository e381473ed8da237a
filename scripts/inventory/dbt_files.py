"""What dbt's packages say outside their data classes: the Jinja context, macros, commands, selection, JSON schemas."""

import ast
import json
import re

from dbt_classes import parameters, type_text


def context(folder, classes):
    """`ref`, `adapter.get_relation`, `modules.re` … → {kind, parameters, returns, in}. `in`: the contexts that define it."""
    found = {}
    for file in sorted((folder / "dbt/context").glob("*.py")):
        for node in ast.parse(file.read_text()).body:
            if isinstance(node, ast.ClassDef) and node.name.endswith("Context"):
                for name, member in _members(node):
                    known = found.setdefault(name, member)
                    known.setdefault("in", []).append(_kebab(node.name.removesuffix("Context")))
    found.pop("_sql_results", None)
    base = ast.parse((folder / "dbt/context/base.py").read_text())
    for owner, node in (("var", "Var"), ("config", "RuntimeConfigObject"), ("adapter", "BaseDatabaseWrapper"), ("api.Relation", "RelationProxy")):
        for name, method in classes.methods(node).items():
            found[f"{owner}.{name}"] = _callable(method)
    for owner, resolver in (("ref", "BaseRefResolver"), ("source", "BaseSourceResolver"), ("metric", "BaseMetricResolver"), ("function", "BaseFunctionResolver"), ("var", "Var"), ("config", "RuntimeConfigObject")):
        call = _call(classes, resolver)
        if owner in found and call is not None:
            found[owner] = {"kind": "function", "parameters": parameters(call), "in": found[owner]["in"]}
    found.update(_adapter(classes))
    found.update({f"modules.{name}": {"kind": "attribute"} for name in _modules(base)})
    found.update(_exceptions(folder / "dbt/context/exceptions_jinja.py"))
    found.update({f"target.{name}": {"kind": "attribute"} for name in _keys(folder / "dbt/config/profile.py", "to_target_dict")})
    found.update({f"graph.{name}": {"kind": "attribute"} for name in _keys(folder / "dbt/contracts/graph/manifest.py", "build_flat_graph")})
    for name, method in classes.methods("BaseRelation").items():
        if not re.match(r"create_|from_|add_|get_default|to_|validate|get$|[A-Z_]", name) and not _is_static(method):
            found[f"this.{name}"] = _callable(method)
    for name, method in classes.methods("Column").items():
        found[f"api.Column.{name}" if _is_static(method) else f"Column.{name}"] = _callable(method)
    return {name: entry for name, entry in found.items() if not name.rpartition(".")[2].startswith("_")}


def _members(node):
    for item in node.body:
        decorators = getattr(item, "decorator_list", [])
        for decorator in decorators:
            kind = ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator)
            if kind in ("contextmember", "contextproperty"):
                named = decorator.args[0].value if isinstance(decorator, ast.Call) and decorator.args else item.name
                static = any(ast.unparse(other) == "staticmethod" for other in decorators)
                entry = {"kind": "property"} if kind == "contextproperty" else {"kind": "function", "parameters": parameters(item, 0 if static else 1)}
                yield named, {**entry, **({"returns": type_text(item.returns)} if item.returns else {})}


def _kebab(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def _is_static(node):
    return any(ast.unparse(decorator) in ("staticmethod", "classmethod") for decorator in node.decorator_list)


def _callable(node):
    decorators = [ast.unparse(decorator) for decorator in node.decorator_list]
    returns = {"returns": type_text(node.returns)} if node.returns else {}
    if any(name.endswith("property") for name in decorators):
        return {"kind": "property", **returns}
    return {"kind": "function", "parameters": parameters(node, 0 if "staticmethod" in decorators else 1), **returns}


def _call(classes, name, seen=()):
    place = classes.get(name)
    if place is None or name in seen:
        return None
    own = next((item for item in place[1].body if getattr(item, "name", "") == "__call__"), None)
    bases = (ast.unparse(base).rpartition(".")[2] for base in place[1].bases)
    return own or next(filter(None, (_call(classes, base, (*seen, name)) for base in bases)), None)


def _adapter(classes):
    """What adapters make available to Jinja: the methods marked so in the base and the SQL adapter."""
    def available(node):
        return any(re.match(r"available\b", ast.unparse(decorator)) for decorator in node.decorator_list)

    found = {}
    for name in ("BaseAdapter", "SQLAdapter"):
        found.update({f"adapter.{method}": _callable(node) for method, node in classes.methods(name, available).items()})
    return found


def _modules(tree):
    """`modules.datetime`, and below it what is listed by name."""
    lists = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.endswith("_module_context"):
            exports = next((item.value for item in node.body if isinstance(item, ast.Assign)), None)
            listed = ast.literal_eval(exports) if isinstance(exports, ast.List) else []
            lists[node.name.removeprefix("get_").removesuffix("_module_context")] = listed
    return [name for module, names in lists.items() for name in [module, *(f"{module}.{inner}" for inner in names)]]


def _exceptions(file):
    found = {}
    tree = ast.parse(file.read_text()) if file.exists() else ast.Module([], [])
    exported = [ast.unparse(node) for item in ast.walk(tree) if isinstance(item, ast.List) for node in item.elts]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in exported:
            found[f"exceptions.{node.name}"] = {"kind": "function", "parameters": parameters(node, 0)}
    return found


def _keys(file, function):
    """The string keys of the dictionaries in a function."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.FunctionDef) and node.name == function:
            keys = [key for item in ast.walk(node) if isinstance(item, ast.Dict) for key in item.keys]
            return [key.value for key in keys if isinstance(key, ast.Constant)]
    return []


_MACRO = re.compile(r"\{%[-+]?\s*(macro|test|data_test|materialization)\s+(\w+)\s*(.*?)[-+]?%\}", re.S)


def macros(folder, below="dbt/include"):
    """Macro → {kind, parameters, adapters}. `default__x` and the like are how a macro is dispatched, and no names."""
    found = {}
    for file in sorted((folder / below).glob("**/*.sql")):
        text = re.sub(r"\{#.*?#\}", "", file.read_text(), flags=re.S)
        for kind, name, rest in _MACRO.findall(text):
            if "__" in name or name.startswith("_"):
                continue
            if kind == "materialization":
                adapter = re.search(r"adapter\s*=\s*['\"](\w+)", rest)
                where = "default" if "default" in rest and not adapter else adapter[1] if adapter else "default"
                entry = found.setdefault(name, {"kind": "materialization"})
                entry["adapters"] = sorted({*entry.get("adapters", []), where})
                continue
            named = f"test_{name}" if kind != "macro" else name
            found[named] = {"kind": "test" if kind != "macro" or name.startswith("test_") else "macro", "parameters": _arguments(rest)}
    return found


def _arguments(listed):
    """`(a, b=none, c=[1, 2])` → [`a`, `b=none`, `c=[1, 2]`]"""
    parts, depth, quote, start = [], 0, "", 0
    inner = listed.strip()[1:-1]
    for index, letter in enumerate(inner):
        if quote or letter in "'\"":
            quote = "" if letter == quote else quote or letter
            continue
        depth += (letter in "[({") - (letter in "])}")
        if letter == "," and depth == 0:
            parts.append(inner[start:index])
            start = index + 1
    parts = [" ".join(part.split()) for part in [*parts, inner[start:]]]
    return [re.sub(r"\s*=\s*", "=", part, count=1) for part in parts if part]


def incremental_strategies(folder):
    """The incremental strategies that an adapter accepts: from its code, or from the macro that refuses others."""
    for file in sorted(folder.glob("dbt/adapters/*/impl.py")):
        found = _listed("valid_incremental_strategies", ast.parse(file.read_text()))
        if found:
            return found
    refused = [
        names
        for file in sorted(folder.glob("dbt/include/**/*.sql"))
        for names in re.findall(r"strategy not in \[([^\]]+)\]", file.read_text())
    ]
    return sorted({name for names in refused for name in re.findall(r"['\"]([\w+]+)['\"]", names)})


def _listed(function, tree, depth=0):
    """The strings that a function lists, appends, or takes from a constant or another method."""
    assigned = [node for node in tree.body if isinstance(node, (ast.Assign, ast.AnnAssign))]
    constants = {
        ast.unparse(node.target if isinstance(node, ast.AnnAssign) else node.targets[0]): node.value
        for node in assigned
        if isinstance(node.value, (ast.List, ast.Tuple))
    }
    body = next((node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == function), None)
    found = []
    for node in ast.walk(body) if body is not None else ():
        match node:
            case ast.List(elts=elements):
                found += [item.value for item in elements if isinstance(item, ast.Constant)]
            case ast.Call(func=ast.Attribute(attr="append"), args=[ast.Constant(value=value)]):
                found.append(value)
            case ast.Name(id=name) if name in constants:
                found += [item.value for item in constants[name].elts if isinstance(item, ast.Constant)]
            case ast.Attribute(attr=name) if depth == 0 and name.endswith("strategies") and name != function:
                found += _listed(name, tree, depth + 1)
    return list(dict.fromkeys(found))


def python_model(folders):
    """What `dbt` offers in a Python model: the attributes of the object that dbt writes above it."""
    for folder in folders:
        for file in sorted(folder.glob("dbt/include/global_project/macros/python_model/python.sql")):
            text = file.read_text()
            below = re.search(r"^class config:.*?(?=^class |\Z)", text, re.M | re.S)
            functions = dict(re.findall(r"^def (\w+)\((.*?)(?:, dbt_load_df_function)?\)", text, re.M))
            methods = re.findall(r"^    def ([a-z]\w*)\((.*?)\)", below[0], re.M) if below else []
            own = re.findall(r"^\s+self\.(\w+)\s*=", text, re.M)
            return {**{f"dbt.{name}": {"parameters": _arguments(f"({functions[name]})")} if name in functions else {} for name in own}, **{f"dbt.config.{name}": {"parameters": _arguments(f"({given})")} for name, given in methods}}
    return {}


def profile_keys(folder):
    """The keys of a profile and of an output that dbt takes out itself, before the adapter's."""
    text = (folder / "dbt/config/profile.py").read_text()
    found = {}
    for key in re.findall(r"raw_profile\.get\(\s*\"(\w+)\"|\"(\w+)\" (?:not )?in raw_profile|raw_profile\[\"(\w+)\"\]", text):
        if "".join(key) != "config":  # read elsewhere in some releases
            found["profile." + "".join(key)] = {}
    if "outputs" in text:
        found["profile.outputs"] = {"required": True}
    for key in re.findall(r"\bprofile(?:_data)?\.pop\(\s*\"(\w+)\"", text):
        found[f"profile.outputs.{key}"] = {"required": True} if key == "type" else {}
    return found


_TEST_KEYS = re.compile(
    r"if \"(\w+)\" in self\.args:\n"
    r"|if \"(\w+)\" in (?:data_)?test\.keys\(\)"
    r"|test_args\.pop\(\"(\w+)\""
    r"|test_args\[\"(\w+)\"\] = "
)


def test_keys(folder):
    """What dbt takes out of a generic test's entry itself, before the rest goes to the test: name, config, arguments and so on."""
    files = [file for file in (folder / "dbt/parser/generic_test_builders.py", folder / "dbt/parser/generic_test.py") if file.exists()]
    found = ("".join(keys) for file in files for keys in _TEST_KEYS.findall(file.read_text()))
    return {f"test.{key}": {} for key in found if key != "model"}


def selection_methods(folder):
    for node in ast.walk(ast.parse((folder / "dbt/graph/selector_methods.py").read_text())):
        if isinstance(node, ast.ClassDef) and node.name == "MethodName":
            return {item.value.value: {} for item in node.body if isinstance(item, ast.Assign)}
    return {}


def schema(folder, name):
    """A JSON schema of the package in short: definition → key → type; enumerations as `'a' | 'b'`. No descriptions."""
    file = folder / f"dbt/jsonschemas/{name}/latest.json"
    if not file.exists():
        return {}
    document = json.loads(file.read_text())
    found = {"": _schema_keys(document)}
    for key, definition in document["definitions"].items():
        if isinstance(definition, dict) and (definition.get("properties") or definition.get("patternProperties")):
            found[key] = _schema_keys(definition)
        else:
            found[key] = _schema_type(definition)
    return found


def _schema_keys(definition):
    required = set(definition.get("required", ()))
    return {
        key: _schema_type(inner) + (" !" if key in required else "")
        for key, inner in sorted(definition.get("properties", {}).items())
    }


def _schema_type(inner):
    if inner is True or inner == {}:
        return "any"
    if "$ref" in inner:
        return inner["$ref"].rpartition("/")[2]
    if "const" in inner:
        return f"'{inner['const']}'"
    if "enum" in inner:
        return " | ".join(f"'{value}'" if isinstance(value, str) else str(value).lower() for value in inner["enum"])
    for key in ("anyOf", "oneOf", "allOf"):
        if key in inner:
            return " | ".join(dict.fromkeys(_schema_type(part) for part in inner[key]))
    kinds = inner.get("type", "any")
    parts = []
    for kind in [kinds] if isinstance(kinds, str) else kinds:
        if kind == "array" and isinstance(inner.get("items"), dict):
            parts.append(f"list[{_schema_type(inner['items'])}]")
        elif kind == "object" and isinstance(inner.get("additionalProperties"), dict):
            parts.append(f"dict[{_schema_type(inner['additionalProperties'])}]")
        else:
            parts.append(kind)
    return " | ".join(parts)
