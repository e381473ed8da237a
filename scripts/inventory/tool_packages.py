"""dbt packages, which are published as git tags: their macros, by release. A clone is kept in the cache folder."""

import json
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

import dbt_files
from pins import minor, version_key
from sources import CACHE
from tool_dbt import over

HERE = Path(__file__).parent


def inventory():
    packages = json.loads((HERE / "packages.json").read_text())
    found = {"tool": "dbt-packages", "packages": {}, "macros": {}}
    for name, package in packages.items():
        releases = package["releases"]
        tables = {entry["release"]: _macros(name, package, entry) for entry in releases}
        found["packages"][name] = [{key: entry[key] for key in ("release", "version")} for entry in releases]
        found["macros"] |= {f"{name}.{macro}": entry for macro, entry in over(list(tables), tables).items()}
    return found, []


def update():
    """Pins the newest tag of every minor release. Answers the text of `packages.json`."""
    packages = json.loads((HERE / "packages.json").read_text())
    for name, package in packages.items():
        newest = {}
        listed = _git(name, package, "for-each-ref", "--format=%(refname:short) %(objectname) %(*objectname)", "refs/tags")
        for tag, *commits in map(str.split, listed.decode().splitlines()):
            version = tag.removeprefix("v")
            if all(part.isdigit() for part in version.split(".")) and version_key(minor(version)) >= version_key(package["from"]):
                known = newest.get(minor(version))
                if known is None or version_key(known["version"]) < version_key(version):
                    newest[minor(version)] = {"release": minor(version), "version": version, "commit": commits[-1]}
        package["releases"] = [newest[release] for release in sorted(newest, key=version_key)]
    return json.dumps(packages, indent=2) + "\n"


def _macros(name, package, entry):
    folder = CACHE / "sources" / f"{name}-{entry['version']}-{entry['commit'][:8]}"
    if not folder.exists():
        archive = _git(name, package, "archive", entry["commit"], "macros")
        with tarfile.open(fileobj=BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
    return dbt_files.macros(folder, "macros")


def _git(name, package, *command):
    clone = CACHE / "git" / name
    if not clone.exists():
        subprocess.run(["git", "clone", "--quiet", "--bare", package["repository"], clone], check=True)
    return subprocess.run(["git", "--git-dir", clone, *command], check=True, capture_output=True).stdout
