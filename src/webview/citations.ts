import type { Reference, Sourced } from '../catalogue/types';
import type { Context } from './context';
import { isOld, time } from './dates';
import { h } from './dom';
import { linkOrText } from './links';
import { disclose } from './popup';

/** A number that opens its source in place. */
export function citation(number: number, context: Context): HTMLElement | undefined {
  const reference = context.sources.get(number);
  if (!reference) return undefined;
  const label = `Source ${number}: ${reference.name}`;
  const button = h('button', { type: 'button', class: 'citation', 'aria-label': label }, String(number));
  disclose(button, label, () => [source(reference, context.today)]);
  return h('span', { class: 'citation-place' }, button);
}

/** Name, address and the day of reading. */
export function source(reference: Reference, today: Date): HTMLElement {
  return h(
    'span',
    { class: 'source' },
    linkOrText(reference.url, reference.name),
    h(
      'span',
      { class: 'source-detail' },
      hostOf(reference.url),
      ' · read ',
      time(reference.checked),
      isOld(reference.checked, today) && ', more than 180 days ago',
    ),
  );
}

/** One word for what is weak about a claim, if anything is. */
export function weakness(claim: Sourced, today: Date): { word: string; sentence: string } | undefined {
  if (claim.unverified) return { word: 'unverified', sentence: 'Unverified: nobody could read this in a source.' };
  if (claim.checked && isOld(claim.checked, today))
    return { word: 'old', sentence: `Old: last checked on ${claim.checked}, more than 180 days ago.` };
  return undefined;
}

export function weaknessMark(claim: Sourced, today: Date): HTMLElement | undefined {
  const weak = weakness(claim, today);
  return weak && h('span', { class: 'mark', title: weak.sentence }, weak.word);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
