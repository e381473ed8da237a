"""Brings jars that PySpark does not carry onto this machine: fetched by Ivy, which it does carry, held against their hashes."""

import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from pins import releases, version_key
from sources import CACHE, spark_jars

HERE = Path(__file__).parent


def pinned():
    """Package → {beside: the package whose versions it shares, artifacts, releases: [{release, version, artifact, sha256}]}."""
    return json.loads((HERE / "jars.json").read_text())


def jar(entry):
    """The jar of a pinned release, in the cache."""
    kept = CACHE / "jars" / f"{entry['artifact'].replace(':', '.')}-{entry['version']}-{entry['sha256'][:8]}.jar"
    if not kept.exists():
        data = _fetch(entry["artifact"], entry["version"])
        if data is None or hashlib.sha256(data).hexdigest() != entry["sha256"]:
            raise SystemExit(f"{entry['artifact']} {entry['version']}: not there, or not the jar that is pinned")
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(data)
    return kept


def update():
    """Pins, for every release of the package beside, the newest patch that is out. Answers the text of `jars.json`."""
    packages = pinned()
    for package in packages.values():
        entries = [_newest(entry, package) for entry in releases()[package["beside"]]]
        package["releases"] = [entry for entry in entries if entry]
    return json.dumps(packages, indent=2) + "\n"


def _newest(beside, package):
    if "until" in package and version_key(beside["release"]) > version_key(package["until"]):
        return None
    first, _, patch = beside["version"].rpartition(".")
    for version in [f"{first}.{number}" for number in range(int(patch), -1, -1)]:
        for artifact in package["artifacts"]:
            data = _fetch(artifact, version)
            if data is not None:
                digest = hashlib.sha256(data).hexdigest()
                return {"release": beside["release"], "version": version, "artifact": artifact, "sha256": digest}
    return None


def _fetch(artifact, version):
    """The bytes of a jar; None where there is none of that version."""
    ivy = next(spark_jars(releases()["pyspark"][-1]).glob("ivy-*.jar"))
    organisation, module = artifact.split(":")
    folder = Path(tempfile.mkdtemp(dir=CACHE))
    try:
        command = ["java", "-jar", ivy, "-cache", folder / "cache", "-m2compatible", "-types", "jar", "-confs", "master"]
        wanted = ["-dependency", organisation, module, version, "-retrieve", f"{folder}/found.[ext]"]
        subprocess.run([*command, *wanted], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        found = folder / "found.jar"
        return found.read_bytes() if found.exists() else None
    finally:
        shutil.rmtree(folder)
