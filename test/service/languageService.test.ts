import { strict as assert } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Recognition, ToolCard } from '../../src/catalogue/types';
import { nameTables } from '../../src/catalogue/types';
import { getLanguageService } from '../../src/service/languageService';
import { catalogueOf } from '../helpers/catalogue';
import { readMarked } from '../helpers/marked';

const card = (id: string, name: string): ToolCard => ({
  id,
  name,
  kind: 'Engine',
  summary: 'Runs jobs.',
  fits: 'large data',
  avoid: 'small data.',
  formerly: [],
  documentation: 'https://example.org/docs',
  comparison: { id: 'engines', title: 'Engines' },
});

const read = catalogueOf({
  tools: { pyspark: card('pyspark', 'PySpark'), spark: card('spark', 'Apache Spark'), s3: card('s3', 'Amazon S3') },
  names: {
    ...(Object.fromEntries(nameTables.map((table) => [table, {}])) as Recognition['names']),
    python: { pyspark: 'pyspark' },
    uris: { s3a: 's3' },
    prose: { 'Apache Spark': 'spark', 'shuffle partitions': 'term:shuffle' },
    proseInContext: { Spark: 'spark' },
    lookup: { 'apache spark': 'spark', spark: 'spark' },
  },
  terms: { shuffle: { id: 'shuffle', name: 'Shuffle', summary: 'Moves rows.' } },
  context: { spark: ['pyspark'] },
});

const service = (links: 'vscode' | 'none' = 'vscode') => getLanguageService({ readCatalogue: read, links });

async function hoverAt(marked: string, languageId = 'python', prose = true, links: 'vscode' | 'none' = 'vscode') {
  const { text, offset } = readMarked(marked);
  const document = TextDocument.create('file:///a', languageId, 1, text);
  const hover = await service(links).doHover(document, document.positionAt(offset), { prose });
  return hover && { value: (hover.contents as { value: string }).value, range: hover.range };
}

describe('The language service', () => {
  it('renders a whole hover', async () => {
    assert.deepEqual(await hoverAt('import py‸spark'), {
      value: [
        '**PySpark** · Engine',
        'Runs jobs.',
        '*Fits* large data. *Not for* small data.',
        '[Page](command:dataEngineering.openPage?%5B%7B%22kind%22%3A%22tool%22%2C%22id%22%3A%22pyspark%22%7D%5D) · ' +
          '[Compare: Engines](command:dataEngineering.openPage?%5B%7B%22kind%22%3A%22comparison%22%2C%22id%22%3A%22engines%22%7D%5D) · ' +
          '[Documentation ↗](https://example.org/docs)',
      ].join('\n\n'),
      range: { start: { line: 0, character: 7 }, end: { line: 0, character: 14 } },
    });
  });

  it('gives other editors no command links', async () => {
    const hover = await hoverAt('import py‸spark', 'python', true, 'none');
    assert.equal(hover?.value.split('\n\n').at(-1), '[Documentation ↗](https://example.org/docs)');
  });

  it('knows a path in a string', async () => {
    assert.match((await hoverAt('x = "s3‸a://bucket/key"'))?.value ?? '', /Amazon S3/);
  });

  it('knows names in comments and docstrings, and not in strings', async () => {
    assert.match((await hoverAt('# Apache Spa‸rk job'))?.value ?? '', /Apache Spark/);
    assert.match((await hoverAt('def f():\n    """Apache Spa‸rk job."""'))?.value ?? '', /Apache Spark/);
    assert.equal(await hoverAt('x = "Apache Spa‸rk job"'), null);
  });

  it('takes an ambiguous name only where the file vouches for it', async () => {
    assert.equal(await hoverAt('# Spa‸rk the discussion'), null);
    assert.match((await hoverAt('import pyspark\n# the Spa‸rk job'))?.value ?? '', /Apache Spark/);
    assert.match((await hoverAt('We use Apache Spark. Spa‸rk is fast.', 'markdown'))?.value ?? '', /Apache Spark/);
  });

  it('knows terms that cannot mean anything else', async () => {
    assert.equal(
      (await hoverAt('# 200 shuffle parti‸tions'))?.value,
      '**Shuffle** · term\n\nMoves rows.\n\n[Page](command:dataEngineering.openPage?%5B%7B%22kind%22%3A%22term%22%2C%22id%22%3A%22shuffle%22%7D%5D)',
    );
  });

  it('leaves prose alone when it is switched off', async () => {
    assert.equal(await hoverAt('# Apache Spa‸rk job', 'python', false), null);
  });

  it('says nothing in a language that is not its own', async () => {
    assert.equal(await hoverAt('import py‸spark', 'rust'), null);
  });

  it('is silent while the catalogue cannot be read, and asks again', async () => {
    for (const missing of ['recognition.json', 'cards/cards-0.json']) {
      let asked = 0;
      const failing = getLanguageService({
        readCatalogue: (path) => (path === missing && asked++ === 0 ? Promise.reject(new Error('gone')) : read(path)),
        links: 'none',
      });
      const document = TextDocument.create('file:///a.py', 'python', 1, 'import pyspark');
      assert.equal(await failing.doHover(document, { line: 0, character: 9 }, { prose: true }), null, missing);
      assert.notEqual(await failing.doHover(document, { line: 0, character: 9 }, { prose: true }), null, missing);
    }
  });

  it('explains by resolution first, then by the word that the user asked about', async () => {
    const document = TextDocument.create('file:///a.txt', 'plaintext', 1, 'spark and the rest');
    assert.deepEqual(await service().explain(document, { line: 0, character: 2 }, ''), {
      link: { kind: 'tool', id: 'spark' },
      word: 'spark',
    });
    assert.deepEqual(await service().explain(document, { line: 0, character: 0 }, ' Apache Spark '), {
      link: { kind: 'tool', id: 'spark' },
      word: 'Apache Spark',
    });
    assert.deepEqual(await service().explain(document, { line: 0, character: 12 }, ''), { link: null, word: 'the' });
    assert.deepEqual(await service().explain(document, { line: 0, character: 0 }, 'constructor'), {
      link: null,
      word: 'constructor',
    });
  });
});
