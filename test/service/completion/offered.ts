import { strict as assert } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, CompletionList, SignatureHelp } from 'vscode-languageserver-types';
import type { ReadCatalogue } from '../../../src/catalogue/apiKnowledge';
import { getLanguageService, type LanguageService, type ServiceContext } from '../../../src/service/languageService';
import { builtApis } from '../../helpers/catalogue';
import { readMarked } from '../../helpers/marked';

export function serviceWith(
  pins: Record<string, string> = {},
  readCatalogue: ReadCatalogue = builtApis,
  around: Partial<ServiceContext> = {},
): LanguageService {
  return getLanguageService({
    readCatalogue,
    links: 'none',
    pinOf: (_, name) =>
      Object.hasOwn(pins, name) ? { version: pins[name] ?? '', uri: 'file:///project/requirements.txt' } : undefined,
    ...around,
  });
}

const usual = serviceWith();

export interface Asked {
  service?: LanguageService;
  trigger?: string;
}

let documents = 0;

export function documentOf(path: string, text: string): TextDocument {
  const languageId = path.endsWith('.py') ? 'python' : 'plaintext';
  return TextDocument.create(`file:///project${documents++}/${path}`, languageId, 1, text);
}

/** The list at the caret; its items replace exactly the marked piece. Without marks nothing may be offered. */
export async function listAt(path: string, marked: string, { service = usual, trigger }: Asked = {}) {
  const { text, offset, range } = readMarked(marked);
  const document = documentOf(path, text);
  const list = await service.doComplete(document, document.positionAt(offset), trigger);
  if (range === null) assert.deepEqual(list?.items.map(({ label }) => label) ?? null, null);
  for (const { textEdit } of list?.items ?? []) {
    assert.ok(textEdit && 'range' in textEdit);
    const { start, end } = textEdit.range;
    assert.deepEqual({ start: document.offsetAt(start), end: document.offsetAt(end) }, range);
  }
  if (range !== null) assert.ok(list, 'nothing is offered');
  return list;
}

/** Items as an editor orders them. */
export function ordered(list: CompletionList | null): CompletionItem[] {
  return [...(list?.items ?? [])].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}

export async function labelsAt(path: string, marked: string, asked?: Asked): Promise<string[]> {
  return ordered(await listAt(path, marked, asked)).map(({ label }) => label);
}

/** A text with a caret and a range, and the labels there in their order; without both nothing is offered. */
export type OfferCase = [title: string, marked: string, labels?: string[]];

export function itOffers(path: string, cases: readonly OfferCase[], asked?: Asked): void {
  for (const [title, marked, labels = []] of cases) {
    it(title, async () => {
      assert.deepEqual(await labelsAt(path, marked, asked), labels);
      assert.deepEqual(await labelsAt(path, marked.replace(/\n/g, '\r\n'), asked), labels);
    });
  }
}

/** Labels that must be there, in this order, and others that must not: for lists that grow with the content. */
export type SomeCase = [title: string, marked: string, there: string[], absent?: string[]];

export function itOffersAmongOthers(path: string, cases: readonly SomeCase[], asked?: Asked): void {
  for (const [title, marked, there, absent = []] of cases) {
    it(title, async () => {
      const labels = await labelsAt(path, marked, asked);
      assert.deepEqual(
        labels.filter((label) => there.includes(label)),
        there,
      );
      assert.deepEqual(
        labels.filter((label) => absent.includes(label)),
        [],
      );
    });
  }
}

export async function insertedAt(path: string, marked: string, label: string, asked?: Asked) {
  const list = await listAt(path, marked, asked);
  return list?.items.find((item) => item.label === label)?.textEdit?.newText;
}

export async function helpAt(path: string, marked: string): Promise<SignatureHelp | null> {
  const { text, offset } = readMarked(marked);
  const document = documentOf(path, text);
  return usual.doSignatureHelp(document, document.positionAt(offset));
}
