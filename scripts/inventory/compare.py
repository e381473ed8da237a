"""Availability by comparing: the linked releases of one package, oldest first, become one entry a name."""

from link import parameter_name, split_parameter


def compare(releases):
    """[(label, symbols, aliases)] → (symbols, aliases, notes). Labels are the releases that were read, in their order."""
    labels = [label for label, _, _ in releases]
    symbols, aliases, notes = {}, {}, []
    for name in sorted({name for _, found, _ in releases for name in found}):
        seen = [(label, found[name]) for label, found, _ in releases if name in found]
        symbols[name] = _merge(seen, labels)
        later = [
            (label, found[name])
            for label, _, found in releases
            if name in found and labels.index(label) > labels.index(seen[-1][0])
        ]
        if later:
            symbols[name].pop("removed", None)
            symbols[name]["moved"] = _moved(later, labels)
        present = [labels.index(label) for label, found, other in releases if name in found or name in other]
        if present != list(range(present[0], present[-1] + 1)):
            notes.append(f"{name} comes and goes: {', '.join(label for label, _ in seen)}")
    for path in sorted({path for _, _, found in releases for path in found} - symbols.keys()):
        seen = [(label, found[path]) for label, _, found in releases if path in found]
        aliases[path] = _alias(seen, labels)
    return symbols, aliases, notes


def span(present, labels):
    """{introduced, removed}: introduced is left out where it was there in the oldest release read."""
    found = {}
    if present[0] != labels[0]:
        found["introduced"] = present[0]
    after = labels[labels.index(present[-1]) + 1 :]
    if after:
        found["removed"] = after[0]
    return found


def _merge(seen, labels):
    newest = seen[-1][1]
    entry = {key: value for key, value in newest.items() if value not in (None, [], {}) or key == "parameters"}
    entry.pop("deprecated", None)
    added = [found["added"] for _, found in seen if found.get("added")]
    if added:
        entry["added"] = added[-1]
    entry.update(span([label for label, _ in seen], labels))
    if newest.get("deprecated") is not None:
        entry["deprecated"] = _deprecated(seen)
    entry.pop("worn", None)
    changes = parameter_changes([(label, found.get("parameters")) for label, found in seen])
    for name, change in _worn(seen).items():
        changes.setdefault(name, {})["deprecated"] = change
    if changes:
        entry["changes"] = changes
    return entry


def _deprecated(seen):
    """`release`: the first one read that says so, of those up to the newest without a break."""
    since = None
    for label, found in reversed(seen):
        if found.get("deprecated") is None:
            break
        since = label
    said = {key: value for key, value in seen[-1][1]["deprecated"].items() if value}
    return {"release": since, **said}


def _worn(seen):
    """Parameters that are warned of: name → {release, use}, the first release read that warns."""
    found = {}
    for label, entry in seen:
        for name, use in (entry.get("worn") or {}).items():
            found.setdefault(name, {"release": label, **({"use": use} if use else {})})
    return dict(sorted(found.items()))


def _moved(later, labels):
    moved = {"release": later[0][0], "to": later[-1][1]["to"]}
    deprecated = [label for label, alias in later if alias.get("deprecated")]
    if deprecated:
        moved["deprecated"] = deprecated[0]
    after = labels[labels.index(later[-1][0]) + 1 :]
    if after:
        moved["removed"] = after[0]
    return moved


def _alias(seen, labels):
    found = {"to": seen[-1][1]["to"], **span([label for label, _ in seen], labels)}
    deprecated = [label for label, alias in seen if alias.get("deprecated")]
    if deprecated:
        found["deprecated"] = deprecated[0]
    return found


def parameter_changes(seen):
    """[(label, parameters)] → name → {introduced, removed, defaults}: only of those that changed."""
    seen = [(label, parameters) for label, parameters in seen if parameters is not None]
    tables = [(label, {parameter_name(text): text for text in parameters}) for label, parameters in seen]
    names = sorted({name for _, table in tables for name in table} - {"*", "/"})
    return {name: change for name in names if (change := _parameter_change(name, tables))}


def _parameter_change(name, tables):
    labels = [label for label, _ in tables]
    present = [label for label, table in tables if name in table]
    change = span(present, labels)
    defaults = []
    for label, table in tables:
        if name in table:
            default = split_parameter(table[name])[2]
            if not defaults or defaults[-1][1] != default:
                defaults.append([label, default])
    if len(defaults) > 1:
        change["defaults"] = defaults
    return change
