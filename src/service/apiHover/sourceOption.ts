import type { ApiText } from '../../catalogue/api';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import type { NamesOffer, Offer } from '../languages/completionPlace';
import { code, prose } from '../markdown';
import { renderApiHover, type ApiHoverOptions } from '../renderApiHover';

/** An option of a data source as code writes it. */
export interface SourceOption {
  /** The path of the method that takes it: `pyspark.sql.DataFrameReader.option`. */
  of: string;
  key: string;
  /** Where the code names it. */
  format?: string;
  /** The text that it is set to, where the question is after that. */
  value?: string;
}

type Knowledge = Pick<ApiKnowledge, 'textIn' | 'foldedNames'>;
type Side = NonNullable<ApiText['applies']>[number];

const options = 'spark-options/options';
const formats = 'spark-options/formats';

/** What the name of a format means; null for one that Spark and Delta Lake do not bring. */
export async function formatHover(name: string, knowledge: Knowledge, shown: ApiHoverOptions): Promise<string | null> {
  const text = await textOfFormat(name, knowledge);
  return text ? renderApiHover({ text }, shown) : null;
}

/** What an option means for the format at hand; where the code does not name one, for each that has it. */
export async function optionHover(
  option: SourceOption,
  knowledge: Knowledge,
  shown: ApiHoverOptions,
): Promise<string | null> {
  const texts =
    option.format === undefined
      ? await ofAnyFormat(option, knowledge)
      : await ofFormat(option, option.format, knowledge);
  const [first] = texts;
  if (!first) return null;
  const agree = texts.every((text) => sameMeaning(text, first));
  if (!agree) return option.value === undefined ? byFormat(option.key, texts) : null;
  const text = { ...first, name: texts.length > 1 ? keyOf(first.name) : shownName(first.name) };
  if (option.value === undefined) return renderApiHover({ text }, shown);
  const accepted = acceptedValue(text, option.value);
  return accepted === undefined ? null : renderApiHover({ text }, shown, accepted);
}

async function textOfFormat(name: string, knowledge: Knowledge): Promise<ApiText | undefined> {
  const written = (await knowledge.foldedNames(formats)).get(name.toLowerCase());
  return written === undefined ? undefined : knowledge.textIn(formats, written);
}

/** Formats that are read from and written to files, and share the options of all such. */
const fileFormats: ReadonlySet<string> = new Set([
  ...['csv', 'json', 'parquet', 'orc', 'text', 'xml', 'avro'],
  ...['binaryFile', 'image', 'libsvm'],
]);

/** Where the options stand that no single format owns. */
const common = { file: 'every file format', sink: 'every streaming sink' } as const;

async function ofFormat({ of, key }: SourceOption, name: string, knowledge: Knowledge): Promise<ApiText[]> {
  const found = await textOfFormat(name, knowledge);
  const format = found?.facts.alias ?? found?.name;
  const places = placesOf(format, sideOf(of));
  const names = await knowledge.foldedNames(options);
  for (const place of places) {
    const written = names.get(`${place}.${key}`.toLowerCase());
    const text = written === undefined ? undefined : await knowledge.textIn(options, written);
    if (text) return [text];
  }
  return [];
}

/** Where the options of a format stand: its own, those of all files, those of all sinks. */
function placesOf(format: string | undefined, side: Side): string[] {
  return [
    ...(format === undefined ? [] : [format]),
    ...(format !== undefined && fileFormats.has(format) ? ['file'] : []),
    ...(side === 'writeStream' ? ['sink'] : []),
  ];
}

async function ofAnyFormat({ of, key }: SourceOption, knowledge: Knowledge): Promise<ApiText[]> {
  const wanted = key.toLowerCase();
  const side = sideOf(of);
  const names = [...(await knowledge.foldedNames(options))].filter(([name]) => keyOf(name) === wanted);
  const texts = await Promise.all(names.map(([, name]) => knowledge.textIn(options, name)));
  return texts.filter((text) => text !== undefined).filter(({ applies }) => applies?.includes(side) ?? false);
}

/** The options of a format on the side that a method is on; of the one that is set, what it accepts. */
export function optionOffers(
  of: string,
  format: string,
  { key, value }: { key?: string; value?: string } = {},
): Offer[] {
  const side = sideOf(of);
  const places = placesOf(format, side);
  if (value !== undefined && key !== undefined)
    return [{ from: 'values', names: places.map((place) => ({ section: options, name: `${place}.${key}` })) }];
  // another spelling of an option is understood, but not proposed
  const label: NamesOffer['label'] = (rest, { applies, facts }) =>
    facts.alias === undefined && (applies?.includes(side) ?? true) ? rest : null;
  return places.map((place) => ({ from: 'names', section: options, below: `${place}.`, label }));
}

/** Whether a method's options are for reading or writing, by its path. */
function sideOf(of: string): Side {
  if (of.includes('DataStreamReader')) return 'readStream';
  if (of.includes('DataStreamWriter')) return 'writeStream';
  return of.includes('DataFrameWriter') ? 'write' : 'read';
}

/** `csv.header` → csv; no format has a dot in its name, keys may. */
function placeOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

function keyOf(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}

function shownName(name: string): string {
  return Object.hasOwn(common, placeOf(name)) ? keyOf(name) : name;
}

function sameMeaning(a: ApiText, b: ApiText): boolean {
  const said = ({ does, expert, values, default: fallback }: ApiText) =>
    JSON.stringify([does, expert, values, fallback]);
  return a === b || said(a) === said(b);
}

const mostFormats = 8;

/** One line for each format that has the option. */
function byFormat(key: string, texts: readonly ApiText[]): string {
  const lines = texts.slice(0, mostFormats).map(({ name, does = '' }) => {
    const place = placeOf(name);
    const label = Object.hasOwn(common, place) ? common[place as keyof typeof common] : code(place);
    return `- ${label}: ${prose(does)}`;
  });
  const more = texts.length > mostFormats ? [`- and ${texts.length - mostFormats} more`] : [];
  return `${code(key)}, by format:\n\n${[...lines, ...more].join('\n')}`;
}

/** A listed value as the list writes it: Spark takes it in any case. */
function acceptedValue({ values }: ApiText, given: string): string | undefined {
  return Object.keys(values ?? {}).find((one) => one.toLowerCase() === given.toLowerCase());
}
