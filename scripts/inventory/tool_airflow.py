"""Airflow: its core and Task SDK on one axis of releases, every provider on its own."""

import re

import airflow_files
from compare import compare, span
from link import Facts, Release, joined, link
from pins import releases
from reader import facts
from sources import source

SKIPPED = re.compile(
    r"\.(tests?|example_dags|_vendor|migrations|alembic|www|fab|kubernetes_tests|openapi|proto)(\.|$)"
    r"|^airflow\.(api\w*|auth|callbacks|cli|customized\w*|dag_processing|jobs|kubernetes|metrics|sentry|serialization|"
    r"ti_deps|traces|ui|observability|partition_mappers|security|example_dags|_shared|compat)(\.|$)"
    r"|^airflow\.sdk\.(_shared\.(?!dagnode)\w+|coordinators|serde|observability|crypto|module_loading|listener)(\.|$)"
    r"|^airflow\.sdk\.execution_time\.(comms|supervisor|task_runner|request_handlers|schema|sentry|connection_test\w*|\w+_supervisor)(\.|$)"
    r"|^airflow\.providers\.\w+(\.\w+)*\.(links|log|fs|auth_manager|plugins|cli|get_provider_info|"
    r"__main__|extractors|facets|serializers|sensors\.s3_\w+_test)(\.|$)"
)

# what people name in a DAG, a plugin, a test or a configuration
_CORE = re.compile(
    r"^airflow\.([A-Z]\w+|version)(\.|$)"
    r"|^airflow\.(operators|sensors|hooks|decorators|timetables|triggers|exceptions|macros|notifications|io|datasets|sdk|"
    r"configuration\.conf|configuration\.\w*Parser|secrets|listeners\.hookimpl|plugins_manager\.AirflowPlugin|contrib|"
    r"executors\.\w+\.\w*Executor|lineage|policies|templates|settings\.(Session|engine|TIMEZONE)|task\.\w+_rule|"
    r"models\.([A-Z]\w*|(baseoperator|baseoperatorlink|connection|dag|dagbag|dagrun|expandinput|mappedoperator|param|pool|"
    r"skipmixin|taskinstance|taskinstancekey|taskmixin|variable|xcom|xcom_arg|asset|dataset|operator|abstractoperator)\.\w+)|"
    r"utils\.(dates|trigger_rule|task_group|state|timezone|edgemodifier|helpers|email|weight_rule|types|context|weekday|"
    r"setup_teardown|xcom|session|dag_parsing_context|dag_cycle_tester|db|log\.logging_mixin|log\.secrets_masker|"
    r"module_loading|operator_helpers|decorators|template|strings))(\.|$)"
)
_SDK_HIDDEN = re.compile(
    r"^airflow\.sdk\.(api|execution_time\.(?!context|macros|xcom|secrets_masker|timeout)|providers_manager_runtime|yaml|state|"
    r"definitions\.(context\.\w*_|decorators\.(condition|setup|task_group)))"
)
_PROVIDER = re.compile(
    r"^airflow\.providers\.(standard|(\w+\.)+(operators|sensors|hooks|transfers|triggers|decorators|notifications|notifier|"
    r"secrets|timetables|assets|datasets|queues|callbacks|secret|pod_generator|k8s_model|kube_config|resource_details|"
    r"executors|version|utils\.(trigger_rule|redshift|pod_manager|connection_wrapper|s3|mixins|sqs|waiter|dbt)))(\.|$)"
)
_COMPAT = "apache-airflow-providers-common-compat"
_PARAMETERS_ONLY = re.compile(r"\.(operators|sensors|transfers|triggers|notifications|decorators|executors)\.")


class Airflow:
    mixin = re.compile(r"^airflow\.sdk\.definitions\._internal\.|^airflow\.models\.abstractoperator\.|\.LoggingMixin$|\.Templater$")

    def wanted(self, path):
        return path.startswith("airflow.") and not SKIPPED.search(path)

    def shown(self, name):
        if name.startswith("airflow.providers."):
            return bool(_PROVIDER.match(name)) and "version_compat" not in name
        return bool(_CORE.match(name)) and not _SDK_HIDDEN.match(name)

    def wanted_member(self, owner, name, fact):
        """Of operators and the like people give parameters; nobody calls their methods."""
        if owner.startswith("airflow.providers.") or owner.startswith(("airflow.operators.", "airflow.sensors.")):
            return not _PARAMETERS_ONLY.search(owner) and fact["kind"] != "attribute"
        return True

    def reexports(self, module):
        return False

    def rank(self, path):
        """Airflow 2 documents most classes where they are defined; `airflow.models` and the package itself come first."""
        return 0 if path.startswith(("airflow.sdk.", "airflow.models.", "airflow.providers.")) else 1

    def import_counts(self, path):
        return bool(re.match(r"^airflow\.(models|operators|sensors|hooks|utils|decorators|macros|io)(\.\w+){1,2}$", path))


def inventory():
    pinned = releases()
    core = _core(pinned)
    providers = {package: _read(package, pinned) for package in pinned if package.startswith("apache-airflow-providers-")}
    newest = {"apache-airflow": core[-1][1], **{package: read[-1][1] for package, read in providers.items()}}
    last_of_2 = next(part for entry, part in reversed(core) if entry["release"].startswith("2."))
    foreign = _public_names(newest, last_of_2)
    found = {"packages": {}, "symbols": {}, "aliases": {}}
    notes = []
    for package, read in {"apache-airflow": core, **providers}.items():
        # what a package leads to is looked up in the newest of the others, and then in the last Airflow 2
        others = [part for name, part in newest.items() if name != package]
        beyond = Facts(joined(others if package == "apache-airflow" else [*others, last_of_2]))
        linked, _ = link(read, Airflow(), beyond, foreign)
        if package == "apache-airflow":
            linked = [(label, *_without_bridges(found_symbols, found_aliases)) for label, found_symbols, found_aliases in linked]
        symbols, aliases, said = compare(linked)
        mark = {} if package == "apache-airflow" else {"package": package}
        found["packages"][package] = [{key: entry[key] for key in ("release", "version", "first")} for entry, _ in read]
        found["symbols"] |= {name: {**mark, **entry} for name, entry in symbols.items()}
        found["aliases"] |= {path: {**mark, **alias} for path, alias in aliases.items()}
        notes += said
    _migrated(found, airflow_files.migrations(source(_COMPAT, pinned[_COMPAT][-1])))
    _dropped_parameters(found["symbols"])
    return {"tool": "airflow", **found, **_files(pinned, core, providers)}, notes


def _public_names(newest, last_of_2):
    """Definition → public name over all packages, Airflow 3's before Airflow 2's."""
    found = Release(last_of_2, Airflow()).names()
    world = Facts(joined([*newest.values()]))
    for part in newest.values():
        found |= Release(part, Airflow(), world).names()
    return found


def _read(package, pinned):
    return [(entry, facts(package, entry, ["airflow"], SKIPPED)) for entry in pinned[package]]


def _core(pinned):
    """From 3.0 on the parts of Airflow come in packages of their own, released together."""
    parts = {entry["version"]: entry for entry in pinned["apache-airflow-core"]}
    kits = pinned["apache-airflow-task-sdk"]
    found = []
    for entry in pinned["apache-airflow"]:
        if entry["version"] not in parts:
            found.append((entry, facts("apache-airflow", entry, ["airflow"], SKIPPED)))
            continue
        core = facts("apache-airflow-core", parts[entry["version"]], ["airflow"], SKIPPED)
        kit = next(kit for kit in kits if kit["version"].split(".")[1:] == entry["version"].split(".")[1:])
        found.append((entry, joined([core, facts("apache-airflow-task-sdk", kit, ["airflow"], SKIPPED)])))
    return found


def _without_bridges(symbols, aliases):
    """Airflow 3.0 keeps some old paths as empty classes over the new ones: those lead on, they define nothing."""
    bridges = {}
    for name, entry in symbols.items():
        last = name.rpartition(".")[2]
        for base in entry.get("bases") or () if not name.startswith("airflow.sdk.") else ():
            if base.startswith("airflow.sdk.") and base.rpartition(".")[2] == last:
                bridges[name] = {"to": base}
    kept = {name: entry for name, entry in symbols.items() if not any(name == old or name.startswith(f"{old}.") for old in bridges)}
    return kept, {**aliases, **bridges}


def _migrated(found, table):
    """Where Airflow's own table names the new place of something that merely vanished, or that shims lead elsewhere."""
    symbols, aliases = found["symbols"], found["aliases"]
    for old, new in table.items():
        target = new if new in symbols else aliases.get(new, {}).get("to")
        known = aliases.get(old, {}).get("to", old)
        entry = symbols.get(known)
        if target is None or entry is None or known == target or target not in symbols or "package" in entry:
            continue
        if not entry.keys() & {"moved", "removed"} or entry.get("moved", {}).get("to", "").startswith("airflow.sdk."):
            continue
        if "moved" in entry:
            entry["moved"]["to"] = target
        else:
            removed = entry.pop("removed")
            entry["moved"] = {"release": removed, "to": target, "removed": removed}


def _dropped_parameters(symbols):
    """What moved may have lost parameters on the way: those that its new place, with its bases, does not take."""
    for entry in symbols.values():
        target = symbols.get(entry.get("moved", {}).get("to"))
        if target is None or "parameters" not in entry:
            continue
        taken = _parameters(entry["moved"]["to"], symbols)
        gone = [name for name in map(_name, entry["parameters"]) if name not in taken and name[:1].isalpha()]
        if gone and taken:
            entry["moved"]["dropped"] = gone


def _parameters(path, symbols, depth=0):
    entry = symbols.get(path)
    if entry is None or depth > 8:
        return set()
    own = {_name(text) for text in entry.get("parameters", ())}
    if "parameters" in entry and not any(text.startswith("**") for text in entry["parameters"]):
        return own
    return own.union(*(_parameters(base.partition("[")[0], symbols, depth + 1) for base in entry.get("bases", ())))


def _name(text):
    return re.match(r"\*{0,2}\w*|/", text)[0]


def _files(pinned, core, providers):
    """Configuration, commands and template variables, by the releases in which they stand."""
    labels = [entry["release"] for entry, _ in core]
    folders = {}
    parts = {entry["version"]: entry for entry in pinned["apache-airflow-core"]}
    kits = {entry["version"].partition(".")[2]: entry for entry in pinned["apache-airflow-task-sdk"]}
    for entry, _ in core:
        if entry["version"] in parts:
            folders[entry["release"]] = [
                source("apache-airflow-core", parts[entry["version"]]),
                source("apache-airflow-task-sdk", kits[entry["version"].partition(".")[2]]),
            ]
        else:
            folders[entry["release"]] = [source("apache-airflow", entry)]
    return {
        "options": _options(labels, folders, pinned, providers),
        "commands": _over(labels, {label: airflow_files.commands(found[0]) for label, found in folders.items()}),
        "templateVariables": _variables(labels, folders, core),
        "templateFilters": sorted({name for found in folders.values() for folder in found for name in airflow_files.filters(folder)}),
    }


def _over(labels, tables):
    """label → name → entry, as name → entry of the newest with {introduced, removed}."""
    found = {}
    for name in sorted({name for table in tables.values() for name in table}):
        present = [label for label in labels if name in tables[label]]
        found[name] = {**tables[present[-1]][name], **span(present, labels)}
    return found


def _options(labels, folders, pinned, providers):
    tables = {
        label: {f"{section}.{key}": option for folder in found for (section, key), option in airflow_files.options(folder).items()}
        for label, found in folders.items()
    }
    found = _over(labels, tables)
    for name, entry in found.items():
        defaults = [(label, tables[label][name].get("default")) for label in labels if name in tables[label]]
        changed = [item for index, item in enumerate(defaults) if index == 0 or item[1] != defaults[index - 1][1]]
        if len(changed) > 1:
            entry["defaults"] = [list(item) for item in changed]
    for package in providers:
        tables = {entry["release"]: airflow_files.options(source(package, entry)) for entry in pinned[package]}
        names = {label: {f"{section}.{key}": option for (section, key), option in table.items()} for label, table in tables.items()}
        for name, entry in _over(list(names), names).items():
            if name in found and "removed" in found[name]:
                found[name].pop("removed")
            found[name] = {**entry, "package": package} if name not in found else {**found[name], "package": package}
    for label, inner in folders.items():
        for folder in inner:
            for (section, key), new in airflow_files.renamed_options(folder).items():
                name, target = f"{section}.{key}", f"{new['section']}.{new['key']}"
                if target in found and name != target:
                    renamed = {"to": target, "version": new["version"]}
                    found.setdefault(name, {"removed": labels[0]}).setdefault("renamed", renamed)
    for name, entry in found.items():
        section, _, key = name.rpartition(".")
        entry["environment"] = f"AIRFLOW__{section.replace('.', '_').upper()}__{key.upper()}"
    return {name: {key: value for key, value in entry.items() if value is not None} for name, entry in found.items()}


def _variables(labels, folders, core):
    tables = {}
    for entry, fact in core:
        replaced = airflow_files.replaced_variables(folders[entry["release"]][0])
        tables[entry["release"]] = {
            name: {
                "type": re.sub(r"\bairflow(?:\.\w+)*\.(\w+)", r"\1", variable["type"]),
                **({"deprecated": True, "use": replaced[name]} if name in replaced else {}),
            }
            for name, variable in airflow_files.template_variables(fact).items()
        }
    return _over(labels, tables)
