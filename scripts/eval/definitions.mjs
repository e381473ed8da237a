// @ts-check
// From a place in a package's source to the dotted path of what is defined there.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @type {Map<string, string[]>} */
const files = new Map();

/** @param {string} file */
function linesOf(file) {
  let lines = files.get(file);
  if (!lines) {
    lines = readFileSync(file, 'utf8').split(/\r?\n/);
    files.set(file, lines);
  }
  return lines;
}

/**
 * The dotted path of a definition: its module, the classes (and for a parameter the function) around it, its name.
 * Null for what lies in none of the packages' folders.
 * @param {{ file: string, line: number, character: number }} place
 * @param {string[]} folders
 * @returns {{ path: string, parameter?: string, module?: boolean } | null}
 */
export function definedPath({ file, line, character }, folders) {
  const folder = folders.find((one) => file.startsWith(one + path.sep));
  if (!folder || !existsSync(file)) return null;
  const module = path
    .relative(folder, file)
    .replace(/\.pyi?$/, '')
    .replace(/[\\/]__init__$/, '')
    .split(path.sep)
    .join('.');
  const lines = linesOf(file);
  const text = lines[line] ?? '';
  const name = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(text.slice(character))?.[0];
  if (name === undefined || (line === 0 && character === 0 && !/^(?:class|def)\b/.test(text)))
    return { path: module, module: true };
  const head = /^(\s*)(?:async\s+)?(?:def|class)\s+/.exec(text);
  const isHead = head !== null && head[0].length === character;
  // an attribute that is set on `self` belongs to the class around the method
  const isSelf = /\bself\.$/.test(text.slice(0, character));
  const around = enclosing(lines, line, indentOf(text));
  const own = /^\s*(?:async\s+)?def\s+(\w+)/.exec(text);
  if (own && !isHead) around.unshift({ kind: 'def', name: own[1] ?? '' });
  const inSignature = !isHead && around[0]?.kind === 'def' && !isSelf ? around[0] : null;
  if (inSignature) {
    const owner = inSignature.name === '__init__' ? around.slice(1) : around;
    return { path: [module, ...owner.map((one) => one.name).reverse()].join('.'), parameter: name };
  }
  const owners = around.filter((one) => one.kind === 'class').map((one) => one.name);
  return { path: [module, ...owners.reverse(), name].join('.') };
}

/** @param {string} text */
function indentOf(text) {
  return text.length - text.trimStart().length;
}

/**
 * The definitions around a line, innermost first.
 * @param {string[]} lines @param {number} line @param {number} indent
 */
function enclosing(lines, line, indent) {
  /** @type {{ kind: string, name: string }[]} */
  const found = [];
  let limit = indent;
  for (let at = line - 1; at >= 0 && limit > 0; at--) {
    const text = lines[at] ?? '';
    // a bracket that closes a signature stands no deeper than its head
    if (text.trim() === '' || indentOf(text) >= limit || /^\s*[)\]}#]/.test(text)) continue;
    limit = indentOf(text);
    const head = /^(\s*)(?:async\s+)?(def|class)\s+(\w+)/.exec(text);
    if (head) found.push({ kind: head[2] ?? '', name: head[3] ?? '' });
  }
  return found;
}
