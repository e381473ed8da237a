# ---
# prefix: prefect-on-failure
# title: Tell someone when a flow fails
# description: A hook that runs after the last retry, with the run's name, its address and the reason.
# needs: [prefect 3.8]
# placeholders: [nightly]
# verified: executed
# references:
#   - { name: "Prefect: state change hooks", url: "https://docs.prefect.io/v3/how-to-guides/workflows/state-change-hooks", checked: 2026-11-22 }
# ---
# %% setup
told = []
# %% snippet
from prefect import flow
from prefect.logging.loggers import flow_run_logger


def tell(flow, flow_run, state) -> None:
    # Runs in the flow's process: a killed process tells nothing, an automation on the server does.
    text = f"{flow.name}/{flow_run.name} is {state.name}: {state.message}"
    flow_run_logger(flow_run, flow).warning(text)
    told.append(text)  # or post it to a chat


@flow(retries=1, retry_delay_seconds=1, on_failure=[tell], on_crashed=[tell])
def nightly(rows: int) -> int:
    if rows == 0:
        raise ValueError("nothing arrived")
    return rows


if __name__ == "__main__":
    nightly(5)
# %% check
assert told == []
try:
    nightly(0)
except ValueError:
    pass
assert len(told) == 1 and "nothing arrived" in told[0] and told[0].startswith("nightly/"), told
