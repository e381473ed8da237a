import type { CronDialect } from './dialects';
import { isDay, type CronSchedule } from './schedule';
import type { Zone } from './zone';

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

/** Days that are looked at for a run: from one 29 February to the next but one, over the turn of a century. */
const mostDays = 366 * 16;

/**
 * The next runs after an instant, in milliseconds of UTC; fewer than asked for where there are no more, or where a clock
 * that is set forward or back leaves a doubt.
 */
export function nextRuns(
  schedule: CronSchedule,
  dialect: CronDialect,
  zone: Zone,
  now: number,
  count: number,
): number[] {
  const runs: number[] = [];
  let at = Math.floor(now / second) * second;
  while (runs.length < count) {
    const next = dialect === 'airflow' ? nextInAirflow(schedule, zone, at) : nextInQuartz(schedule, zone, at);
    if (next === undefined || next <= at) break;
    runs.push(next);
    at = next;
  }
  return runs;
}

/**
 * As Airflow's CronMixin does it: schedules of every hour count elapsed time, from the run before, which is not known
 * here where the clock changes before the next one; others fall on the second of two equal times of the wall, and
 * behind a gap.
 */
function nextInAirflow(schedule: CronSchedule, zone: Zone, at: number): number | undefined {
  const wall = zone.wallAt(at);
  const next = nextOnWall(schedule, wall);
  if (next === undefined) return undefined;
  if (schedule.hours.all)
    return next - wall > hour && zone.wallAt(at + (next - wall)) !== next ? undefined : at + (next - wall);
  return zone.instantsOf(next).at(-1) ?? zone.past(next);
}

/** Nothing is said about times that the clock shows twice or never. */
function nextInQuartz(schedule: CronSchedule, zone: Zone, at: number): number | undefined {
  const next = nextOnWall(schedule, zone.wallAt(at));
  const instants = next === undefined ? [] : zone.instantsOf(next);
  return instants.length === 1 ? instants[0] : undefined;
}

/** The next time of the wall after another that fits. */
function nextOnWall(schedule: CronSchedule, wall: number): number | undefined {
  const first = Math.floor(wall / day);
  for (let index = first; index < first + mostDays; index++) {
    const date = new Date(index * day);
    if (!isDay(schedule, date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())) continue;
    const time = timeAfter(schedule, index === first ? (wall - index * day) / second : -1);
    if (time !== undefined) return index * day + time * second;
  }
  return undefined;
}

/** The first time of a day that fits, in seconds, after another. */
function timeAfter({ hours, minutes, seconds }: CronSchedule, after: number): number | undefined {
  for (const hour of hours.values) {
    if ((hour + 1) * 3600 <= after) continue;
    for (const minute of minutes.values) {
      if (hour * 3600 + (minute + 1) * 60 <= after) continue;
      const found = seconds.values.find((one) => hour * 3600 + minute * 60 + one > after);
      if (found !== undefined) return hour * 3600 + minute * 60 + found;
    }
  }
  return undefined;
}
