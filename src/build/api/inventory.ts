import { z } from 'zod';

/** A release that was read: `release` is its line, `first` the day on which that line's first version came out. */
export interface Release {
  release: string;
  version: string;
  first?: string;
}

export interface Deprecation {
  /** The first release read that says so. */
  release: string;
  /** The version that the code itself names. */
  version?: string;
  use?: string;
}

export interface Move {
  release: string;
  to: string;
  deprecated?: string;
  removed?: string;
}

/** What changed about one parameter, by release. */
export interface ParameterChange {
  introduced?: string;
  removed?: string;
  defaults?: [release: string, value: string | null][];
  deprecated?: { release: string; use?: string };
}

/** An entry of any section: which of these it has depends on the section. `scripts/inventory` says what they mean. */
export interface InventoryEntry {
  kind?: string;
  package?: string;
  parameters?: string[];
  returns?: string;
  type?: string;
  value?: string;
  bases?: string[];
  static?: 'class' | 'static';
  templated?: string[];
  added?: string | Record<string, string>;
  introduced?: string;
  removed?: string;
  deprecated?: Deprecation | string | true;
  moved?: Move;
  changes?: Record<string, ParameterChange>;
  /** SQL functions and Scala's methods: how they are called; a function's group, and the version that added it. */
  forms?: string[];
  /** Of Scala's overloads: the release that brought a form, where it is younger than the name. */
  formsIntroduced?: Record<string, string>;
  group?: string;
  since?: string;
  /** Configuration: default, its history, and the version that added the key. */
  default?: string | null;
  defaults?: [release: string, value: string | null][];
  version?: string;
  runtime?: true;
  internal?: true;
  alternatives?: string[];
  /** Options and formats: the name that means the same. */
  alias?: string;
  environment?: string | string[];
  renamed?: { to: string; version?: string };
  arguments?: string[];
  options?: string[];
  flags?: string[];
  values?: string[];
  required?: true;
  use?: string[];
}

export interface InventoryAlias {
  to: string;
  introduced?: string;
  deprecated?: string;
  removed?: string;
}

export interface Inventory {
  packages: Record<string, Release[]>;
  /** By section, by name. */
  sections: Record<string, Record<string, InventoryEntry>>;
  aliases: Record<string, InventoryAlias>;
}

/** The sections that explanations may speak of. The others of an inventory are lists that no hover needs. */
export const explainedSections = [
  'symbols',
  'functions',
  'keys',
  'options',
  'formats',
  'commands',
  'templateVariables',
  'templateFilters',
  'context',
  'pythonModel',
  'macros',
  'selection',
  'adapters',
] as const;

export type ExplainedSection = (typeof explainedSections)[number];

const fileSchema = z.looseObject({
  tool: z.string(),
  packages: z.record(z.string(), z.array(z.looseObject({ release: z.string(), version: z.string() }))),
  aliases: z.record(z.string(), z.looseObject({ to: z.string() })).default({}),
});

/** Only the outline is checked: the file is generated, and half a minute of schema would find nothing. */
export function parseInventory(text: string): Inventory {
  const file = JSON.parse(text) as Record<string, Record<string, InventoryEntry>>;
  const { packages, aliases } = fileSchema.pick({ packages: true, aliases: true }).parse({
    packages: file.packages,
    aliases: file.aliases,
  }) as Pick<Inventory, 'packages' | 'aliases'>;
  const sections = Object.fromEntries(
    explainedSections.flatMap((name) => (file[name] ? [[name, entriesIn(file[name])]] : [])),
  );
  return { packages, aliases, sections };
}

/** A section of bare names is a list. */
function entriesIn(section: Record<string, InventoryEntry> | string[]): Record<string, InventoryEntry> {
  return Array.isArray(section) ? Object.fromEntries(section.map((name) => [name, {}])) : section;
}

/** `*args: int=3` → its name, without stars. Null for the bare marks `*` and `/`. */
export function parameterName(text: string): string | null {
  return /^\**([A-Za-z_]\w*)/.exec(text)?.[1] ?? null;
}
