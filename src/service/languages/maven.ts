import type { Names } from '../names';
import { statelessLanguage } from './dataLanguage';
import type { ToolMention } from './language';
import { xmlComment } from './text/comments';
import { artifactTool } from './text/coordinates';
import { touches, type Span } from './text/span';

/** How far around the caret the element of a dependency reaches. */
const reach = 2048;

const holders =
  /<(dependency|plugin|exclusion|extension|parent)>|<\/(?:dependency|plugin|exclusion|extension|parent)>/g;
const nested = /<(exclusions|configuration|executions|dependencies)>[^]*?(?:<\/\1>|$)/g;

/** Maven: the group or the artifact of a dependency in a pom.xml. */
export const maven = statelessLanguage(mavenMention, xmlComment);

function mavenMention(text: string, offset: number, names: Names): ToolMention | null {
  if (xmlComment(text, offset)) return null;
  const element = elementAround(text, offset);
  if (!element) return null;
  const body = text.slice(element.start, element.end).replace(nested, (inner) => ' '.repeat(inner.length));
  const group = child(body, 'groupId', element.start);
  const artifact = child(body, 'artifactId', element.start);
  const span = [group, artifact].find((candidate) => candidate && touches(candidate, offset));
  if (!group || !artifact || !span) return null;
  const toolId = artifactTool(names, textOf(text, group), textOf(text, artifact));
  return toolId === undefined ? null : { ...span, toolId };
}

/** The content of the innermost dependency around the caret. */
function elementAround(text: string, offset: number): Span | null {
  const from = Math.max(0, offset - reach);
  const open: number[] = [];
  for (const tag of text.slice(from, offset).matchAll(holders)) {
    if (tag[1] === undefined) open.pop();
    else open.push(from + tag.index + tag[0].length);
  }
  const start = open.at(-1);
  if (start === undefined) return null;
  const end = closing(text, offset);
  return end === null ? null : { start, end };
}

/** Where the element around the caret closes; elements that open after the caret close first. */
function closing(text: string, offset: number): number | null {
  let depth = 0;
  for (const tag of text.slice(offset, offset + reach).matchAll(holders)) {
    if (tag[1] !== undefined) depth++;
    else if (depth-- === 0) return offset + tag.index;
  }
  return null;
}

function child(body: string, name: string, base: number): Span | null {
  const found = new RegExp(`<${name}>\\s*([^<\\s]+)\\s*</${name}>`).exec(body);
  if (!found?.[1]) return null;
  const start = base + found.index + found[0].indexOf(found[1], name.length + 2);
  return { start, end: start + found[1].length };
}

function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
