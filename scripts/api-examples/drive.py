"""What every driver of examples shares: reading cases, running them one by one, and writing what each gave.

A driver is started as `python <driver>.py cases.json results.jsonl`.
A case: {"inventory", "section", "key", "language"?, "example": {"code", …}}.
A result: {"index", "versions", "result" | "how"} or {"index", "error"}; `how` is a word of `checks` in
`src/build/api/source.ts`.
"""

import json
import signal
import sys
import traceback
from pathlib import Path

SECONDS = 180  # training takes a while on a busy machine


class Failed(Exception):
    """What is wrong with an example, in words for its author."""


def drive(run, versions):
    """`run`: what a case gave, as {"result"} or {"how"}; whatever it raises is told to the example's author."""
    cases = json.loads(Path(sys.argv[1]).read_text())
    signal.signal(signal.SIGALRM, _stop)
    with open(sys.argv[2], "w") as out:
        for index, case in enumerate(cases):
            out.write(json.dumps({"index": index, **_answer(run, case, versions)}, ensure_ascii=False) + "\n")
            out.flush()
            if (index + 1) % 50 == 0:
                print(f"{index + 1} of {len(cases)}", flush=True)


def _answer(run, case, versions):
    signal.alarm(SECONDS)
    try:
        return {**run(case), "versions": versions}
    except Failed as error:
        return {"error": str(error)[:2000]}
    except Exception as error:
        return {"error": "".join(traceback.format_exception_only(error)).strip()[:600]}
    finally:
        signal.alarm(0)


def _stop(*_):
    raise TimeoutError(f"not done after {SECONDS} seconds")
