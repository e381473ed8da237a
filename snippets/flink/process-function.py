# ---
# prefix: flink-process-function
# title: PyFlink stream with state and timers
# description: Remembers each order until it is paid and reports it when that does not happen in time, by event time.
# needs: [apache-flink 2.3]
# placeholders: [UnpaidOrders]
# verified: executed
# references:
#   - { name: "PyFlink examples: event time timer", url: "https://github.com/apache/flink/blob/master/flink-python/pyflink/examples/datastream/event_time_timer.py", checked: 2026-11-22 }
# ---
# %% setup
MINUTE = 60_000
rows = [("o1", "placed", 0), ("o2", "placed", MINUTE), ("o1", "paid", 10 * MINUTE), ("o3", "placed", 12 * MINUTE), ("o3", "paid", 13 * MINUTE)]
# %% snippet
from pyflink.common import Duration, Types, WatermarkStrategy
from pyflink.common.watermark_strategy import TimestampAssigner
from pyflink.datastream import KeyedProcessFunction, RuntimeContext, StreamExecutionEnvironment
from pyflink.datastream.state import ValueStateDescriptor

TIME_TO_PAY = 30 * 60_000  # milliseconds


class EventTime(TimestampAssigner):
    def extract_timestamp(self, value, record_timestamp):
        return value[2]


class UnpaidOrders(KeyedProcessFunction):
    def open(self, runtime_context: RuntimeContext):
        self.deadline = runtime_context.get_state(ValueStateDescriptor("deadline", Types.LONG()))

    def process_element(self, value, ctx):
        if value[1] == "placed":
            self.deadline.update(ctx.timestamp() + TIME_TO_PAY)
            ctx.timer_service().register_event_time_timer(self.deadline.value())
        elif value[1] == "paid" and self.deadline.value() is not None:
            ctx.timer_service().delete_event_time_timer(self.deadline.value())
            self.deadline.clear()  # state that is not cleared stays for ever

    def on_timer(self, timestamp, ctx):
        yield ctx.get_current_key()
        self.deadline.clear()


def unpaid(events):
    watermarks = WatermarkStrategy.for_bounded_out_of_orderness(Duration.of_minutes(1))
    return (
        events.assign_timestamps_and_watermarks(watermarks.with_timestamp_assigner(EventTime()))
        .key_by(lambda value: value[0], key_type=Types.STRING())
        .process(UnpaidOrders(), output_type=Types.STRING())
    )


if __name__ == "__main__":
    environment = StreamExecutionEnvironment.get_execution_environment()
    # With more tasks a list is dealt out to them before key_by, and the order of a key's rows is lost.
    environment.set_parallelism(1)
    row = Types.TUPLE([Types.STRING(), Types.STRING(), Types.LONG()])
    with unpaid(environment.from_collection(rows, type_info=row)).execute_and_collect("unpaid") as results:
        found = list(results)
# %% check
assert found == ["o2"], found
