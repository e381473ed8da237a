"""dbt: one axis of releases, dbt-core's. The adapters are read by their own releases, the newest of each for their keys."""

import re

import dbt_commands
import dbt_files
from compare import span
from dbt_classes import Classes
from pins import releases, version_key
from sources import source

# resource → data classes that may hold its configs, the first that a release has
_CONFIGS = {
    "model": ["ModelConfig", "NodeConfig"],
    "seed": ["SeedConfig"],
    "snapshot": ["SnapshotConfig"],
    "data_test": ["TestConfig"],
    "unit_test": ["UnitTestConfig"],
    "source": ["SourceConfig"],
    "exposure": ["ExposureConfig"],
    "metric": ["MetricConfig"],
    "semantic_model": ["SemanticModelConfig"],
    "saved_query": ["SavedQueryConfig"],
    "function": ["FunctionConfig"],
    "macro": ["MacroConfig"],
    "group": ["GroupConfig"],
    "column": ["ColumnConfig"],
    "analysis": ["NodeConfig"],
}
_PROPERTIES = {
    "models": ["UnparsedModelUpdate"],
    "models.versions": ["UnparsedVersion"],
    "seeds": ["UnparsedNodeUpdate"],
    "snapshots": ["UnparsedNodeUpdate"],
    "analyses": ["UnparsedAnalysisUpdate"],
    "data_tests": ["UnparsedSingularTestUpdate"],
    "macros": ["UnparsedMacroUpdate"],
    "sources": ["UnparsedSourceDefinition"],
    "sources.tables": ["UnparsedSourceTableDefinition"],
    "columns": ["UnparsedColumn"],
    "exposures": ["UnparsedExposure"],
    "metrics": ["UnparsedMetric"],
    "groups": ["UnparsedGroup"],
    "semantic_models": ["UnparsedSemanticModel"],
    "saved_queries": ["UnparsedSavedQuery"],
    "unit_tests": ["UnparsedUnitTest"],
    "functions": ["UnparsedFunctionUpdate"],
}
_FILES = {
    "project": ["Project"],
    "flags": ["ProjectFlags", "UserConfig"],
    "packages.local": ["LocalPackage"],
    "packages.tarball": ["TarballPackage"],
    "packages.git": ["GitPackage"],
    "packages.private": ["PrivatePackage"],
    "packages.package": ["RegistryPackage"],
    "selectors": ["SelectorDefinition"],
}
_HIDDEN = {"original_file_path", "yaml_key", "package_name", "original_relation_name", "name_aliases", "from_v2", "path", "unrendered", "project_root", "credentials"}


def inventory():
    pinned = releases()
    core = pinned["dbt-core"]
    labels = [entry["release"] for entry in core]
    read = {entry["release"]: _read(entry, pinned) for entry in core}
    found = {"tool": "dbt", "packages": {"dbt-core": [{key: entry[key] for key in ("release", "version", "first")} for entry in core]}}
    for section in ("context", "pythonModel", "macros", "keys", "options", "commands", "selection"):
        found[section] = over(labels, {label: tables[section] for label, tables in read.items()})
    found["adapters"] = _adapters(pinned, found["packages"])
    newest = source("dbt-core", core[-1])
    found["schemas"] = {
        f"{name}{'.' if key else ''}{key}": value
        for name in ("project", "resources")
        for key, value in dbt_files.schema(newest, name).items()
    }
    return found, []


def _read(entry, pinned):
    """The tables of one release, with the packages that stood beside it."""
    folder = source("dbt-core", entry)
    folders = [folder]
    for package in ("dbt-adapters", "dbt-common", "dbt-semantic-interfaces"):
        if version_key(entry["release"]) >= (1, 8) or package == "dbt-semantic-interfaces":
            out = [other for other in pinned[package] if other["first"] <= entry["first"]]
            folders += [source(package, out[-1])] if out else []
    classes = Classes(folders)
    macros = {}
    for other in folders:
        macros |= dbt_files.macros(other)
    return {
        "context": dbt_files.context(folder, classes),
        "pythonModel": dbt_files.python_model(folders),
        "macros": macros,
        "keys": _keys(classes) | dbt_files.profile_keys(folder) | dbt_files.test_keys(folder),
        "options": dbt_commands.options(folder),
        "commands": dbt_commands.commands(folder),
        "selection": dbt_files.selection_methods(folder),
    }


def _keys(classes):
    """`config.model.materialized`, `properties.models.columns`, `project.model-paths`, `type.Docs.show` …"""
    # dbt reads constraints as mappings first: no field's type names their class
    found, waiting, done = {}, ["ModelLevelConstraint"], set()
    groups = {"config": _CONFIGS, "properties": _PROPERTIES, "": _FILES}
    for group, tables in groups.items():
        for name, candidates in tables.items():
            owner = next((candidate for candidate in candidates if classes.get(candidate)), None)
            if owner is None:
                continue
            fields = _written(classes, owner)
            waiting += classes.named_in(fields)
            found |= {f"{group}.{name}.{key}" if group else f"{name}.{key}": field for key, field in fields.items()}
    while waiting:
        name = waiting.pop()
        if name not in done:
            done.add(name)
            fields = _written(classes, name)
            waiting += classes.named_in(fields)
            found |= {f"type.{name}.{key}": field for key, field in fields.items()}
    return found


def _written(classes, name):
    """The fields of a class under the keys that stand in YAML."""
    aliases = classes.aliases(name)
    fields = {key: field for key, field in classes.fields(name).items() if key not in _HIDDEN}
    return {field.pop("alias", None) or aliases.get(key, key): field for key, field in fields.items()}


def over(labels, tables):
    """label → name → entry, as name → entry of the newest with {introduced, removed, changes}."""
    found = {}
    for name in sorted({name for table in tables.values() for name in table}):
        present = [label for label in labels if name in tables[label]]
        entry = {**tables[present[-1]][name], **span(present, labels)}
        defaults = _changed([(label, tables[label][name].get("default")) for label in present])
        if len(defaults) > 1:
            entry["defaults"] = defaults
        for key in ("options", "values", "choices"):
            added = {}
            for value in entry.get(key, ()):
                first = next(label for label in labels if value in tables[label].get(name, {}).get(key, ()))
                if first != present[0]:
                    added[value] = first
            if added:
                entry["added"] = added
        found[name] = entry
    return found


def _changed(values):
    return [list(item) for index, item in enumerate(values) if index == 0 or item[1] != values[index - 1][1]]


def _adapters(pinned, packages):
    """`snowflake.config.cluster_by`, `snowflake.profile.account`, `snowflake.incremental_strategy` by the adapter's releases."""
    found = {}
    bases = [source(package, pinned[package][-1]) for package in ("dbt-adapters", "dbt-common")]
    plain = Classes(bases)
    for package, entries in pinned.items():
        if not package.startswith("dbt-") or package in ("dbt-core", "dbt-adapters", "dbt-common", "dbt-semantic-interfaces"):
            continue
        adapter = package.removeprefix("dbt-")
        tables = {entry["release"]: _adapter(source(package, entry), plain) for entry in entries}
        packages[package] = [{key: entry[key] for key in ("release", "version", "first")} for entry in entries]
        found |= {f"{adapter}.{name}": entry for name, entry in over(list(tables), tables).items()}
    return found


def _adapter(folder, plain):
    classes = Classes([folder])
    for name, places in plain.found.items():
        classes.found.setdefault(name, places)
    found = {}
    for name, places in Classes([folder]).found.items():
        if re.search(r"(?<!Base)Credentials$", name):
            found |= {f"profile.{key}": field for key, field in classes.fields(name, places[0][0]).items()}
        elif re.search(r"Config$", name) and any("AdapterConfig" in base.id for base in places[0][1].bases if hasattr(base, "id")):
            found |= {f"config.{key}": field for key, field in classes.fields(name, places[0][0]).items()}
    strategies = dbt_files.incremental_strategies(folder)
    if strategies:
        found["incremental_strategy"] = {"values": strategies}
    for name, macro in dbt_files.macros(folder).items():
        if macro["kind"] == "materialization":
            found[f"materialization.{name}"] = {}
    return found
