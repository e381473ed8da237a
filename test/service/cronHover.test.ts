import { itHovers, type HoverFile } from './hovers';

const dags: HoverFile = { path: 'dags/a.py', languageId: 'python' };
const head =
  'import pendulum\nfrom datetime import datetime, timezone\nfrom zoneinfo import ZoneInfo\nfrom airflow.sdk import DAG, dag, CronTriggerTimetable, CronDataIntervalTimetable, MultipleCronTriggerTimetable\n';
const words = 'At 06:00 every day.';
const link = (name: string) =>
  `[Documentation ↗](https://airflow.apache.org/docs/task-sdk/stable/api.html#airflow.sdk.${name})`;
const next = (zone: string) => `Next: Tue 1 Dec 2026 06:00, Wed 2 Dec 06:00, Thu 3 Dec 06:00 · ${zone}`;
const utc = next("UTC, Airflow's default: no time zone is given");

describe('The hover of a schedule', () => {
  it('says it in words, with the next runs and the zone', () =>
    itHovers(dags, `${head}DAG("x", schedule="⟦0 6 ‸* * *⟧")`, [words, utc, link('DAG')]));

  it('says what a preset stands for', () =>
    itHovers(dags, `${head}DAG("x", schedule="⟦@we‸ekly⟧")`, [
      '`@weekly` is `0 0 * * 0`: at 00:00, on Sunday.',
      "Next: Sun 6 Dec 2026 00:00, Sun 13 Dec 00:00, Sun 20 Dec 00:00 · UTC, Airflow's default: no time zone is given",
      link('DAG'),
    ]));

  it('says for which time a run is, in the version at hand', async () => {
    await itHovers(
      { ...dags, pins: { 'apache-airflow': '3.1.0' } },
      `${head}@dag(schedule="⟦0 6 ‸* * *⟧")\ndef f(): ...`,
      [
        words,
        utc,
        'Airflow 3.1.0: a run has the time at which it starts as its logical date, unless `scheduler.create_cron_data_intervals` is on.',
        link('dag'),
      ],
    );
    await itHovers(
      { ...dags, pins: { 'apache-airflow': '2.6.3' } },
      `from airflow import DAG\nDAG("x", schedule_interval="⟦0 6 ‸* * *⟧")`,
      [
        words,
        utc,
        'Airflow 2.6.3, by default: a run is for the time since the run before it, whose start is its logical date.',
        link('DAG'),
      ],
    );
  });

  const zones: [title: string, code: string, zone: string | null][] = [
    [
      'of a start date',
      'DAG("x", schedule=S, start_date=pendulum.datetime(2026, 1, 1, tz="Asia/Tokyo"))',
      'Asia/Tokyo',
    ],
    ['of pendulum where none is given', 'DAG("x", schedule=S, start_date=pendulum.datetime(2026, 1, 1))', 'UTC'],
    [
      'of a variable',
      'tz = ZoneInfo("Asia/Tokyo")\nDAG("x", schedule=S, start_date=datetime(2026, 1, 1, tzinfo=tz))',
      'Asia/Tokyo',
    ],
    ['of Python', 'DAG("x", schedule=S, start_date=datetime(2026, 1, 1, tzinfo=timezone.utc))', 'UTC'],
    ['of today', 'DAG("x", schedule=S, start_date=pendulum.today("Asia/Tokyo").add(days=-2))', 'Asia/Tokyo'],
    [
      'of default arguments',
      'args = {"retries": 1, "start_date": pendulum.datetime(2026, 1, 1, tz="Asia/Tokyo")}\nDAG("x", schedule=S, default_args=args)',
      'Asia/Tokyo',
    ],
    ['of nothing', 'DAG("x", schedule=S, start_date=datetime(2026, 1, 1))', ''],
    ['of a date from elsewhere', 'DAG("x", schedule=S, start_date=start)', null],
    ['of a name that is given twice', 'd = 1\nd = 2\nDAG("x", schedule=S, start_date=d)', null],
    ['of other arguments', 'DAG("x", schedule=S, **more)', null],
  ];
  for (const [title, code, zone] of zones) {
    it(`takes the zone ${title}`, () =>
      itHovers(dags, head + code.replace('S', '"⟦0 6 * ‸* *⟧"'), [
        words,
        zone === null ? 'Times are those of a zone that does not stand here.' : zone === '' ? utc : next(zone),
        link('DAG'),
      ]));
  }

  it('knows the timetables', async () => {
    const trigger = 'A run has the time at which it starts as its logical date.';
    await itHovers(dags, `${head}CronTriggerTimetable("⟦0 6 ‸* * *⟧", timezone="UTC")`, [
      words,
      next('UTC'),
      trigger,
      link('CronTriggerTimetable'),
    ]);
    await itHovers(dags, `${head}CronTriggerTimetable("⟦0 6 ‸* * *⟧", timezone="UTC", interval=day)`, [
      words,
      next('UTC'),
      link('CronTriggerTimetable'),
    ]);
    await itHovers(dags, `${head}CronDataIntervalTimetable("⟦0 6 ‸* * *⟧", "Asia/Tokyo")`, [
      words,
      next('Asia/Tokyo'),
      'A run is for the time since the run before it, whose start is its logical date.',
      link('CronDataIntervalTimetable'),
    ]);
    await itHovers(dags, `${head}MultipleCronTriggerTimetable("0 7 * * *", "⟦0 6 ‸* * *⟧", timezone="UTC")`, [
      words,
      next('UTC'),
      trigger,
      link('MultipleCronTriggerTimetable'),
    ]);
  });

  it('says what is wrong with one', () =>
    itHovers(dags, `${head}DAG("x", schedule="⟦61 6 ‸* * *⟧")`, [
      '**No schedule:** 61 is no minute: they go from 0 to 59.',
      link('DAG'),
    ]));

  it('is silent in other texts, and where a schedule cannot be read', async () => {
    for (const code of [
      'DAG("x", description="0 6 ‸* * *")',
      'DAG("0 6 ‸* * *")',
      'DAG("x", schedule="H 6 ‸* * *")',
      'DAG("x", schedule="@some‸times")',
      'CronTriggerTimetable("0 6 * * *", timezone="0 6 ‸* * *")',
      'from other import DAG\nDAG("x", schedule="0 6 ‸* * *")',
    ]) {
      await itHovers(dags, head + code, null);
    }
  });
});

describe('The hover of a schedule in a Databricks bundle', () => {
  const bundle: HoverFile = { path: 'databricks.yml', languageId: 'yaml' };
  const job = (lines: string) => `bundle:\n  name: x\nresources:\n  jobs:\n    j:\n      schedule:\n${lines}`;
  const documentation = '[Documentation ↗](https://docs.databricks.com/aws/en/jobs/scheduled)';

  it('has the zone that stands beside it', () =>
    itHovers(
      bundle,
      job('        quartz_cron_expression: "⟦0 0 6 ‸* * ?⟧"\n        timezone_id: Asia/Tokyo\n      tags: {}\n'),
      [words, next('Asia/Tokyo'), documentation],
    ));

  it('says that it is paused', () =>
    itHovers(
      bundle,
      job(
        '        pause_status: PAUSED\n        timezone_id: "UTC"\n        quartz_cron_expression: ⟦0 0 6 ‸* * ?⟧ # daily\n',
      ),
      [words, `Paused; otherwise n${next('UTC').slice(1)}`, documentation],
    ));

  it('stays without times where the zone is a variable, or of another schedule', async () => {
    const expected = [words, 'Times are those of a zone that does not stand here.', documentation];
    await itHovers(
      bundle,
      job("        quartz_cron_expression: '⟦0 0 6 ‸* * ?⟧'\n        timezone_id: ${var.zone}\n"),
      expected,
    );
    await itHovers(
      bundle,
      job("        quartz_cron_expression: '⟦0 0 6 ‸* * ?⟧'\n    k:\n      schedule:\n        timezone_id: UTC\n"),
      expected,
    );
  });

  it('says what is wrong with one', () =>
    itHovers(bundle, job('        quartz_cron_expression: "⟦0 0 6 * * ‸*⟧"\n        timezone_id: UTC\n'), [
      '**No schedule:** one of day of the month and weekday must be `?`.',
      documentation,
    ]));

  it('is silent in comments, other keys and other files', async () => {
    await itHovers(bundle, job('        # quartz_cron_expression: 0 0 6 ‸* * ?\n'), null);
    await itHovers(bundle, job('        description: 0 0 6 ‸* * ?\n'), null);
    await itHovers({ ...bundle, path: 'other.yml' }, 'schedule:\n  quartz_cron_expression: 0 0 6 ‸* * ?\n', null);
    await itHovers(
      { ...bundle, path: '.github/workflows/a.yml' },
      'on:\n  schedule:\n    - cron: "0 6 ‸* * *"\n',
      null,
    );
  });
});
