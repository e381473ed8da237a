import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { parseAs } from './parse';
import type { Problem } from './problem';
import { snippetSchema } from './schema/content';

export interface SnippetSource {
  /** The prefix, which is unique. */
  id: string;
  file: string;
  /** The folder it lies in: the tool's short name. */
  folder: string;
  data: z.infer<typeof snippetSchema>;
  language: string;
  /** The part that is inserted. */
  code: string;
}

const languages: Record<string, string> = {
  '.py': 'python',
  '.sql': 'sql',
  '.yml': 'yaml',
  '.yaml': 'yaml',
  '.scala': 'scala',
  '.java': 'java',
  '.sh': 'shellscript',
  '.tf': 'terraform',
  '.toml': 'toml',
  '.csv': 'csv',
};

const marker = /^\s*(?:#|--|\/\/) ?(.*)$/;

/** Takes a snippet file apart: head matter in comments, then cells; without `%%` lines everything is the snippet. */
export function readSnippet(
  text: string,
  file: string,
  folder: string,
  problems: Problem[],
): SnippetSource | undefined {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const head = takeHead(lines);
  if (!head) {
    problems.push({
      file,
      rule: 'schema',
      message: 'start the file with head matter in comments between two --- lines',
    });
    return undefined;
  }
  const data = parseAs(snippetSchema, () => parseYaml(head.yaml) as unknown, file, problems);
  const language = data?.language ?? languages[path.posix.extname(file)];
  if (!data || !language) return undefined;
  return { id: data.prefix, file, folder, data, language, code: snippetCell(lines.slice(head.length)) };
}

function takeHead(lines: string[]): { yaml: string; length: number } | undefined {
  if (commentText(lines[0]) !== '---') return undefined;
  const end = lines.findIndex((line, index) => index > 0 && commentText(line) === '---');
  if (end < 0) return undefined;
  return {
    yaml: lines
      .slice(1, end)
      .map((line) => commentText(line) ?? line)
      .join('\n'),
    length: end + 1,
  };
}

function commentText(line: string | undefined): string | undefined {
  return line === undefined ? undefined : marker.exec(line)?.[1]?.trimEnd();
}

function snippetCell(lines: string[]): string {
  const cell = (line: string) => /^%%\s*(\w+)/.exec(commentText(line) ?? '')?.[1];
  const start = lines.findIndex((line) => cell(line) === 'snippet');
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => cell(line) !== undefined);
  return (end < 0 ? rest : rest.slice(0, end)).join('\n').replace(/^\n+|\s+$/g, '');
}
