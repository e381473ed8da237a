# ---
# prefix: dagster-sensor
# title: Sensor for new files
# description: Starts a run for each file that arrived since the last look, and never two for the same one.
# needs: [dagster 1.13]
# placeholders: [incoming, load_file]
# verified: executed
# references:
#   - { name: "Dagster: sensors", url: "https://docs.dagster.io/guides/automate/sensors", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("incoming").mkdir()
Path("incoming/a.csv").write_text("1")
# %% snippet
from pathlib import Path

import dagster as dg


class FileConfig(dg.Config):
    path: str


@dg.op
def load(context: dg.OpExecutionContext, config: FileConfig) -> int:
    size = Path(config.path).stat().st_size
    context.log.info(f"{config.path} has {size} bytes")
    return size


@dg.job
def load_file():
    load()


@dg.sensor(job=load_file, minimum_interval_seconds=60, default_status=dg.DefaultSensorStatus.RUNNING)
def new_files(context: dg.SensorEvaluationContext) -> dg.SensorResult:
    since = float(context.cursor or 0)
    files = [(file.stat().st_mtime, file) for file in Path("incoming").glob("*.csv")]
    arrived = sorted((time, file) for time, file in files if time > since)
    return dg.SensorResult(
        run_requests=[
            # A key that was seen is not run again, even when the cursor is set back.
            dg.RunRequest(
                run_key=f"{file}:{time}",
                run_config=dg.RunConfig(ops={"load": FileConfig(path=str(file))}),
            )
            for time, file in arrived
        ],
        cursor=str(arrived[-1][0]) if arrived else context.cursor,
    )


defs = dg.Definitions(jobs=[load_file], sensors=[new_files])
# %% check
with dg.instance_for_test() as instance:
    first = new_files(dg.build_sensor_context(instance=instance))
    assert [request.run_config["ops"]["load"]["config"]["path"] for request in first.run_requests] == ["incoming/a.csv"]
    assert load_file.execute_in_process(run_config=first.run_requests[0].run_config).output_for_node("load") == 1
    second = new_files(dg.build_sensor_context(instance=instance, cursor=first.cursor))
    assert second.run_requests == []
