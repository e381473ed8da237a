import { h, type Child } from './dom';

/** Four colours, found by one regular expression a language: enough to see where a string or a comment ends. */
type Family = 'python' | 'sql' | 'yaml' | 'shell' | 'c';

const families = new Map<string, Family>(
  Object.entries({
    python: 'python',
    py: 'python',
    sql: 'sql',
    'jinja-sql': 'sql',
    yaml: 'yaml',
    yml: 'yaml',
    toml: 'shell',
    ini: 'shell',
    properties: 'shell',
    bash: 'shell',
    sh: 'shell',
    shell: 'shell',
    shellscript: 'shell',
    dockerfile: 'shell',
    hcl: 'shell',
    terraform: 'shell',
    scala: 'c',
    java: 'c',
    javascript: 'c',
    typescript: 'c',
    json: 'c',
  }),
);

const words: Record<Family, string> = {
  python:
    'and as assert async await break class continue def del elif else except finally for from global if import in is lambda match None nonlocal not or pass raise return True False try while with yield',
  sql: 'all alter and as asc between by case cast copy create cross delete desc distinct drop else end except exists false first from full group having if in inner insert interval into is join last lateral left like limit matched merge not null on or order outer over partition primary qualify replace right rows select set table then true union unpivot update using values view when where window with',
  yaml: 'true false null',
  shell: 'case do done else esac export fi for function if in then while',
  c: 'abstract boolean case catch class const def do double else enum export extends false final finally for function given if implements import int interface let long match new null object override package private protected public return static super then this throw trait true try type using val var void while with yield',
};

const comments: Record<Family, string> = {
  python: '#.*',
  sql: '--.*|/\\*[^]*?\\*/|\\{#[^]*?#\\}',
  yaml: '(?<=^|\\s)#.*|\\{#[^]*?#\\}',
  shell: '(?<=^|\\s)(?:#|//).*',
  c: '//.*|/\\*[^]*?\\*/',
};

const strings = `"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*'`;

/** Longer than this is data, not code: colouring it would hold the page up. */
const longest = 20_000;

export function highlight(code: string, language: string): Child[] {
  const family = families.get(language.toLowerCase());
  if (!family || code.length > longest) return [code];
  const parts: Child[] = [];
  let end = 0;
  for (const match of code.matchAll(pattern(family))) {
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)![0];
    parts.push(code.slice(end, match.index), h('span', { class: `code-${kind}` }, match[0]));
    end = match.index + match[0].length;
  }
  parts.push(code.slice(end));
  return parts;
}

function pattern(family: Family): RegExp {
  const key = family === 'yaml' ? `^[ \\t-]*[+\\w.-]+(?=:(?:\\s|$))|` : '';
  return new RegExp(
    `(?<comment>${comments[family]})|(?<string>${strings})|(?<keyword>${key}\\b(?:${words[family].replaceAll(' ', '|')})\\b)|(?<number>\\b\\d[\\d_.]*(?:e[+-]?\\d+)?\\b)`,
    family === 'sql' ? 'gim' : 'gm',
  );
}
