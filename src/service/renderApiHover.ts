import type { ApiAlias, ApiFacts, ApiParameter, ApiParameterFacts, ApiSymbol, ApiText } from '../catalogue/api';
import { availabilityOf, type ApiPin } from './apiHover/availability';
import { exampleBlock } from './apiHover/example';
import { shortType, signatureOf } from './apiHover/signature';
import { code, codeBlock, openPage, prose, type LinkStyle } from './markdown';

export type { ApiPin };

export interface ApiHoverOptions {
  links: LinkStyle;
  /** `auto`: the signature is left out where another extension shows it already. */
  signature: 'auto' | 'always' | 'never';
  /** Another extension shows signatures in this file. */
  signatureElsewhere?: boolean;
  /** What the project fixes for a distribution. */
  pin?: (distribution: string) => ApiPin | undefined;
  /** The newest version of a distribution that the reference knows. */
  newest?: (distribution: string) => string | undefined;
  /** The time, in milliseconds; without it no hover speaks of it. */
  now?: number;
}

/** A name of an API: a symbol with what is said of it, or a key, function or macro, of which there is only the text. */
export interface ApiThing {
  symbol?: ApiSymbol;
  text?: ApiText;
  /** The alias that the code writes, where it is not the symbol's own path. */
  alias?: ApiAlias;
  /** The language of the text's forms, where it is not SQL. */
  forms?: string;
}

/**
 * A name's hover as Markdown: warning, meaning, cost, signature, versions, example, related, links. Null where nothing
 * is known. `value`: the text that a key is set to.
 */
export function renderApiHover(thing: ApiThing, options: ApiHoverOptions, value?: string): string | null {
  const { symbol, text, alias } = thing;
  const name = text?.name ?? symbol?.path;
  if (name === undefined) return null;
  const facts = text?.facts ?? { package: '' };
  const { warning, line } = availabilityOf(facts, options.pin?.(facts.package), options.newest?.(facts.package), alias);
  const shown = showsSignature(options) ? signatureBlock(thing) : undefined;
  const key = keyLine(facts, text);
  const values = valueLines(valuesOf(text), value);
  const hasFacts =
    !symbol && (key !== undefined || values.length > 0 || facts.introduced !== undefined || facts.added !== undefined);
  if (!text?.does && shown === undefined && warning === undefined && !hasFacts) return null;
  return [
    warning,
    meaning(name, text, shown !== undefined),
    cost(text),
    shown,
    key,
    ...values,
    line,
    text?.example && exampleBlock(text.example),
    lastLine(text, options.links),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** A parameter's hover, at its name in a call. `value`: the text that the call gives, if it is a string. */
export function renderApiParameter(
  thing: ApiThing,
  name: string,
  options: ApiHoverOptions,
  value?: string,
): string | null {
  const { symbol, text } = thing;
  const parameter = symbol?.parameters?.find((one) => one.name === name);
  const said = text?.parameters && Object.hasOwn(text.parameters, name) ? text.parameters[name] : undefined;
  const written = symbol ? undefined : writtenParameter(text, name);
  const facts = text?.facts ?? { package: '' };
  const change = changeOf(thing, name);
  const isGone = change?.removed !== undefined && symbol?.parameters !== undefined;
  if (!said && !parameter && written === undefined && !isGone) return null;
  const availability =
    change &&
    availabilityOf(
      { package: facts.package, ...change },
      options.pin?.(facts.package),
      options.newest?.(facts.package),
    );
  const owner = symbol?.path ?? text?.name ?? '';
  return [
    availability?.warning,
    said && prose(said.does),
    written === undefined || !showsSignature(options) ? undefined : signatureBlock(thing),
    written === undefined ? parameterLine(parameter, name, owner) : `${code(written)} of ${code(owner)}`,
    ...valueLines(said?.values, value),
    availability?.line,
    lastLine(text, options.links),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
}

/** What releases changed of a parameter. `**kwargs` may still take one that the signature no longer names. */
function changeOf({ symbol, text }: ApiThing, name: string): ApiParameterFacts | undefined {
  const { changes } = text?.facts ?? {};
  const change = changes && Object.hasOwn(changes, name) ? changes[name] : undefined;
  const isOpen = symbol?.parameters?.some(({ kind }) => kind === 'options') ?? false;
  return isOpen && change?.removed !== undefined ? undefined : change;
}

/** Whether a macro or function of a text takes an argument by this name. */
export function takesParameter(text: ApiText, name: string): boolean {
  const isExplained = text.parameters !== undefined && Object.hasOwn(text.parameters, name);
  return isExplained || writtenParameter(text, name) !== undefined;
}

/** A parameter as a text's signature writes it: `max_rows=none`. */
function writtenParameter(text: ApiText | undefined, name: string): string | undefined {
  return text?.facts.signature?.find((one) => one.split('=', 1)[0] === name);
}

function showsSignature({ signature, signatureElsewhere = false }: ApiHoverOptions): boolean {
  return signature === 'always' || (signature === 'auto' && !signatureElsewhere);
}

/** Where no signature names the thing, its name stands in front. */
function meaning(name: string, text: ApiText | undefined, isNamed: boolean): string | undefined {
  const does = text?.does === undefined ? undefined : prose(text.does);
  if (isNamed) return does;
  const shown = code(text?.facts.package === 'dbt-core' ? name.replace(placeOfKey, '') : name);
  return does === undefined ? shown : `${shown}: ${does}`;
}

const runs: Record<NonNullable<ApiText['runs']>, string> = {
  action: '*Action: it runs the plan.*',
  lazy: '*Lazy.*',
  'lazy narrow': '*Lazy, narrow: no shuffle.*',
  'lazy wide': '*Lazy, wide: it shuffles.*',
};

function cost(text: ApiText | undefined): string | undefined {
  const parts = [...(text?.runs ? [runs[text.runs]] : []), ...(text?.expert ?? []).map(prose)];
  return parts.length === 0 ? undefined : parts.join(' ');
}

function signatureBlock({ symbol, text, forms: language = 'sql' }: ApiThing): string | undefined {
  if (symbol) return codeBlock(signatureOf(symbol), 'python');
  const { forms, signature } = text?.facts ?? {};
  if (forms && forms.length > 0) return codeBlock(forms.slice(0, language === 'sql' ? 3 : 4).join('\n'), language);
  if (text?.calls) return codeBlock(text.calls.join('\n'), 'python');
  return text && signature ? codeBlock(`${text.name}(${signature.join(', ')})`, 'python') : undefined;
}

/** What a configuration key is set to where nobody sets it, and whether it can be changed. */
function keyLine(facts: ApiFacts, text: ApiText | undefined) {
  const { type, runtime, required, environment, alias, arguments: given } = facts;
  const fallback = facts.default ?? text?.default;
  const parts = [
    ...(alias === undefined ? [] : [`the same as ${code(alias)}`]),
    ...(type === undefined ? [] : [code(type)]),
    ...(fallback === undefined || fallback === null
      ? []
      : [fallback === '' ? 'default empty' : `default ${code(fallback)}`]),
    ...(required ? ['required'] : []),
    ...(text?.applies ? [`for ${text.applies.map(code).join(', ')}`] : []),
    ...(runtime ? ['can be changed in a running session'] : []),
    ...(environment?.length ? [`also ${environment.slice(0, 2).map(code).join(', ')}`] : []),
    ...(given?.length ? [given.slice(0, 6).map(code).join(' ') + (given.length > 6 ? ' …' : '')] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(' · ');
}

const mostValues = 8;

/** Accepted values of a key: with what each does, where that is known. */
function valuesOf(text: ApiText | undefined): Record<string, string> | undefined {
  const { values, facts } = text ?? {};
  return facts?.accepted ? { ...Object.fromEntries(facts.accepted.map((one) => [one, ''])), ...values } : values;
}

/** Accepted values of a key, each with what it does; that is empty where nobody wrote of it. */
export function acceptedValues(text: ApiText): [value: string, does: string][] {
  return Object.entries(valuesOf(text) ?? {});
}

/** Whether a key's text lists a value. */
export function acceptsValue(text: ApiText, value: string): boolean {
  return Object.hasOwn(valuesOf(text) ?? {}, value);
}

/** Accepted values, the current one first. One block, so that it stays one paragraph apart. */
function valueLines(values: Record<string, string> | undefined, current?: string): string[] {
  const all = Object.entries(values ?? {});
  if (all.length === 0) return [];
  const isCurrent = (written: string) => current !== undefined && written.replace(/^(["'])(.*)\1$/, '$2') === current;
  const sorted = [...all.filter(([one]) => isCurrent(one)), ...all.filter(([one]) => !isCurrent(one))];
  const lines = sorted.slice(0, mostValues).map(([one, does]) => {
    const name = isCurrent(one) ? `**${code(one)}**` : code(one);
    return does === '' ? `- ${name}` : `- ${name} ${prose(does)}`;
  });
  const more = sorted.length > mostValues ? [`- and ${sorted.length - mostValues} more`] : [];
  return [[...lines, ...more].join('\n')];
}

/** A default that Airflow's code takes from its configuration. */
const configured = /^(?:_config_\w*factory|\w*conf\.get\w*)\('(\w+)', '(\w+)'[^()]*\)$/i;

function parameterLine(parameter: ApiParameter | undefined, name: string, owner: string): string {
  const type = parameter?.type === undefined ? '' : `: ${shortType(parameter.type)}`;
  const [, section, option] = configured.exec(parameter?.default ?? '') ?? [];
  if (option !== undefined)
    return `${code(`${name}${type}`)} of ${code(owner)} · default: option ${code(`${section}.${option.toLowerCase()}`)}`;
  const fallback = parameter?.default === undefined ? '' : ` = ${parameter.default}`;
  return `${code(`${name}${type}${fallback}`)} of ${code(owner)}`;
}

/** Related names, the tool's page, and the official documentation. */
export function lastLine(
  text: Pick<ApiText, 'related' | 'tool' | 'documentation'> | undefined,
  links: LinkStyle,
): string | undefined {
  const related = (text?.related ?? []).map((name) => code(lastPart(name)));
  const parts = [
    ...(related.length > 0 ? [`Related: ${related.join(', ')}`] : []),
    ...(text?.tool !== undefined && links === 'vscode' ? [`[Page](${openPage('tool', text.tool)})`] : []),
    ...(text?.documentation === undefined ? [] : [`[Documentation ↗](${text.documentation})`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** Where a key of dbt stands, which its file shows already. */
const placeOfKey = /^(?:(?:config|properties|packages|type)\.\w+|project|flags|profile|test)\.(?=[\w.-]+$)/;

/** Symbols are known by the last part of their path, keys by the whole name. */
function lastPart(name: string): string {
  if (placeOfKey.test(name)) return name.replace(placeOfKey, '');
  return /^(pyspark|delta|airflow|org\.apache\.spark)\./.test(name) ? name.slice(name.lastIndexOf('.') + 1) : name;
}
