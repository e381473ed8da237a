import type { Names } from '../names';
import { configurationReference } from './configuration';
import { configurationPlace } from './configurationPlace';
import { statelessLanguage } from './dataLanguage';
import { instructionAt, type DockerfilePlace } from './dockerfile/instruction';
import type { ToolMention } from './language';
import { argumentsMention, scriptMention } from './shell/script';
import { dockerfileComment } from './text/comments';
import { imageMention } from './text/images';
import { lineAt, lineBelow } from './text/lines';
import { touches, type Span } from './text/span';
import { plainWord, type Word } from './text/word';
import { flowPlaceAt } from './yaml/flow';
import { scalarWord } from './yaml/scalar';

type ReadInstruction = (place: DockerfilePlace, text: string, offset: number, names: Names) => ToolMention | null;

const instructions = new Map<string, ReadInstruction>([
  ['FROM', from],
  ['ARG', argument],
  ['COPY', copyFrom],
  ['RUN', command],
  ['CMD', command],
  ['ENTRYPOINT', command],
  ['HEALTHCHECK', command],
]);

/** Dockerfiles: base images, and the commands of `RUN`, `CMD`, `ENTRYPOINT` and `HEALTHCHECK`. */
export const dockerfile = statelessLanguage(
  (text, offset, names) => {
    const place = dockerfileComment(text, offset) ? null : instructionAt(text, offset);
    return place && (instructions.get(place.instruction.keyword)?.(place, text, offset, names) ?? null);
  },
  dockerfileComment,
  configurationReference('dockerfile', dockerfileComment),
  { findPlace: configurationPlace('dockerfile', dockerfileComment) },
);

function from(place: DockerfilePlace, text: string, offset: number, names: Names): ToolMention | null {
  return imageAfter(/^(?:\s|\\|--\S+)*/, place, text, offset, names);
}

function copyFrom(place: DockerfilePlace, text: string, offset: number, names: Names): ToolMention | null {
  return imageAfter(/^.*?\s--from=/s, place, text, offset, names);
}

/** `ARG BASE_IMAGE=apache/airflow:3.0`: an argument whose name says that it is an image. */
function argument(place: DockerfilePlace, text: string, offset: number, names: Names): ToolMention | null {
  return imageAfter(/^\s+\w*(?:IMAGE|BASE)\w*=["']?/i, place, text, offset, names);
}

function imageAfter(
  before: RegExp,
  { instruction, stages }: DockerfilePlace,
  text: string,
  offset: number,
  names: Names,
): ToolMention | null {
  const { start, end } = instruction.body;
  const skipped = before.exec(text.slice(start, end))?.[0];
  if (skipped === undefined) return null;
  const image = /^[^\s"'\\]+/.exec(text.slice(start + skipped.length, end))?.[0] ?? '';
  if (stages.has(image.toLowerCase())) return null;
  const imageStart = start + skipped.length;
  return imageMention(plainWord(text, imageStart, imageStart + image.length), offset, names);
}

function command(
  { instruction, escape }: DockerfilePlace,
  text: string,
  offset: number,
  names: Names,
): ToolMention | null {
  const { body, heredoc } = instruction;
  const options = /^(?:\s|\\\r?\n|--\S+)*(?:CMD\b\s*)?/.exec(text.slice(body.start, body.end))?.[0].length ?? 0;
  const start = body.start + options;
  if (heredoc && touches(heredoc, offset)) {
    const isScript = /^(?:(?:ba)?sh\s+)?<<-?/.test(text.slice(start, body.end));
    return isScript ? scriptMention(plainWord(text, heredoc.start, heredoc.end), offset, names) : null;
  }
  if (text.charAt(start) === '[') return execForm(text, start, offset, names);
  return scriptMention(shellForm(text, { start, end: body.end }, escape), offset, names);
}

/** `["spark-submit", "--master", …]`. */
function execForm(text: string, start: number, offset: number, names: Names): ToolMention | null {
  const entries = flowPlaceAt(text, start, offset)?.entries ?? [];
  const words = entries.filter(({ style }) => style === 'double').map((entry) => scalarWord(text, entry));
  return argumentsMention(
    words.filter((word) => word !== null),
    offset,
    names,
  );
}

/** The script of an instruction on one line: comments, empty lines and line continuations become blanks. */
function shellForm(text: string, { start, end }: Span, escape: string): Word {
  let script = '';
  for (let line = lineAt(text, start); line && script.length < end - start; line = lineBelow(text, line.end)) {
    const written = text.slice(Math.max(line.start, start), line.end);
    const next = lineBelow(text, line.end)?.start ?? end;
    const lineBreak = Math.min(next, end) - line.end;
    script += joinedLine(written, lineBreak, escape, line.start > start);
  }
  return { text: script, at: (index) => start + index };
}

function joinedLine(written: string, lineBreak: number, escape: string, isInside: boolean): string {
  const trimmed = written.trim();
  if (isInside && (trimmed === '' || trimmed.startsWith('#'))) return ' '.repeat(written.length + lineBreak);
  if (!trimmed.endsWith(escape)) return written + '\n'.repeat(lineBreak);
  return written.slice(0, written.lastIndexOf(escape)).padEnd(written.length + lineBreak);
}
