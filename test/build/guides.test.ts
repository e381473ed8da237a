import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { checkGuide, compileGuide, guideSchema, type GuideSource } from '../../src/build/guides';
import { readContent, type Content } from '../../src/build/source';
import { allWalks, anchorToChoices, choicesToAnchor, walkGuide } from '../../src/catalogue/guides';

const root = new URL('../../', import.meta.url);
const folder = new URL('src/content/guides/', root);

const guides = readdirSync(folder).map((name): GuideSource => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const data = guideSchema.parse(parse(text));
  return { id: name.replace('.yml', ''), file: `src/content/guides/${name}`, data, body: '' };
});

describe('guides', () => {
  let content: Content;
  before(async function () {
    // all of the content is read, which a busy machine takes its time for
    this.timeout(60_000);
    ({ content } = await readContent(fileURLToPath(root)));
  });

  const messages = (guide: GuideSource): string[] => [...checkGuide(guide, content)].map(({ message }) => message);

  for (const guide of guides) {
    describe(guide.id, () => {
      it('keeps the rules', () => assert.deepEqual(messages(guide), []));

      it('leaves a candidate on every path, and says why of each that it rules out', () => {
        const page = compileGuide(guide, content);
        let ends = 0;
        for (const walk of allWalks(page)) {
          ends++;
          assert.ok(walk.left.length > 0);
          assert.equal(walk.left.length + walk.ruledOut.length, page.candidates.length);
          for (const { reason } of walk.ruledOut) {
            assert.ok(reason.because.length > 0);
            assert.ok(reason.unverified || (reason.references.length > 0 && reason.checked));
            for (const number of reason.references) assert.ok(page.references[number - 1]?.url.startsWith('https://'));
          }
          const anchor = choicesToAnchor(walk.choices);
          assert.deepEqual(walkGuide(page, anchorToChoices(anchor)).choices, walk.choices);
          assert.doesNotMatch(anchor ?? '', /[\s/\\]/);
        }
        assert.ok(ends > 1);
      });
    });
  }

  describe('break the rules', () => {
    const base = (): GuideSource => structuredClone(guides.find(({ id }) => id === 'warehouse')!);
    const broken = (change: (data: GuideSource['data']) => void): string => {
      const guide = base();
      change(guide.data);
      return messages(guide).join('\n');
    };
    const first = (data: GuideSource['data']) => data.questions[0]!.answers[0]!;

    it('with a tool that does not exist', () =>
      assert.match(
        broken((data) => data.candidates.push('nowhere')),
        /there is no tool "nowhere"/,
      ));
    it('with a comparison that does not exist', () =>
      assert.match(
        broken((data) => (data.comparison = 'nowhere')),
        /there is no comparison "nowhere"/,
      ));
    it('with a reason that no source carries', () =>
      assert.match(
        broken((data) => (first(data).drops = { bigquery: { because: 'x', references: [] } })),
        /cloud\/aws\/bigquery: name a cell/,
      ));
    it('with a cell that is not there', () =>
      assert.match(
        broken((data) => (first(data).drops['bigquery']!.cell = 'nowhere')),
        /"warehouses" has no cell nowhere for "bigquery"/,
      ));
    it('with one that is no candidate', () =>
      assert.match(
        broken((data) => (first(data).drops['spark'] = { because: 'x', references: [], unverified: true })),
        /"spark" is no candidate/,
      ));
    it('with an answer that changes nothing', () =>
      assert.match(
        broken((data) => (first(data).drops = {})),
        /cloud\/aws: this answer rules nothing out/,
      ));
    it('with an answer that leaves nothing', () => {
      const text = broken((data) => {
        const reason = { because: 'x', references: [], unverified: true as const };
        first(data).drops = Object.fromEntries(data.candidates.map((tool) => [tool, reason]));
      });
      assert.match(text, /cloud\/aws: this answer rules nothing out/);
    });
    it('with a candidate that no answer keeps', () => {
      const text = broken((data) => {
        const reason = { because: 'x', references: [], unverified: true as const };
        for (const { answers } of data.questions) for (const answer of answers) answer.drops['snowflake'] = reason;
      });
      assert.match(text, /"snowflake" is at the end of no path/);
    });
    it('with ids that stand twice', () =>
      assert.match(
        broken((data) => data.questions.push(data.questions[0]!)),
        /the question "cloud" stands twice/,
      ));
    it('with an id that is taken', () =>
      assert.match(
        broken((data) => (first(data).id = 'any')),
        /"any" is the answer that every question has/,
      ));
  });

  it('take a link from elsewhere as far as it is known', () => {
    const page = compileGuide(
      guides.find(({ id }) => id === 'warehouse')!,
      content,
    );
    assert.equal(walkGuide(page, anchorToChoices('cloud.moon')).next?.id, 'cloud');
    assert.equal(walkGuide(page, anchorToChoices('__proto__.x_cloud.constructor')).next?.id, 'cloud');
    assert.deepEqual(anchorToChoices('a heading'), []);
    const walk = walkGuide(page, anchorToChoices('cloud.aws_nowhere.x'));
    assert.deepEqual(walk.left, ['snowflake', 'redshift', 'databricks']);
  });
});
