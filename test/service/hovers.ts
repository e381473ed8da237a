import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService, type ServiceContext } from '../../src/service/languageService';
import { readMarked } from '../helpers/marked';

/** The file that a hover is asked for in, and the world around it. */
export interface HoverFile extends Partial<ServiceContext> {
  /** Below `file:///project/`. */
  path: string;
  languageId: string;
  /** Versions by distribution, from `requirements.txt`. */
  pins?: Record<string, string>;
}

const read = (path: string) => readFile(`dist/catalogue/${path}`, 'utf8');

/** Noon of a Monday, 30 November 2026. */
export const noon = Date.UTC(2026, 10, 30, 12);

/** The hover at the mark, by the catalogue that ships, and where it stands in the text. */
export async function hoverIn(file: HoverFile, marked: string) {
  const { text, offset, range } = readMarked(marked);
  const { path, languageId, pins = {}, ...context } = file;
  const service = getLanguageService({
    readCatalogue: read,
    links: 'none',
    now: () => noon,
    pinOf: (_uri, name) =>
      Object.hasOwn(pins, name) ? { version: pins[name], uri: 'file:///project/requirements.txt' } : undefined,
    ...context,
  });
  const document = TextDocument.create(`file:///project/${path}`, languageId, 1, text);
  const hover = await service.doHover(document, document.positionAt(offset), { prose: true });
  const found = hover?.range && {
    start: document.offsetAt(hover.range.start),
    end: document.offsetAt(hover.range.end),
  };
  return { value: hover && (hover.contents as { value: string }).value, found: found ?? null, range };
}

/** The whole text of a hover, which stands where the mark says; null where the marked text has no range. */
export async function itHovers(file: HoverFile, marked: string, expected: readonly string[] | null) {
  const { value, found, range } = await hoverIn(file, marked);
  assert.equal(value, expected && expected.join('\n\n'));
  assert.deepEqual(found, range);
}
