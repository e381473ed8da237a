"""A value as a hover shows it: a scalar, a small table, or the value's own words."""

import datetime
import math
from decimal import Decimal

from drive import Failed

ROWS = 4
WIDTH = 88
LINES = 10


class NotShown(Failed):
    """The result cannot stand in a hover; says what to change."""


def show(value, df, spark, count=1):
    """`count`: the rows of df."""
    from pyspark.sql import Column
    from pyspark.sql import DataFrame

    if isinstance(value, DataFrame):
        text = _table(value)
    elif isinstance(value, Column):
        text = _column(value, df, spark, count)
    else:
        text = _own_words(value)
    lines = text.split("\n")
    if len(lines) > LINES or any(len(line) > WIDTH for line in lines):
        raise NotShown(f"the result is too large for a hover ({WIDTH} columns, {LINES} lines):\n{text[:600]}")
    return text


def _column(column, df, spark, count):
    """Beside the columns it was computed from, row by row; alone where there is one row, or another number of them."""
    if df is not None and count > 1:
        try:
            head, rows = _shown(df.select("*", column.alias("result")))
            if len(rows) == count:
                return _aligned(head, rows)
        except Exception:  # an aggregate, or a generator of several columns
            pass
    return _alone(*_shown((spark.range(1) if df is None else df).select(column)))


def _table(df):
    if df.isStreaming:
        return "a streaming DataFrame: " + df.schema.simpleString()
    if not df.columns:
        return f"{df.count()} rows without columns"
    return _alone(*_shown(df))


def _alone(head, rows):
    return rows[0][0] if len(rows) == 1 and len(head) == 1 else _aligned(head, rows)


def _shown(df):
    """Column names and rows of texts."""
    from pyspark.sql import functions as F

    kinds = [field.dataType for field in df.schema.fields]
    head = df.columns
    if not all(map(_collectable, kinds)):
        names = [f"c{index}" for index in range(len(kinds))]
        numbered = df.toDF(*names)
        df = numbered.select(
            [F.col(name) if _collectable(kind) else F.col(name).cast("string") for name, kind in zip(names, kinds)]
        )
    return head, [[text(value) for value in row] for row in df.collect()]


def _collectable(kind):
    """Types whose values Python has; intervals of months and calendar intervals are shown in Spark's words."""
    from pyspark.sql import types as T

    if isinstance(kind, T.ArrayType):
        return _collectable(kind.elementType)
    if isinstance(kind, T.MapType):
        return _collectable(kind.keyType) and _collectable(kind.valueType)
    if isinstance(kind, T.StructType):
        return all(_collectable(field.dataType) for field in kind.fields)
    return "interval" not in kind.simpleString()


def _aligned(head, rows):
    if not rows:
        return "no rows, columns " + ", ".join(head)
    shown = rows[:ROWS]
    widths = [max(len(row[index]) for row in [head, *shown]) for index in range(len(head))]
    numeric = [all(_is_number(row[index]) for row in shown) for index in range(len(head))]

    def line(row):
        cells = [cell.rjust(width) if right else cell.ljust(width) for cell, width, right in zip(row, widths, numeric)]
        return " | ".join(cells).rstrip()

    more = [f"({len(rows)} rows)"] if len(rows) > ROWS else []
    return "\n".join([line(head), *map(line, shown), *more])


def _is_number(cell):
    return cell == "NULL" or cell.replace("-", "", 1).replace(".", "", 1).isdigit()


def text(value, inside=False):
    """A value of a row. Texts are quoted inside others, and where their ends could not be seen."""
    from pyspark.sql import Row

    match value:
        case None:
            return "NULL"
        case bool():
            return "true" if value else "false"
        case float() if math.isnan(value):
            return "NaN"
        case int() | float() | Decimal():
            return str(value)
        case str():
            plain = value == value.strip() and value != "" and "\n" not in value and not inside
            return value if plain else '"' + value.replace("\n", "\\n") + '"'
        case bytes() | bytearray():
            return f"X'{bytes(value).hex().upper()}'"
        case Row():
            named = hasattr(value, "__fields__")
            parts = [
                f"{name}: {text(part, True)}" if named else text(part, True)
                for name, part in zip(value.__fields__ if named else value, value)
            ]
            return "{" + ", ".join(parts) + "}"
        case list() | tuple():
            return "[" + ", ".join(text(part, True) for part in value) + "]"
        case dict():
            return "{" + ", ".join(f"{text(key, True)}: {text(part, True)}" for key, part in value.items()) + "}"
        case datetime.datetime() | datetime.date() | datetime.time() | datetime.timedelta():
            return str(value)
    return str(value)


def _own_words(value):
    shown = repr(value)
    if " at 0x" in shown or "JavaObject" in shown:
        raise NotShown(f"{shown[:200]} says nothing in a hover: end the example in something that can be read")
    return shown
