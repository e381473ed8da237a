"""Terraform without its providers, which are not on a package index: files are parsed by a parser of its language, and
each block is held against the schema of the real provider.

The schema is read from the classes that were generated from it for the CDK for Terraform, at the last version that was
published. They are read as text: importing them would start Node. Every name must be known, every required argument
must stand there, and every reference must lead to something declared or to an attribute that the resource has.
"""

import ast
import functools
import os
import re
import sys
from importlib.metadata import metadata
from pathlib import Path

import hcl2
from harness import CheckFailed, Snippet, drive, version_of

PACKAGES = next(Path(os.environ["ENGINES_ENVIRONMENT"], "lib").glob("python3.*/site-packages"))
PREFIX = "cdktf-cdktf-provider-"
META = {"count", "for_each", "depends_on", "lifecycle", "provider", "provisioner", "connection", "dynamic"}
REFERENCE = re.compile(r"(?<![\w.\"-])(data\.)?([a-z]\w*)\.([\w-]+)(?:\[[^\]]*\])?(?:\.(\w+))?")
# What a block of the language itself may hold.
LANGUAGE = {
    "terraform": {"required_version", "required_providers", "backend", "cloud", "experiments", "provider_meta"},
    "variable": {"type", "default", "description", "sensitive", "nullable", "ephemeral", "validation"},
    "output": {"value", "description", "sensitive", "ephemeral", "depends_on", "precondition"},
    "import": {"to", "id", "provider", "for_each"},
    "moved": {"from", "to"},
    "removed": {"from", "lifecycle"},
    "check": {"data", "assert"},
}


def run(snippet: Snippet) -> dict:
    file = Path("main.tf")
    file.write_text("".join(cell.text for cell in snippet.cells if cell.kind != "check"))
    with open(file, encoding="utf-8") as text:
        root = hcl2.load(text)
    problems = Checker(root).problems()
    if problems:
        raise CheckFailed("\n".join(problems))
    return {"how": "parsed", "checkers": provider_versions(Checker(root).providers())}


class Checker:
    def __init__(self, root: dict):
        self.root = root
        self.resources = dict(self.named("resource"))
        self.data = dict(self.named("data"))

    def problems(self):
        found = []
        for kind, blocks in self.root.items():
            if kind in LANGUAGE:
                found += self.of_language(kind, blocks)
            elif kind not in ("resource", "data", "locals", "provider", "module", "__comments__"):
                found.append(f"Terraform has no block «{kind}»")
        for prefix, blocks in (("", self.resources), ("data_", self.data)):
            for (name, label), body in blocks.items():
                found += self.of_provider(prefix, name, label, body)
        return found + self.unpinned() + self.references()

    def named(self, kind: str):
        for block in self.root.get(kind, []):
            for name, labels in items(block):
                for label, body in items(labels):
                    yield (name, label), body

    def of_language(self, kind: str, blocks: list) -> list[str]:
        bodies = blocks if kind in ("terraform", "import", "moved", "removed") else [b for one in blocks for _, b in items(one)]
        return [f"{kind} has no «{key}»" for body in bodies for key, _ in items(body) if key not in LANGUAGE[kind]]

    def of_provider(self, prefix: str, name: str, label: str, body: dict) -> list[str]:
        classes = provider_module(prefix, name)
        if classes is None:
            return [f"no provider has {prefix}{name}"]
        return compare(body, classes, classes["Config"], f"{prefix}{name}.{label}")

    def providers(self) -> set[str]:
        return {name.split("_")[0] for name, _ in [*self.resources, *self.data]}

    def unpinned(self) -> list[str]:
        pinned = {
            name
            for block in self.root.get("terraform", [])
            for providers in block.get("required_providers", [])
            for name, value in items(providers)
            if {"source", "version"} <= set(value)
        }
        return [f"required_providers names no source and version of «{name}»" for name in sorted(self.providers() - pinned)]

    def references(self) -> list[str]:
        variables = {name for block in self.root.get("variable", []) for name, _ in items(block)}
        locals_ = {name for block in self.root.get("locals", []) for name, _ in items(block)}
        modules = {name for block in self.root.get("module", []) for name, _ in items(block)}
        found = []
        for expression in expressions(self.root):
            for data, first, second, attribute in REFERENCE.findall(expression):
                if first in ("var", "local", "module"):
                    if second not in {"var": variables, "local": locals_, "module": modules}[first]:
                        found.append(f"{first}.{second} is not declared")
                elif "_" in first and first.split("_")[0] in known_providers():
                    found += self.reference(bool(data), first, second, attribute)
        return found

    def reference(self, is_data: bool, name: str, label: str, attribute: str) -> list[str]:
        if (name, label) not in (self.data if is_data else self.resources):
            return [f"{name}.{label} is not declared"]
        classes = provider_module("data_" if is_data else "", name)
        if attribute and classes and attribute not in classes["attributes"]:
            return [f"{name} has no attribute «{attribute}»"]
        return []


def compare(body: dict, classes: dict, struct: dict, where: str) -> list[str]:
    found = []
    given = dict(items(body))
    for block in given.pop("dynamic", []):
        for name, parts in items(block):
            given[name] = parts["content"]
    for key, value in given.items():
        if key in META and key not in struct:
            continue
        if key not in struct:
            found.append(f"{where} has no «{key}»")
            continue
        nested = next((classes["structs"][name] for name in struct[key]["types"] if name in classes["structs"]), None)
        for one in value if isinstance(value, list) else [value]:
            if nested and isinstance(one, dict):
                found += compare(one, classes, nested, f"{where}.{key}")
            elif isinstance(one, dict) and "__is_block__" in one:
                found.append(f"{where}.{key} is an argument, not a block: write «{key} = …»")
    missing = {key for key, argument in struct.items() if argument["required"]} - set(given)
    return found + [f"{where} needs «{key}»" for key in sorted(missing)]


def items(body: dict):
    """Names without the quotes in which the parser leaves them, and without its own marks."""
    for key, value in body.items():
        if not key.startswith("__"):
            yield key.strip('"'), value


def expressions(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("__comments__", "required_providers", "import", "moved", "removed"):
                yield from expressions(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from expressions(inner)
    elif isinstance(value, str):
        # What stands in quotes is text, except for what is interpolated in it.
        if value.startswith('"'):
            yield from re.findall(r"\$\{([^}]*)\}", value)
        else:
            yield re.sub(r'"(?:[^"\\$]|\\.)*"', '""', value)


# The schema


def known_providers() -> set[str]:
    return {folder.name.removeprefix("cdktf_cdktf_provider_") for folder in PACKAGES.glob("cdktf_cdktf_provider_*[!o]") if folder.is_dir()}


@functools.cache
def provider_module(prefix: str, name: str) -> dict | None:
    provider, _, resource = name.partition("_")
    folder = PACKAGES / f"cdktf_cdktf_provider_{provider}"
    # A resource that has the provider's own name, or a keyword's, has a suffix.
    files = [folder / f"{prefix}{text}" / "__init__.py" for text in (f"{provider}_{resource}", resource, f"{resource}_resource")]
    file = next((one for one in files if one.is_file()), None)
    return read_module(file) if file else None


def read_module(file: Path) -> dict:
    structs, attributes, config = {}, set(), {}
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.ClassDef):
            continue
        bases = ast.unparse(ast.Tuple(node.bases))
        if "TerraformResource" in bases or "TerraformDataSource" in bases:
            attributes = properties(node)
        elif "TerraformMetaArguments" in bases:
            config = arguments(node)
        else:
            structs[node.name] = arguments(node)
    return {"Config": config, "structs": structs, "attributes": attributes}


def properties(node: ast.ClassDef) -> set[str]:
    named = {one.name for one in node.body if isinstance(one, ast.FunctionDef) and one.decorator_list}
    return {name.removesuffix("_input") for name in named} | {"id"}


def arguments(node: ast.ClassDef) -> dict:
    """The arguments by the name that they have in Terraform, which the documentation of the class gives."""
    made = next((one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == "__init__"), None)
    if made is None:
        return {}
    links = dict(re.findall(r":param (\w+):.*?#(\w+)\}", ast.get_docstring(made) or ""))
    found = {}
    for argument, default in zip(made.args.kwonlyargs, made.args.kw_defaults, strict=True):
        if argument.arg in links:
            found[links[argument.arg]] = {"required": default is None, "types": type_names(argument.annotation)}
    return found


def type_names(annotation: ast.expr) -> set[str]:
    """A class that stands further down in its file is named in quotes."""
    nodes = list(ast.walk(annotation))
    return {one.id for one in nodes if isinstance(one, ast.Name)} | {one.value for one in nodes if isinstance(one, ast.Constant)}


def provider_versions(providers: set[str]) -> dict[str, str]:
    """The versions of the providers whose schema was asked; a file without resources has none of them."""
    found = {}
    for provider in sorted(providers):
        about = metadata(PREFIX + provider)
        text = about.get_payload() or about["Description"]
        found[f"terraform-provider-{provider}"] = re.search(r"provider version ([\d.]+)", text)[1]
    return found or version_of("python-hcl2")


if __name__ == "__main__":
    drive(sys.argv[1:], run, {})
