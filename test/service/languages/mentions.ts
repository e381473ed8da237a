import { strict as assert } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { dataLanguages, type DataLanguageKey } from '../../../src/service/languages/dataFiles';
import type { ToolMention } from '../../../src/service/languages/language';
import { cpuTime } from '../../helpers/cpu';
import { readMarked } from '../../helpers/marked';
import { names } from '../fixture';

/** A text with a caret and a range, and the tool expected there; without a range nothing is expected. */
export type MentionCase = [title: string, marked: string, toolId?: string];

export interface FileKind {
  key: DataLanguageKey;
  /** The file's path from the root of its project. */
  path: string;
}

export function mentionAt({ key, path }: FileKind, text: string, offset: number): ToolMention | null {
  const document = TextDocument.create(`file:///project/${path}`, key, 1, text);
  return dataLanguages[key].mentionAt(document, offset, { names });
}

/** One test a case. Each is also read with CRLF, and after characters that take two UTF-16 code units. */
export function itRecognises(file: FileKind, cases: readonly MentionCase[], comment: string | null = '# 😀𝄞\n'): void {
  for (const [title, marked, toolId] of cases) {
    it(title, () => {
      check(file, marked, toolId);
      check(file, marked.replace(/\n/g, '\r\n'), toolId);
      if (comment !== null) check(file, comment + marked, toolId);
    });
  }
}

function check(file: FileKind, marked: string, toolId: string | undefined): void {
  const { text, offset, range } = readMarked(marked);
  assert.equal(range === null, toolId === undefined, 'a range and a tool belong together');
  assert.deepEqual(mentionAt(file, text, offset), range && { ...range, toolId });
}

/** Changes a text a few thousand times at random and asks everywhere: nothing throws, and mentions lie in the text. */
export function itSurvivesFuzzing(file: FileKind, samples: readonly string[], rounds = 2000): void {
  it('survives mutations', () => {
    const random = randomNumbers(samples.length * 7919 + file.path.length);
    for (let round = 0; round < rounds; round++) {
      const text = mutate(samples[random(samples.length)] ?? '', random);
      const offset = random(text.length + 1);
      const found = mentionAt(file, text, offset);
      dataLanguages[file.key].commentAt(text, offset);
      if (!found) continue;
      assert.ok(found.start <= offset && offset <= found.end && found.end <= text.length, text);
    }
  });
}

const hostile = [
  '"',
  "'",
  '`',
  '\n',
  '\r\n',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '$',
  '#',
  '<<EOF',
  '{{',
  '%}',
  '\0',
  '😀',
  '\ud800',
  ': ',
  '- ',
  '|',
  '\t',
  '/*',
];

function mutate(sample: string, random: (below: number) => number): string {
  let text = sample;
  for (let count = 1 + random(4); count > 0; count--) {
    const at = random(text.length + 1);
    const kind = random(4);
    if (kind === 0) text = text.slice(0, at) + text.slice(at + random(12));
    else if (kind === 1) text = text.slice(0, at) + hostile[random(hostile.length)] + text.slice(at);
    else if (kind === 2) text = text.slice(0, at);
    else text = text.slice(at) + text.slice(0, at);
  }
  return text;
}

/** Numbers that look random and are the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return below === 0 ? 0 : Math.floor((state / 2 ** 32) * below);
  };
}

/** A hover in a file of ten megabytes, in a line of one megabyte and in bytes that are no text stays short. */
export function itStaysFast(file: FileKind, sample: string): void {
  it('stays fast in large files and long lines', () => {
    const large = sample.repeat(Math.ceil(1e7 / sample.length));
    const texts = [large, large.slice(0, 1e6).replace(/\s+/g, ' '), sample + '\0\x01\xff\ufffd'.repeat(5e5)];
    for (const text of texts) {
      for (const part of [0, 0.001, 0.01, 0.5, 0.99, 1]) {
        const offset = Math.floor(text.length * part);
        const took = Math.min(...[1, 2, 3].map(() => timeOf(file, text, offset)));
        // far above what it takes, far below what a quadratic search would
        assert.ok(took < 5000, `${took} ms at ${offset}`);
      }
    }
  });
}

function timeOf(file: FileKind, text: string, offset: number): number {
  return cpuTime(() => {
    mentionAt(file, text, offset);
    dataLanguages[file.key].commentAt(text, offset);
  });
}
