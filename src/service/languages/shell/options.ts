import type { Word } from '../text/word';

/** Whether an option takes the next word as its value. */
export type TakesValue = (option: string) => boolean;

export function valued(options: string): TakesValue {
  const known = new Set(options.split(' '));
  return (option) => known.has(option);
}

/** For commands most of whose options take a value: names those that do not; short ones may stand together. */
export function valuedBut(flags: string): TakesValue {
  const known = new Set(flags.split(' '));
  const letters = flags.replace(/--\S+|[- ]/g, '');
  const joined = new RegExp(`^-[${letters}]+$`);
  return (option) => !option.includes('=') && !known.has(option) && !joined.test(option);
}

/** The first word from `index` on that is neither an option nor an option's value; `--` ends the options. */
export function skipOptions(words: readonly Word[], index: number, takesValue: TakesValue): number {
  for (let at = index; at < words.length; at++) {
    const text = words[at]?.text ?? '';
    if (text === '--') return at + 1;
    if (!/^-./.test(text)) return at;
    if (takesValue(text)) at++;
  }
  return words.length;
}
