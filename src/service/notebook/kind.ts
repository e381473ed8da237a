import type { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * What a notebook's code runs on, which decides the names that it has without an import: `databricks`, another kernel
 * that brings Spark (`spark`), or any other (`jupyter`).
 */
export type NotebookKind = 'databricks' | 'spark' | 'jupyter';

const languageIds: ReadonlyMap<string, NotebookKind> = new Map([
  ['python-databricks', 'databricks'],
  ['python-spark', 'spark'],
  ['python-jupyter', 'jupyter'],
]);

/** The language id of the one document that the code cells of such a notebook are read as. */
export function notebookLanguageId(kind: NotebookKind): string {
  return `python-${kind}`;
}

/** The kind of notebook whose cells a document holds, or null for a file. */
export function kindOfCells({ languageId }: TextDocument): NotebookKind | null {
  return languageIds.get(languageId) ?? null;
}

/** A Databricks notebook that is kept as a Python file, its cells parted by comments. */
export function isNotebookSource(text: string): boolean {
  return /^\s*# Databricks notebook source\b/.test(text.slice(0, 200));
}
