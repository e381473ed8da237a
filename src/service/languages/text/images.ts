import type { Names } from '../../names';
import type { ToolMention } from '../language';
import { mentionIn, type Word } from './word';

/** `${IMAGE:-apache/airflow:3.0}` stands for what follows `:-`; a variable in front stands for a registry. */
const variableDefault = /^\$\{\w+:?-([^}]*)\}/;
const leadingVariable = /^(?:\$\{[^}]*\}|\$\w+)\//;
const repository = /^[a-z0-9][a-z0-9._/-]*/i;
const registry = /^(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?|localhost(?::\d+)?|[\w-]+:\d+)\//;

interface Part {
  from: number;
  text: string;
}

/** Where in an image reference the repository starts, past registry host and Docker's own `library/`. */
function pastRegistry(part: Part): Part {
  const host = registry.exec(part.text)?.[0].length ?? 0;
  const library = part.text.startsWith('library/', host) ? 'library/'.length : 0;
  return { from: part.from + host + library, text: part.text.slice(host + library) };
}

/** The reference itself, out of the shell variables around it. */
function reference(text: string): Part {
  const fallback = variableDefault.exec(text)?.[1];
  if (fallback !== undefined && text.endsWith('}')) return { from: text.indexOf('-') + 1, text: fallback };
  const variable = leadingVariable.exec(text)?.[0].length ?? 0;
  return { from: variable, text: text.slice(variable) };
}

/** The part of an image reference that names a tool: `docker.io/library/postgres:16@sha256:…` names `postgres`. */
function findImage(text: string, names: Names): { from: number; to: number; toolId: string } | null {
  const whole = reference(text);
  for (const part of [whole, pastRegistry(whole)]) {
    const path = repository.exec(part.text)?.[0];
    if (path === undefined || !endsCleanly(part.text.charAt(path.length))) continue;
    const toolId = names.exact('images', path.toLowerCase());
    if (toolId !== undefined) return { from: part.from, to: part.from + path.length, toolId };
  }
  return null;
}

/** After the repository comes a tag, a digest or nothing; a variable there would make another name. */
function endsCleanly(next: string): boolean {
  return next === '' || next === ':' || next === '@';
}

export function imageMention(word: Word, offset: number, names: Names): ToolMention | null {
  const found = findImage(word.text.trimEnd(), names);
  return found && mentionIn(word, found.from, found.to, found.toolId, offset);
}

/** Whether a reference can be nothing but an image: it has a tag, a digest or an owner. */
export function looksLikeImage(text: string): boolean {
  return /^[^\s/]+(?:\/\S+|[:@]\S+)$/.test(text);
}
