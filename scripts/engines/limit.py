"""A limit on the time one snippet may take, for engines whose clients can wait for ever."""

import signal
from collections.abc import Callable


def limited(run: Callable, seconds: int) -> Callable:
    def stop(*_):
        raise TimeoutError(f"not done after {seconds} seconds")

    def run_limited(snippet):
        before = signal.signal(signal.SIGALRM, stop)
        signal.alarm(seconds)
        try:
            return run(snippet)
        finally:
            signal.alarm(0)
            signal.signal(signal.SIGALRM, before)

    return run_limited
