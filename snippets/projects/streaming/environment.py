"""Finds or makes the Python environment that a requirements file asks for. Needs nothing but Python itself."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)


def python_with(requirements: str, folder: str = ".venv") -> str:
    """A Python that has these packages: the one that is running or one named in PYTHONS, else the one in `folder`."""
    file = ROOT / requirements
    for python in [sys.executable, *filter(None, os.environ.get("PYTHONS", "").split(os.pathsep))]:
        if has(python, file):
            return python
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"This needs Python {'.'.join(map(str, OLDEST_PYTHON))} or later; this is {sys.version.split()[0]}.")
    python = ROOT / folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = ROOT / folder / "requirements.sha256"
    wanted = hashlib.sha256(file.read_bytes()).hexdigest()
    if not (stamp.exists() and stamp.read_text() == wanted):
        print(f"Installing the packages of {requirements} into {folder}: a few minutes, once.", flush=True)
        venv.create(ROOT / folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", file], check=True)
        stamp.write_text(wanted)
    return str(python)


def has(python: str, requirements: Path) -> bool:
    """Whether a Python has every pinned package of the file, in the version that is pinned."""
    pins = re.findall(r"^([\w.-]+)(?:\[.*?\])?==(\S+)", requirements.read_text(), re.MULTILINE)
    code = "import sys\nfrom importlib.metadata import version\nprint(*[version(name) for name in sys.argv[1:]])"
    command = [python, "-c", code, *[name for name, _ in pins]]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
    return said == [pinned for _, pinned in pins]


def need_java(oldest: int) -> None:
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=os.path.join(home, "bin")) if home else shutil.which("java")
    if java is None:
        sys.exit(f"Spark runs on Java: install Java {oldest} or later, or set JAVA_HOME to where it is.")
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    found = re.search(r'version "(\d+)', said)
    if found and int(found[1]) < oldest:
        sys.exit(f"Spark needs Java {oldest} or later; {java} is Java {found[1]}. Set JAVA_HOME to a newer one.")


def run(python: str, program: str, *arguments: str, **variables: str) -> None:
    """Runs a program of the environment in the project's folder; ends with its exit code when that is not 0."""
    folder = str(Path(python).parent)
    command = python if program == "python" else shutil.which(program, path=folder)
    path = os.pathsep.join([folder, os.environ.get("PATH", "")])
    done = subprocess.run([command, *arguments], cwd=ROOT, env={**os.environ, "PATH": path, **variables}, check=False)
    if done.returncode:
        sys.exit(done.returncode)
