import type { Names } from '../names';
import { configurationReference } from './configuration';
import { configurationPlace } from './configurationPlace';
import { statelessLanguage } from './dataLanguage';
import type { ToolMention } from './language';
import { blockAbove, isExpression } from './terraform/text';
import { terraformComment } from './text/comments';
import { lineAt } from './text/lines';
import type { Span } from './text/span';
import { mentionIn, plainWord, type Word } from './text/word';

const blockHead = /^\s*(resource|data|ephemeral|provider)\s+"([^"]*)/;
const source = /^\s*source\s*=\s*"([^"]*)/;
const providerArgument = /^\s*provider\s*=\s*([A-Za-z][\w-]*)/;
const identifierPart = /[\w-]/;

/** Terraform and OpenTofu: providers, resource types, and references to resources. */
export const terraform = statelessLanguage(
  terraformMention,
  terraformComment,
  configurationReference('terraform', terraformComment),
  { findPlace: configurationPlace('terraform', terraformComment) },
);

function terraformMention(text: string, offset: number, names: Names): ToolMention | null {
  const line = lineAt(text, offset);
  if (!line || terraformComment(text, offset)) return null;
  return (
    headMention(text, line, offset, names) ??
    sourceMention(text, line, offset, names) ??
    providerReference(text, line, offset, names) ??
    resourceReference(text, offset, names)
  );
}

/** `resource "aws_s3_bucket" "raw" {` and `provider "aws" {`. */
function headMention(text: string, line: Span, offset: number, names: Names): ToolMention | null {
  const found = blockHead.exec(text.slice(line.start, line.end));
  const [whole = '', keyword, name = ''] = found ?? [];
  if (!found) return null;
  const start = line.start + whole.length - name.length;
  const word = plainWord(text, start, start + name.length);
  if (keyword === 'provider') return providerMention(word, offset, names);
  return mentionIn(word, 0, name.length, resourceTool(names, name), offset);
}

/** `source = "databricks/databricks"`, in `required_providers` and nowhere else. */
function sourceMention(text: string, line: Span, offset: number, names: Names): ToolMention | null {
  const written = text.slice(line.start, line.end);
  const inline = /^(\s*[\w-]+\s*=\s*\{)(\s*source\s*=\s*".*)$/.exec(written);
  const found = source.exec(inline?.[2] ?? written);
  if (!found?.[1] || !inProviders(text, line, inline !== null)) return null;
  const start = line.start + (inline?.[1]?.length ?? 0) + found[0].length - found[1].length;
  return providerMention(plainWord(text, start, start + found[1].length), offset, names);
}

function inProviders(text: string, line: Span, isInline: boolean): boolean {
  const block = blockAbove(text, line) ?? '';
  return isInline ? /^required_providers\b/.test(block) : /^[\w-]+\s*=\s*\{/.test(block);
}

/** `provider = databricks.workspace`. */
function providerReference(text: string, line: Span, offset: number, names: Names): ToolMention | null {
  const found = providerArgument.exec(text.slice(line.start, line.end));
  if (!found?.[1]) return null;
  const start = line.start + found[0].length - found[1].length;
  return providerMention(plainWord(text, start, start + found[1].length), offset, names);
}

/** A provider by its address, with or without registry, or by the local name that most projects give it. */
function providerMention(word: Word, offset: number, names: Names): ToolMention | null {
  const address = word.text.toLowerCase();
  const [name = '', namespace] = address.split('/').reverse();
  const toolId =
    namespace === undefined ? localProvider(names, name) : names.exact('terraformProviders', `${namespace}/${name}`);
  return mentionIn(word, 0, word.text.length, toolId, offset);
}

function localProvider(names: Names, name: string): string | undefined {
  const official = names.exact('terraformProviders', `hashicorp/${name}`);
  if (official !== undefined || name === '') return official;
  for (const [address, toolId] of names.entries('terraformProviders')) {
    if (address.endsWith(`/${name}`)) return toolId;
  }
  return undefined;
}

/** `aws_s3_bucket.raw.arn` and `data.aws_s3_bucket.raw`: the type, in an expression. */
function resourceReference(text: string, offset: number, names: Names): ToolMention | null {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < 128 && identifierPart.test(text.charAt(start - 1))) start--;
  while (end < text.length && end - offset < 128 && identifierPart.test(text.charAt(end))) end++;
  const name = text.slice(start, end);
  const toolId = /^[a-z]\w*_\w+$/.test(name) ? resourceTool(names, name) : undefined;
  if (toolId === undefined || !/^\.[A-Za-z_]/.test(text.slice(end, end + 2))) return null;
  const isData = /(?:^|[^\w.])(?:data|ephemeral)\.$/.test(text.slice(Math.max(0, start - 12), start));
  if ((text.charAt(start - 1) === '.' && !isData) || !isExpression(text, start)) return null;
  return { start, end, toolId };
}

function resourceTool(names: Names, type: string): string | undefined {
  return names.wildcard('terraformResources', type);
}
