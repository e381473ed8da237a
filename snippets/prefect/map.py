# ---
# prefix: prefect-map
# title: One task for each item, side by side
# description: Maps a task over a list with a limit on workers, and goes on with what succeeded.
# needs: [prefect 3.8]
# placeholders: [load_all, load_file, files]
# verified: executed
# references:
#   - { name: "Prefect: running work concurrently", url: "https://docs.prefect.io/v3/how-to-guides/workflows/run-work-concurrently", checked: 2026-11-22 }
# ---
# %% snippet
from prefect import flow, task, unmapped
from prefect.futures import wait
from prefect.task_runners import ThreadPoolTaskRunner


@task
def load_file(file: str, target: str) -> str:
    if file.endswith(".tmp"):
        raise ValueError(f"{file} is not complete")
    return f"{target}/{file}"


@flow(task_runner=ThreadPoolTaskRunner(max_workers=4))
def load_all(files: list[str]) -> list[str]:
    futures = load_file.map(files, target=unmapped("lake"))
    wait(futures)
    failed = [future for future in futures if future.state.is_failed()]
    if len(failed) == len(files):
        raise RuntimeError("no file could be loaded")
    return [future.result() for future in futures if future not in failed]


if __name__ == "__main__":
    loaded = load_all(["a.csv", "b.tmp", "c.csv"])
# %% check
assert loaded == ["lake/a.csv", "lake/c.csv"]
