import { strict as assert } from 'node:assert';
import { rules } from '../../src/build/rules';
import { guide, guideFiles, problemsAfter, problemsOf, validFiles } from './contentFixture';

const tool = 'src/content/tools/spark.md';
const topic = 'src/content/topics/01-what.md';
const table = 'src/content/comparisons/engines.yml';
const snippet = 'snippets/spark/read.py';

/** One break of valid content a row: what is changed, and the rule that must say so, in words an author can act on. */
const breaks: [rule: string, title: string, file: string, from: string | RegExp, to: string, message: RegExp][] = [
  ['schema', 'an unknown key', tool, 'kind: Engine', 'kind: Engine\nkidn: x', /kidn/],
  ['schema', 'a summary too long for a hover', tool, 'Runs jobs on many machines.', 'x'.repeat(221), /at most 220/],
  [
    'schema',
    'a date that does not exist',
    tool,
    'checked: 2026-01-02 }\nrecognise',
    'checked: 2026-02-31 }\nrecognise',
    /does not exist|YYYY/,
  ],
  [
    'schema',
    'an address without https',
    tool,
    'https://spark.apache.org/docs/latest/index.html',
    'http://spark.apache.org/x',
    /https/,
  ],
  ['schema', 'no front matter', topic, /^---/, '', /front matter/],
  ['schema', 'a snippet without head', snippet, /^# ---/, '# no', /head matter/],
  ['citations-resolve', 'an unknown citation', tool, '[^source]', '[^other]', /"other" is cited/],
  ['citations-resolve', 'a reference nobody cites', topic, 'Words. [^source]', 'Words.', /never cited/],
  [
    'dates-are-past',
    'a date to come',
    tool,
    'references: [source], checked: 2026-01-02',
    'references: [source], checked: 2999-01-02',
    /yet to come/,
  ],
  [
    'facts-sourced',
    'a fact without a source',
    tool,
    'references: [source], checked: 2026-01-02 }\nrec',
    'checked: 2026-01-02 }\nrec',
    /add a reference/,
  ],
  [
    'facts-sourced',
    'a cell without a date',
    table,
    'value: One, references: [source], checked: 2026-01-02',
    'value: One, references: [source]',
    /add checked/,
  ],
  ['ids-resolve', 'an unknown category', tool, 'category: engine', 'category: motor', /no category "motor"/],
  ['ids-resolve', 'an unknown tool', topic, 'tools: [spark]', 'tools: [sprak]', /no tool "sprak"/],
  ['links-resolve', 'a dead link', tool, 'comparison:engines', 'comparison:motors', /leads nowhere/],
  ['links-resolve', 'a dead anchor', tool, '#what-it-is', '#what-it-was', /no heading/],
  ['links-resolve', 'a dead table', topic, '{{comparison:engines}}', '{{comparison:motors}}', /leads nowhere/],
  ['links-resolve', 'a script as link', tool, '(comparison:engines)', '(javascript:alert)', /neither https/],
  ['plain-words', 'a marketing word', tool, 'A driver plans', 'A powerful driver plans', /powerful/],
  ['plain-words', 'an exclamation', topic, 'Words.', 'Words!', /exclamation/],
  ['plain-words', 'an emoji', topic, 'Words.', 'Words 🚀.', /🚀/u],
  ['references-fit', 'a home page as source', topic, 'https://example.org/page', 'https://example.org/', /home page/],
  ['sections-present', 'a section missing', tool, '## What bites\nShuffles.\n', '', /sections are/],
  ['sections-present', 'a topic without picture', topic, '{{comparison:engines}}', '', /diagram or a table/],
  ['snippets-fit', 'a prefix of another tool', snippet, 'prefix: spark-read', 'prefix: dbt-read', /start the prefix/],
  ['snippets-fit', 'a placeholder that is not there', snippet, '[orders]', '[customers]', /"customers"/],
  ['tables-complete', 'a cell missing', table, /\n {6}other: .*/, '', /no cell for "other"/],
  ['tables-complete', 'a cell of nobody', table, 'other: { value', 'nobody: { value', /"nobody" is no subject/],
];

describe('Content rules', () => {
  it('find nothing wrong with valid content', async () => {
    assert.deepEqual(await problemsOf(validFiles), []);
  });

  for (const [rule, title, file, from, to, message] of breaks) {
    it(`${rule}: ${title}`, async () => {
      const problems = await problemsAfter(file, from, to);
      const found = problems.filter((problem) => problem.rule === rule && message.test(problem.message));
      assert.equal(found.length > 0, true, JSON.stringify(problems));
      assert.equal(
        found.every((problem) => problem.file === file),
        true,
      );
    });
  }

  it('names-unique: a name that two tools claim', async () => {
    const twin = (validFiles[tool] ?? '').replace('name: Apache Spark', 'name: Twin');
    const problems = await problemsOf({ ...validFiles, 'src/content/tools/twin.md': twin });
    assert.deepEqual(
      problems.map((problem) => problem.message),
      ['recognise.python "pyspark" belongs to spark already'],
    );
  });

  const redirectBreaks: [title: string, redirects: string, message: RegExp][] = [
    ['to an entry that is not there', 'tool:old: tool:sprak', /leads to tool:sprak, which does not exist/],
    ['to a heading that is not there', 'tool:old: topic:01-what#was', /no such heading/],
    ['to another id out of use', 'tool:old: tool:older\ntool:older: tool:spark', /tool:older, which does not exist/],
    ['from an id in use', 'tool:spark: topic:01-what', /tool:spark is in use/],
    ['from a kind that there is not', 'motor:old: tool:spark', /"motor:old" is no entry/],
    ['from a heading', 'topic:01-was#a: topic:01-what', /"topic:01-was#a" is no entry/],
  ];
  for (const [title, redirects, message] of redirectBreaks) {
    it(`redirects-lead-somewhere: a redirect ${title}`, async () => {
      const problems = await problemsOf({ ...validFiles, 'src/content/redirects.yml': `${redirects}\n` });
      assert.deepEqual(
        problems.map(({ file, rule }) => `${rule} ${file}`),
        ['redirects-lead-somewhere src/content/redirects.yml'],
        JSON.stringify(problems),
      );
      assert.match(problems[0]!.message, message);
    });
  }

  it('schema: a redirect that is no link', async () => {
    const [problem] = await problemsOf({ ...validFiles, 'src/content/redirects.yml': 'tool:old: https://x\n' });
    assert.match(problem?.message ?? '', /a link is written kind:id/);
  });

  describe('over guides', () => {
    it('find nothing wrong with a valid one', async () => {
      assert.deepEqual(await problemsOf(guideFiles), []);
    });

    const guideBreaks: [rule: string, from: string, to: string, message: RegExp][] = [
      ['plain-words', 'It runs on one machine.', 'It is less powerful.', /"powerful"/],
      ['plain-words', 'why: More than', 'why: Simply more than', /"Simply"/],
      ['plain-words', 'answer: Many', 'answer: Many!', /exclamation/],
      ['dates-are-past', 'references: [read], checked: 2026-01-02', 'references: [read], checked: 2999-01-02', /yet/],
      [
        'dates-are-past',
        'url: "https://example.org/read", checked: 2026',
        'url: "https://example.org/read", checked: 2999',
        /yet/,
      ],
      ['references-fit', 'https://example.org/read', 'https://example.org/', /home page/],
      ['citations-resolve', 'references: [read]', 'references: [unread]', /"unread" is cited/],
      ['guides-lead-somewhere', 'spark: { because', 'sprak: { because', /"sprak" is no candidate/],
    ];
    for (const [rule, from, to, message] of guideBreaks) {
      it(`${rule}: ${to}`, async () => {
        const text = guideFiles[guide]!.replace(from, to);
        assert.notEqual(text, guideFiles[guide]);
        const problems = await problemsOf({ ...guideFiles, [guide]: text });
        assert.ok(
          problems.some((problem) => problem.rule === rule && message.test(problem.message) && problem.file === guide),
          JSON.stringify(problems),
        );
      });
    }
  });

  it('each have a break above', () => {
    const tested = new Set([
      ...breaks.map(([rule]) => rule),
      'names-unique',
      'guides-lead-somewhere',
      'redirects-lead-somewhere',
      // in api.test.ts
      'api-entries-unique',
      'api-examples-ran',
      'api-names-exist',
      'api-scope-fits',
    ]);
    assert.deepEqual(
      rules.map((rule) => rule.name).filter((name) => !tested.has(name)),
      [],
    );
  });
});
