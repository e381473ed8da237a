"""Writes an inventory: the same facts give the same bytes. One entry a line, so that a difference can be read."""

import json


def text_of(inventory):
    sections = [f"{json.dumps(key)}: {_section(value)}" for key, value in inventory.items()]
    return "{\n" + ",\n".join(sections) + "\n}\n"


def _section(value):
    if isinstance(value, dict) and any(isinstance(inner, (dict, list)) for inner in value.values()):
        lines = [f"  {json.dumps(name, ensure_ascii=False)}: {_line(value[name])}" for name in sorted(value)]
        return "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(f"  {_line(item)}" for item in value) + "\n]"
    return _line(value)


def _line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
