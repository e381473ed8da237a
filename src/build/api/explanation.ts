import { z } from 'zod';
import { dateSchema, idSchema, sentence } from '../schema/content';

/** `does` and at most a few accepted values with what each means; a plain text is `does` alone. */
const parameterSchema = z
  .union([
    sentence(200),
    z.strictObject({
      does: sentence(200),
      values: z.record(z.string(), sentence(140)).default({}),
    }),
  ])
  .transform((given) => (typeof given === 'string' ? { does: given, values: {} } : given));

const codeSchema = z
  .string()
  .transform((text) => text.trimEnd())
  .refine(
    (text) => text.split('\n').every((line) => line.length <= 88),
    'a line of an example has at most 88 characters',
  );

export const exampleLanguages = ['python', 'sql', 'yaml', 'ini', 'shell'] as const;

const exampleSchema = z
  .strictObject({
    /** Columns of a small DataFrame, which the code calls `df`. */
    over: z.record(z.string(), z.array(z.unknown())).optional(),
    /** Its types as DDL, where the values do not say them. */
    schema: z.string().optional(),
    code: codeSchema,
    language: z.enum(exampleLanguages).optional(),
  })
  .refine(({ code, language }) => code.split('\n').length <= (language === 'yaml' ? 8 : 3), {
    message: 'an example has at most 3 lines',
    path: ['code'],
  });

/** Where an option of a data source counts: `spark.read`, `df.write`, and their streaming kin. */
export const optionSides = ['read', 'write', 'readStream', 'writeStream'] as const;

export const entrySchema = z.strictObject({
  /** One sentence of meaning. */
  does: sentence(160).refine((text) => /[.?]$/.test(text), 'a sentence ends with a full stop'),
  /** What an expert would add. */
  expert: z.array(sentence(200)).max(3, 'at most 3 sentences: a hover is read in two seconds').default([]),
  parameters: z.record(z.string(), parameterSchema).default({}),
  /** What `**kwargs` take, or took once, without a signature that names it. */
  keywords: z.record(z.string(), parameterSchema).default({}),
  /** Ways to call what takes `*args`: `ref(model_name, version=None)`, as its code reads them. */
  calls: z
    .array(z.string().regex(/^\w+\(.*\)$/))
    .max(3)
    .default([]),
  /** Of a configuration key: accepted values, with what each does. */
  values: z.record(z.string(), sentence(140)).default({}),
  /** Of an option whose inventory does not know it: what holds where it is left out. */
  default: z.string().max(60).optional(),
  applies: z.array(z.enum(optionSides)).default([]),
  /** Spark's DataFrame methods: when and how they run. */
  runs: z.enum(['action', 'lazy', 'lazy narrow', 'lazy wide']).optional(),
  example: exampleSchema.optional(),
  related: z.array(z.string()).max(4, 'at most 4 related names').default([]),
  documentation: z.url({ protocol: /^https$/ }).optional(),
});

const section = z.record(z.string(), entrySchema).default({});

export const explanationSchema = z.strictObject({
  title: sentence(80),
  /** Id of the tool whose page the hover links to. */
  tool: idSchema,
  /** Address of the official documentation; `{path}` is the qualified name, `{name}` its last part. */
  documentation: z.url({ protocol: /^https$/ }),
  checked: dateSchema,
  /** Language of the examples, where it is not the section's usual one. */
  language: z.enum(exampleLanguages).optional(),
  symbols: section,
  functions: section,
  keys: section,
  options: section,
  formats: section,
  commands: section,
  templateVariables: section,
  templateFilters: section,
  context: section,
  pythonModel: section,
  macros: section,
  selection: section,
  adapters: section,
});

export type Explanation = z.infer<typeof entrySchema>;
export type ExplanationFile = z.infer<typeof explanationSchema>;
