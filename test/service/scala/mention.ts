import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ApiKnowledge } from '../../../src/catalogue/apiKnowledge';
import type { ApiNames } from '../../../src/catalogue/api';
import { Scala } from '../../../src/service/languages/scala';
import { readMarked } from '../../helpers/marked';

export const knowledge = new ApiKnowledge((path) => Promise.resolve(readFileSync(`dist/catalogue/${path}`, 'utf8')));

/** The names that ship. */
export function scalaNames(): Promise<ApiNames> {
  return knowledge.names(['org.apache.spark']);
}

export const scalaDocument = (text: string, version = 1) =>
  TextDocument.create('file:///Job.scala', 'scala', version, text);

/** A marked text, and what stands there: a path below `org.apache.spark`, `key <name>`, `sql <query>`; null for nothing. */
export type MentionCase = [title: string, marked: string, expected: string | null];

export function itMentions(cases: readonly MentionCase[], head = ''): void {
  for (const [title, marked, expected] of cases) {
    it(title, async () => {
      for (const text of [head + marked, (head + marked).replace(/\n/g, '\r\n')]) await check(text, expected);
    });
  }
}

async function check(marked: string, expected: string | null): Promise<void> {
  const { text, offset, range } = readMarked(marked);
  const mention = new Scala().apiMentionAt(scalaDocument(text), offset, await scalaNames());
  assert.deepEqual(
    mention && { said: saidOf(mention), start: mention.start, end: mention.end },
    expected === null ? null : { said: expected, ...range },
  );
}

function saidOf(mention: NonNullable<ReturnType<Scala['apiMentionAt']>>): string {
  if (mention.kind === 'symbol') return mention.symbol.path.replace('org.apache.spark.', '');
  if (mention.kind === 'sql') return `sql ${mention.text}`;
  const { names, value } = mention.reference;
  return `key ${names[0]?.section} ${names[0]?.name}${value === undefined ? '' : ` = ${value}`}`;
}
