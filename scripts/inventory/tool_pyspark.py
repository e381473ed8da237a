"""PySpark, and Delta Lake's Python API beside it."""

import re

from compare import compare
from link import Facts, link
from pins import releases
from reader import facts

# what the package holds for itself, and what is older than DataFrames: the RDD-based mllib, DStreams
SKIPPED = re.compile(
    r"\.(tests?|testing|cloudpickle|examples?|worker\w*|daemon|shell|install|join|shuffle|messages|errors_doc_gen|"
    r"find_spark_home|java_gateway|traceback_utils|instrumentation_utils|memory_profiler_ext|mllib|sql_formatter)(\.|$)"
    r"|^pyspark\.(streaming|python)(\.|$)"
    r"|^pyspark\.sql\.(connect|classic|internal|interchange|transpile|worker)(\.|$)"
    r"|^pyspark\.sql\.(pandas\.(serializers|utils|types|typehints)|streaming\.(proto|benchmark|\w*serializ\w*))(\.|$)"
    r"|^pyspark\.pandas\.(usage_logging|data_type_ops|missing|spark\.(utils|functions))(\.|$)"
    r"|^pyspark\.ml\.(connect|torch\.(data|tests)|deepspeed\.tests)(\.|$)"
    r"|^delta\.(connect|testing|exceptions\.\w+\.)"
)

# read, as public names inherit from them or lead through them, but nothing that users name
HIDDEN = re.compile(
    r"^pyspark\.(util|loose_version|rddsampler|threaddump|serializers|accumulators|core|logger\.logger|taskcontext|"
    r"resource\.(utils|requests|information)|errors\.(utils|error_classes|exceptions))\."
    r"|^pyspark\.sql\.(conversion|datasource_internal|geo_utils|profiler|variant_utils|tvf_argument|utils(?!\.\w+(?:Exception|Error)$)|plot\.\w+|"
    r"pandas\.\w+|functions\.builtin|"
    r"streaming\.(\w+_runner|\w+_worker|\w+_client|\w+_util|\w+_utils|state_api\w*))\."
    r"|^pyspark\.pandas\.(utils|internal|supported_api_gen|numpy_compat|correlation|ml|typedef|sql_processor|"
    r"plot\.\w+|generic|base|frame|series|strings\.\w+_|indexing\.[a-z_])\.?"
    r"|^pyspark\.ml\.(dl_util|model_cache|common|wrapper|torch\.(log_communication|torch_run_process_wrapper)|"
    r"util\.[a-z_])"
    r"|^pyspark\.pipelines\.\w+\."
)


class PySpark:
    mixin = re.compile(r"Mixin$|^pyspark\.ml\.wrapper\.|^pyspark\.pandas\.(generic|base)\.")

    def wanted(self, path):
        return path.startswith(("pyspark.", "delta.")) and not SKIPPED.search(path)

    def shown(self, name):
        return not HIDDEN.match(name)

    def wanted_member(self, owner, name, fact):
        return True

    def reexports(self, module):
        return module == "pyspark.pandas"

    def rank(self, path):
        return 0 if path.startswith(("pyspark.", "delta.tables.")) else 1

    def import_counts(self, path):
        """Mere imports count where people take names from a neighbour: `from pyspark.sql.dataframe import Column`."""
        return path.startswith("pyspark.sql.") or path.count(".") == 1


def inventory():
    packages, symbols, aliases, notes = {}, {}, {}, []
    newest, names = None, {}
    for package, root in (("pyspark", "pyspark"), ("delta-spark", "delta")):
        read = [(entry, facts(package, entry, [root], SKIPPED)) for entry in releases()[package]]
        linked, names = link(read, PySpark(), newest and Facts(newest), names)
        newest = read[-1][1]
        one, other, said = compare(linked)
        packages[package] = [{key: entry[key] for key in ("release", "version", "first")} for entry, _ in read]
        if package != "pyspark":
            one = {name: {"package": package, **entry} for name, entry in one.items()}
        symbols |= one
        aliases |= other
        notes += said
    return {"tool": "pyspark", "packages": packages, "symbols": symbols, "aliases": aliases}, notes
