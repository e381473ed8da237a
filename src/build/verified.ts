import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { SnippetSource } from './snippetSource';

/** `snippets/verified.json`, written by the engine tests: what ran, with which versions. */
const verifiedSchema = z.record(
  z.string(),
  z.looseObject({ result: z.enum(['executed', 'parsed', 'imported']), versions: z.record(z.string(), z.string()) }),
);

export type Verified = z.infer<typeof verifiedSchema>;

export async function readVerified(root: string): Promise<Verified> {
  const text = await readFile(path.join(root, 'snippets/verified.json'), 'utf8').catch(() => '{}');
  return verifiedSchema.parse(JSON.parse(text));
}

/** How a snippet was checked, as the engine tests recorded it. */
export function verifiedSentence(id: string, data: SnippetSource['data'], verified: Verified): string {
  const record = Object.hasOwn(verified, id) ? verified[id] : undefined;
  if (!record) return 'Not run yet.';
  const versions = Object.entries(record.versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
  const verb = { executed: 'Executed', parsed: 'Parsed, not run,', imported: 'Imported, not run,' }[record.result];
  return `${verb} with ${versions}.${data.verifiedNote ? ` ${data.verifiedNote}` : ''}`;
}
