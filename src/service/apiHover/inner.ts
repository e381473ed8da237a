import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import type { InnerMention } from '../languages/inner';
import { lastLine, renderApiHover, type ApiHoverOptions } from '../renderApiHover';
import type { DbtCall } from '../dbt/call';
import type { DbtResource } from '../dbt/find';
import type { TestFile } from '../dbt/genericTests';
import { cronLines } from './cron';
import { renderDbtResource } from './dbtResource';
import { sqlFunctionText } from './sqlFunction';
import { tableText } from './sqlText';

/** What the files around a document say. */
export interface Surroundings {
  isSparkSql?(documentUri: string): boolean;
  dbtResource?(documentUri: string, call: DbtCall): Promise<DbtResource | undefined>;
  /** The generic tests that the document's dbt project defines. */
  dbtTests?(documentUri: string): Promise<readonly TestFile[]>;
  /** Whether the document's dbt project lists a package of this name. */
  usesDbtPackage?(documentUri: string, name: string): boolean;
}

/** The hover of what stands in another language, or null where nothing sure can be said. */
export async function renderInner(
  mention: InnerMention,
  document: TextDocument,
  knowledge: ApiKnowledge,
  options: ApiHoverOptions,
  surroundings: Surroundings,
) {
  const value = await innerText(mention, document, knowledge, options, surroundings);
  return value === null ? null : { start: mention.start, end: mention.end, value };
}

async function innerText(
  mention: InnerMention,
  document: TextDocument,
  knowledge: ApiKnowledge,
  options: ApiHoverOptions,
  surroundings: Surroundings,
): Promise<string | null> {
  switch (mention.kind) {
    case 'cron':
      return cronText(mention, options);
    case 'sqlCall':
      return isSpark(document, surroundings) ? callText(mention.name, knowledge, options) : null;
    case 'sqlTable':
      return isSpark(document, surroundings) ? tableText(mention.spot, knowledge, options) : null;
    case 'dbtCall':
      return dbtText(mention.call, document.uri, surroundings);
  }
}

/** What a call of dbt's names in the reader's project. */
export async function dbtText(call: DbtCall, uri: string, { dbtResource }: Surroundings): Promise<string | null> {
  const resource = await dbtResource?.(uri, call);
  return resource ? renderDbtResource(resource) : null;
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
export function isSpark(document: TextDocument, { isSparkSql }: Pick<Surroundings, 'isSparkSql'>): boolean {
  if (/^(?:spark|databricks)-sql$/.test(document.languageId)) return true;
  const isNotebook = /^\s*-- Databricks notebook source\b/.test(document.getText().slice(0, 200));
  return isNotebook || (isSparkSql?.(document.uri) ?? false);
}
