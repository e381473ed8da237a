import { CronDoubt, CronError, readField, readValue, type FieldKind } from './fields';
import type { CronField, CronSchedule, DateRule, WeekdayRule } from './schedule';

/**
 * `airflow`: five fields, seconds in a sixth and years in a seventh behind them, as croniter 7.0.0 reads them, which
 * Airflow uses. `quartz`: seconds first, Sunday is 1, as Quartz's own CronExpression reads them, which Databricks uses.
 */
export type CronDialect = 'airflow' | 'quartz';

/** A schedule; what is surely wrong with it; or null where it cannot be read without doubt. */
export type ReadCron = { schedule: CronSchedule } | { error: string } | null;

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays = 'sun mon tue wed thu fri sat'.split(' ');

const kinds = {
  second: { unit: 'second', min: 0, max: 59 },
  minute: { unit: 'minute', min: 0, max: 59 },
  hour: { unit: 'hour', min: 0, max: 23 },
  date: { unit: 'day of the month', min: 1, max: 31 },
  month: { unit: 'month', min: 1, max: 12, names: months },
  year: { unit: 'year', min: 1970, max: 2099 },
} satisfies Record<string, FieldKind>;

const steps = { second: 59, minute: 59, hour: 23, date: 31, month: 12, weekday: 7, year: 200 };

/** Airflow's names for schedules, and croniter's two more. */
const presets: ReadonlyMap<string, string> = new Map([
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@weekly', '0 0 * * 0'],
  ['@monthly', '0 0 1 * *'],
  ['@quarterly', '0 0 1 */3 *'],
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
]);

/** What a preset of Airflow stands for. */
export function presetOf(text: string): string | undefined {
  return presets.get(text);
}

export function readCron(text: string, dialect: CronDialect): ReadCron {
  const fields = text.trim().split(/\s+/);
  try {
    return { schedule: dialect === 'airflow' ? readCroniter(fields) : readQuartz(fields) };
  } catch (error) {
    if (error instanceof CronError) return { error: error.message };
    if (error instanceof CronDoubt) return null;
    throw error;
  }
}

const none = { rules: [] };

function readCroniter([minute = '', hour = '', date = '', month = '', weekday = '', ...more]: string[]): CronSchedule {
  if (weekday === '' || more.length > 2) throw new CronDoubt();
  const [second = '0', year = '*'] = more;
  const dates = croniterDates(date);
  const days = croniterWeekdays(weekday);
  // both rules at once have been read differently from version to version
  if (days.rules.length > 0 && !dates.all) throw new CronDoubt();
  return {
    seconds: readField(second, kinds.second),
    minutes: readField(minute, kinds.minute),
    hours: readField(hour, kinds.hour),
    dates: { ...dates, all: dates.all && (isOpen(date) || /[*?]/.test(weekday)) },
    months: readField(month, kinds.month),
    weekdays: { ...days, all: days.all && (isOpen(weekday) || /[*?]/.test(date)) },
    years: readField(year, kinds.year),
  };
}

/** All values in so many words restrict a day all the same, beside a restricted other field. */
function isOpen(text: string): boolean {
  return text === '*' || text === '?';
}

function croniterDates(text: string): CronSchedule['dates'] {
  if (text === '?') return { ...readField('*', kinds.date), ...none };
  const items = text.split(',');
  const numbers = items.filter((item) => item.toLowerCase() !== 'l');
  const field = numbers.length > 0 ? readField(numbers.join(','), kinds.date) : nothing;
  return { ...field, rules: numbers.length < items.length ? [{ kind: 'last', before: 0 }] : [] };
}

const nothing: CronField = { all: false, values: [] };

function croniterWeekdays(text: string): CronSchedule['weekdays'] {
  if (text === '?') return { ...readField('*', croniterWeekday), ...none };
  const items = text.split(',');
  const rules = items.flatMap((item): WeekdayRule[] => {
    const [, last, day = '', nth = ''] = /^(?:l(\d)|(\w+)#(\d))$/i.exec(item) ?? [];
    if (last !== undefined) return [{ weekday: readValue(last, croniterWeekday) % 7 }];
    if (day === '') return [];
    if (!/[1-5]/.test(nth)) throw new CronError(`there is no weekday number ${nth} in a month`);
    return [{ weekday: readValue(day, croniterWeekday) % 7, nth: Number(nth) }];
  });
  if (rules.length > 0 && rules.length < items.length) throw new CronDoubt();
  return rules.length > 0 ? { ...nothing, rules } : { ...fromSunday(text), ...none };
}

const croniterWeekday: FieldKind = { unit: 'weekday', min: 0, max: 7, names: weekdays };

/** Sunday is 0 and also 7: at the end of a range the day after Saturday. */
function fromSunday(text: string): CronField {
  const items = text.split(',').map((item) => {
    if (/^7-|^7\/|^0-7|^sun-7/i.test(item)) throw new CronDoubt();
    return item.replace(/^7$/, '0').replace(/-7(?=$|\/)/, '-0');
  });
  return readField(items.join(','), { ...croniterWeekday, max: 6, upTo: 7 });
}

function readQuartz([second = '', minute = '', hour = '', date = '', month = '', weekday = '', ...more]: string[]) {
  if (weekday === '' || more.length > 1) throw new CronDoubt();
  if ((date === '?') === (weekday === '?')) {
    throw new CronError(
      date === '?'
        ? 'only one of day of the month and weekday can be `?`'
        : 'one of day of the month and weekday must be `?`',
    );
  }
  const field = (text: string, name: keyof typeof kinds) =>
    readField(text, { ...kinds[name], largestStep: steps[name] });
  return {
    seconds: field(second, 'second'),
    minutes: field(minute, 'minute'),
    hours: field(hour, 'hour'),
    dates: quartzDates(date === '?' ? '*' : date),
    months: field(month, 'month'),
    weekdays: quartzWeekdays(weekday === '?' ? '*' : weekday),
    years: field(more[0] ?? '*', 'year'),
  };
}

function quartzDates(text: string): CronSchedule['dates'] {
  const rule = quartzDateRule(text.toUpperCase());
  if (rule) return { ...nothing, rules: [rule] };
  return { ...readField(text, { ...kinds.date, largestStep: steps.date }), ...none };
}

function quartzDateRule(text: string): DateRule | undefined {
  const [, last, before = '0', nearest] = /^(?:(L)(?:-(\d{1,2}))?|(\d|1\d|2[0-8])W)$/.exec(text) ?? [];
  if (text === 'LW') return { kind: 'lastWeekday' };
  if (last !== undefined && Number(before) < 28) return { kind: 'last', before: Number(before) };
  return nearest === undefined ? undefined : { kind: 'nearest', date: readValue(nearest, kinds.date) };
}

function quartzWeekdays(text: string): CronSchedule['weekdays'] {
  const kind: FieldKind = { unit: 'weekday', min: 1, max: 7, names: weekdays, largestStep: steps.weekday };
  const [, day = '', last, nth] = /^(\w+?)(?:(L)|#(\d))$/i.exec(text) ?? [];
  if (last !== undefined) return { ...nothing, rules: [{ weekday: readValue(day, kind) - 1 }] };
  if (nth !== undefined) {
    if (!/[1-5]/.test(nth)) throw new CronError(`there is no weekday number ${nth} in a month`);
    return { ...nothing, rules: [{ weekday: readValue(day, kind) - 1, nth: Number(nth) }] };
  }
  const { all, values, span } = readField(text.toUpperCase() === 'L' ? '7' : text, kind);
  return {
    all,
    values: values.map((value) => value - 1),
    ...(span && { span: { ...span, from: span.from - 1, to: span.to - 1 } }),
    ...none,
  };
}
