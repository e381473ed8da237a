"""Spark SQL's functions and Spark's configuration keys, asked of a running Spark of every release."""

import hashlib
import json
import sys
from functools import lru_cache
from pathlib import Path

from compare import span
from pins import minor, releases, version_key
from sources import CACHE, spark_jars
from spark_engine import ask

HERE = Path(__file__).parent


def functions():
    labels, tables = _tables("functions")
    return {"tool": "spark-sql", "packages": _packages(), "functions": _over(labels, tables, ())}, []


def configuration():
    labels, tables = _tables("configuration")
    found = _over(labels, tables, ("default",))
    for entry in found.values():
        # a key may be older than its declaration, which says so
        declared = minor(entry.get("version") or entry.get("introduced", "0"))
        if "introduced" in entry and version_key(declared) < version_key(entry["introduced"]):
            del entry["introduced"]
    return {"tool": "spark-conf", "packages": _packages(), "keys": found}, []


def _packages():
    return {"spark": [{key: entry[key] for key in ("release", "version", "first")} for entry in releases()["pyspark"]]}


def _tables(part):
    answers = {entry["release"]: _answers(entry["version"])[part] for entry in releases()["pyspark"]}
    return list(answers), answers


@lru_cache
def _answers(version):
    """What that release answered; asked once, and again when the questions change."""
    digest = hashlib.sha256((HERE / "spark_engine.py").read_bytes()).hexdigest()[:12]
    kept = CACHE / "answers" / f"spark-{version}-{digest}.json"
    if not kept.exists():
        jars = jars_of(version)
        print(f"asking Spark {version} …", file=sys.stderr)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(ask(jars), sort_keys=True))
    return json.loads(kept.read_text())


def jars_of(version):
    """The folder of that release's jars, in the cache."""
    entry = next(entry for entry in releases()["pyspark"] if entry["version"] == version)
    return spark_jars(entry)


def _over(labels, tables, followed):
    found = {}
    for name in sorted({name for table in tables.values() for name in table}):
        present = [label for label in labels if name in tables[label]]
        entry = {**dict(sorted(tables[present[-1]][name].items())), **span(present, labels)}
        for key in followed:
            values = [(label, tables[label][name].get(key)) for label in present]
            changed = [list(item) for index, item in enumerate(values) if index == 0 or item[1] != values[index - 1][1]]
            if len(changed) > 1:
                entry[f"{key}s"] = changed
        found[name] = entry
    return found
