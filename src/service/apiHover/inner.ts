import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import type { InnerMention } from '../languages/inner';
import { lastLine, renderApiHover, type ApiHoverOptions } from '../renderApiHover';
import { cronLines } from './cron';
import { sqlFunctionText } from './sqlFunction';

/** What decides in which SQL a file is written. */
interface Surroundings {
  isSparkSql?(documentUri: string): boolean;
}

/** The hover of what stands in another language, or null where nothing sure can be said. */
export async function renderInner(
  mention: InnerMention,
  document: TextDocument,
  knowledge: ApiKnowledge,
  options: ApiHoverOptions,
  surroundings: Surroundings,
) {
  const value =
    mention.kind === 'cron'
      ? cronText(mention, options)
      : isSpark(document, surroundings)
        ? await callText(mention.name, knowledge, options)
        : null;
  return value === null ? null : { start: mention.start, end: mention.end, value };
}

function cronText(mention: InnerMention & { kind: 'cron' }, options: ApiHoverOptions): string | null {
  const lines = cronLines(mention.cron, options.now, undefined);
  return lines && [...lines, lastLine(mention, options.links)].join('\n\n');
}

async function callText(name: string, knowledge: ApiKnowledge, options: ApiHoverOptions): Promise<string | null> {
  const text = await sqlFunctionText(name, knowledge);
  // nothing but a hover shows the forms of a function
  return text ? renderApiHover({ text }, { ...options, signatureElsewhere: false }) : null;
}

/** By the file's own word, else by what its project asks for. */
function isSpark(document: TextDocument, { isSparkSql }: Surroundings): boolean {
  if (/^(?:spark|databricks)-sql$/.test(document.languageId)) return true;
  const isNotebook = /^\s*-- Databricks notebook source\b/.test(document.getText().slice(0, 200));
  return isNotebook || (isSparkSql?.(document.uri) ?? false);
}
