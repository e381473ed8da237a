"""What every engine's driver shares: reading a snippet file, running it, and reporting the outcome.

A driver is started as `python <driver>.py <files…>` inside the engine's own environment, with the working folder as
current directory. It writes one JSON object a line to the file named by ENGINES_REPORT; whatever the engine prints
goes to the driver's own output, which the caller keeps as a log.
"""

import json
import os
import re
import shutil
import sys
import time
import traceback
import warnings
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import yaml

COMMENT = {
    ".py": "#",
    ".yml": "#",
    ".yaml": "#",
    ".tf": "#",
    ".sh": "#",
    ".toml": "#",
    ".sql": "--",
    ".scala": "//",
}
DEPRECATIONS = (DeprecationWarning, PendingDeprecationWarning, FutureWarning)


class CheckFailed(Exception):
    """The snippet ran and its outcome is not what its check says."""


@dataclass
class Cell:
    kind: str
    """setup, snippet or check."""
    argument: str
    """What stands after the kind: the path of a supporting file, for setup cells of dbt."""
    line: int
    """1-based line of the cell's first line of text."""
    text: str


@dataclass
class Snippet:
    file: Path
    head: dict
    cells: list[Cell]
    source: str
    comment: str
    problems: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.head["prefix"]

    def cell(self, kind: str) -> str:
        return "".join(cell.text for cell in self.cells if cell.kind == kind)

    @property
    def code(self) -> str:
        return self.cell("snippet")

    def without_check(self) -> str:
        """The file with the check cell blanked, so that line numbers stay."""
        first = min((cell.line for cell in self.cells if cell.kind == "check"), default=None)
        lines = self.source.splitlines(keepends=True)
        return "".join(lines[: first - 1]) if first else self.source


def read_snippet(file: str | Path) -> Snippet:
    file = Path(file).resolve()
    source = file.read_text(encoding="utf-8")
    mark = COMMENT[file.suffix]
    lines = source.splitlines(keepends=True)
    fence = f"{mark} ---"
    if not lines or lines[0].rstrip() != fence:
        raise ValueError(f"{file}: the first line is not «{fence}»")
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == fence), None)
    if end is None:
        raise ValueError(f"{file}: the head matter has no closing «{fence}»")
    head = yaml.safe_load("".join(re.sub(rf"^{re.escape(mark)} ?", "", line) for line in lines[1:end]))

    cells: list[Cell] = []
    for number, line in enumerate(lines[end + 1 :], end + 2):
        found = re.match(rf"^{re.escape(mark)} %% (setup|snippet|check)(?: (\S.*?))?\s*$", line)
        if found:
            cells.append(Cell(found[1], found[2] or "", number + 1, ""))
        elif cells:
            cells[-1].text += line
        elif line.strip():
            raise ValueError(f"{file}:{number}: text between the head and the first cell")
    snippet = Snippet(file, head, cells, source, mark)
    snippet.problems = find_problems(snippet)
    return snippet


def find_problems(snippet: Snippet) -> list[str]:
    """What can be wrong with a file before it runs."""
    problems = []
    kinds = [cell.kind for cell in snippet.cells]
    if kinds.count("snippet") != 1:
        problems.append("a file has exactly one snippet cell")
    if not snippet.code.strip():
        problems.append("the snippet cell is empty")
    expected = f"{snippet.file.parent.name}-{snippet.file.stem}"
    if snippet.head.get("prefix") != expected:
        problems.append(f"the prefix is {snippet.head.get('prefix')!r}, by folder and file name it is {expected!r}")
    placeholders = [str(p) for p in snippet.head.get("placeholders", [])]
    for placeholder in placeholders:
        anywhere = snippet.code.count(placeholder)
        alone = len(re.findall(rf"(?<![\w-]){re.escape(placeholder)}(?![\w-])", snippet.code))
        if anywhere == 0:
            problems.append(f"the placeholder {placeholder!r} does not stand in the snippet")
        elif anywhere != alone:
            problems.append(f"the placeholder {placeholder!r} is also a part of a longer word")
    for one in placeholders:
        if any(one != other and one in other for other in placeholders):
            problems.append(f"the placeholder {one!r} is a part of another placeholder")
    return problems


def uncomment(text: str, mark: str) -> str:
    """A cell whose every line is a comment, without the comment marks; any other cell as it is."""
    lines = text.splitlines()
    if any(line.strip() and not line.startswith(mark) for line in lines):
        return text
    return "".join(re.sub(rf"^{re.escape(mark)} ?", "", line) + "\n" for line in lines)


class Watch:
    """Collects deprecations while a snippet runs: Python's warnings, and lines in what the engine logs."""

    def __init__(self, allowed: tuple[str, ...] = ()):
        self.allowed = [re.compile(pattern) for pattern in allowed]
        self.seen: list[str] = []

    def note(self, text: str) -> None:
        if not any(pattern.search(text) for pattern in self.allowed) and text not in self.seen:
            self.seen.append(text)

    def __enter__(self) -> "Watch":
        self.catcher = warnings.catch_warnings()
        self.catcher.__enter__()
        warnings.resetwarnings()
        warnings.simplefilter("always")
        warnings.showwarning = self.show
        sys.stderr.flush()
        self.log_start = log_size()
        return self

    def show(self, message, category, filename, lineno, file=None, line=None) -> None:
        if issubclass(category, DEPRECATIONS):
            self.note(f"{category.__name__}: {message} ({filename}:{lineno})")

    def __exit__(self, *error) -> None:
        self.catcher.__exit__(*error)
        sys.stdout.flush()
        sys.stderr.flush()
        for line in read_log(self.log_start):
            if re.search(r"\bdeprecat(ed|ion)", line, re.IGNORECASE) and not line.lstrip().startswith("at "):
                self.note(f"log: {line.strip()}")


def log_path() -> str | None:
    return os.environ.get("ENGINES_LOG")


def log_size() -> int:
    return os.path.getsize(log_path()) if log_path() else 0


def read_log(start: int) -> list[str]:
    if not log_path():
        return []
    with open(log_path(), encoding="utf-8", errors="replace") as log:
        log.seek(start)
        return log.readlines()


class Folder:
    """An empty folder as current directory, and the environment put back afterwards.

    It is the same folder each time: a JVM takes its current directory once, from the process that started it.
    """

    def __init__(self):
        self.path = Path(os.environ["ENGINES_WORK"], "here")

    def __enter__(self) -> Path:
        empty(self.path)
        self.before, self.environment, self.modules = os.getcwd(), dict(os.environ), list(sys.path)
        os.chdir(self.path)
        return self.path

    def __exit__(self, *error) -> None:
        os.chdir(self.before)
        os.environ.clear()
        os.environ.update(self.environment)
        sys.path[:] = self.modules


def empty(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for entry in folder.iterdir():
        shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()


def run_python(snippet: Snippet, given: dict, source: str | None = None) -> dict:
    """Executes the file as one program; `given` are names that stand there from the start, like `spark`."""
    code = compile(source or snippet.source, str(snippet.file), "exec", dont_inherit=True)
    names = {"__name__": "__main__", "__file__": str(snippet.file), **given}
    exec(code, names)
    return names


def report(**result) -> None:
    with open(os.environ["ENGINES_REPORT"], "a", encoding="utf-8") as out:
        out.write(json.dumps(result) + "\n")


def drive(
    files: list[str], run, versions: dict[str, str], how="executed", allowed: tuple[str, ...] = (), fork=False
) -> None:
    """Runs each file with `run(snippet)` and reports it. `run` may return how it was verified, further versions, and
    those of the checkers that stand in for the engine, which no snippet needs.

    With `fork`, each file runs in a copy of this process, so that one cannot disturb the next.
    """
    for file in files:
        if fork:
            sys.stdout.flush()
            sys.stderr.flush()
            child = os.fork()
            if child:
                os.waitpid(child, 0)
                continue
        started = time.monotonic()
        result = {"file": str(file), "ok": False}
        try:
            snippet = read_snippet(file)
            result["id"] = snippet.id
            if snippet.problems:
                raise CheckFailed("; ".join(snippet.problems))
            watch = Watch(allowed)
            with watch, Folder():
                answer = run(snippet) or {}
            result["how"] = answer.get("how", how)
            result["versions"] = needed({**versions, **answer.get("versions", {})}, snippet) | answer.get("checkers", {})
            if watch.seen:
                raise CheckFailed("deprecations:\n" + "\n".join(watch.seen))
            if snippet.head["verified"] != result["how"]:
                raise CheckFailed(f"the head says «verified: {snippet.head['verified']}», it was {result['how']}")
            result["ok"] = True
        except BaseException as error:  # noqa: BLE001 a failing snippet must not end the others
            if isinstance(error, KeyboardInterrupt):
                raise
            result["error"] = explain(error, file)
            traceback.print_exc()
        result["seconds"] = round(time.monotonic() - started, 2)
        report(**result)
        if fork:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)


def needed(versions: dict[str, str], snippet: Snippet) -> dict[str, str]:
    """The versions of what the snippet says it needs; an engine's Java goes without saying."""
    names = [re.split(r"[ \[]", need)[0].lower() for need in snippet.head["needs"]]
    found = {name: versions.get(name) or installed(name) for name in [*names, "java"]}
    return {name: version for name, version in found.items() if version}


def installed(distribution: str) -> str | None:
    try:
        return version_of(distribution)[distribution]
    except PackageNotFoundError:
        return None


def explain(error: BaseException, file: str) -> str:
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).stem.replace("_", "-") == Path(file).stem
    ]
    where = f" (line {frames[-1].lineno}: {frames[-1].line})" if frames else ""
    return f"{type(error).__name__}: {str(error)[:1500]}{where}"


def version_of(*distributions: str) -> dict[str, str]:
    return {name: version(name) for name in distributions}
