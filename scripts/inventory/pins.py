"""Which releases are read. `lines.json` is written by hand, `releases.json` by `npm run inventory -- --update`."""

import json
import subprocess
import sys
import urllib.request
from pathlib import Path

from packaging.version import InvalidVersion, Version

HERE = Path(__file__).parent


def lines():
    """Package → {tool, `from` (oldest minor release), `beside` (read what was newest when that package was released)}."""
    return json.loads((HERE / "lines.json").read_text())


def releases():
    """Package → [{release, version, date, file, sha256}], oldest first."""
    return json.loads((HERE / "releases.json").read_text())


def minor(version):
    return ".".join(version.split(".")[:2])


def version_key(text):
    return tuple(int(part) for part in text.split("."))


def update():
    """Pins the newest patch of every minor release, and what stood beside it. Answers the text of `releases.json`."""
    pinned = {}
    wanted = lines()
    for package, line in sorted(wanted.items(), key=lambda item: "beside" in item[1]):
        files = _files(package, line.get("archive", "wheel"))
        if "beside" in line:
            found = _beside(files, pinned[line["beside"]], line.get("from"))
        else:
            found = _newest_patches(files, line["from"])
        if not found:
            raise SystemExit(f"{package}: no release found")
        pinned[package] = found
        print(package, *(entry["version"] for entry in found), file=sys.stderr)
    rows = [
        f'  {json.dumps(package)}: [\n' + ",\n".join(f"    {json.dumps(entry)}" for entry in pinned[package]) + "\n  ]"
        for package in wanted
    ]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _newest_patches(files, oldest):
    newest = {}
    for entry in files:
        release = minor(entry["version"])
        if version_key(release) < version_key(oldest):
            continue
        first = newest.get(release, {}).get("first", entry["date"])
        newest[release] = {"release": release, "first": first, **entry}
    return [newest[release] for release in sorted(newest, key=version_key)]


def _beside(files, main, oldest):
    """The newest version on the day of each first patch of the main package's releases, and the newest of all."""
    dates = [entry["first"] for entry in main if not oldest or version_key(entry["release"]) >= version_key(oldest)]
    found = {}
    for date in [*dates, files[-1]["date"]]:
        out = [file for file in files if file["date"] <= date]
        if out:
            found[out[-1]["version"]] = {"release": out[-1]["version"], "first": out[-1]["date"], **out[-1]}
    return [found[version] for version in sorted(found, key=version_key)]


def _files(package, archive):
    """Final, unyanked releases by version: those of which the index has the archive asked for."""
    request = urllib.request.Request(
        f"{_index()}/{package}/", headers={"Accept": "application/vnd.pypi.simple.v1+json"}
    )
    with urllib.request.urlopen(request) as answer:
        files = json.load(answer)["files"]
    found = {}
    for file in files:
        name = file["filename"]
        if file.get("yanked") or not name.endswith(".tar.gz" if archive == "sdist" else "-none-any.whl"):
            continue
        text = name.removesuffix(".tar.gz").rpartition("-")[2] if archive == "sdist" else name.split("-")[1]
        try:
            version = Version(text)
        except InvalidVersion:
            continue
        if version.is_prerelease or version.is_postrelease:
            continue
        found[version] = {
            "version": text,
            "date": file["upload-time"][:10],
            "file": name,
            "sha256": file["hashes"]["sha256"],
        }
    return [found[version] for version in sorted(found)]


def _index():
    """The package index that pip is set up to use."""
    configured = subprocess.run(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"], capture_output=True, text=True
    )
    from pip._internal.models.index import PyPI

    return (configured.stdout.strip() or PyPI.simple_url).rstrip("/")
