import type { ApiText } from '../../catalogue/api';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import type { ApiName, ApiReference } from '../languages/apiReference';
import { flagText } from './dbtFlag';
import {
  acceptsValue,
  renderApiHover,
  renderApiParameter,
  takesParameter,
  type ApiHoverOptions,
} from '../renderApiHover';

/** The hover of what stands in a data file, or null where the catalogue says nothing of it. `adapters`: dbt's, here. */
export async function renderReference(
  reference: ApiReference,
  knowledge: ApiKnowledge,
  options: ApiHoverOptions,
  adapters: readonly string[] = [],
) {
  const text = await referredText(reference, knowledge, adapters);
  if (!text) return null;
  // nothing but a hover shows the signature of a macro
  const said = reference.stands ? flagText(text, reference.stands) : text;
  const value = textOf(said, reference, { ...options, signatureElsewhere: false });
  return value === null ? null : { start: reference.start, end: reference.end, value };
}

function textOf(text: ApiText, { parameter, value }: ApiReference, options: ApiHoverOptions): string | null {
  if (parameter !== undefined) return renderApiParameter({ text }, parameter, options);
  return saysNothing(text) ? null : renderApiHover({ text }, options, value);
}

/** What is said of the name that stands there; undefined where there is none, or more than one may be meant. */
export async function referredText(
  { names, unique = [], called, value, parameter }: ApiReference,
  knowledge: Pick<ApiKnowledge, 'textIn'>,
  adapters: readonly string[] = [],
): Promise<ApiText | undefined> {
  const isMeant = (text: ApiText, { section, name }: ApiName) => {
    if (value !== undefined) return acceptsValue(text, value);
    if (parameter !== undefined && !takesParameter(text, parameter)) return false;
    if (!/\/(?:context|macros)$/.test(section)) return true;
    const isFunction = text.facts.signature !== undefined;
    return isFunction === (called ?? false) || name.startsWith('modules.');
  };
  for (const one of names) {
    const text = await knowledge.textIn(one.section, one.name);
    if (text && isMeant(text, one)) return text;
  }
  const found = await Promise.all(unique.map(({ section, name }) => knowledge.textIn(section, name)));
  const known = found.filter((text) => text !== undefined);
  if (known.length <= 1) return known[0];
  const used = unique.flatMap(({ name }, at) => {
    const text = found[at];
    return text && adapters.includes(name.split('.', 1)[0] ?? '') ? [text] : [];
  });
  return used.length === 1 ? used[0] : agreed(adapters.length > 0 ? used : known);
}

/** What texts of the same key say of it, without whose it is, where they all say the same. */
function agreed(texts: readonly ApiText[]): ApiText | undefined {
  const [first] = texts;
  if (first?.does === undefined || !texts.every(({ does }) => does === first.does)) return undefined;
  const name = first.name.replace(/^\w+\.(?:config|profile)\./, '');
  return { name, does: first.does, ...(first.tool !== undefined && { tool: first.tool }), facts: { package: '' } };
}

/** The first of some names that there is; else the only one of those of which no more than one may exist. */
export async function firstKnown(
  { names, unique = [] }: Pick<ApiReference, 'names'> & { unique?: readonly ApiName[] },
  knowledge: Pick<ApiKnowledge, 'textIn'>,
): Promise<{ section: string; text: ApiText } | undefined> {
  for (const { section, name } of names) {
    const text = await knowledge.textIn(section, name);
    if (text) return { section, text };
  }
  const found = await Promise.all(
    unique.map(async ({ section, name }) => ({ section, text: await knowledge.textIn(section, name) })),
  );
  const known = found.flatMap(({ section, text }) => (text ? [{ section, text }] : []));
  return known.length === 1 ? known[0] : undefined;
}

/** `ref(*args, **kwargs)` without a word about it. */
function saysNothing({ does, facts: { signature } }: ApiText): boolean {
  return does === undefined && signature !== undefined && signature.some((one) => one.startsWith('*'));
}
