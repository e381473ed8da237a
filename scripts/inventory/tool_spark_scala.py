"""Spark's Scala API: classes, objects and their members with every overload, by release."""

import hashlib
import json
import re
import sys
from functools import lru_cache
from pathlib import Path

import spark_scala
from compare import span
from marks import replacement
from pins import releases
from tool_spark import jars_of
from sources import CACHE

HERE = Path(__file__).parent

# what every object has, what the compiler makes of a case class, and encoders that only implicit search names
_SKIPPED = re.compile(
    r"^(equals|hashCode|toString|canEqual|copy|product\w+|unapply(Seq)?|readResolve|writeReplace|\w+External|"
    r"new\w+Encoder|acceptsType|asNullable|logName|_\d+)$"
)
_NESTED = re.compile(r"^org\.apache\.spark\.sql\.types\.\w+\.\w+(\.|$)")
_PREFIX = re.compile(r"\b(?:[a-z]\w*\.)+(?=[A-Z])")
_OF_JAVA = re.compile(r"java\.util\.(?:List|Map)|JavaRDD|function\.\w+Function|\bUDF\d|\b(?:Map|FlatMap|Reduce|Filter|Foreach|VoidFunction)\w*Function\b|Class\[")


def inventory():
    labels = [entry["release"] for entry in releases()["pyspark"]]
    tables = {entry["release"]: _table(_answers(entry["version"])) for entry in releases()["pyspark"]}
    symbols = {}
    for path in sorted({path for table in tables.values() for path in table}):
        symbols[path] = _merge(path, labels, tables)
    shown = [{key: entry[key] for key in ("release", "version", "first")} for entry in releases()["pyspark"]]
    return {"tool": "spark-scala", "packages": {"spark": shown}, "symbols": symbols, "aliases": _ALIASES}, []


# types that the package object of `org.apache.spark.sql` names
_ALIASES = {"org.apache.spark.sql.DataFrame": {"to": "org.apache.spark.sql.Dataset"}}


@lru_cache
def _answers(version):
    """What the compiler saw in that release; asked once, and again when the questions change."""
    questions = b"".join((HERE / name).read_bytes() for name in ("spark_scala.py", "ScalaReader.scala"))
    kept = CACHE / "answers" / f"scala-{version}-{hashlib.sha256(questions).hexdigest()[:12]}.json"
    if not kept.exists():
        print(f"reading Scala of Spark {version} …", file=sys.stderr)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(spark_scala.read(jars_of(version)), sort_keys=True))
    return json.loads(kept.read_text())


def _table(definitions):
    """Path → {kind, forms, returns, bases, static, deprecated} of one release."""
    holders = {one["path"] for one in definitions if one["kind"] in ("class", "trait", "object")}
    found = {}
    for one in definitions:
        owner, _, name = one["path"].rpartition(".")
        if _SKIPPED.match(name) or _NESTED.match(one["path"]) and one["kind"] in ("class", "trait", "object"):
            continue
        if one["kind"] in ("class", "trait", "object"):
            _add_holder(found, one, holders)
        elif one["kind"] == "constructor":
            found.setdefault(owner, {}).setdefault("forms", []).append(_form(owner.rpartition(".")[2], one, ""))
        elif owner in holders and not _is_elsewhere(one, owner, found, holders) and not _NESTED.match(owner + "."):
            _add_member(found, one, name, holders)
    owners = {path.rpartition(".")[0] for path in found}
    return {path: entry for path, entry in found.items() if _says_something(path, entry, owners)}


def _says_something(path, entry, owners):
    """The compiler makes a companion of every class with defaults: an empty one is nobody's."""
    return not entry.get("object") or path in owners or entry["bases"]


def _add_holder(found, one, holders):
    entry = found.setdefault(one["path"], {})
    is_object = one["kind"] == "object"
    entry["object"] = is_object and entry.get("object", True)
    entry["bases"] = sorted({*entry.get("bases", ()), *(base for base in one["bases"] if base in holders)})
    _deprecate(entry, one)


def _is_elsewhere(one, owner, found, holders):
    """Inherited from a class that stands in the inventory itself, or overriding what is said there."""
    if one["from"] != owner and one["from"] in holders:
        return True
    name = one["path"].rpartition(".")[2]
    return any(f"{base}.{name}" in found for base in found.get(owner, {}).get("bases", ()))


def _add_member(found, one, name, holders):
    entry = found.setdefault(one["path"], {"static": True, "results": []})
    if "results" not in entry:
        return
    entry["static"] = entry["static"] and one["kind"] == "static"
    entry.setdefault("forms", []).append(_form(name, one, f": {_short(one['result'])}"))
    entry["results"].append(_head(one["result"], holders))
    _deprecate(entry, one)


def _deprecate(entry, one):
    """A name counts as deprecated where all of its overloads are."""
    said = one.get("deprecated")
    entry["deprecated"] = said and entry.get("deprecated", said)


def _head(text, holders):
    """The class that a member's result is an instance of, where the inventory has it; `Self` for `this.type`."""
    text = text.removeprefix("=> ")
    if text.endswith(".this.type"):
        return "Self"
    head = re.sub(r"[\[(].*", "", text).removesuffix(".type")
    head = _ALIASES.get(head, {}).get("to", head)
    return head if head in holders else ""


def _form(name, one, result):
    """`map[U: Encoder](func: T => U): Dataset[U]`"""
    bounds, lists = [], []
    for given in one["lists"]:
        words = []
        for parameter, kind, default in given["parameters"]:
            bound = re.fullmatch(r"(.*)\[(\w+)\]", kind)
            if given["implicit"] and parameter.startswith("evidence$") and bound:
                bounds.append((bound[2], _short(bound[1])))
                continue
            shown = _short(kind)
            words.append((shown if "$" in parameter else f"{parameter}: {shown}") + (" = …" if default else ""))
        if words or not given["implicit"]:
            lists.append(f"({'implicit ' if given['implicit'] else ''}{', '.join(words)})")
    types = [text + "".join(f": {bound}" for of, bound in bounds if of == text) for text in one["types"]]
    return f"{name}{'[' + ', '.join(types) + ']' if types else ''}{''.join(lists)}{result}"


def _short(text):
    """Without the packages of Spark and Scala: `Dataset[Row]`; Java's collections keep theirs."""
    text = re.sub(r"\b(\w+)\.this\.type\b", r"\1", text)
    text = re.sub(r"org\.apache\.spark\.sql\.SaveMode\(\w+\)", "SaveMode", text)
    text = re.sub(r"^\w[\w.]*\((\w+)\)$", r"\1", text)
    return re.sub(_PREFIX, lambda found: found[0] if found[0].startswith("java.") else "", text)


def _merge(path, labels, tables):
    present = [label for label in labels if path in tables[label]]
    newest = tables[present[-1]][path]
    entry = {"kind": "method" if "results" in newest else "class"}
    if newest.get("object"):
        entry["object"] = True
    if newest.get("bases"):
        entry["bases"] = newest["bases"]
    forms = sorted(set(newest.get("forms", ())), key=lambda form: (bool(_OF_JAVA.search(form)), len(form), form))
    if forms:
        entry["forms"] = forms
        ages = {form: _first(form, path, present, tables) for form in forms}
        oldest = next(label for label in present if tables[label][path].get("forms"))
        later = {form: label for form, label in ages.items() if label != oldest}
        if later:
            entry["formsIntroduced"] = later
    if newest.get("static"):
        entry["static"] = "static"
    returns = _returns(path, present, tables)
    if returns:
        entry["returns"] = returns
    entry.update(span(present, labels))
    if newest.get("deprecated"):
        entry["deprecated"] = _deprecated(path, present, tables)
    return entry


def _first(form, path, present, tables):
    """The first release with these parameters: results are written in other words now and then."""
    wanted = _parameters(form)
    return next(label for label in present if any(_parameters(one) == wanted for one in tables[label][path].get("forms", ())))


def _parameters(form):
    """The types of a form's parameters, without names and what is implicit."""
    text = re.sub(r"\(implicit .*|\): [^()]*$", ")", form)
    text = re.sub(r"^[^(\[]*(\[[^(]*\])?", "", text)
    text = re.sub(r"\b[A-Z]\d?\b", "T", re.sub(r"\b\w+: ", "", text)).replace("TraversableOnce", "IterableOnce")
    return re.sub(r"\b(DSO|DataFrame|Dataset)\b(\[(T|_|Row)\])?", "Dataset", text)


def _returns(path, present, tables):
    """What all overloads agree on; what only a bound says in the newest release, an older one may say outright."""
    for label in reversed(present):
        heads = set(tables[label][path].get("results", ()))
        if len(heads) == 1 and heads != {""}:
            return heads.pop()
        if len(heads) > 1:
            return None
    return None


def _deprecated(path, present, tables):
    since = present[-1]
    for label in reversed(present):
        if not tables[label][path].get("deprecated"):
            break
        since = label
    message, version = tables[present[-1]][path]["deprecated"]
    found = {"release": since, "version": version or None, "use": replacement(message or "")}
    return {key: value for key, value in found.items() if value}
