import { strict as assert } from 'node:assert';
import { readCron, type CronDialect } from '../../src/service/cron/dialects';
import { nextRuns } from '../../src/service/cron/runs';
import { timesText, wordsOf } from '../../src/service/cron/words';
import { zoneOf, type Zone } from '../../src/service/cron/zone';

const zoneNamed = (name: string): Zone => zoneOf(name) ?? assert.fail(name);

/** Monday, 30 November 2026, 09:30 UTC. */
const now = Date.UTC(2026, 10, 30, 9, 30);

function explained(expression: string, dialect: CronDialect, zone = 'UTC', from = now): string | null {
  const read = readCron(expression, dialect);
  if (!read) return null;
  if ('error' in read) return `error: ${read.error}`;
  const known = zoneNamed(zone);
  const runs = nextRuns(read.schedule, dialect, known, from, 3).map((run) => known.wallAt(run));
  return [wordsOf(read.schedule), ...timesText(runs)].join(' | ');
}

type Case = [expression: string, expected: string | null];

// the times are those that croniter 7.0.0 gave
const croniter: readonly Case[] = [
  ['0 6 * * 1-5', 'At 06:00, Monday to Friday. | Tue 1 Dec 2026 06:00 | Wed 2 Dec 06:00 | Thu 3 Dec 06:00'],
  ['0 0 * * *', 'At 00:00 every day. | Tue 1 Dec 2026 00:00 | Wed 2 Dec 00:00 | Thu 3 Dec 00:00'],
  ['*/15 * * * *', 'Every 15 minutes. | Mon 30 Nov 2026 09:45 | 10:00 | 10:15'],
  ['0 * * * *', 'Every hour, on the hour. | Mon 30 Nov 2026 10:00 | 11:00 | 12:00'],
  ['30 */2 * * *', 'Every 2 hours, at minute 30. | Mon 30 Nov 2026 10:30 | 12:30 | 14:30'],
  ['*/45 * * * *', 'Every hour, at minute 0 and 45. | Mon 30 Nov 2026 09:45 | 10:00 | 10:45'],
  ['*/7 * * * *', 'Every hour, at minute 0, 7, 14 … 56. | Mon 30 Nov 2026 09:35 | 09:42 | 09:49'],
  ['0 9-17 * * mon-fri', 'Every hour from 09:00 to 17:00, Monday to Friday. | Mon 30 Nov 2026 10:00 | 11:00 | 12:00'],
  ['*/10 8-18 * * *', 'Every 10 minutes from 08:00 to 18:50. | Mon 30 Nov 2026 09:40 | 09:50 | 10:00'],
  [
    '0 0 1 */3 *',
    'At 00:00, on the 1st of January, April, July and October. | Fri 1 Jan 2027 00:00 | Thu 1 Apr 00:00 | Thu 1 Jul 00:00',
  ],
  // either rule is enough
  [
    '0 0 13 * 5',
    'At 00:00, on the 13th of the month, and also every Friday. | Fri 4 Dec 2026 00:00 | Fri 11 Dec 00:00 | Sun 13 Dec 00:00',
  ],
  // and a step restricts a day as a number does
  [
    '0 0 */10 * 5',
    'At 00:00, on the 1st, 11th, 21st and 31st of the month, and also every Friday. | Tue 1 Dec 2026 00:00 | Fri 4 Dec 00:00 | Fri 11 Dec 00:00',
  ],
  [
    '0 0 * * 5#3',
    'At 00:00, on the 3rd Friday of the month. | Fri 18 Dec 2026 00:00 | Fri 15 Jan 2027 00:00 | Fri 19 Feb 00:00',
  ],
  [
    '0 0 * * L5',
    'At 00:00, on the last Friday of the month. | Fri 25 Dec 2026 00:00 | Fri 29 Jan 2027 00:00 | Fri 26 Feb 00:00',
  ],
  [
    '0 0 L * *',
    'At 00:00, on the last day of the month. | Thu 31 Dec 2026 00:00 | Sun 31 Jan 2027 00:00 | Sun 28 Feb 00:00',
  ],
  ['0 0 * * 6-7', 'At 00:00, on Saturday and Sunday. | Sat 5 Dec 2026 00:00 | Sun 6 Dec 00:00 | Sat 12 Dec 00:00'],
  ['0 0 * * 7', 'At 00:00, on Sunday. | Sun 6 Dec 2026 00:00 | Sun 13 Dec 00:00 | Sun 20 Dec 00:00'],
  [
    '0 0 1 nov-jan *',
    'At 00:00, on the 1st of November to January. | Tue 1 Dec 2026 00:00 | Fri 1 Jan 2027 00:00 | Mon 1 Nov 00:00',
  ],
  // seconds come last
  ['0 12 * * * 30', 'At 12:00:30 every day. | Mon 30 Nov 2026 12:00:30 | Tue 1 Dec 12:00:30 | Wed 2 Dec 12:00:30'],
  [
    '0 0 29 2 *',
    'At 00:00, on the 29th of February. | Tue 29 Feb 2028 00:00 | Sun 29 Feb 2032 00:00 | Fri 29 Feb 2036 00:00',
  ],
  ['0 0 31 2 *', 'At 00:00, on the 31st of February.'],
  ['60 * * * *', 'error: 60 is no minute: they go from 0 to 59'],
  ['* 24 * * *', 'error: 24 is no hour: they go from 0 to 23'],
  ['* * 0 * *', 'error: 0 is no day of the month: they go from 1 to 31'],
  ['* * * 13 *', 'error: 13 is no month: they go from 1 to 12'],
  ['* * * * 8', 'error: 8 is no weekday: they go from 0 to 7'],
  ['*/0 * * * *', 'error: a step of 0 in the minutes'],
  ['0 0 * * 5#6', 'error: there is no weekday number 6 in a month'],
  // versions or readers disagree, or it is something else
  ['H * * * *', null],
  ['0 0 15W * *', null],
  ['5-5 * * * *', null],
  ['*,5 * * * *', null],
  ['59/15 * * * *', null],
  ['0 0 1 * 5#2', null],
  ['run the job every day', null],
  ['* * * *', null],
  ['', null],
];

// by Quartz's own CronExpression
const quartz: readonly Case[] = [
  ['0 0 6 * * ?', 'At 06:00 every day. | Tue 1 Dec 2026 06:00 | Wed 2 Dec 06:00 | Thu 3 Dec 06:00'],
  ['0 0/15 * * * ?', 'Every 15 minutes. | Mon 30 Nov 2026 09:45 | 10:00 | 10:15'],
  ['0 0 8 ? * MON-FRI', 'At 08:00, Monday to Friday. | Tue 1 Dec 2026 08:00 | Wed 2 Dec 08:00 | Thu 3 Dec 08:00'],
  ['0 0 8 ? * 1', 'At 08:00, on Sunday. | Sun 6 Dec 2026 08:00 | Sun 13 Dec 08:00 | Sun 20 Dec 08:00'],
  ['0 0 8 ? * L', 'At 08:00, on Saturday. | Sat 5 Dec 2026 08:00 | Sat 12 Dec 08:00 | Sat 19 Dec 08:00'],
  [
    '0 0 0 ? * 6L',
    'At 00:00, on the last Friday of the month. | Fri 25 Dec 2026 00:00 | Fri 29 Jan 2027 00:00 | Fri 26 Feb 00:00',
  ],
  [
    '0 0 12 LW * ?',
    'At 12:00, on the last weekday of the month. | Mon 30 Nov 2026 12:00 | Thu 31 Dec 12:00 | Fri 29 Jan 2027 12:00',
  ],
  [
    '0 0 12 1W * ?',
    'At 12:00, on the weekday nearest to the 1st of the month. | Tue 1 Dec 2026 12:00 | Fri 1 Jan 2027 12:00 | Mon 1 Feb 12:00',
  ],
  [
    '0 0 12 15W 8 ?',
    'At 12:00, on the weekday nearest to the 15th of August. | Mon 16 Aug 2027 12:00 | Tue 15 Aug 2028 12:00 | Wed 15 Aug 2029 12:00',
  ],
  ['0 0 0 1 1 ? 2027', 'At 00:00, on the 1st of January in 2027. | Fri 1 Jan 2027 00:00'],
  ['0/20 * * * * ?', 'Every 20 seconds. | Mon 30 Nov 2026 09:30:20 | 09:30:40 | 09:31:00'],
  ['0 0 6 * * *', 'error: one of day of the month and weekday must be `?`'],
  ['0 0 6 ? * ?', 'error: only one of day of the month and weekday can be `?`'],
  ['0 0 25 * * ?', 'error: 25 is no hour: they go from 0 to 23'],
  ['0 0 6 ? * 0', 'error: 0 is no weekday: they go from 1 to 7'],
  ['0 6 * * *', null],
];

describe('Cron', () => {
  for (const [expression, expected] of croniter) {
    it(`in Airflow: ${expression}`, () => {
      assert.equal(explained(expression, 'airflow'), expected);
    });
  }
  for (const [expression, expected] of quartz) {
    it(`in Databricks: ${expression}`, () => assert.equal(explained(expression, 'quartz'), expected));
  }

  // what Airflow's CronMixin of 3.3.2 gives with croniter 7.0.0 and pendulum 3
  const amsterdam = (expression: string, from: number) => explained(expression, 'airflow', 'Europe/Amsterdam', from);

  it('runs behind the hour that a clock set forward leaves out', () => {
    assert.equal(
      amsterdam('30 2 * * *', Date.UTC(2026, 2, 28, 12)),
      'At 02:30 every day. | Sun 29 Mar 2026 03:30 | Mon 30 Mar 02:30 | Tue 31 Mar 02:30',
    );
  });

  it('runs at the second of two equal hours, where the clock is set back', () => {
    const schedule = readCron('30 2 * * *', 'airflow');
    assert.ok(schedule && 'schedule' in schedule);
    const [first] = nextRuns(schedule.schedule, 'airflow', zoneNamed('Europe/Amsterdam'), Date.UTC(2026, 9, 24, 12), 1);
    assert.equal(new Date(first ?? 0).toISOString(), '2026-10-25T01:30:00.000Z');
  });

  it('runs in both of two equal hours, where it runs every hour', () => {
    assert.equal(
      amsterdam('30 * * * *', Date.UTC(2026, 9, 25, 0)),
      'Every hour, at minute 30. | Sun 25 Oct 2026 02:30 | 02:30 | 03:30',
    );
  });

  it('says nothing of runs in Databricks that a clock makes doubtful', () => {
    assert.equal(
      explained('0 30 2 * * ?', 'quartz', 'Europe/Amsterdam', Date.UTC(2026, 9, 23, 12)),
      'At 02:30 every day. | Sat 24 Oct 2026 02:30',
    );
  });

  it('knows half hours, and no zones that do not exist', () => {
    assert.equal(
      explained('0 6 * * *', 'airflow', 'Asia/Kolkata'),
      'At 06:00 every day. | Tue 1 Dec 2026 06:00 | Wed 2 Dec 06:00 | Thu 3 Dec 06:00',
    );
    assert.equal(new Date(zoneNamed('Asia/Kolkata').wallAt(now)).toISOString(), '2026-11-30T15:00:00.000Z');
    for (const name of ['Mars/Olympus', '', 'constructor', '${var.zone}']) assert.equal(zoneOf(name), null, name);
  });

  it('survives whatever stands in five to seven words', () => {
    const pieces = [
      '*',
      '?',
      '/',
      '-',
      ',',
      'L',
      '#',
      'W',
      '5',
      '99999999999',
      '0',
      'mon',
      '*/',
      '/3',
      '-1',
      '1-',
      '😀',
    ];
    let state = 7;
    const next = () => (state = (state * 48271) % 2147483647);
    const piece = () => pieces[next() % pieces.length] ?? '';
    for (let count = 0; count < 20_000; count++) {
      const fields = Array.from({ length: 5 + (next() % 3) }, () => piece() + (next() % 2 ? piece() : ''));
      for (const dialect of ['airflow', 'quartz'] as const) explained(fields.join(' '), dialect);
    }
  });
});
