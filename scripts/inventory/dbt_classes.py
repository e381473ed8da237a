"""dbt's data classes are its schema: the keys of configs, properties, projects and profiles with types and defaults."""

import ast
import re


class Classes:
    """All classes of the packages of one release, by name. Read from the syntax alone."""

    def __init__(self, folders, below="dbt*"):
        self.found = {}
        self.constants = {}
        for folder in folders:
            for file in sorted(folder.glob(f"{below}/**/*.py")):
                if re.search(r"/(tests?|events?|vendor|_vendor)/", str(file.relative_to(folder))):
                    continue
                for node in ast.parse(file.read_text()).body:
                    if isinstance(node, ast.ClassDef):
                        self.found.setdefault(node.name, []).append((file, node))
                    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.targets[0], ast.Name):
                        self.constants.setdefault(node.targets[0].id, node.value)

    def get(self, name, beside=None):
        """The class of that name; where there are several, the one in the same file."""
        places = self.found.get(name) or []
        return next((place for place in places if place[0] == beside), places[-1] if places else None)

    def fields(self, name, beside=None, seen=()):
        """Key → {type, default, alias, merge, values}, those of the bases first."""
        place = self.get(name, beside)
        if place is None or name in seen:
            return {}
        file, node = place
        found = {}
        for base in reversed(node.bases):
            found.update(self.fields(ast.unparse(base).split("[")[0].rpartition(".")[2], file, (*seen, name)))
        for item in node.body:
            if isinstance(item, ast.AnnAssign) and not item.target.id.startswith("_") and "ClassVar" not in ast.unparse(item.annotation):
                found[item.target.id] = self._field(item, found.get(item.target.id, {}))
        return found

    def _field(self, item, inherited):
        field = {"type": type_text(item.annotation)}
        field.update(self._default(item.value))
        member = re.fullmatch(r"(\w+)\.(\w+)", field.get("default") or "")
        if member and self.get(member[1]):  # `AccessType.Protected`
            field["default"] = self._members(self.get(member[1])[1]).get(member[2], field["default"])
        for key in ("merge", "alias"):
            if key in inherited:
                field.setdefault(key, inherited[key])
        values = [value for name in re.findall(r"\w+", field["type"]) for value in self.values(name)]
        return {**field, **({"values": values} if values else {})}

    def _default(self, value):
        if value is None:
            return {"required": True}
        if not (isinstance(value, ast.Call) and ast.unparse(value.func) in ("field", "dataclasses.field")):
            written = None if ast.unparse(value) == "None" else self._plain(value)
            return {} if written is None else {"default": written}
        words = {word.arg: word.value for word in value.keywords}
        found = {}
        if "default" in words and ast.unparse(words["default"]) != "None":
            found["default"] = self._plain(words["default"])
        if "default_factory" in words:
            made = ast.unparse(words["default_factory"])
            found["default"] = {"dict": "{}", "list": "[]", "list_str": "[]"}.get(made, self._first_value(made))
        metadata = ast.unparse(words["metadata"]) if "metadata" in words else ""
        merge = re.search(r"MergeBehavior\.(\w+)", metadata)
        alias = re.search(r"'alias': '([^']+)'", metadata)
        found.update({"merge": merge[1].lower()} if merge else {}, **({"alias": alias[1]} if alias else {}))
        return {key: value for key, value in found.items() if value is not None}

    def _plain(self, value):
        """A constant's name says nothing to a reader, nor does a text of many lines that it may stand for."""
        written = _plain(self.constants.get(value.id, value) if isinstance(value, ast.Name) else value)
        return None if written is not None and "\n" in written else written

    def _first_value(self, made):
        """`OnConfigurationChangeOption.default` returns a member of the enumeration."""
        place = self.get(made.split(".")[0])
        for node in ast.walk(place[1]) if place and made.endswith(".default") else ():
            if isinstance(node, ast.Return):
                member = ast.unparse(node.value).rpartition(".")[2]
                return self._members(place[1]).get(member)
        return None

    def values(self, name):
        place = self.get(name)
        if place is None or not any(re.search(r"Enum$", ast.unparse(base)) for base in place[1].bases):
            return []
        return list(self._members(place[1]).values())

    def _members(self, node):
        return {
            item.targets[0].id: item.value.value
            for item in node.body
            if isinstance(item, ast.Assign) and isinstance(item.value, ast.Constant) and isinstance(item.targets[0], ast.Name)
        }

    def aliases(self, name, beside=None, seen=()):
        """How dbt writes a class's keys in YAML where that is not as in Python: `post_hook` → `post-hook`."""
        place = self.get(name, beside)
        if place is None or name in seen:
            return {}
        found = {}
        for base in reversed(place[1].bases):
            found.update(self.aliases(ast.unparse(base).split("[")[0].rpartition(".")[2], place[0], (*seen, name)))
        if self._is_hyphenated(name):
            found.update({key: key.replace("_", "-") for key in self.fields(name, place[0])})
        for item in ast.walk(place[1]):
            if isinstance(item, ast.FunctionDef) and item.name == "field_mapping":
                returned = [node.value for node in ast.walk(item) if isinstance(node, ast.Return)]
                found.update(ast.literal_eval(returned[0]) if isinstance(returned[0], ast.Dict) else {})
            if isinstance(item, ast.Assign) and getattr(item.targets[0], "id", "") == "aliases" and isinstance(item.value, ast.Dict):
                found.update(ast.literal_eval(item.value))
        return found

    def _is_hyphenated(self, name, seen=()):
        place = self.get(name)
        bases = [ast.unparse(base).rpartition(".")[2] for base in place[1].bases] if place and name not in seen else []
        return any(base.startswith("Hyphenated") or self._is_hyphenated(base, (*seen, name)) for base in bases)

    def named_in(self, fields):
        """Names of data classes that the types of fields speak of."""
        names = {name for field in fields.values() for name in re.findall(r"\b[A-Z]\w+", field["type"])}
        return sorted(name for name in names if self.get(name) and not self.values(name) and self.fields(name))

    def methods(self, name, wanted=lambda node: True, beside=None, seen=()):
        """Public methods and properties of a class and its bases: name → syntax node."""
        place = self.get(name, beside)
        if place is None or name in seen:
            return {}
        found = {}
        for base in reversed(place[1].bases):
            found.update(self.methods(ast.unparse(base).split("[")[0].rpartition(".")[2], wanted, place[0], (*seen, name)))
        for item in place[1].body:
            if isinstance(item, ast.FunctionDef) and not item.name.startswith("_") and wanted(item):
                found[item.name] = item
        return found


def type_text(node):
    """`Optional[List[str]]` → `list[str] | None`"""
    match node:
        case ast.Constant(value=str(text)):
            return type_text(ast.parse(text, mode="eval").body)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.lower() if name in ("List", "Dict", "Tuple", "Set", "Type") else name
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _union([type_text(left), type_text(right)])
        case ast.Subscript(value=value, slice=inner):
            return _subscript(type_text(value), inner)
        case ast.List(elts=elements):
            return f"[{', '.join(map(type_text, elements))}]"
    return ast.unparse(node)


def _subscript(name, inner):
    parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    if name == "Optional":
        return _union([type_text(inner), "None"])
    if name == "Union":
        return _union([type_text(part) for part in parts])
    if name in ("Annotated", "ClassVar", "Final"):
        return type_text(parts[0])
    if name == "Literal":
        return f"Literal[{', '.join(ast.unparse(part) for part in parts)}]"
    return f"{name}[{', '.join(type_text(part) for part in parts)}]"


def _union(parts):
    found = list(dict.fromkeys(piece for part in parts for piece in part.split(" | ")))
    return " | ".join([*(part for part in found if part != "None"), *(["None"] if "None" in found else [])])


def _plain(value):
    """A default as it is written in YAML where it is a literal, else as in Python."""
    try:
        literal = ast.literal_eval(value)
    except ValueError:
        if isinstance(value, ast.Call) and len(value.args) == 1 and isinstance(value.args[0], ast.Constant):
            return str(value.args[0].value)  # `Severity("ERROR")`
        text = ast.unparse(value)
        return text if len(text) <= 60 else None
    return str(literal).lower() if isinstance(literal, bool) else str(literal)


def parameters(node, first=1):
    """The parameters of a function as Python writes them, without types."""
    arguments = node.args
    written = []
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    for argument, default in list(zip(positional, defaults, strict=True))[first:]:
        written.append(argument.arg + (f"={ast.unparse(default)}" if default is not None else ""))
    if arguments.vararg:
        written.append(f"*{arguments.vararg.arg}")
    elif arguments.kwonlyargs:
        written.append("*")
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        written.append(argument.arg + (f"={ast.unparse(default)}" if default is not None else ""))
    return [*written, f"**{arguments.kwarg.arg}"] if arguments.kwarg else written
