"""Names that a module hands out without defining them: PEP 562 `__getattr__`, Airflow's tables of moved classes.

Nothing is executed: the tables are literals, and of `__getattr__` only the shapes are read that the releases hold.
"""

import ast
import re

_TABLE = re.compile(r"^_*(?:lazy_imports|deprecated_imports|compat_imports|IMPORT_MAP|RENAME_MAP|MODULE_MAP)$", re.I)


def shims(tree, module, is_package):
    """[(path, target, deprecated)] for a parsed module; a path may end in `.*`: every name of the target."""
    reader = _Module(tree, module, module if is_package else module.rpartition(".")[0])
    return [*reader.moved_classes(), *reader.lazy_tables(), *reader.getattr_names(), *reader.module_aliases()]


class _Module:
    def __init__(self, tree, path, package):
        self.tree, self.path, self.package = tree, path, package
        self.constants = {}
        for node in tree.body:
            target = node.target if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [None])[0]
            if isinstance(target, ast.Name) and getattr(node, "value", None) is not None:
                self.constants[target.id] = node.value
        functions = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "__getattr__")
        self.getattr = next(functions, None)

    def moved_classes(self):
        """`add_deprecated_classes({"bash": {"BashOperator": "…"}}, __name__)`"""
        for node in self.tree.body:
            call = getattr(node, "value", None)
            if not isinstance(call, ast.Call) or getattr(call.func, "id", "") != "add_deprecated_classes":
                continue
            for submodule, names in (self._literal(call.args[0]) or {}).items():
                base = self.path if submodule == self.path else f"{self.path}.{submodule}"
                for name, target in names.items():
                    yield f"{base}.{name}", f"{target}.*" if name == "*" else target, True

    def lazy_tables(self):
        """`__lazy_imports = {"DAG": (".sdk", "DAG", False)}`, or `{"DAG": "airflow.sdk"}`"""
        if self.getattr is None and not any("getattr" in name for name in self.constants):
            return
        warns = self.getattr is not None and any(
            _warns(statement) for statement in self.getattr.body if isinstance(statement, ast.Expr)
        )
        for constant, node in self.constants.items():
            if not _TABLE.match(constant):
                continue
            table = self._literal(node)
            for name, value in table.items() if isinstance(table, dict) else ():
                module, attribute, deprecated = _entry(constant, name, value, warns)
                if isinstance(module, str):
                    target = self._absolute(module)
                    yield f"{self.path}.{name}", f"{target}.{attribute}" if attribute else target, deprecated

    def getattr_names(self):
        """`if name == "DagBag": … return getattr(module, name)`, name by name."""
        if self.getattr is None:
            return
        imports = self._imports(self.tree) | self._imports(self.getattr)
        for statement in self.getattr.body:
            if isinstance(statement, ast.If):
                names = self._names(statement.test)
                negative = _negative(statement.test)
                block = self.getattr.body if negative else statement.body
                target = names and self._returned(block, imports)
                for name in names or () if target else ():
                    yield f"{self.path}.{name}", target.replace("{name}", name), _warns(ast.Module(block, []))

    def module_aliases(self):
        """`sys.modules["pyspark.rdd"] = rdd`"""
        imports = self._imports(self.tree)
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).startswith("sys.modules["):
                key = getattr(node.targets[0], "slice", None)
                target = imports.get(getattr(node.value, "id", ""))
                if isinstance(key, ast.Constant) and isinstance(key.value, str) and target:
                    yield f"{key.value}.*", f"{target}.*", False

    def _literal(self, node):
        """A literal in which `__name__` and constants of the module may stand. None where it is something else."""
        try:
            return self._value(node)
        except (ValueError, TypeError, KeyError):
            return None

    def _value(self, node):
        match node:
            case ast.Name(id="__name__"):
                return self.path
            case ast.Name(id=name):
                return self._value(self.constants[name])
            case ast.Dict(keys=keys, values=values):
                merged = {}
                for key, value in zip(keys, values, strict=True):
                    merged.update(self._value(value) if key is None else {self._value(key): self._value(value)})
                return merged
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                return tuple(self._value(element) for element in elements)
            case ast.Set(elts=elements):
                return {self._value(element) for element in elements}
            case ast.Call(func=ast.Name(id="frozenset" | "set" | "dict" | "tuple"), args=[inner], keywords=[]):
                return self._value(inner)
            case ast.JoinedStr(values=parts):
                return "".join(str(self._value(getattr(part, "value", part) if isinstance(part, ast.FormattedValue) else part)) for part in parts)
        return ast.literal_eval(node)

    def _absolute(self, module):
        if not module.startswith("."):
            return module
        dots = len(module) - len(module.lstrip("."))
        base = self.package.split(".")
        kept = base[: len(base) - dots + 1]
        return ".".join([*kept, module[dots:]]) if module[dots:] else ".".join(kept)

    def _imports(self, tree):
        found = {}
        for node in tree.body if isinstance(tree, ast.Module) else ast.walk(tree):
            for inner in ast.walk(node) if isinstance(tree, ast.Module) and isinstance(node, ast.If) else [node]:
                if isinstance(inner, ast.ImportFrom):
                    module = self._absolute("." * inner.level + (inner.module or ""))
                    found |= {alias.asname or alias.name: f"{module}.{alias.name}" for alias in inner.names}
                elif isinstance(inner, ast.Import):
                    found |= {alias.asname or alias.name: alias.name for alias in inner.names}
        return found

    def _names(self, test):
        """The names for which the condition speaks: `name == "a"`, `name in ("a", "b")`, `name in TABLE`."""
        if not isinstance(test, ast.Compare) or getattr(test.left, "id", "") != "name":
            return ()
        value = self._literal(test.comparators[0])
        names = [value] if isinstance(value, str) else list(value or ())
        return sorted(name for name in names if isinstance(name, str))

    def _returned(self, block, imports):
        """What `return` gives, as a path in which `{name}` stands for the name asked for."""
        texts = {}
        for node in (inner for statement in block for inner in ast.walk(statement)):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                texts[node.targets[0].id] = node.value
            if isinstance(node, ast.Return):
                target = self._target(node.value, imports, texts)
                if target:
                    return target
        return None

    def _target(self, value, imports, texts):
        match value:
            case ast.Name(id=name):
                return imports.get(name) or (f"{self.path}.{name}" if name in _defined(self.tree) else None)
            case ast.Call(func=ast.Name(id="getattr"), args=[owner, ast.Name(id="name")]):
                first, _, rest = ast.unparse(owner).partition(".")
                path = imports.get(ast.unparse(owner)) or imports.get(first, first) + (f".{rest}" if rest else "")
                return f"{path}.{{name}}"
            case ast.Call(func=ast.Name(id="import_string"), args=[ast.Name(id=text)]) if text in texts:
                return _f_string(texts[text])
        return None


def _entry(constant, name, value, warns):
    """(module, attribute, deprecated) of one line of a table; of several places, the first: the newest comes first."""
    if isinstance(value, str):
        return value, "" if "MODULE" in constant.upper() else name, warns
    if isinstance(value[-1], bool):
        return value
    return value[0], name, warns


def _f_string(node):
    if not isinstance(node, ast.JoinedStr):
        return None
    return "".join(
        part.value if isinstance(part, ast.Constant) else f"{{{ast.unparse(part.value)}}}" for part in node.values
    )


def _negative(test):
    return isinstance(test, ast.Compare) and isinstance(test.ops[0], (ast.NotIn, ast.NotEq))


def _warns(tree):
    return any(
        isinstance(node, ast.Call) and ast.unparse(node.func).endswith("warn") for node in ast.walk(tree)
    )


def _defined(tree):
    return {node.name for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
