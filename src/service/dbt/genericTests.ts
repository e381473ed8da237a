import type { SaidFile, FoundFile } from './find';

/** A generic test that a project defines. */
export interface WrittenTest {
  name: string;
  /** Parameters as written: `max=10`. */
  signature: readonly string[];
}

export interface DbtTest extends WrittenTest {
  kind: 'test';
  description?: string;
  file: FoundFile;
  properties?: FoundFile;
  /** The parameter that is asked about, as written, and what the project says of it. */
  argument?: { written: string; description?: string };
}

/** What a file of SQL says of itself: which tests it defines. */
export interface TestFile {
  file: FoundFile;
  tests: readonly WrittenTest[];
}

const head = /\{%[-+]?\s*(?:(?:data_)?test\s+(\w+)|macro\s+test_(\w+))\s*\(/g;
/** Longest list of parameters. */
const longest = 4096;

/** The generic tests that a SQL file defines: blocks of their own, or macros by their old names. */
export function writtenTests(text: string): WrittenTest[] {
  const read = text.replace(/\{#[^]*?#\}/g, (comment) => ' '.repeat(comment.length));
  return [...read.matchAll(head)].flatMap((found) => {
    const name = found[1] ?? found[2] ?? '';
    const start = found.index + found[0].length;
    const signature = parametersIn(read.slice(start, start + longest));
    return signature === null ? [] : [{ name, signature }];
  });
}

const piece = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[^]/gy;

/** The parameters up to the bracket that closes them; null where none does. */
function parametersIn(text: string): string[] | null {
  const parameters = [''];
  let depth = 0;
  for (const [part] of text.matchAll(piece)) {
    if (part === ')' && depth === 0) return parameters.map(compact).filter((one) => one !== '');
    if (/^[([{]$/.test(part)) depth++;
    else if (/^[)\]}]$/.test(part)) depth--;
    if (part === ',' && depth === 0) parameters.push('');
    else parameters[parameters.length - 1] += part;
  }
  return null;
}

function compact(parameter: string): string {
  return parameter.trim().replace(/\s+/g, ' ').replace(/ ?= ?/, '=');
}

/** The only test of this name; undefined where there is none, or where several could be meant. */
export function findTest(
  written: readonly TestFile[],
  said: readonly SaidFile[],
  { name, argument }: { name: string; argument?: string },
): DbtTest | undefined {
  const found = written.flatMap(({ file, tests }) =>
    tests.filter((test) => test.name === name).map((test) => ({ ...test, file })),
  );
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  const asked = argument === undefined ? undefined : only.signature.find((one) => one.split('=', 1)[0] === argument);
  if (argument !== undefined && asked === undefined) return undefined;
  const about = said.flatMap(({ file, said: { macros } }) => macros.map((macro) => ({ ...macro, file })));
  const own = about.find((macro) => macro.name === `test_${name}`);
  const description = argument === undefined ? undefined : own?.arguments.get(argument);
  return {
    kind: 'test',
    ...only,
    ...(own?.description !== undefined && { description: own.description }),
    ...(own && { properties: own.file }),
    ...(asked !== undefined && { argument: { written: asked, ...(description !== undefined && { description }) } }),
  };
}
