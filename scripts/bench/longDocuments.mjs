// @ts-check
/** Files of as many lines as asked for in every language that the service hovers in, made here. */
import { lined, pythonDocument } from './documents.mjs';
import { code } from './longCode.mjs';
import { data } from './longData.mjs';

/**
 * @typedef {object} LongDocument
 * @property {string} title
 * @property {string} name its path below the project
 * @property {string} languageId
 * @property {string} text
 * @property {RegExp} hover what has a hover
 * @property {RegExp} plain words that have none, into which letters are typed
 * @property {number} [reach] characters from the top in which there are hovers: what comes after is not read
 */

/**
 * @typedef {object} Kind
 * @property {string} title
 * @property {string} name
 * @property {string} languageId
 * @property {string[]} [head]
 * @property {(n: number) => string[]} block
 * @property {RegExp} hover
 * @property {RegExp} plain
 * @property {number} [reach]
 */

/** @param {number} lines @returns {LongDocument[]} */
export function longDocuments(lines) {
  const python = {
    ...pythonDocument(lines),
    title: 'Python',
    hover: /row_number(?=\(\))/g,
    plain: /(?<=def )step_\d+|(?<=len\()names/g,
  };
  return [
    python,
    ...[...code, ...data].map(({ head = [], block, ...kind }) => ({ ...kind, text: lined(head, block, lines) })),
  ];
}

/** The cells of a notebook, that have as many lines together. @param {number} lines */
export function longNotebook(lines) {
  const cell = (/** @type {number} */ n) =>
    lined(
      n === 0 ? ['from pyspark.sql import functions as F', 'orders = spark.table("orders")'] : [],
      (part) => [
        `# Airflow, part ${part}`,
        `totals_${n}_${part} = orders.groupBy("key").agg(F.sum("amount").alias("total"))`,
        `display(totals_${n}_${part})`,
        '',
      ],
      20,
    );
  return {
    title: 'cells of a notebook',
    cells: Array.from({ length: Math.ceil(lines / 20) }, (_, n) => cell(n)),
    hover: /(?<=F\.)sum|groupBy/g,
    plain: /(?<=display\()totals_\d+_\d+/g,
  };
}
