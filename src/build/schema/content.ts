import { z } from 'zod';
import { recogniseSchema } from './recognise';

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is kebab-case: lower-case letters, digits and hyphens');

export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD')
  .refine((date) => new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date), 'this day does not exist');

export const sentence = (most: number) =>
  z
    .string()
    .min(1)
    .max(most, `at most ${most} characters: the page has room for the rest`)
    .refine((text) => !text.includes('\n'), 'one line');

export const referenceSchema = z.strictObject({
  id: idSchema,
  name: sentence(120),
  url: z.url({ protocol: /^https$/, error: 'a reference is an https:// address' }),
  checked: dateSchema,
});

/** A claim that can change: its sources by reference id, and the day they were read. */
const sourced = {
  references: z.array(idSchema).default([]),
  checked: dateSchema.optional(),
  unverified: z.literal(true).optional(),
};

/** The typed facts of a tool, in the order in which a page shows them. */
export const factLabels = {
  steward: 'Steward',
  licence: 'Licence',
  firstRelease: 'First release',
  newestRelease: 'Newest release',
  support: 'Support ends',
  languages: 'Languages',
  deployment: 'Runs as',
  processing: 'Processing',
  pricing: 'Pricing',
  storage: 'Stores or runs on',
} as const;

export type FactKey = keyof typeof factLabels;

const factSchema = z.strictObject({ value: sentence(140), ...sourced });

const factsSchema = z.strictObject(
  Object.fromEntries(Object.keys(factLabels).map((key) => [key, factSchema.optional()])) as Record<
    FactKey,
    z.ZodOptional<typeof factSchema>
  >,
);

export const toolSchema = z.strictObject({
  name: sentence(60),
  category: idSchema,
  kind: sentence(50),
  summary: sentence(220),
  fits: sentence(140),
  avoid: sentence(140),
  aliases: z.array(sentence(60)).default([]),
  formerly: z.array(z.strictObject({ name: sentence(60), note: sentence(120) })).default([]),
  documentation: z.url({ protocol: /^https$/ }),
  alternatives: z.array(idSchema).default([]),
  facts: factsSchema,
  recognise: recogniseSchema.prefault({}),
  references: z.array(referenceSchema).min(1, 'a tool page has at least one source'),
});

export const topicSchema = z.strictObject({
  title: sentence(80),
  summary: sentence(220),
  tools: z.array(idSchema).default([]),
  comparisons: z.array(idSchema).default([]),
  related: z.array(idSchema).default([]),
  references: z.array(referenceSchema).min(1, 'a topic page has at least one source'),
});

export const termSchema = z.strictObject({
  name: sentence(60),
  aliases: z.array(sentence(60)).default([]),
  /** One sentence of meaning; a hover shows it. */
  summary: sentence(240),
  tools: z.array(idSchema).default([]),
  topics: z.array(idSchema).default([]),
  comparisons: z.array(idSchema).default([]),
  /** Other terms. */
  related: z.array(idSchema).default([]),
  /** Spellings that cannot mean anything else, case-sensitive: hovers show them in comments and Markdown. */
  prose: z.array(z.string().min(3)).default([]),
  references: z.array(referenceSchema).default([]),
});

const cellSchema = z.strictObject({
  value: sentence(80),
  note: sentence(300).optional(),
  ...sourced,
});

export const comparisonSchema = z.strictObject({
  title: sentence(80),
  question: sentence(160),
  summary: sentence(220),
  subjectLabel: sentence(30).default('System'),
  subjectsAs: z.enum(['columns', 'rows']).default('columns'),
  /** In the table's order. `tool` links the subject to its page and lends it its name. */
  subjects: z.array(z.strictObject({ id: idSchema, name: sentence(60).optional(), tool: idSchema.optional() })).min(2),
  questions: z
    .array(
      z.strictObject({
        id: idSchema,
        ask: sentence(60),
        cells: z.record(idSchema, cellSchema),
      }),
    )
    .min(1),
  /** Markdown below the table: how to read it, what it leaves out. */
  notes: z.string().default(''),
  references: z.array(referenceSchema).min(1, 'a comparison has at least one source'),
});

export const snippetSchema = z.strictObject({
  prefix: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)+$/, 'a prefix is kebab-case and starts with its tool: spark-read-csv'),
  title: sentence(70),
  description: sentence(200),
  /** What must be installed, with the versions it was run with: "pyspark 4.3". */
  needs: z.array(sentence(60)).min(1),
  /** Pieces of the code that become tab stops, in order; each stands in the code as written. */
  placeholders: z.array(z.string().min(1)).default([]),
  /** "executed" on the real engine, or "parsed" against the real package, with the reason. */
  verified: z.enum(['executed', 'parsed', 'imported']),
  verifiedNote: sentence(160).optional(),
  /** VS Code language id, where the file's ending does not say it (dbt's Jinja SQL, for one). */
  language: z.string().optional(),
  /** dbt snippets: where the file belongs in a dbt project, and other files that must be beside it when it runs. */
  path: z.string().optional(),
  references: z.array(referenceSchema.omit({ id: true })).default([]),
});

const linkSchema = z
  .string()
  .regex(/^[a-z]+:[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9-]+)?$/, 'a link is written kind:id, such as tool:spark');

/** Ids out of use, and where their links lead now. */
export const redirectsSchema = z
  .record(linkSchema, linkSchema)
  .nullable()
  .transform((redirects) => redirects ?? {});

export const categorySchema = z.strictObject({ id: idSchema, title: sentence(40), icon: z.string().min(1) });
