import { readFileSync } from 'node:fs';
import type { ApiIndex } from '../../../src/catalogue/apiTexts';
import { itOffers, serviceWith } from './offered';

const index = JSON.parse(readFileSync('dist/catalogue/api/index.json', 'utf8')) as ApiIndex;
const without = Object.fromEntries(
  Object.entries(index.sections).filter(([name]) => !name.startsWith('spark-options/')),
);
const sections = { ...without, 'spark-options/options': 'test-options', 'spark-options/formats': 'test-formats' };

const text = { facts: {} };
const stored = (entries: object) => JSON.stringify({ groups: [], package: 'pyspark', entries });

/** The shipped names of Spark, with a few options: `<format>.<option>`. */
function read(file: string): Promise<string> {
  if (file === 'api/index.json') return Promise.resolve(JSON.stringify({ ...index, sections }));
  if (file === 'api/test-formats.json') return Promise.resolve(stored({ '': { csv: text, delta: text } }));
  if (file === 'api/test-options.json') {
    return Promise.resolve(
      stored({ csv: { header: text, sep: text }, json: { multiLine: text }, jdbc: { 'oracle.jdbc.x': text } }),
    );
  }
  return Promise.resolve(readFileSync(`dist/catalogue/${file}`, 'utf8'));
}

const none = (file: string) =>
  file === 'api/index.json' ? Promise.resolve(JSON.stringify({ ...index, sections: without })) : read(file);

const spark = 'from pyspark.sql import SparkSession\nspark = SparkSession.builder.getOrCreate()\n';

describe('Completion of formats and their options', () => {
  itOffers(
    'a.py',
    [
      ['a format', `${spark}spark.read.format("⟦‸⟧")`, ['csv', 'delta']],
      ['half of one', `${spark}spark.read.format("⟦de‸⟧").load("x")`, ['csv', 'delta']],
      ['an option of the format', `${spark}spark.read.format("csv").option("⟦‸⟧", True)`, ['header', 'sep']],
      ['of a method behind it', `${spark}spark.read.option("⟦‸⟧").json("x")`, ['multiLine']],
      ['a keyword of options', `${spark}spark.read.format("csv").options(⟦he‸⟧)`, ['header', 'sep']],
      ['the first one', `${spark}spark.read.format("csv").options(⟦‸⟧)`, ['header', 'sep']],
      ['a further one', `${spark}spark.read.format("csv").options(header=True, ⟦s‸⟧)`, ['sep']],
      ['a value of options', `${spark}spark.read.format("csv").options(header=he‸)`],
      ['an option of nobody knows what', `${spark}spark.read.option("‸")`],
      ['a name that is no keyword', `${spark}spark.read.format("jdbc").options(o‸)`],
      ['the value of an option', `${spark}spark.read.format("csv").option("sep", "‸")`],
    ],
    { service: serviceWith({}, read) },
  );
  itOffers(
    'a.py',
    [
      ['nothing without a section of formats', `${spark}spark.read.format("‸")`],
      ['nor of options', `${spark}spark.read.format("csv").option("‸")`],
    ],
    { service: serviceWith({}, none) },
  );
});
