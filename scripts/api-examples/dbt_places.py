"""Where in a dbt project an example of YAML stands, by the name of the key that it explains."""

import json
import re
from pathlib import Path
from textwrap import indent

CONTENT = Path(__file__).parents[2] / "src/content/api"
SAMPLE = "select * from {{ source('shop', 'raw_orders') }}\n"
FROM_ORDERS = "select id from {{ ref('orders') }}"

_FILES = {
    "none": {},
    "model": {"models/ex.sql": SAMPLE},
    "number": {"models/ex.sql": "select 1 as id\n"},
    "versions": {"models/ex_v1.sql": SAMPLE, "models/ex_v2.sql": SAMPLE},
    "seed": {"seeds/ex.csv": "id;day;zip\n1;2024-01-01;10115\n"},
    "analysis": {"analyses/ex.sql": SAMPLE},
    "tested": {"models/ex.sql": FROM_ORDERS.replace("orders", "stg_orders") + "\n"},
    "incremental": {
        "models/ex.sql": "{{ config(materialized='incremental') }}\n"
        + FROM_ORDERS
        + "{% if is_incremental() %} where id > 0{% endif %}\n"
    },
}
_MODEL = "models:\n  - name: ex\n    "
_SOURCE = "sources:\n  - name: ex\n    schema: raw\n    "
_TABLE = _SOURCE + "tables:\n      - name: raw_orders\n        @"
_SNAPSHOT = "snapshots:\n  - name: ex\n    relation: ref('orders')\n    @"
_VERSION = _MODEL + "versions:\n      - v: 1\n        @\n      - v: 2"
_TEST = "columns:\n      - name: id\n        data_tests:\n          - not_null:\n              @"
_UNIT_TEST = "unit_tests:\n  - name: ex_1\n    model: ex\n    expect: {rows: [{id: 1}]}\n    "
_GIVEN = "given:\n      - {input: ref('orders'), rows: [{id: 1}]}\n      - {input: this, rows: [{id: 0}]}\n    @"
_EXPOSURE = "exposures:\n  - name: ex\n    type: dashboard\n    owner: {name: Ada}\n    @"
# The beginning of the key, the YAML with the example at `@`, and the files that it speaks of.
_PLACES = [
    ("config.model.contract", _MODEL + "columns: [{name: id, data_type: integer}]\n    @", "number"),
    ("config.seed", "seeds:\n  - name: ex\n    @", "seed"),
    ("config.snapshot", _SNAPSHOT, "none"),
    ("config.analysis", "analyses:\n  - name: ex\n    @", "analysis"),
    ("config.data_test", _MODEL + _TEST, "model"),
    ("config.source", _SOURCE + "tables: [{name: raw_orders}]\n    @", "none"),
    ("test.", _MODEL + "columns:\n      - name: status\n        data_tests:\n          @", "model"),
    ("properties.seeds.", "seeds:\n  - name: ex\n    @", "seed"),
    ("properties.snapshots.", _SNAPSHOT, "none"),
    ("properties.sources.tables.", _TABLE, "none"),
    ("properties.sources.", _SOURCE + "@", "none"),
    ("properties.models.versions.", _VERSION, "versions"),
    ("properties.models.versions", _MODEL + "@", "versions"),
    ("properties.columns.", _MODEL + "columns:\n      - name: status\n        @", "model"),
    ("properties.exposures.", _EXPOSURE, "none"),
    ("type.UnparsedColumn.", _MODEL + "columns:\n      - name: status\n        @", "model"),
    ("type.UnparsedVersion.", _VERSION, "versions"),
    ("type.UnparsedSourceTableDefinition.", _TABLE, "none"),
    ("type.UnitTestInputFixture.", _UNIT_TEST + "@", "tested"),
    ("type.UnitTestOverrides.", _UNIT_TEST + _GIVEN, "incremental"),
]
# The column that a test of columns is put on, where it is not order_id, or where the macro does not name its column.
_COLUMNS = {
    "test_accepted_values": "status",
    "test_relationships": "customer_id",
    "test_expect_column_values_to_be_in_set": "status",
    "test_expect_column_values_to_be_between": "amount",
    "test_expect_column_values_to_match_regex": "sku",
    "test_expect_row_values_to_have_recent_data": "loaded_at",
    "test_sequential_values": "day",
    "test_not_null_proportion": "amount",
}
# What dbt reads here and cannot carry out: DuckDB has no grants, and an analysis or an exposure is not built.
PARSED = re.compile(r"\.grants$|^trino\.|\.analysis\.|\.exposures\.")


def files_for(inventory, key, code):
    """The files of the project that hold the example: path and text."""
    around, files = _place(inventory, key, code)
    before, _, after = around.partition("@")
    gap = " " * (len(before) - before.rindex("\n") - 1)
    text = before + indent(code, gap).removeprefix(gap) + after + "\n"
    if "delimiter" not in code:
        files = {path: given.replace(";", ",") for path, given in files.items()}
    return {"models/ex.yml": text, **files}


def _place(inventory, key, code):
    for prefix, around, files in _PLACES:
        if key.startswith(prefix):
            return around, _FILES[files]
    test = key.rpartition(".")[2]
    if test.startswith("test_") and not code.startswith("columns:") and _takes_column(inventory, key, test):
        column = _COLUMNS.get(test, "order_id")
        return f"{_MODEL}columns:\n      - name: {column}\n        @", _FILES["model"]
    return _MODEL + "@", _FILES["model"]


def _takes_column(inventory, key, test):
    if test in _COLUMNS:
        return True
    macros = json.loads((CONTENT / inventory / "inventory.json").read_text())["macros"]
    return "column_name" in macros[key]["parameters"]
