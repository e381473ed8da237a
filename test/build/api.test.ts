import { strict as assert } from 'node:assert';
import { compileApi } from '../../src/build/api/compile';
import { coverageOf, coverageText } from '../../src/build/api/coverage';
import { namePattern } from '../../src/build/api/scope';
import { readContent } from '../../src/build/source';
import { ApiKnowledge } from '../../src/catalogue/apiKnowledge';
import { problemsOf, validFiles, withFiles } from './contentFixture';

const folder = 'src/content/api/pyspark';
const explanations = `${folder}/aggregates.yml`;

export const apiFiles: Readonly<Record<string, string>> = {
  ...validFiles,
  [`${folder}/inventory.json`]: JSON.stringify({
    tool: 'pyspark',
    packages: { pyspark: [{ release: '4.3', version: '4.3.0', first: '2026-10-30' }] },
    symbols: {
      'pyspark.sql.Base': { kind: 'class', parameters: ['name: str'] },
      'pyspark.sql.Frame': { kind: 'class', bases: ['pyspark.sql.Base[T]'], parameters: ['**kwargs'] },
      'pyspark.sql.Frame.agg': { kind: 'method', parameters: ['*exprs: Column'], returns: 'pyspark.sql.Frame' },
      'pyspark.sql.Frame.gone': { kind: 'method', parameters: [], removed: '4.0' },
      'pyspark.sql.Frame.__len__': { kind: 'method', parameters: [] },
      'pyspark.sql.functions.sum': { kind: 'function', parameters: ['col: Column'] },
    },
    aliases: { 'pyspark.sql.frame.Frame': { to: 'pyspark.sql.Frame' } },
  }),
  [`${folder}/scope.yml`]: `areas:
  - { id: sql, title: pyspark.sql, section: symbols, names: [pyspark.sql] }
excluded:
  - { names: ['**.__*__'], because: Hooks of Python. }
`,
  [explanations]: `title: Aggregates
tool: spark
documentation: 'https://example.org/{path}.html'
checked: 2026-01-02
symbols:
  pyspark.sql.functions.sum:
    does: Sum of a column.
    expert: [Nulls are left out.]
    parameters: { col: A column. }
    example: { over: { a: [1, 2] }, code: df.agg(F.sum("a")) }
    related: [pyspark.sql.Frame.agg]
  pyspark.sql.Frame:
    does: A table.
    parameters: { name: { does: Its name., values: { a: the first } } }
`,
  [`${folder}/examples.json`]: JSON.stringify({
    engines: {},
    examples: {
      symbols: { 'pyspark.sql.functions.sum': { over: { a: [1, 2] }, code: 'df.agg(F.sum("a"))', result: '3' } },
    },
  }),
};

const breaks: [rule: string, title: string, from: string, to: string, message: RegExp][] = [
  ['schema', 'an unknown key', 'does: A table.', 'does: A table.\n    dose: x', /dose/],
  ['schema', 'a sentence too long', 'Sum of a column.', `${'x'.repeat(160)}.`, /at most 160/],
  ['schema', 'no full stop', 'Sum of a column.', 'Sum of a column', /full stop/],
  ['schema', 'four sentences for experts', '[Nulls are left out.]', '[A., B., C., D.]', /at most 3/],
  ['schema', 'an example of four lines', 'code: df.agg(F.sum("a"))', 'code: "1\\n2\\n3\\n4"', /at most 3 lines/],
  ['schema', 'a line too wide', 'df.agg(F.sum("a"))', `"${'x'.repeat(89)}"`, /88/],
  ['api-names-exist', 'an unknown symbol', 'functions.sum:', 'functions.smu:', /no "pyspark.sql.functions.smu"/],
  ['api-names-exist', 'an alias', 'pyspark.sql.Frame:', 'pyspark.sql.frame.Frame:', /an alias of pyspark.sql.Frame/],
  ['api-names-exist', 'an unknown parameter', '{ col: A', '{ cols: A', /no parameter "cols"/],
  ['api-names-exist', 'a keyword that is a parameter', 'parameters: { name:', 'keywords: { name:', /no keyword/],
  ['api-names-exist', 'a keyword too many', 'parameters: { col: A', 'keywords: { cols: A', /nothing takes.*"cols"/],
  ['api-names-exist', 'an unknown related name', '[pyspark.sql.Frame.agg]', '[pyspark.sql.Frame.add]', /Frame\.add/],
  ['api-names-exist', 'an unknown tool', 'tool: spark', 'tool: sprak', /no tool "sprak"/],
  ['api-examples-ran', 'another code', 'F.sum("a")', 'F.sum("b")', /has not run/],
  ['api-examples-ran', 'another table', '{ a: [1, 2] }', '{ a: [1, 3] }', /has not run/],
  ['dates-are-past', 'a day to come', '2026-01-02', '2999-01-02', /yet to come/],
  ['plain-words', 'a marketing word', 'A table.', 'A powerful table.', /powerful/],
  ['plain-words', 'one in a keyword', 'A table.', 'A table.\n    keywords: { x: A powerful word. }', /powerful/],
  ['plain-words', 'a marketing word in a value', 'a: the first', 'a: the powerful one', /powerful/],
];

describe('API explanations', () => {
  it('have nothing wrong where they are right', async () => {
    assert.deepEqual(await problemsOf(apiFiles), []);
  });

  for (const [rule, title, from, to, message] of breaks) {
    it(`${rule}: ${title}`, async () => {
      const text = apiFiles[explanations]?.replace(from, to) ?? '';
      assert.notEqual(text, apiFiles[explanations]);
      const problems = await problemsOf({ ...apiFiles, [explanations]: text });
      assert.ok(
        problems.some((problem) => problem.rule === rule && message.test(problem.message)),
        JSON.stringify(problems),
      );
    });
  }

  it('api-examples-ran: an example of any inventory, unless its scope says why none can be checked', async () => {
    const other = 'src/content/api/dbt';
    const checked = { code: "{{ ref('a') }}", how: 'rendered' };
    const entry = '  ref: { does: A model., calls: [ref(name)], example: { code: "{{ ref(\'a\') }}" } }\n';
    const files = (scopeText: string, examples: object) => ({
      ...validFiles,
      [`${other}/inventory.json`]: JSON.stringify({ tool: 'dbt', packages: {}, context: { ref: {} }, macros: {} }),
      [`${other}/scope.yml`]: `${scopeText}areas:\n  - { id: context, title: Context, section: context }\n`,
      [`${other}/context.yml`]: `title: Context
tool: spark
documentation: 'https://example.org/{path}.html'
checked: 2026-01-02
context:
${entry}`,
      [`${other}/examples.json`]: JSON.stringify({ engines: {}, examples }),
    });
    const rules = async (scopeText: string, examples: object) =>
      (await problemsOf(files(scopeText, examples))).map(({ rule }) => rule);
    assert.deepEqual(await rules('', { context: { ref: checked } }), []);
    assert.deepEqual(await rules('', {}), ['api-examples-ran']);
    assert.deepEqual(await rules('', { macros: { ref: checked } }), ['api-examples-ran']);
    assert.deepEqual(await rules('', { context: { ref: { ...checked, code: "{{ ref('b') }}" } } }), [
      'api-examples-ran',
    ]);
    assert.deepEqual(await rules('unchecked: A cloud service.\n', {}), []);
    await assert.rejects(rules('', { context: { ref: { ...checked, how: 'believed' } } }), /how|Invalid/);
  });

  it('api-entries-unique: a symbol in two files', async () => {
    const twin = `${folder}/more.yml`;
    const problems = await problemsOf({ ...apiFiles, [twin]: apiFiles[explanations] ?? '' });
    assert.deepEqual(
      problems.map(({ file, rule, message }) => ({ file, rule, message })),
      ['pyspark.sql.functions.sum', 'pyspark.sql.Frame'].map((name) => ({
        file: twin,
        rule: 'api-entries-unique',
        message: `${name} is explained in ${explanations} already`,
      })),
    );
  });

  it('api-scope-fits: a pattern that matches nothing', async () => {
    const scope = `${folder}/scope.yml`;
    const text = (apiFiles[scope] ?? '').replace('**.__*__', '**.internal');
    const problems = await problemsOf({ ...apiFiles, [scope]: text });
    assert.deepEqual(
      problems.map(({ file, rule }) => ({ file, rule })),
      [{ file: scope, rule: 'api-scope-fits' }],
    );
  });

  it('are counted by area, and what is missing is named', async () => {
    await withFiles(apiFiles, async (root) => {
      const { content } = await readContent(root);
      const coverage = coverageOf(content.api);
      assert.deepEqual(
        coverage.map(({ inventory, area, wanted, explained, missing }) => ({
          inventory,
          area: area.id,
          wanted,
          explained,
          missing,
        })),
        [
          {
            inventory: 'pyspark',
            area: 'sql',
            wanted: 4,
            explained: 2,
            missing: ['pyspark.sql.Base', 'pyspark.sql.Frame.agg'],
          },
        ],
      );
      assert.match(coverageText(coverage), /^- pyspark\.sql\.Frame: agg$/m);
    });
  });

  it('are counted for classes alone where the area says so', async () => {
    const scope = `${folder}/scope.yml`;
    const text = (apiFiles[scope] ?? '').replace('names: [pyspark.sql]', 'names: [pyspark.sql], kind: class');
    await withFiles({ ...apiFiles, [scope]: text }, async (root) => {
      const [area] = coverageOf((await readContent(root)).content.api);
      assert.deepEqual([area?.wanted, area?.missing], [2, ['pyspark.sql.Base']]);
    });
  });

  it('give an option the words of the one that means the same, with default and sides', async () => {
    const options = 'src/content/api/spark-options';
    const files = {
      ...validFiles,
      [`${options}/inventory.json`]: JSON.stringify({
        tool: 'spark-options',
        packages: { spark: [{ release: '4.3', version: '4.3.0' }] },
        options: {
          'csv.sep': { introduced: '4.0' },
          'csv.delimiter': { alias: 'csv.sep' },
          'delta.mergeSchema': { package: 'delta-spark' },
        },
        formats: { csv: {}, 'com.databricks.spark.csv': { alias: 'csv' } },
      }),
      [`${options}/scope.yml`]: 'areas:\n  - { id: options, title: Options, section: options }\n',
      [`${options}/csv.yml`]: `title: CSV
tool: spark
documentation: 'https://example.org/csv'
checked: 2026-01-02
options:
  csv.sep: { does: Between fields., default: ',', applies: [read, write] }
formats:
  csv: { does: Text. }
`,
    };
    await withFiles(files, async (root) => {
      const { content } = await readContent(root);
      const compiled = compileApi(content.api);
      const knowledge = new ApiKnowledge((path) =>
        Promise.resolve(JSON.stringify(compiled.get(path.replace(/^api\/|\.json$/g, '')))),
      );
      const words = { tool: 'spark', documentation: 'https://example.org/csv', does: 'Between fields.' };
      assert.deepEqual(await knowledge.textIn('spark-options/options', 'csv.delimiter'), {
        name: 'csv.delimiter',
        ...words,
        default: ',',
        applies: ['read', 'write'],
        facts: { package: 'pyspark', alias: 'csv.sep' },
      });
      assert.deepEqual((await knowledge.textIn('spark-options/options', 'delta.mergeSchema'))?.facts, {
        package: 'delta-spark',
      });
      assert.equal((await knowledge.textIn('spark-options/formats', 'com.databricks.spark.csv'))?.does, 'Text.');
      assert.equal((await knowledge.foldedNames('spark-options/options')).get('csv.sep'), 'csv.sep');
      assert.deepEqual(coverageOf(content.api)[0]?.missing, ['delta.mergeSchema']);
    });
  });

  it('may be missing altogether', async () => {
    const files = { ...validFiles, [`${folder}/inventory.json`]: apiFiles[`${folder}/inventory.json`] ?? '' };
    assert.deepEqual(await problemsOf(files), []);
  });
});

describe('Patterns of names', () => {
  const matches = (pattern: string, name: string) => namePattern(pattern).test(name);

  it('match a name and what is below it', () => {
    assert.equal(matches('a.b', 'a.b.c'), true);
    assert.equal(matches('a.b$', 'a.b.c'), false);
    assert.equal(matches('a.b', 'a.bc'), false);
  });

  it('match within a segment, and across any number of them', () => {
    assert.equal(matches('a.*Type', 'a.DateType'), true);
    assert.equal(matches('a.*Type', 'a.b.DateType'), false);
    assert.equal(matches('**.__*__', 'a.b.__len__'), true);
    assert.equal(matches('**.__*__', '__len__'), true);
    assert.equal(matches('a.**.to', 'a.to'), true);
  });
});

describe('The compiled API knowledge', () => {
  const scope = `${folder}/scope.yml`;
  const files = {
    ...apiFiles,
    [scope]: `${apiFiles[scope]}shards:
  - { id: pyspark, names: [pyspark] }
unshipped:
  - { names: ['**.__len__$'], because: Nobody hovers it. }
`,
  };

  it('holds names, texts, results and the way to them', async () => {
    await withFiles(files, async (root) => {
      const { content } = await readContent(root);
      const compiled = compileApi(content.api);
      const knowledge = new ApiKnowledge((path) =>
        Promise.resolve(JSON.stringify(compiled.get(path.replace(/^api\/|\.json$/g, '')))),
      );
      const names = await knowledge.names(['pyspark.sql']);
      assert.equal(names.lookup('pyspark.sql.frame.Frame')?.path, 'pyspark.sql.Frame');
      assert.equal(names.lookup('pyspark.sql.Frame.__len__'), undefined);
      assert.deepEqual(await knowledge.text('pyspark.sql.functions.sum'), {
        name: 'pyspark.sql.functions.sum',
        tool: 'spark',
        documentation: 'https://example.org/pyspark.sql.functions.sum.html',
        does: 'Sum of a column.',
        expert: ['Nulls are left out.'],
        parameters: { col: { does: 'A column.' } },
        example: { code: 'df.agg(F.sum("a"))', language: 'python', result: '3', over: { a: [1, 2] } },
        related: ['pyspark.sql.Frame.agg'],
        facts: { package: 'pyspark' },
      });
      assert.deepEqual(await knowledge.text('pyspark.sql.Frame.gone'), {
        name: 'pyspark.sql.Frame.gone',
        facts: { package: 'pyspark', removed: '4.0' },
      });
      assert.equal(await knowledge.text('pyspark.sql.Base'), undefined);
    });
  });

  it('brings the areas of the bases along, where members are found', async () => {
    const inventory = JSON.parse(apiFiles[`${folder}/inventory.json`] ?? '') as { symbols: Record<string, object> };
    const method = { kind: 'method', parameters: [] };
    inventory.symbols = {
      ...inventory.symbols,
      'pyspark.common.Hook': { kind: 'class' },
      'pyspark.common.Hook.run': method,
      'pyspark.store.StoreHook': { kind: 'class', bases: ['pyspark.common.Hook'] },
    };
    const shards = files[scope]?.replace(
      'shards:',
      'shards:\n  - { id: common, names: [pyspark.common] }\n  - { id: store, names: [pyspark.store] }',
    );
    await withFiles(
      { ...files, [`${folder}/inventory.json`]: JSON.stringify(inventory), [scope]: shards ?? '' },
      async (root) => {
        const compiled = compileApi((await readContent(root)).content.api);
        const knowledge = new ApiKnowledge((path) =>
          Promise.resolve(JSON.stringify(compiled.get(path.replace(/^api\/|\.json$/g, '')))),
        );
        const names = await knowledge.names(['pyspark.store.StoreHook']);
        assert.equal(names.member('pyspark.store.StoreHook', 'run')?.path, 'pyspark.common.Hook.run');
      },
    );
  });
});
