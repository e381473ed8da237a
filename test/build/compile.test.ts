import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { compile } from '../../src/build/compile';
import { readContent } from '../../src/build/source';
import { writeCatalogue } from '../../src/build/write';
import { CatalogueSearch } from '../../src/catalogue/search';
import type { CatalogueIndex, ToolPage, TopicPage } from '../../src/catalogue/types';
import { getLanguageService } from '../../src/service/languageService';
import { validFiles, withFiles } from './contentFixture';

/** Compiles files and reads back what was written. */
function compiled<T>(
  files: Record<string, string>,
  use: (read: <U>(file: string) => Promise<U>) => Promise<T>,
): Promise<T> {
  return withFiles(files, async (root) => {
    const { content, problems } = await readContent(root);
    assert.deepEqual(problems, []);
    const out = path.join(root, 'dist');
    await writeCatalogue(await compile(content, {}), out);
    return use(async (file) => JSON.parse(await readFile(path.join(out, file), 'utf8')));
  });
}

describe('The compiler', () => {
  it('takes one new file into index, search, hover and page', async () => {
    const lake = (validFiles['src/content/tools/spark.md'] ?? '')
      .replace('name: Apache Spark', 'name: Lake Thing\nformerly: [{ name: Pond, note: renamed in 2025 }]')
      .replace('python: [pyspark]', 'python: [lakething]');
    await compiled({ ...validFiles, 'src/content/tools/lake-thing.md': lake }, async (read) => {
      const index = await read<CatalogueIndex>('catalogue/index.json');
      assert.equal(
        index.tools.some((tool) => tool.id === 'lake-thing'),
        true,
      );
      assert.equal(new CatalogueSearch(index).find('pond')[0]?.id, 'lake-thing');
      const page = (await read<Record<string, ToolPage>>('catalogue/pages/tool-0.json'))['lake-thing']!;
      assert.match(JSON.stringify(page.blocks), /A driver plans/);
      const service = getLanguageService({
        readCatalogue: async (file) => JSON.stringify(await read(`catalogue/${file}`)),
        links: 'none',
      });
      const document = TextDocument.create('file:///a.py', 'python', 1, 'import lakething');
      const hover = await service.doHover(document, { line: 0, character: 10 }, { prose: true });
      assert.match(JSON.stringify(hover?.contents), /Lake Thing.*Formerly Pond: renamed in 2025/);
    });
  });

  it('numbers citations in the order in which they are met, facts first', async () => {
    const files = {
      ...validFiles,
      'src/content/tools/spark.md': (validFiles['src/content/tools/spark.md'] ?? '')
        .replace(
          'references:\n  - {',
          'references:\n  - { id: later, name: Later, url: "https://example.org/later", checked: 2026-01-02 }\n  - {',
        )
        .replace('[^source]', '[^later][^source]'),
    };
    await compiled(files, async (read) => {
      const page = (await read<Record<string, ToolPage>>('catalogue/pages/tool-0.json'))['spark']!;
      assert.deepEqual(page.facts[0]?.references, [1]);
      assert.deepEqual(
        page.references.map((reference) => reference.name),
        ['Source', 'Later'],
      );
      assert.match(JSON.stringify(page.blocks), /\[\^2\]\[\^1\]/);
    });
  });

  it('draws diagrams without colours, fonts or ids of their own', async () => {
    const files = {
      ...validFiles,
      'src/content/topics/01-what.md': (validFiles['src/content/topics/01-what.md'] ?? '').replace(
        '{{comparison:engines}}',
        '```dot Sources flow into a lake\ndigraph { rankdir=LR; sources -> lake [label="load"] }\n```',
      ),
    };
    await compiled(files, async (read) => {
      const page = (await read<Record<string, TopicPage>>('catalogue/pages/topic-0.json'))['01-what']!;
      const diagram = page.blocks.find((block) => block.type === 'diagram');
      assert.equal(diagram?.type === 'diagram' && diagram.alt, 'Sources flow into a lake');
      const svg = diagram?.type === 'diagram' ? diagram.svg : '';
      assert.match(svg, /^<svg[\s\S]*class="edge"[\s\S]*>load</);
      assert.doesNotMatch(svg, / (fill|stroke|font-family|id|style|href)=|<title|<a /);
    });
  });

  it('inserts only the snippet cell', async () => {
    await compiled(validFiles, async (read) => {
      const file = await read<Record<string, { prefix: string; body: string[] }>>('snippets/python.json');
      assert.deepEqual(file['Read a table · spark']?.body, ['df = spark.table("${1:orders}")$0']);
    });
  });
});
