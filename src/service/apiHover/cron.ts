import { presetOf, readCron, type CronDialect } from '../cron/dialects';
import { nextRuns } from '../cron/runs';
import { timesText, wordsOf } from '../cron/words';
import { zoneOf } from '../cron/zone';
import { code } from '../markdown';
import { reaches, type ApiPin } from './availability';

/** A cron expression, and what stands beside it. */
export interface CronMention {
  text: string;
  dialect: CronDialect;
  /** The zone's name; nothing where nobody gives one, null where it cannot be told. */
  zone: { name: string } | undefined | null;
  /** Whether a run is for the time since the one before; missing where the version decides. */
  covers?: 'before' | 'none';
  paused?: boolean;
}

const runsShown = 3;

/** What a schedule means, and when it next runs. Null where it cannot be read without doubt. `now` in milliseconds. */
export function cronLines(mention: CronMention, now: number | undefined, pin: ApiPin | undefined): string[] | null {
  const { text, dialect } = mention;
  const special = dialect === 'airflow' ? specials.get(text) : undefined;
  if (special !== undefined) return [`${code(text)}: ${special}`];
  const preset = dialect === 'airflow' ? presetOf(text) : undefined;
  if (text.startsWith('@') && preset === undefined) return null;
  const read = readCron(preset ?? text, dialect);
  if (!read) return null;
  if ('error' in read) return [`**No schedule:** ${read.error}.`];
  const words = wordsOf(read.schedule);
  const named = preset === undefined ? words : `${code(text)} is ${code(preset)}: ${lowerFirst(words)}`;
  const times = timesLine(mention, now, (zone, from) => nextRuns(read.schedule, dialect, zone, from, runsShown));
  const interval = dialect === 'airflow' ? intervalLine(mention, pin) : undefined;
  return [named, times, interval].filter((line) => line !== undefined);
}

/** Schedules of Airflow's that are no times. */
const specials: ReadonlyMap<string, string> = new Map([
  ['@once', 'one run, and no more.'],
  ['@continuous', 'the next run starts when the last has ended. The Dag needs `max_active_runs=1`.'],
]);

function timesLine(
  { zone, dialect, paused }: CronMention,
  now: number | undefined,
  runs: (zone: NonNullable<ReturnType<typeof zoneOf>>, from: number) => number[],
): string | undefined {
  if (zone === null) return 'Times are those of a zone that does not stand here.';
  const known = zoneOf(zone?.name ?? 'UTC');
  if (!known || now === undefined) return undefined;
  const found = timesText(runs(known, now).map((run) => known.wallAt(run)));
  const where = zone ? known.name : dialect === 'airflow' ? "UTC, Airflow's default: no time zone is given" : 'UTC';
  if (found.length === 0) return undefined;
  return `${paused ? 'Paused; otherwise next' : 'Next'}: ${found.join(', ')} · ${where}`;
}

function intervalLine({ covers }: CronMention, pin: ApiPin | undefined): string | undefined {
  if (covers === 'before') return sinceLast;
  if (covers === 'none') return 'A run has the time at which it starts as its logical date.';
  if (!pin) return undefined;
  return reaches(pin.version, '3.0')
    ? `Airflow ${pin.version}: a run has the time at which it starts as its logical date, unless ${option} is on.`
    : `Airflow ${pin.version}, by default: ${lowerFirst(sinceLast)}`;
}

const option = '`scheduler.create_cron_data_intervals`';
const sinceLast = 'A run is for the time since the run before it, whose start is its logical date.';

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
