/** The values of one field that fit. */
export interface CronField {
  /** Written as `*`, or what means the same. */
  all: boolean;
  /** In ascending order; of an `all` field every value. */
  values: readonly number[];
  /** The whole field is one range, with a step of more than one or without. */
  span?: { from: number; to: number; step: number };
}

/** Days of the month that no number names. */
export type DateRule =
  /** `L`, or `L-3`: so many days before the last. */
  | { kind: 'last'; before: number }
  /** `15W`: the weekday nearest to a date, within its month. */
  | { kind: 'nearest'; date: number }
  /** `LW` */
  | { kind: 'lastWeekday' };

/** `5#2` and the like: the second Friday; without `nth` the last one of the month. */
export interface WeekdayRule {
  weekday: number;
  nth?: number;
}

/** A schedule, whatever dialect it was written in. Weekdays count from Sunday, 0; months from January, 1. */
export interface CronSchedule {
  seconds: CronField;
  minutes: CronField;
  hours: CronField;
  dates: CronField & { rules: readonly DateRule[] };
  months: CronField;
  weekdays: CronField & { rules: readonly WeekdayRule[] };
  years: CronField;
}

/** The days of a month, which is counted from 1. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether a schedule runs on a day. Where both date and weekday are restricted, either is enough. */
export function isDay({ dates, months, weekdays, years }: CronSchedule, year: number, month: number, day: number) {
  if (!months.values.includes(month) || !(years.all || years.values.includes(year))) return false;
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const last = daysIn(year, month);
  const isDate = dates.values.includes(day) || dates.rules.some((rule) => dateOf(rule, weekday, day, last));
  const isWeekday =
    weekdays.values.includes(weekday) ||
    weekdays.rules.some((rule) => {
      if (rule.weekday !== weekday) return false;
      return rule.nth === undefined ? day + 7 > last : Math.ceil(day / 7) === rule.nth;
    });
  return dates.all || weekdays.all ? isDate && isWeekday : isDate || isWeekday;
}

/** Whether a day is the one that a rule means. */
function dateOf(rule: DateRule, weekday: number, day: number, last: number): boolean {
  if (rule.kind === 'last') return day === last - rule.before;
  const date = rule.kind === 'nearest' ? rule.date : last;
  const there = (((weekday + date - day) % 7) + 7) % 7;
  // a Saturday moves to Friday, a Sunday to Monday; at the ends of a month the other way
  const saturday = date > 1 ? date - 1 : date + 2;
  const sunday = date < last ? date + 1 : date - 2;
  return day === (there === 6 ? saturday : there === 0 ? sunday : date);
}
