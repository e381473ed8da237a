"""Brings the text of a release onto this machine: downloaded by pip, held against its hash, unpacked, never executed."""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

CACHE = Path(os.environ["INVENTORY_CACHE"])

# what a reader may ask for; everything else of a release stays behind
_KEPT = (".py", ".pyi", ".yml", ".yaml", ".json", ".sql", ".md", "METADATA", "entry_points.txt")


def source(package, entry):
    """The folder that holds the release's packages, in the cache."""
    folder = CACHE / "sources" / f"{package}-{entry['version']}-{entry['sha256'][:8]}"
    if not folder.exists():
        with downloaded(package, entry) as archive:
            _unpack(archive, folder, lambda name: name.endswith(_KEPT))
    return folder


class downloaded:
    """The release's archive, for as long as it is needed: PySpark's weigh 400 MB."""

    def __init__(self, package, entry):
        self.package, self.entry = package, entry

    def __enter__(self):
        print(f"downloading {self.package} {self.entry['version']} …", file=sys.stderr)
        CACHE.mkdir(parents=True, exist_ok=True)
        self.folder = Path(tempfile.mkdtemp(dir=CACHE))
        return _download(self.package, self.entry, self.folder)

    def __exit__(self, *_):
        shutil.rmtree(self.folder)


def _download(package, entry, folder):
    requirement = folder / "requirement.txt"
    requirement.write_text(f"{package}=={entry['version']} --hash=sha256:{entry['sha256']}\n")
    kind = "--no-binary" if entry["file"].endswith(".tar.gz") else "--only-binary"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-build-isolation", "--no-cache-dir"]
    options = ["--ignore-requires-python", "--require-hashes", kind, ":all:", "--dest", folder, "-r", requirement]
    # pip asks a source archive's setup.py for its metadata: it must find setuptools, and nothing of this project
    subprocess.run([*command, *options], check=True, cwd=folder)
    return next(path for path in folder.iterdir() if path.suffix in (".whl", ".gz"))


def _unpack(archive, folder, wanted):
    """Writes the wanted files; a source archive's own top folder is left out. Complete, or not there."""
    making = folder.with_name(folder.name + ".making")
    shutil.rmtree(making, ignore_errors=True)
    for name, read in _members(archive):
        target = making / name
        if not wanted(name) or not target.resolve().is_relative_to(making.resolve()):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, "wb") as file:
            shutil.copyfileobj(read(), file)
    _complete(making)
    making.rename(folder)


def _complete(folder):
    """Folders of modules without an `__init__.py` can be imported too: one is put there, so that a reader sees them."""
    for inner in [path for path in folder.rglob("*") if path.is_dir() and "." not in path.name]:
        if not (inner / "__init__.py").exists() and next(inner.rglob("*.py"), None):
            (inner / "__init__.py").touch()


def _members(archive):
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            for member in wheel.infolist():
                if not member.is_dir():
                    yield member.filename, lambda member=member: wheel.open(member)
        return
    with tarfile.open(archive) as sdist:
        for member in sdist:
            if member.isfile():
                yield member.name.split("/", 1)[1], lambda member=member: sdist.extractfile(member)


def spark_jars(entry):
    """The folder with the jars of a PySpark release, which are a whole Spark; in the cache."""
    folder = CACHE / "jars" / f"spark-{entry['version']}-{entry['sha256'][:8]}"
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with downloaded("pyspark", entry) as archive:
            _unpack(archive, folder, lambda name: name.startswith("deps/jars/") and name.endswith(".jar"))
    return folder / "deps/jars"
