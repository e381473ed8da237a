"""Options and formats of Spark's data sources: the names that `spark_options.json` lists, looked for in every release."""

import json
import re
from pathlib import Path

import maven
from class_files import Jars
from compare import span
from pins import releases
from sources import spark_jars

HERE = Path(__file__).parent
SPARK = "spark"
# of PySpark's 400 jars: those in which data sources stand
_HOLDS_SOURCES = re.compile(r"spark-(sql|sql-api|catalyst|hive|mllib)_[\d.]+-")
_NAME = re.compile(r"[A-Za-z_][\w.-]*")


def inventory():
    listed = json.loads((HERE / "spark_options.json").read_text())
    packages = {SPARK: _spark(), **{name: _beside(name) for name in ("spark-sql-kafka-0-10", "delta-spark")}}
    open_questions = [text for name, (_, jars) in packages.items() for text in _unclassified(name, listed, jars)]
    if open_questions:
        raise SystemExit("\n".join(["spark_options.json must say what these are:", *open_questions]))
    found = {
        "tool": "spark-options",
        "packages": {name: entries for name, (entries, _) in packages.items()},
        "options": _options(listed, packages),
        "formats": _formats(listed, packages),
    }
    return found, []


def _spark():
    """The releases, and the jars of each by its line. Until 3.5 Avro's options stood in a jar of their own."""
    avro = {entry["release"]: [maven.jar(entry)] for entry in maven.pinned()["spark-avro"]["releases"]}
    jars = {}
    for entry in releases()["pyspark"]:
        own = [file for file in sorted(spark_jars(entry).iterdir()) if _HOLDS_SOURCES.match(file.name)]
        jars[entry["release"]] = Jars(own + avro.get(entry["release"], []))
    entries = [{key: entry[key] for key in ("release", "version", "first")} for entry in releases()["pyspark"]]
    return entries, jars


def _beside(name):
    pinned = maven.pinned()[name]["releases"]
    entries = [{key: entry[key] for key in ("release", "version")} for entry in pinned]
    return entries, {entry["release"]: Jars([maven.jar(entry)]) for entry in pinned}


def _options(listed, packages):
    found = {}
    for source, rule in listed["options"].items():
        package = rule.get("package", SPARK)
        jars = packages[package][1]
        texts = {label: _texts(of, rule) for label, of in jars.items()}
        for name in [*rule["options"], *rule.get("aliases", {})]:
            written = {text.lower() for text in rule.get("written", {}).get(name, [name])}
            entry = _entry([label for label, held in texts.items() if written & held], list(jars), f"{source}.{name}")
            target = rule.get("aliases", {}).get(name)
            found[f"{source}.{name}"] = {**({"alias": f"{source}.{target}"} if target else {}), **_of(package), **entry}
    return found


def _formats(listed, packages):
    found = {}
    for name, holder in listed["formats"].items():
        package = listed["options"].get(name, {}).get("package", SPARK)
        jars = packages[package][1]
        found[name] = {**_of(package), **_entry([label for label, of in jars.items() if of.literals(holder)], list(jars), name)}
    for name, target in listed["otherNames"].items():
        jars = packages[SPARK][1]
        present = [label for label, of in jars.items() if name in of.literals("DataSource")]
        found[name] = {"alias": target, **_entry(present, list(jars), name)}
    return found


def _of(package):
    return {"package": package} if package == "delta-spark" else {}


def _entry(present, labels, name):
    if not present:
        raise SystemExit(f"spark_options.json: no release has {name}")
    return span(present, labels)


def _texts(jars, rule):
    held = {text for name in [*rule.get("classes", []), *rule.get("also", [])] for text in jars.literals(name)}
    return {text.lower() for text in held}


def _unclassified(package, listed, jars):
    """Names that a release has and nobody has said what they are."""
    for source, rule in listed["options"].items():
        if rule.get("package", SPARK) != package:
            continue
        classes = rule.get("classes", [])
        listed_names = [*classes, *rule["options"], *rule.get("aliases", {}), *rule.get("other", [])]
        known = {name.lower() for name in listed_names}
        for label, of in jars.items():
            held = {text for name in classes for text in of.literals(name) if _NAME.fullmatch(text)}
            new = sorted(text for text in held if text.lower() not in known)
            if new:
                yield f"{source} in {package} {label} has {', '.join(new)}: option or other?"
    sources = {name for of in jars.values() for name in of.sources()}
    unknown = sorted(sources - set(listed["formats"].values()) - set(listed["otherSources"]))
    if unknown:
        yield f"{package} registers {', '.join(unknown)}: which format?"
