import type { CronField, CronSchedule, DateRule, WeekdayRule } from './schedule';

const monthNames = 'January February March April May June July August September October November December'.split(' ');
const weekdayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Times of a day that are written out one by one. */
const mostTimes = 6;

/** A schedule in one English sentence: `At 06:00, Monday to Friday.` */
export function wordsOf(schedule: CronSchedule): string {
  const { text, isOften } = timeWords(schedule);
  const days = dayWords(schedule, isOften);
  return `${text}${days === '' ? '' : `${days.startsWith('every') ? ' ' : ', '}${days}`}.`;
}

/** `isOften`: several times a day, so that "every day" says nothing. */
function timeWords({ seconds, minutes, hours }: CronSchedule): { text: string; isOften: boolean } {
  const onMinute = seconds.values.length === 1 && seconds.values[0] === 0;
  const times = hours.values.length * minutes.values.length * seconds.values.length;
  if (times <= mostTimes && !hours.all) return { text: `At ${list(timesOf(hours, minutes, seconds))}`, isOften: false };
  const tail = onMinute ? '' : seconds.values.length === 1 ? `, at second ${seconds.values[0]}` : '';
  if (!onMinute && tail === '') return { text: manySeconds(seconds, minutes, hours), isOften: true };
  return { text: `${minuteWords(minutes, hours)}${tail}`, isOften: true };
}

function timesOf(hours: CronField, minutes: CronField, seconds: CronField): string[] {
  const withSeconds = seconds.values.some((second) => second !== 0);
  return hours.values.flatMap((hour) =>
    minutes.values.flatMap((minute) =>
      seconds.values.map((second) => clock(hour, minute) + (withSeconds ? `:${two(second)}` : '')),
    ),
  );
}

function minuteWords(minutes: CronField, hours: CronField): string {
  const step = stepOf(minutes, 60);
  if (step !== undefined) return `${step === 1 ? 'Every minute' : `Every ${step} minutes`}${within(hours, minutes)}`;
  const [minute = 0] = minutes.values;
  const isOne = minutes.values.length === 1;
  const at = isOne && minute === 0 ? 'on the hour' : `at minute ${pieces(minutes, String)}`;
  const every = stepOf(hours, 24);
  if (every !== undefined) return `Every ${every === 1 ? 'hour' : `${every} hours`}, ${at}`;
  if (isOne && hours.span?.step === 1) {
    return `Every hour from ${clock(hours.span.from, minute)} to ${clock(hours.span.to, minute)}`;
  }
  return `At minute ${pieces(minutes, String)} of the hours ${pieces(hours, String)}`;
}

/** The hours in which something happens more than once. */
function within(hours: CronField, minutes: CronField): string {
  if (hours.all) return '';
  const step = stepOf(hours, 24);
  if (step !== undefined) return ` of every ${ordinal(step)} hour`;
  const last = minutes.values.at(-1) ?? 0;
  if (hours.span?.step === 1) return ` from ${clock(hours.span.from, 0)} to ${clock(hours.span.to, last)}`;
  return ` of the hours ${pieces(hours, String)}`;
}

function manySeconds(seconds: CronField, minutes: CronField, hours: CronField): string {
  const step = stepOf(seconds, 60);
  const first = step === undefined ? `At second ${pieces(seconds, String)}` : `Every ${step === 1 ? '' : `${step} `}`;
  const start = step === undefined ? first : `${first}second${step === 1 ? '' : 's'}`;
  if (minutes.all && hours.all) return start;
  const rest = minuteWords(minutes, hours);
  return `${start}, ${rest.charAt(0).toLowerCase()}${rest.slice(1)}`;
}

/** The even step of a field that goes on over its end; 1 of all. */
function stepOf({ all, values, span }: CronField, size: number): number | undefined {
  if (all) return 1;
  const isEven = span && span.step > 1 && size % span.step === 0 && values.length === size / span.step;
  return isEven && values[0] === 0 ? span.step : undefined;
}

function dayWords({ dates, weekdays, months, years }: CronSchedule, isOften: boolean): string {
  const inMonths = months.all ? '' : pieces(months, (month) => monthNames[month - 1] ?? '');
  const date = dates.all ? '' : `on ${dateWords(dates)} of ${inMonths === '' ? 'the month' : inMonths}`;
  const weekday = weekdays.all ? '' : weekdayWords(weekdays);
  const on = weekday !== '' && !/^(?:on|\w+ to )/.test(weekday) ? `on ${weekday}` : weekday;
  const days = date !== '' && on !== '' ? `${date}, and also ${on.replace(/^on /, 'every ')}` : date || on;
  const rest = date !== '' || inMonths === '' ? '' : ` ${inMonths.includes(' to ') ? 'from' : 'in'} ${inMonths}`;
  const inYears = years.all
    ? ''
    : ` ${years.values.length > mostTimes ? 'in some years' : `in ${list(years.values.map(String))}`}`;
  if (days === '' && rest === '' && inYears === '') return isOften ? '' : 'every day';
  return `${days === '' ? (isOften ? '' : 'every day') : days}${rest}${inYears}`.trim();
}

function dateWords(dates: CronSchedule['dates']): string {
  const named = dates.values.length === 0 ? [] : [`the ${pieces(dates, ordinal)}`];
  return list([...named, ...dates.rules.map(ruleWords)]);
}

function ruleWords(rule: DateRule): string {
  if (rule.kind === 'nearest') return `the weekday nearest to the ${ordinal(rule.date)}`;
  if (rule.kind === 'lastWeekday') return 'the last weekday';
  if (rule.before === 0) return 'the last day';
  return rule.before === 1 ? 'the last day but one' : `the day ${rule.before} days before the last`;
}

function weekdayWords(weekdays: CronSchedule['weekdays']): string {
  const name = (day: number) => weekdayNames[day] ?? '';
  // a week is read from Monday on
  const values = [...weekdays.values].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  if (weekdays.rules.length === 0) return pieces({ ...weekdays, values }, name);
  const which = ({ nth }: WeekdayRule) => (nth === undefined ? 'last' : ordinal(nth));
  return `on ${list(weekdays.rules.map((rule) => `the ${which(rule)} ${name(rule.weekday)}`))} of the month`;
}

/** Values one by one; where the whole field is a range, from where to where; the middle of a long one is left out. */
function pieces({ values, span }: CronField, write: (value: number) => string): string {
  if (span?.step === 1 && values.length > 2) return `${write(span.from)} to ${write(span.to)}`;
  if (!span || values.length <= mostTimes) return list(values.map(write));
  return `${values.slice(0, 3).map(write).join(', ')} … ${write(values.at(-1) ?? 0)}`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function ordinal(value: number): string {
  const isTeen = value % 100 > 10 && value % 100 < 14;
  return `${value}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

function clock(hour: number, minute: number): string {
  return `${two(hour)}:${two(minute)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const shortMonths = monthNames.map((name) => name.slice(0, 3));
const shortWeekdays = weekdayNames.map((name) => name.slice(0, 3));

/** Times of the wall, each with what the one before it does not say already: `Tue 1 Dec 2026 06:00`, `Wed 2 Dec 06:00`. */
export function timesText(walls: readonly number[]): string[] {
  const withSeconds = walls.some((wall) => wall % 60_000 !== 0);
  return walls.map((wall, index) => {
    const [date, before] = [new Date(wall), new Date(walls[index - 1] ?? NaN)];
    const seconds = withSeconds ? `:${two(date.getUTCSeconds())}` : '';
    const time = `${clock(date.getUTCHours(), date.getUTCMinutes())}${seconds}`;
    if (Math.floor(wall / 86_400_000) === Math.floor((walls[index - 1] ?? NaN) / 86_400_000)) return time;
    const year = date.getUTCFullYear() === before.getUTCFullYear() ? '' : ` ${date.getUTCFullYear()}`;
    const day = `${shortWeekdays[date.getUTCDay()]} ${date.getUTCDate()} ${shortMonths[date.getUTCMonth()]}`;
    return `${day}${year} ${time}`;
  });
}
