import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from '../../src/service/languageService';
import { builtCatalogue } from '../helpers/catalogue';

const folder = 'test/fixtures/confusables';
const languageIds: Record<string, string> = {
  '.py': 'python',
  '.md': 'markdown',
  '.yaml': 'yaml',
  '.sh': 'shellscript',
  '.sql': 'sql',
  '.scala': 'scala',
  '.txt': 'plaintext',
  '.tf': 'terraform',
};

/** Words that only look like tools, against the names that ship: not one hover at any position. */
describe('Confusable words', () => {
  const service = getLanguageService({ readCatalogue: builtCatalogue, links: 'none' });

  for (const name of readdirSync(folder)) {
    it(`${name} stays silent`, async () => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const document = TextDocument.create(`file:///plant/${name}`, languageIds[path.extname(name)] ?? '', 1, text);
      const hovered = new Set<string>();
      for (let offset = 0; offset <= text.length; offset++) {
        const hover = await service.doHover(document, document.positionAt(offset), { prose: true });
        if (hover?.range) hovered.add(`${document.getText(hover.range)} (line ${hover.range.start.line + 1})`);
      }
      assert.deepEqual([...hovered], []);
    });
  }
});
