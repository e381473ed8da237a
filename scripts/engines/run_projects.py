"""Generates each starter project with other names than its defaults, runs it as its README says, runs its tests and
checks what it made. `python3 run_projects.py [template…]`; a template is named by its id or by its folder.

It needs no environment of its own: each project runs in the environments of the engines it uses.
"""

import importlib
import json
import os
import shutil
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from project_common import CACHE, Failed, Project, generate, say

CHECKS = {
    "lakehouse": "project_lakehouse",
    "warehouse": "project_warehouse",
    "orchestrated": "project_orchestrated",
    "streaming": "project_streaming",
    "asset-centred": "project_assets",
}


def main(arguments: list[str]) -> int:
    wanted = [template_id(text) for text in arguments] or list(CHECKS)
    work = Path(os.environ.get("ENGINES_WORK", CACHE / "work/projects"))
    shutil.rmtree(work / "projects", ignore_errors=True)
    logs = CACHE / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    modules = {id: importlib.import_module(CHECKS[id]) for id in wanted}
    files = generate(work / "projects", {id: module.ANSWERS for id, module in modules.items()})
    failed = 0
    for id, module in modules.items():
        log = logs / f"project-{id}.log"
        log.write_text("")
        project = Project(id, work / "projects" / id, module.ANSWERS, files[id], log)
        failed += not check(project, module, next((text for text in arguments if template_id(text) == id), id))
    return 1 if failed else 0


def template_id(text: str) -> str:
    return Path(text).name


def check(project: Project, module, file: str) -> bool:
    started = time.monotonic()
    error = None
    try:
        module.check(project)
    except Failed as failure:
        error = str(failure)
    except Exception:  # a failing project must not end the others
        error = traceback.format_exc()
    seconds = round(time.monotonic() - started, 1)
    report(project, file, seconds, error)
    versions = ", ".join(f"{name} {version}" for name, version in project.versions.items())
    say(f"{'FAIL' if error else 'ok  '} project {project.template} {seconds} s ({error or versions})")
    for step, took in project.steps:
        say(f"       {took:6.1f} s  {step}")
    return error is None


def report(project: Project, file: str, seconds: float, error: str | None) -> None:
    """One line for scripts/test-engines.mjs, in the form that the snippets' drivers use."""
    if "ENGINES_REPORT" not in os.environ:
        return
    result = {"file": file, "id": f"project-{project.template}", "ok": error is None, "seconds": seconds}
    result |= {"error": error} if error else {"how": "executed", "versions": project.versions}
    with open(os.environ["ENGINES_REPORT"], "a", encoding="utf-8") as out:
        out.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
