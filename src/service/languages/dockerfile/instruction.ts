import { lineBelow, lineAt } from '../text/lines';
import type { Span } from '../text/span';

/** One instruction of a Dockerfile with all its lines. */
export interface Instruction {
  /** Upper case. */
  keyword: string;
  /** What follows the keyword, over all its lines. */
  body: Span;
  /** The heredoc below it, if there is one. */
  heredoc: Span | null;
}

export interface DockerfilePlace {
  instruction: Instruction;
  /** Names given by `FROM … AS name` above: no images, though they stand in an image's place. */
  stages: ReadonlySet<string>;
  /** The character that joins lines: a backslash, or what `# escape=` says. */
  escape: string;
}

/** How much of a Dockerfile is read. */
const reach = 128 * 1024;

const head = /^[ \t]*(?:ONBUILD[ \t]+)?([A-Za-z]+)(?=[ \t\\`]|$)/i;
const heredocStart = /<<-?["']?([A-Za-z_]\w*)["']?/;

/** Reads a Dockerfile from its top to the instruction around the caret. */
export function instructionAt(text: string, offset: number): DockerfilePlace | null {
  if (offset > reach) return null;
  const stages = new Set<string>();
  const escape = /^#[ \t]*escape[ \t]*=[ \t]*`/im.test(text.slice(0, 256)) ? '`' : '\\';
  let line = lineAt(text, 0);
  while (line && line.start <= offset) {
    const instruction = readInstruction(text, line, escape);
    const end = instruction?.heredoc?.end ?? instruction?.body.end ?? line.end;
    if (instruction && offset <= end) return { instruction, stages, escape };
    if (instruction?.keyword === 'FROM') addStage(stages, text.slice(instruction.body.start, instruction.body.end));
    line = lineBelow(text, end);
  }
  return null;
}

function addStage(stages: Set<string>, body: string): void {
  const name = /\sas\s+(\S+)\s*$/i.exec(body)?.[1];
  if (name !== undefined) stages.add(name.toLowerCase());
}

function readInstruction(text: string, first: Span, escape: string): Instruction | null {
  const found = head.exec(text.slice(first.start, first.end));
  if (!found) return null;
  const end = lastLine(text, first, escape).end;
  const body = { start: first.start + found[0].length, end };
  return { keyword: (found[1] ?? '').toUpperCase(), body, heredoc: heredocBelow(text, body) };
}

/** The line on which an instruction ends; empty lines and comments between its lines belong to it. */
function lastLine(text: string, first: Span, escape: string): Span {
  let last = first;
  let goesOn = text.slice(first.start, first.end).trimEnd().endsWith(escape);
  for (let line = lineBelow(text, first.end); line && goesOn && line.end < reach; line = lineBelow(text, line.end)) {
    const written = text.slice(line.start, line.end).trim();
    if (written === '' || written.startsWith('#')) continue;
    last = line;
    goesOn = written.endsWith(escape);
  }
  return last;
}

function heredocBelow(text: string, body: Span): Span | null {
  const delimiter = heredocStart.exec(text.slice(body.start, body.end))?.[1];
  const first = delimiter === undefined ? null : lineBelow(text, body.end);
  if (!first) return null;
  let end = first.start;
  for (let line: Span | null = first; line && line.end < reach; line = lineBelow(text, line.end)) {
    end = line.end;
    if (text.slice(line.start, line.end).trim() === delimiter) break;
  }
  return { start: first.start, end };
}
