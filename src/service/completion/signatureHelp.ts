import type {
  MarkupContent,
  ParameterInformation,
  SignatureHelp,
  SignatureInformation,
} from 'vscode-languageserver-types';
import type { ApiText } from '../../catalogue/api';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import { firstKnown, referredText } from '../apiHover/reference';
import type { CallPlace } from '../languages/callPlace';
import { prose } from '../markdown';
import { acceptedValues } from '../renderApiHover';

/** The signatures of what is called, with the parameter at the caret; null where nothing is known of it. */
export async function signatureHelpOf(call: CallPlace, knowledge: ApiKnowledge): Promise<SignatureHelp | null> {
  const text = await referredText({ start: 0, end: 0, names: call.names, called: true }, knowledge);
  if (!text) return null;
  const key = call.key && (await firstKnown(call.key, knowledge));
  if (key && call.keyword !== undefined) return configured(text, call.keyword, key.text);
  const forms = text.calls ?? [`${text.name}(${(text.facts.signature ?? []).join(', ')})`];
  // `config(*args, **kwargs)` without a word says nothing
  if (text.does === undefined && text.facts.signature?.some((one) => one.startsWith('*'))) return null;
  const signatures = forms.map((form) => signatureOf(form, text, call));
  const fitting = signatures.findIndex(
    ({ parameters = [], activeParameter }) => (activeParameter ?? 0) < parameters.length,
  );
  return { signatures, activeSignature: Math.max(0, fitting) };
}

/** `config(materialized=…)`: each keyword is a key of its own. */
function configured(text: ApiText, keyword: string, key: ApiText): SignatureHelp {
  const label = `${text.name}(${keyword}=…)`;
  const values = acceptedValues(key).map(([value, does]) => `- \`${value}\`${does === '' ? '' : ` ${prose(does)}`}`);
  const said = [
    ...(key.does === undefined ? [] : [prose(key.does)]),
    ...(values.length > 0 ? [values.join('\n')] : []),
  ];
  const start = text.name.length + 1;
  const parameter: ParameterInformation = {
    label: [start, label.length - 1],
    ...(said.length > 0 && { documentation: markdown(said.join('\n\n')) }),
  };
  return { signatures: [{ label, parameters: [parameter], activeParameter: 0 }], activeSignature: 0 };
}

function signatureOf(form: string, text: ApiText, call: CallPlace): SignatureInformation {
  const spans = parameterSpans(form);
  const names = spans.map(([start, end]) => form.slice(start, end));
  const parameters = spans.map((label, index): ParameterInformation => {
    const said = sayingOf(names[index] ?? '', text);
    return { label, ...(said !== undefined && { documentation: markdown(prose(said)) }) };
  });
  return {
    label: form,
    ...(text.does !== undefined && { documentation: markdown(prose(text.does)) }),
    parameters,
    activeParameter: activeOf(names, call),
  };
}

function sayingOf(parameter: string, { parameters = {} }: ApiText): string | undefined {
  const name = bareName(parameter);
  return Object.hasOwn(parameters, name) ? parameters[name]?.does : undefined;
}

function bareName(parameter: string): string {
  return parameter.replace(/^\**/, '').replace(/=.*$/s, '');
}

/** The number of the parameter at the caret; as many as there are where it is none of them. */
function activeOf(parameters: readonly string[], { index, keyword }: CallPlace): number {
  const found =
    keyword === undefined
      ? parameters.findIndex((one, at) => at === index || (at < index && /^\*(?!\*)/.test(one)))
      : parameters.findIndex((one) => bareName(one) === keyword);
  if (found >= 0) return found;
  const rest = keyword === undefined ? -1 : parameters.findIndex((one) => one.startsWith('**'));
  return rest >= 0 ? rest : parameters.length;
}

/** Where each parameter stands in `name(a, b=[1, 2])`. */
function parameterSpans(form: string): [number, number][] {
  const spans: [number, number][] = [];
  let depth = 0;
  let start = form.indexOf('(') + 1;
  for (let at = start; at < form.length; at++) {
    const sign = form.charAt(at);
    const isEnd = depth === 0 && (sign === ',' || sign === ')');
    if (isEnd && at > start) spans.push([start, at]);
    if (isEnd) start = at + (form.charAt(at + 1) === ' ' ? 2 : 1);
    else if (/[([{]/.test(sign)) depth++;
    else if (/[)\]}]/.test(sign)) depth--;
  }
  return spans;
}

function markdown(value: string): MarkupContent {
  return { kind: 'markdown', value };
}
