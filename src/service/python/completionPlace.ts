import type { SyntaxNode } from '@lezer/common';
import { optionOffers } from '../apiHover/sourceOption';
import type { CompletionPlace, Offer } from '../languages/completionPlace';
import { sparkKeys } from '../languages/configurationPlace';
import { sqlPlaceIn } from '../languages/sql/tablePlace';
import { airflowJinjaPlace } from '../languages/jinja/airflowPlace';
import { calledSymbols } from './arguments';
import { childrenOf, textOf } from './imports';
import type { PythonMention } from './position';
import type { Resolver } from './resolver';
import { formatOf } from './sourceOptions';
import { keysOf, stringAt } from './strings';
import { argumentsOf, stringContent, stringText } from './syntax';

/** Whether anything could be written at the end of this text, which no parser has to be asked for. */
export function mayComplete(before: string, trigger?: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (trigger === ' ') return /\{[{%]/.test(line);
  return /["']|\{[{%]/.test(line) || (trigger === undefined && /\.options\([^()]*$/.test(before.slice(-1000)));
}

/** What may be written at a node of the tree: in a string, or as a keyword of `.options(…)`. */
export function placeAt(node: SyntaxNode, offset: number, resolver: Resolver): CompletionPlace | null {
  return resolver.ask(() => {
    if (node.name === 'String') return inString(node, offset, resolver);
    return optionKeyword(node, offset, resolver);
  });
}

function inString(node: SyntaxNode, offset: number, resolver: Resolver): CompletionPlace | null {
  const content = stringContent(node, resolver.text);
  if (!content || offset < content.start || offset > content.end) return null;
  const mention = stringAt(node, offset, resolver);
  if (mention?.kind === 'jinja') return inTemplate(mention, offset, resolver);
  if (mention?.kind === 'sql') return moved(sqlPlaceIn(mention.text, mention.offset), mention.start);
  const found = mention ? offered(mention, node, resolver) : keyBeingTyped(node, resolver);
  if (!found) return null;
  const isWhole = content.end < node.to && !/[\r\n]/.test(resolver.text.slice(content.start, content.end));
  return { start: content.start, end: isWhole ? content.end : offset, ...found };
}

function moved(place: CompletionPlace | null, by: number): CompletionPlace | null {
  return place && { ...place, start: place.start + by, end: place.end + by };
}

type Found = Pick<CompletionPlace, 'offers' | 'taken'>;

function offered(mention: PythonMention, node: SyntaxNode, resolver: Resolver): Found | null {
  switch (mention.kind) {
    case 'value':
      return only({ from: 'parameterValues', of: mention.of, parameters: [mention.parameter] });
    case 'cron':
      return only({ from: 'parameterValues', of: mention.of, parameters: ['schedule', 'schedule_interval', 'cron'] });
    case 'parameter':
      return keyBeingTyped(node, resolver);
    case 'configurationKey':
      return mention.of.startsWith('airflow.') ? airflowOption(node, resolver) : only(sparkKeys);
    case 'format':
      return only({ from: 'names', section: 'spark-options/formats', below: '' });
    case 'option':
      return mention.format === undefined ? null : { offers: optionOffers(mention.of, mention.format, mention) };
    default:
      return null;
  }
}

function only(offer: Offer): Found {
  return { offers: [offer] };
}

/** `conf.get("core", "‸")`: the options of that section. */
function airflowOption(node: SyntaxNode, resolver: Resolver): Found | null {
  const [section, key] = argumentsOf(node.parent).map(({ value }) => value);
  const name = stringText(section, resolver.text);
  if (name === null || key?.from !== node.from) return null;
  const label = (rest: string) => (rest.includes('.') ? null : rest);
  return only({ from: 'names', section: 'airflow/options', below: `${name}.`, label });
}

/** A key of a dictionary, also one whose colon is still missing. */
function keyBeingTyped(node: SyntaxNode, resolver: Resolver): Found | null {
  const dictionary = node.parent;
  if (dictionary?.name !== 'DictionaryExpression' && dictionary?.name !== 'SetExpression') return null;
  if (!/^[{,]$/.test(node.prevSibling?.name ?? '')) return null;
  const keys = keysOf(dictionary, resolver);
  if (!keys) return null;
  const others = childrenOf(dictionary).filter(
    ({ name, nextSibling }) => name === 'String' && nextSibling?.name === ':',
  );
  const taken = new Set(
    others.filter(({ from }) => from !== node.from).flatMap((one) => stringText(one, resolver.text) ?? []),
  );
  if (keys.kind === 'configuration') return { offers: [sparkKeys], taken };
  const parameters = taskParameters(resolver);
  return parameters && { offers: [parameters], taken };
}

/** What belongs to one task cannot be a default of all. */
const ofOneTask = new Set(['task_id', 'dag', 'task_group', 'default_args']);

function taskParameters({ api }: Resolver): Offer | null {
  for (const path of ['airflow.sdk.BaseOperator', 'airflow.models.BaseOperator']) {
    const operator = api.lookup(path);
    if (!operator?.parameters) continue;
    const named = operator.parameters.filter(
      ({ name, kind }) => /^(?:any|keyword)$/.test(kind) && !name.startsWith('_'),
    );
    const names = named.map(({ name }) => name).filter((name) => !ofOneTask.has(name));
    return { from: 'parameters', of: operator.path, names };
  }
  return null;
}

function inTemplate(
  { start, text, offset: inner }: PythonMention & { kind: 'jinja' },
  offset: number,
  { api }: Resolver,
): CompletionPlace | null {
  const macros = ['airflow.sdk.execution_time.macros', 'airflow.macros']
    .map((path) => api.exports(path).map((name) => `${path}.${name}`))
    .map((paths) => paths.filter((path) => api.lookup(path)?.kind === 'function'))
    .find((paths) => paths.length > 0);
  const place = airflowJinjaPlace(text, inner, macros ?? []);
  const shift = offset - inner;
  return place && start <= offset ? { ...place, start: place.start + shift, end: place.end + shift } : null;
}

const optionsMethods =
  /\.(?:DataFrameReader|DataFrameWriter|DataFrameWriterV2|DataStreamReader|DataStreamWriter)\.options$/;

/** `.options(hea‸)`: there a name can only be a keyword. */
function optionKeyword(node: SyntaxNode, offset: number, resolver: Resolver): CompletionPlace | null {
  const isWord = node.name === 'VariableName';
  const list = node.name === 'ArgList' ? node : node.parent;
  if (list?.name !== 'ArgList' || (isWord && node.prevSibling?.name === 'AssignOp')) return null;
  const before = resolver.text.slice(list.from, isWord ? node.from : offset).trimEnd();
  if (!/[(,]$/.test(before)) return null;
  const [symbol] = calledSymbols(list, resolver);
  if (!symbol || !optionsMethods.test(symbol.path)) return null;
  const format = formatOf(list, resolver);
  if (format === null) return null;
  const isSet = node.nextSibling?.name === 'AssignOp';
  const names = argumentsOf(list).flatMap(({ name }) => (name ? [name] : []));
  const taken = new Set(names.filter(({ from }) => from !== node.from).map((name) => textOf(name, resolver.text)));
  const offers = optionOffers(symbol.path, format).map((offer) => asKeyword(offer, isSet));
  return { start: isWord ? node.from : offset, end: isWord ? node.to : offset, offers, taken };
}

function asKeyword(offer: Offer, isSet: boolean): Offer {
  if (offer.from !== 'names') return offer;
  const { label } = offer;
  return {
    ...offer,
    label: (rest, text) => (/^[A-Za-z_]\w*$/.test(rest) && label ? label(rest, text) : null),
    insert: (name: string) => (isSet ? name : `${name}=`),
  };
}
