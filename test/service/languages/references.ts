import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ApiText } from '../../../src/catalogue/api';
import { referredText } from '../../../src/service/apiHover/reference';
import { createLanguages } from '../../../src/service/languages';
import { readMarked } from '../../helpers/marked';
import type { FileKind } from './mentions';

interface Entry {
  parameters?: string[];
  values?: string[];
}

const inventories = new Map<string, Record<string, Record<string, Entry>>>();

/** What the inventory says, under a name with its section; values that only an explanation lists stand here. */
const explained: Record<string, string[]> = {
  'dbt/keys config.model.materialized': ['view', 'table', 'incremental'],
  'dbt/keys config.model.incremental_strategy': ['append', 'merge'],
  'dbt/keys config.model.on_schema_change': ['ignore', 'append_new_columns'],
  'dbt/keys config.data_test.severity': ['error', 'warn'],
};

/** Arguments that only an explanation lists. */
const explainedParameters: Record<string, string[]> = { 'dbt/context ref': ['version', 'v'] };

const knowledge = {
  textIn(section: string, name: string): Promise<ApiText | undefined> {
    const [id = '', part = ''] = section.split('/');
    let inventory = inventories.get(id);
    if (!inventory) {
      const file = new URL(`../../../src/content/api/${id}/inventory.json`, import.meta.url);
      inventory = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, Entry>>;
      inventories.set(id, inventory);
    }
    const held = inventory[part] ?? {};
    const entry = Object.hasOwn(held, name) ? held[name] : undefined;
    if (!entry) return Promise.resolve(undefined);
    const accepted = entry.values ?? explained[`${section} ${name}`];
    const facts = {
      package: id,
      ...(entry.parameters && { signature: entry.parameters }),
      ...(accepted && { accepted }),
    };
    const parameters = (explainedParameters[`${section} ${name}`] ?? []).map((one) => [one, { does: 'Something.' }]);
    return Promise.resolve({ name: `${section} ${name}`, parameters: Object.fromEntries(parameters), facts });
  },
};

/** A text with a caret and a range, and the name of an API expected there; without a range nothing is expected. */
export type ReferenceCase = [title: string, marked: string, name?: string];

export function itRefers(file: FileKind, cases: readonly ReferenceCase[]): void {
  for (const [title, marked, name] of cases) {
    it(title, async () => {
      await check(file, marked, name);
      await check(file, marked.replace(/\n/g, '\r\n'), name);
    });
  }
}

async function check({ key, path }: FileKind, marked: string, name: string | undefined): Promise<void> {
  const { text, offset, range } = readMarked(marked);
  assert.equal(range === null, name === undefined, 'a range and a name belong together');
  const document = TextDocument.create(`file:///project/${path}`, key, 1, text);
  const reference = createLanguages()[key].apiAt?.(document, offset) ?? null;
  const found = reference && (await referredText(reference, knowledge));
  assert.equal(found?.name, name);
  if (reference && found) assert.deepEqual({ start: reference.start, end: reference.end }, range);
}

/** Asks everywhere in texts that are cut off and turned around: nothing throws, and what is found lies in the text. */
export function itSurvivesAsking({ key, path }: FileKind, samples: readonly string[]): void {
  it('survives half of a text', () => {
    const language = createLanguages()[key];
    for (const sample of samples) {
      for (let cut = 0; cut <= sample.length; cut++) {
        for (const text of [sample.slice(0, cut), sample.slice(cut) + sample.slice(0, cut)]) {
          const document = TextDocument.create(`file:///project/${path}`, key, 1, text);
          for (let offset = 0; offset <= text.length; offset += 3) {
            const found = language.apiAt?.(document, offset);
            if (found) assert.ok(found.start <= offset && offset <= found.end && found.end <= text.length, text);
          }
        }
      }
    }
  });
}
