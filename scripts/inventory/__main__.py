"""Reads the pinned releases and writes the inventories. `npm run inventory -- --help` says how."""

import argparse
import os
import sys
import time
from collections import Counter
from pathlib import Path

import maven
import pins
import tool_airflow
import tool_dbt
import tool_packages
import tool_pyspark
import tool_spark
import tool_spark_options
import tool_spark_scala
from write import text_of

ROOT = Path(os.environ["INVENTORY_ROOT"])
HERE = Path(__file__).parent
TOOLS = {
    "pyspark": tool_pyspark.inventory,
    "spark-sql": tool_spark.functions,
    "spark-conf": tool_spark.configuration,
    "spark-options": tool_spark_options.inventory,
    "spark-scala": tool_spark_scala.inventory,
    "airflow": tool_airflow.inventory,
    "dbt": tool_dbt.inventory,
    "dbt-packages": tool_packages.inventory,
}


def main():
    parser = argparse.ArgumentParser(prog="npm run inventory --", description=__doc__)
    parser.add_argument("tools", nargs="*", metavar="tool", help=f"which to read: {', '.join(TOOLS)} (default: all)")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where an inventory would change")
    parser.add_argument("--out", type=Path, default=ROOT / "src/content/api", help="where <tool>/inventory.json goes")
    parser.add_argument("--update", action="store_true", help="first pin the newest releases that are out")
    parser.add_argument("--notes", action="store_true", help="print what the comparison found odd")
    options = parser.parse_args()
    unknown = set(options.tools) - TOOLS.keys()
    if unknown:
        parser.error(f"no tool {', '.join(sorted(unknown))}; there are {', '.join(TOOLS)}")
    if options.update:
        (HERE / "releases.json").write_text(pins.update())
        (HERE / "packages.json").write_text(tool_packages.update())
        (HERE / "jars.json").write_text(maven.update())
    results = [_write(tool, options) for tool in options.tools or TOOLS]
    return 0 if all(results) else 1


def _write(tool, options):
    started = time.time()
    inventory, notes = TOOLS[tool]()
    text = text_of(inventory)
    file = options.out / tool / "inventory.json"
    same = file.exists() and file.read_text() == text
    if not options.check:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    state = "as before" if same else "differs" if options.check else "written"
    print(f"{tool}: {_counts(inventory)}; {len(text) / 1e6:.2f} MB, {time.time() - started:.0f} s, {state}")
    if options.notes:
        print("\n".join(f"  {note}" for note in notes))
    return same or not options.check


def _counts(inventory):
    if "symbols" in inventory:
        kinds = Counter(entry["kind"] for entry in inventory["symbols"].values())
        symbols = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
        return f"{len(inventory['symbols'])} symbols ({symbols}), {len(inventory['aliases'])} other paths"
    return ", ".join(f"{len(value)} {name}" for name, value in inventory.items() if name not in ("tool", "packages"))


if __name__ == "__main__":
    sys.exit(main())
