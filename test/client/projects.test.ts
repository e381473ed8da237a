import assert from 'node:assert/strict';
import path from 'node:path';
import { readProjects } from '../../src/build/projects';
import { checkAnswer, defaultAnswers, generateProject } from '../../src/client/projects/generate';
import type { ProjectQuestion, ProjectTemplate } from '../../src/client/projects/template';

const name = { pattern: '[a-z][a-z0-9]*(_[a-z0-9]+)*', message: 'Lower-case letters.', help: '' };
const project: ProjectQuestion = { id: 'project', ask: 'Project', default: 'orders_lake', ...name };
const table: ProjectQuestion = { id: 'table', ask: 'Table', default: 'orders', ...name };

const template: ProjectTemplate = {
  id: 'lake',
  title: 'Lake',
  description: '',
  tools: [],
  needs: [],
  run: 'python3 run.py',
  questions: [project, table],
  files: {
    'orders_lake/job.py':
      'ORDERS = "silver/orders"\nCUSTOMERS = "customers"\n# stg_orders, orders-lake, ORDERS_LAKE, reorders\n',
    'data/orders.csv': 'id,amount\n',
    'README.md': '# Orders lake\n\nOrders and sales go into orders_lake.\n',
  },
};

const texts = (answers: Record<string, string>) =>
  Object.fromEntries(generateProject(template, answers).map((file) => [file.path, file.text]));

describe('projects: generating', () => {
  it('with the defaults gives the template as it is', () => {
    assert.deepEqual(texts(defaultAnswers(template)), template.files);
  });

  it('replaces names in paths and texts, longest first and in every spelling', () => {
    assert.deepEqual(texts({ project: 'trip_store', table: 'taxi_trips' }), {
      'trip_store/job.py':
        'TAXI_TRIPS = "silver/taxi_trips"\nCUSTOMERS = "customers"\n# stg_taxi_trips, trip-store, TRIP_STORE, reorders\n',
      'data/taxi_trips.csv': 'id,amount\n',
      'README.md': '# Trip store\n\nTaxi trips and sales go into trip_store.\n',
    });
  });

  it('can swap names without replacing what it has just written', () => {
    assert.equal(
      texts({ project: 'lake_orders', table: 'lakes' })['README.md'],
      '# Lake orders\n\nLakes and sales go into lake_orders.\n',
    );
  });

  it('refuses answers that are missing or will not do', () => {
    assert.throws(() => generateProject(template, { project: 'orders_lake' }), /^Error: Table: Lower-case letters\.$/);
    assert.throws(() => generateProject(template, { project: '../up', table: 'orders' }), /Lower-case letters/);
  });

  it('refuses a template whose paths lead out of the folder, or meet', () => {
    for (const bad of ['../out.txt', '/etc/passwd', 'a/../../b', 'C:\\a', 'a//b', './a']) {
      const leading = { ...template, files: { [bad]: 'orders' } };
      assert.throws(() => generateProject(leading, defaultAnswers(template)), /Not a path inside the project/, bad);
    }
    const meeting = { ...template, questions: [table], files: { 'orders.md': '', 'Trips.md': '' } };
    assert.throws(() => generateProject(meeting, { table: 'trips' }), /the same path/);
  });
});

describe('projects: checking an answer', () => {
  const cases: [value: string, expected: RegExp | undefined][] = [
    ['trips', undefined],
    ['orders', undefined],
    ['sales', undefined],
    ['taxi_trips_2', undefined],
    ['Trips', /Lower-case/],
    ['trips-2', /Lower-case/],
    ['2trips', /Lower-case/],
    ['trips__a', /Lower-case/],
    ['', /Lower-case/],
    ['trips/../..', /Lower-case/],
    ['a'.repeat(41), /At most 40/],
    ['select', /a word of Python or SQL/],
    ['class', /a word of Python or SQL/],
    ['customers', /already means something else/],
    ['amount', /already means something else/],
    ['trip_store', /answer to “Project” too/],
  ];
  for (const [value, expected] of cases) {
    it(value === '' ? 'nothing' : value.slice(0, 20), () => {
      const problem = checkAnswer(template, table, value, { project: 'trip_store' });
      if (expected) assert.match(problem ?? '', expected);
      else assert.equal(problem, undefined);
    });
  }
});

describe('projects: the templates of this repository', () => {
  const root = path.resolve(import.meta.dirname, '../..');

  it('take names that people choose, and leave no default behind', async () => {
    for (const one of await readProjects(root, [])) {
      const answers = Object.fromEntries(one.questions.map(({ id }) => [id, `own_${id}`]));
      const written = generateProject(one, answers)
        .flatMap((file) => [file.path, file.text])
        .join('\n');
      for (const question of one.questions) {
        assert.doesNotMatch(written, new RegExp(`(?<![A-Za-z0-9])${question.default}(?![A-Za-z0-9])`), one.id);
      }
      for (const value of ['sales', 'bookings', 'trips', 'payments', 'events', 'shipments', 'tickets', 'readings']) {
        const question = one.questions.find(({ id }) => id === 'table');
        if (question) assert.equal(checkAnswer(one, question, value), undefined, `${one.id}: ${value}`);
      }
    }
  });
});
