import { z } from 'zod';
import { idSchema, sentence } from '../schema/content';
import { explainedSections, type ExplainedSection, type Inventory, type InventoryEntry } from './inventory';

/** `scope.yml`: which names of an inventory are public and must be explained, and which are not, and why. */
export const scopeSchema = z.strictObject({
  areas: z.array(
    z.strictObject({
      id: idSchema,
      title: sentence(80),
      section: z.enum(explainedSections),
      /** Patterns of names; all names of the section where there is none. */
      names: z.array(z.string()).default(['**']),
      /** Only what is of this kind. */
      kind: z.literal('class').optional(),
      /** How many must be explained, where it is not all. */
      wanted: z.number().int().positive().optional(),
    }),
  ),
  excluded: z
    .array(
      z.strictObject({
        section: z.enum(explainedSections).default('symbols'),
        names: z.array(z.string()).min(1),
        because: sentence(200),
      }),
    )
    .default([]),
  /** Symbols that the newest release still has, though no longer among the names that its module lists. */
  kept: z.array(z.strictObject({ names: z.array(z.string()).min(1), because: sentence(200) })).default([]),
  /** Which symbols ship, and in which file of names; the first entry that matches a symbol counts. None: none ships. */
  shards: z
    .array(
      z.strictObject({
        /** `{2}` stands for the third part of the symbol's path. */
        id: z.string().regex(/^[a-z0-9]+(-([a-z0-9]+|\{\d\}))*$/),
        names: z.array(z.string()).min(1),
        /** `top`: classes and functions, not what classes hold. */
        depth: z.enum(['top', 'all']).default('all'),
        /** Types of parameters, which only completion and hovers of keywords show. */
        types: z.boolean().default(true),
      }),
    )
    .default([]),
  /** Why no example of the inventory can be checked; else each must have been. */
  unchecked: sentence(200).optional(),
  /** Patterns of names that do not ship whatever `shards` says. */
  unshipped: z.array(z.strictObject({ names: z.array(z.string()).min(1), because: sentence(200) })).default([]),
});

export type Scope = z.infer<typeof scopeSchema>;
export type Area = Scope['areas'][number];

/** Answers whether a name is meant by a pattern. */
export interface NamePattern {
  test(name: string): boolean;
}

/**
 * `a.b.*Type` matches in its segment, `**` any number of segments. What is below a matched name is matched too,
 * unless the pattern ends in `$`.
 */
export function namePattern(pattern: string): NamePattern {
  const exact = pattern.endsWith('$');
  const path = exact ? pattern.slice(0, -1) : pattern;
  if (!path.includes('*')) return { test: (name) => name === path || (!exact && name.startsWith(`${path}.`)) };
  const wanted = path.split('.');
  return { test: (name) => matches(wanted, name.split('.'), 0, 0, exact) };
}

function matches(wanted: string[], given: string[], w: number, g: number, exact: boolean): boolean {
  for (; w < wanted.length; w++, g++) {
    const segment = wanted[w] ?? '';
    if (segment === '**') {
      for (let at = g; at <= given.length; at++) if (matches(wanted, given, w + 1, at, exact)) return true;
      return false;
    }
    if (g >= given.length || !matchesSegment(segment, given[g] ?? '')) return false;
  }
  return !exact || g === given.length;
}

function matchesSegment(segment: string, text: string): boolean {
  if (!segment.includes('*')) return segment === text;
  const [first = '', ...rest] = segment.split('*');
  if (!text.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** The names of an area that must be explained: there in the newest release, of its kind, and not excluded. */
export function publicNames(area: Area, scope: Scope, inventory: Inventory): string[] {
  const within = area.names.map(namePattern);
  const outside = excludedIn(area.section, scope);
  return Object.entries(inventory.sections[area.section] ?? {})
    .filter(([, entry]) => isCurrent(entry) && (area.kind === undefined || entry.kind === area.kind))
    .map(([name]) => name)
    .filter((name) => within.some((one) => one.test(name)) && !outside.some((one) => one.test(name)));
}

function excludedIn(section: ExplainedSection, { excluded }: Scope): NamePattern[] {
  return excluded.filter((one) => one.section === section).flatMap(({ names }) => names.map(namePattern));
}

/** What was moved or removed says by itself where it went. */
function isCurrent(entry: InventoryEntry): boolean {
  return (
    entry.removed === undefined && entry.moved === undefined && entry.renamed === undefined && entry.alias === undefined
  );
}
