import type { ApiExample } from '../../catalogue/api';
import { codeBlock } from '../markdown';

const marks: Readonly<Record<string, string>> = { python: '#', sql: '--', yaml: '#', shell: '#', ini: '#' };

/** The code, the table that it reads, and what it gave, all in one block: a comment reads as what it is. */
export function exampleBlock({ code, language, result, over }: ApiExample): string {
  const mark = marks[language] ?? '#';
  const table = over
    ? [
        `${mark} df: ${Object.entries(over)
          .map(([name, values]) => `${name} ${values.map(valueText).join(', ')}`)
          .join('; ')}`,
      ]
    : [];
  const lines = result?.split('\n') ?? [];
  const shown = lines.map((line, index) => `${mark} ${lines.length === 1 && index === 0 ? '→ ' : ''}${line}`);
  return codeBlock([code, ...table, ...shown].join('\n'), language);
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return value === null ? 'NULL' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
