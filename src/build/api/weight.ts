import { deflateRawSync } from 'node:zlib';
import type { ApiFiles } from './compile';

/** What each file of the API knowledge weighs, in bytes of JSON and deflated as in the package, and how long it parses. */
export function weightText(files: ApiFiles): string {
  const weights = [...files].map(([name, value]) => weigh(name, JSON.stringify(value)));
  const sum = (key: 'raw' | 'deflated') => weights.reduce((total, weight) => total + weight[key], 0);
  return [
    '| file of api/ | bytes | deflated | parsed in ms |\n| --- | --- | --- | --- |',
    ...weights.map(({ name, raw, deflated, ms }) => `| ${name} | ${raw} | ${deflated} | ${ms.toFixed(1)} |`),
    `| **all ${weights.length} files** | ${sum('raw')} | ${sum('deflated')} | |`,
  ].join('\n');
}

function weigh(name: string, text: string) {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    JSON.parse(text);
    return performance.now() - start;
  });
  const raw = Buffer.byteLength(text);
  return { name, raw, deflated: deflateRawSync(text, { level: 9 }).length, ms: Math.min(...times) };
}
