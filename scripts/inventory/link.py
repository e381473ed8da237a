"""Puts a release's facts together: what each name leads to, under which name people know it, what a class has."""

import re
from collections import ChainMap
from functools import lru_cache

from expressions import NEIGHBOURS, ROOTS

_DUNDERS = re.compile(r"^__(?!init|new|repr|str|hash|del|setattr|reduce|getstate|setstate|doc|slots|module)\w+__$")
_DOTTED = re.compile(r"(?<![\w.'\"])[a-zA-Z_]\w*(?:\.\w+)+")


class Facts:
    """What one package defines, and beyond it what others do: `beyond` is asked where the package is silent."""

    def __init__(self, part, beyond=None):
        shims = {path for path, alias in part["aliases"].items() if alias.get("shim")}
        definitions = {path: fact for path, fact in part["definitions"].items() if path not in shims}
        aliases = {path: alias for path, alias in part["aliases"].items() if path not in definitions}
        self.stars = {path[:-2]: alias for path, alias in aliases.items() if path.endswith(".*")}
        self.own = definitions
        self.definitions = ChainMap(definitions, *(beyond.definitions.maps if beyond else ()))
        self.aliases = ChainMap(aliases, *(beyond.aliases.maps if beyond else ()))
        self.modules = ChainMap(part["modules"], *(beyond.modules.maps if beyond else ()))
        self.all_stars = ChainMap(self.stars, *(beyond.all_stars.maps if beyond else ()))
        self.children = ChainMap(_children([*definitions, *aliases]), *(beyond.children.maps if beyond else ()))
        self.resolve = lru_cache(None)(self._resolve)
        self._packages = None

    def _resolve(self, path, depth=0):
        """The path of the definition or module that a path leads to; None where it leads out of what was read."""
        if depth > 20:
            return None
        if path in self.definitions:
            same = self.definitions[path].get("same")  # `Dataset = Asset`
            found = self._resolve(same, depth + 1) if isinstance(same, str) and same != path else None
            return found if self.definitions.get(found, {}).get("kind") in ("class", "function") else path
        if path in self.aliases:
            target = self.aliases[path]["to"]
            return None if target == path else self._resolve(target, depth + 1)
        if path in self.modules:
            return path
        owner, _, name = path.rpartition(".")
        if not owner:
            return None
        if owner in self.all_stars:
            return self._resolve(self.all_stars[owner]["to"][:-2] + "." + name, depth + 1)
        found = self._resolve(owner, depth + 1)
        if found is None:
            return None
        return self._resolve(f"{found}.{name}", depth + 1) if found != owner else self._inherited(found, name, depth)

    def _inherited(self, owner, name, depth):
        for base in self.definitions.get(owner, {}).get("bases", ()):
            found = self._resolve(f"{base_path(base)}.{name}", depth + 1)
            if found:
                return found
        return None

    def is_package(self, module):
        if self._packages is None:
            self._packages = {path.rpartition(".")[0] for path in self.modules.maps[0]}
        return module in self._packages


def joined(parts):
    """The facts of several packages as if of one; where two define a name, the first counts."""
    return {
        section: {path: fact for part in reversed(parts) for path, fact in part[section].items()}
        for section in ("modules", "definitions", "aliases")
    }


def _children(paths):
    found = {}
    for path in paths:
        found.setdefault(path.rpartition(".")[0], []).append(path)
    return found


def base_path(base):
    return base.partition("[")[0]


def is_private(path):
    return any(part.startswith("_") and not _DUNDERS.match(part) for part in path.split("."))


class Release:
    """One release of a package, linked. `part` is what it brings; `beyond` is what its names may lead to.

    `foreign` knows the public names of definitions that other packages bring; `preferred` are the names of the newest
    release, which win wherever an older one has them too.
    """

    def __init__(self, part, tool, beyond=None, foreign=None, preferred=frozenset()):
        self.part, self.world = part, Facts(part, beyond)
        self.tool, self.foreign, self.preferred = tool, foreign or {}, preferred
        self._collect_names()

    def _collect_names(self):
        """Definition → the names under which it can be imported; and the one by which it is known."""
        self.paths = {}
        for path in self.world.own:
            target = self.world.resolve(path)
            if target == path:
                self.paths.setdefault(path, {})[path] = {}
            elif target and self.world.definitions.get(path.rpartition(".")[0], {}).get("kind") != "class":
                self.paths.setdefault(target, {})[path] = {"to": target}
        for path, alias in self.part["aliases"].items():
            if path.endswith(".*") or alias.get("typing") and not self._exported(path):
                continue
            target = self.world.resolve(alias["to"])
            if target and target in self.world.definitions and target != path:
                self.paths.setdefault(target, {})[path] = alias
        self._public = {}

    def _exported(self, path):
        module, _, name = path.rpartition(".")
        exports = self.part["modules"].get(module)
        return exports is not None and name in exports

    def _known_as(self, path, alias):
        """Whether an alias is a name by which its target is known, and not a mere import."""
        if alias.get("shim"):
            return not alias.get("deprecated")
        module = path.rpartition(".")[0]
        if self._exported(path) or self.tool.reexports(module):
            return True
        inside = alias["to"].startswith(f"{module}.")
        return inside and self.world.is_package(module) and self.part["modules"].get(module) is None

    def public(self, definition):
        """The name by which people know a definition, or None where it has none: `pyspark.sql.DataFrame`."""
        if definition not in self._public:
            self._public[definition] = self._find_public(definition)
        return self._public[definition]

    def _find_public(self, definition):
        owner, _, name = definition.rpartition(".")
        if self.world.definitions.get(owner, {}).get("kind") == "class":
            outer = None if is_private(name) else self.public(owner)
            return outer and f"{outer}.{name}"
        if definition not in self.world.own:
            return self.foreign.get(definition)
        names = [
            path
            for path, alias in self.paths.get(definition, {}).items()
            if not is_private(path)
            and self.tool.wanted(path)
            and (path == definition or path in self.preferred or self._known_as(path, alias))
        ]
        return min(names, key=self._rank) if names else None

    def _rank(self, path):
        return (path not in self.preferred, self.tool.rank(path), path.count("."), len(path), path)

    def names(self):
        """Definition → public name, of all that this release brings."""
        found = {definition: self.public(definition) for definition in self.world.own}
        return {definition: name for definition, name in found.items() if name}

    def symbols(self):
        """Public name → entry."""
        found = {}
        for definition, fact in sorted(self.world.own.items()):
            owner = definition.rpartition(".")[0]
            if self.world.definitions.get(owner, {}).get("kind") == "class" or not self._is_symbol(fact):
                continue
            name = self.public(definition) if self.world.resolve(definition) == definition else None
            if name and self.tool.shown(name):
                self._add(definition, name, fact, found)
        return found

    def _is_symbol(self, fact):
        variable = fact.get("call", "").rpartition(".")[2] in ("TypeVar", "ParamSpec", "getLogger", "NewType")
        return not variable and fact.get("type") not in ("TypeAlias", "Logger")

    def _add(self, definition, name, fact, found):
        if fact["kind"] != "class":
            found[name] = self._entry(fact, definition)
            return
        members, bases = self._members(definition, fact)
        found[name] = self._class(definition, fact, members, bases)
        for member, (path, inner) in sorted(members.items()):
            if is_private(member) or inner.get("instance") or not self.tool.wanted_member(name, member, inner):
                continue
            if member == "template_fields":
                continue
            if inner["kind"] == "class":
                self._add(path, f"{name}.{member}", inner, found)
            elif not _DUNDERS.match(member) or self._typed(inner):
                found[f"{name}.{member}"] = self._entry(inner, path, name)

    def _typed(self, fact):
        """A method such as `__getitem__` counts where it says what comes out of it."""
        kept = self.type(fact.get("returns") or "")
        return kept not in ("", "None", "Any", "bool", "int", "str")

    def _members(self, definition, fact, seen=()):
        """Name → (path, fact), with those of private bases and mixins, which nobody knows by name; and the bases left."""
        members, bases = {}, []
        prefix = f"{definition}."
        for path in self._inner(definition):
            inner = self.world.definitions.get(path)
            if inner is None:
                target = self.world.resolve(path)
                inner = self.world.definitions.get(target)
            if inner is not None:
                members[path.removeprefix(prefix)] = (path, inner)
        for name, (path, inner) in list(members.items()):
            copied = members.get(inner.get("copies") or inner.get("same", "").rpartition(".")[2])
            if copied and inner["kind"] == "attribute" and copied[1]["kind"] in ("method", "property"):
                members[name] = (path, {**copied[1], "same": True, **({"added": inner["added"]} if inner.get("added") else {})})
        for base in fact.get("bases", ()):
            target = self.world.resolve(base_path(base))
            inner = self.world.definitions.get(target)
            if inner is None or inner["kind"] != "class" or target in seen:
                if inner is None and base_path(base) not in ("Generic", "Protocol", "object", "ABC"):
                    bases.append(base)
                continue
            if self._is_flattened(target):
                taken, further = self._members(target, inner, (*seen, definition))
                values = dict(zip(self._variables(inner), _arguments(base), strict=False))
                for name, (path, other) in taken.items():
                    members.setdefault(name, (path, _substituted(other, values)))
                bases.extend(_substitute(other, values) for other in further)
            else:
                bases.append(target + base[len(base_path(base)) :])
        return members, self._without_ancestors(bases)

    def _without_ancestors(self, bases):
        """Bases that say of what they are come first: only they tell what `fit` gives. Those found above others go."""
        above = {name for base in bases for name in self._ancestors(base_path(base))}
        kept = [base for base in dict.fromkeys(bases) if base.endswith("]") or base not in above]
        return sorted(kept, key=lambda base: not base.endswith("]"))

    def _ancestors(self, path, depth=0):
        fact = self.world.definitions.get(path, {})
        for base in fact.get("bases", ()) if depth < 10 else ():
            target = self.world.resolve(base_path(base))
            if target:
                yield target
                yield from self._ancestors(target, depth + 1)

    def _inner(self, definition):
        return self.world.children.get(definition, ())

    def _is_flattened(self, target):
        return self.public(target) is None or is_private(target) or bool(self.tool.mixin.search(target))

    def _variables(self, fact):
        """The type parameters of a class, in their order."""
        if fact.get("typeParameters"):
            return fact["typeParameters"]
        generic = [base for base in fact.get("bases", ()) if base_path(base) in ("Generic", "Protocol")]
        arguments = [argument for base in generic or fact.get("bases", ()) for argument in _arguments(base)]
        return list(dict.fromkeys(argument for argument in arguments if self._is_variable(argument)))

    def _is_variable(self, name):
        target = self.world.definitions.get(self.world.resolve(name) or name, {})
        return target.get("call", "").rpartition(".")[2] == "TypeVar"

    def _class(self, definition, fact, members, bases):
        entry = {"kind": "class", "bases": [self.type(base) for base in bases]}
        variables = [self.type(variable) for variable in self._variables(fact)]
        entry["typeParameters"] = variables
        init = members.get("__init__") or members.get("__new__")
        own = init is not None and init[0].startswith(f"{definition}.")
        if init and "parameters" in init[1] and (own or "fields" not in fact):
            entry["parameters"] = [self.parameter(text) for text in init[1]["parameters"]]
            entry["worn"] = init[1].get("worn")
        elif "fields" in fact:
            entry["parameters"] = [self.parameter(text) for text in self._fields(fact)]
        entry["templated"] = self._templated(definition)
        return {**entry, **self._age(fact, definition)}

    def _templated(self, definition, seen=()):
        """Airflow's templated parameters: the class's own, or else those of the nearest base that says."""
        own = self.world.definitions.get(f"{definition}.template_fields", {}).get("templated")
        if own is None:
            bases = self.world.definitions.get(definition, {}).get("bases", ())
            targets = [self.world.resolve(base_path(base)) for base in bases]
            found = (self._templated(target, (*seen, definition)) for target in targets if target and target not in seen)
            return next((fields for fields in found if fields), [])
        fields = []
        for name in own:
            other = self.world.resolve(name[1:]) if name.startswith("+") else None
            fields += self._templated(other, (*seen, definition)) if other and other not in seen else [name]
        return list(dict.fromkeys(name for name in fields if not name.startswith("+")))

    def _fields(self, fact):
        """A data class takes its bases' fields first."""
        found = {}
        for base in reversed(fact.get("bases", [])):
            inner = self.world.definitions.get(self.world.resolve(base_path(base)), {})
            found.update({parameter_name(text): text for text in self._fields(inner)})
        found.update({parameter_name(text): text for text in fact.get("fields", ())})
        return list(found.values())

    def _entry(self, fact, definition, owner=None):
        entry = {"kind": fact["kind"]}
        if "parameters" in fact:
            entry["parameters"] = [self.parameter(text) for text in fact["parameters"]]
        returns = [self.type(text) for text in [fact.get("returns")] if text]
        overloads = [
            {"parameters": [self.parameter(text) for text in overload.get("parameters", ())], "returns": self.type(overload["returns"])}
            for overload in fact.get("overloads", ())
            if overload.get("returns")
        ]
        kinds = {overload["returns"] for overload in overloads}
        if len(kinds) == 1 and not returns:
            returns = sorted(kinds)
        if len(kinds) > 1 and any("." in kind for kind in kinds) and len(overloads) < 12:
            entry["overloads"] = overloads
        if self._hides_parameters(fact):
            entry["parameters"] = max((overload["parameters"] for overload in overloads), key=len, default=entry["parameters"])
        entry["returns"] = returns[0] if returns and len(returns[0]) < 200 else None
        for overload in entry.get("overloads", ()):
            if overload["parameters"] == entry.get("parameters"):
                del overload["parameters"]
        kept = {key: fact[key] for key in ("static", "async", "context", "worn") if key in fact}
        if fact["kind"] == "attribute":
            entry["type"] = self._type_of_value(fact)
            entry["value"] = fact.get("value") if fact.get("value") not in ("None", "...") else None
            same = self.world.resolve(fact["same"]) if isinstance(fact.get("same"), str) else None
            if same in self.world.definitions:
                entry["same"] = self.public(same)
        return {**entry, **kept, **self._age(fact, definition)}

    def _hides_parameters(self, fact):
        """A signature of which only the overloads tell the parameters: `task(**kwargs)`, or a stub without a body."""
        stub = bool(fact.get("decorators"))
        return stub or any(text.startswith("**") for text in fact.get("parameters", ())) and len(fact["parameters"]) < 6

    def _type_of_value(self, fact):
        """The type of an attribute: as written, or that of the class which is called for it."""
        if fact.get("type"):
            called = re.match(r"Callable\[.*?,\s*([\w.]+)\]$", fact["type"])
            return self.type(fact["type"]) if not called else f"Callable[..., {self.type(called[1])}]"
        target = self.world.resolve(fact.get("call", ""))
        called = self.world.definitions.get(target)
        if called and called["kind"] == "class":
            return self.type(target)
        return self.type(called["returns"]) if called and called.get("returns") else None

    def _age(self, fact, definition):
        age = {"added": fact.get("added")}
        if "deprecated" in fact:
            said = fact["deprecated"]
            age["deprecated"] = {"version": said.get("version"), "use": self._use(said.get("use"), definition)}
        return age

    def _use(self, name, definition):
        """The replacement that a deprecation names, as a public name. None where it is not one of ours."""
        if not name:
            return None
        owner = definition
        while owner:
            owner = owner.rpartition(".")[0]
            target = self.world.resolve(f"{owner}.{name}" if owner else name)
            if target in self.world.definitions and target != definition:
                return self.public(target)
        return None

    def type(self, text):
        """Names of ours by their public name, all others by their last part."""
        return _DOTTED.sub(lambda match: self._type_name(match[0]), text) if text else text

    def _type_name(self, path):
        first, _, last = path.partition(".")
        if first not in ROOTS:
            return f"{first}.{last.rpartition('.')[2]}" if first in NEIGHBOURS else path.rpartition(".")[2]
        target = self.world.resolve(path)
        fact = self.world.definitions.get(target, {})
        if isinstance(fact.get("same"), str):  # `DataFrameLike = pandas.DataFrame`
            return self._type_name(fact["same"])
        known = self.public(target) if fact.get("kind") == "class" else None
        return known or path.rpartition(".")[2]

    def parameter(self, text):
        name, annotation, default = split_parameter(text)
        kept = self.type(annotation) if annotation else None
        return name + (f": {kept}" if kept else "") + (f"={default}" if default is not None else "")

    def aliases(self, symbols):
        """Other paths that lead to a public symbol: path → {to, deprecated}."""
        found = {}
        for definition, paths in self.paths.items():
            public = self.public(definition)
            for path, alias in paths.items():
                if public is None or not self.tool.shown(public) or path == public or is_private(path) or not self.tool.wanted(path):
                    continue
                if path in symbols or path.rpartition(".")[0] in self.world.own:
                    continue
                if path == definition or alias.get("shim") or self._known_as(path, alias) or self.tool.import_counts(path):
                    found[path] = {"to": public, **({"deprecated": True} if alias.get("deprecated") else {})}
        for module, alias in self.world.stars.items():
            target = self.world.resolve(alias["to"][:-2])
            for name in self._inner(target) if target else ():
                definition = self.world.resolve(name)
                public = self.public(definition) if definition in self.world.definitions else None
                path = f"{module}.{name.rpartition('.')[2]}"
                if public in symbols and path != public and path not in symbols and not is_private(path) and self.tool.wanted(path):
                    found[path] = {"to": public, **({"deprecated": True} if alias.get("deprecated") else {})}
        return found


def _arguments(base):
    inner = base[len(base_path(base)) + 1 : -1] if base.endswith("]") else ""
    return [part.strip() for part in _split_commas(inner)] if inner else []


def _split_commas(text):
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(text):
        depth += (letter in "[({") - (letter in "])}")
        if letter == "," and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def _substitute(text, values):
    return _DOTTED.sub(lambda match: values.get(match[0], match[0]), text) if text and values else text


def _substituted(fact, values):
    if not values:
        return fact
    changed = {**fact}
    for key in ("returns", "type"):
        if fact.get(key):
            changed[key] = _substitute(fact[key], values)
    if fact.get("overloads"):
        changed["overloads"] = [{**item, "returns": _substitute(item.get("returns"), values)} for item in fact["overloads"]]
    return changed


def parameter_name(text):
    return split_parameter(text)[0]


def split_parameter(text):
    """`*cols: str`, `n: int=5` → (name, annotation, default)"""
    name = re.match(r"\*{0,2}\w*|/", text)[0]
    rest = text[len(name) :]
    if rest.startswith(": "):
        annotation, default = _split_default(rest[2:])
        return name, annotation, default
    return name, None, rest[1:] if rest.startswith("=") else None


def _split_default(text):
    depth, quote = 0, ""
    for index, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        depth += (letter in "[(") - (letter in "])")
        if letter == "=" and depth == 0 and not quote:
            return text[:index], text[index + 1 :]
    return text, None


def link(read, tool, beyond=None, foreign=None):
    """[(release, facts)] → [(label, symbols, aliases)] and the public names of the newest release."""
    preferred, linked, names = frozenset(), [], {}
    for entry, part in reversed(read):
        release = Release(part, tool, beyond, foreign, preferred)
        symbols = release.symbols()
        if not linked:
            preferred, names = frozenset(symbols), release.names()
        linked.append((entry["release"], symbols, release.aliases(symbols)))
    return linked[::-1], names
