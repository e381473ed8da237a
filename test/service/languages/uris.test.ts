import { strict as assert } from 'node:assert';
import { uriMention } from '../../../src/service/languages/uris';
import { cpuTime } from '../../helpers/cpu';
import { readMarked } from '../../helpers/marked';
import { names } from '../fixture';
import type { MentionCase } from './mentions';

const cases: readonly MentionCase[] = [
  ['a path', 'path = "⟦s‸3⟧://bucket/raw/"', 's3'],
  ['at its start', '⟦‸s3a⟧://bucket', 's3'],
  ['at the end of the scheme', '⟦s3a‸⟧://bucket', 's3'],
  ['in upper case', '⟦G‸S⟧://bucket', 'gcs'],
  ['a container', '"⟦abf‸ss⟧://raw@account.dfs.core.windows.net/"', 'azure-data-lake'],
  ['with a driver', '⟦postgresql+psy‸copg2⟧://u:p@host/db', 'postgresql'],
  ['with a driver, its dialect', '⟦postg‸resql+psycopg2⟧://u:p@host/db', 'postgresql'],
  ['with SRV', '⟦mongodb+s‸rv⟧://host', 'mongodb'],
  ['for Celery', '⟦db+postg‸resql⟧://x', 'postgresql'],
  ['JDBC', '⟦jd‸bc⟧:postgresql://host/db', 'jdbc'],
  ['the database of JDBC', 'jdbc:⟦postg‸resql⟧://host/db', 'postgresql'],
  ['a database that has no key of its own there', 'jdbc:⟦snow‸flake⟧://x', 'snowflake'],
  ['JDBC without slashes', '⟦jd‸bc⟧:oracle:thin:@host', 'jdbc'],
  ['a database with more after it', 'jdbc:⟦red‸shift⟧:iam://x', 'redshift'],
  ['Databricks paths', '"⟦db‸fs⟧:/mnt/raw"', 'databricks'],
  ['after a minus', '${PATH:-⟦s‸3⟧://x}', 's3'],
  ['after a bracket', '(⟦s‸3⟧://x)', 's3'],
  ['after an equals sign', '--path=⟦s‸3⟧://x', 's3'],
  ['after a surrogate pair', '😀⟦s‸3⟧://x', 's3'],
  ['without a host', '⟦s3‸⟧://', 's3'],
  ['the bucket', 's3://buc‸ket/x'],
  ['part of a word', 'maps‸3://x'],
  ['after an underscore', '_s‸3://x'],
  ['after a letter of another alphabet', 'és‸3://x'],
  ['without slashes', 's‸3:bucket'],
  ['one slash', 's‸3:/bucket'],
  ['a setting', 'spark.hadoop.fs.s3‸a.access.key'],
  ['a web address', 'https://s‸3.amazonaws.com'],
  ['a scheme of nobody', 'ht‸tp://x'],
  ['JDBC in a sentence', 'by jd‸bc: it works'],
  ['half-typed', 's‸3:'],
  ['an inherited name', 'const‸ructor://x'],
  ['nothing', '‸'],
];

describe('Connection URIs', () => {
  for (const [title, marked, toolId] of cases) {
    it(title, () => {
      const { text, offset, range } = readMarked(marked);
      assert.deepEqual(uriMention(text, offset, names), range && { ...range, toolId });
    });
  }

  it('looks at a few characters only', () => {
    const text = 'a'.repeat(1e7);
    const took = cpuTime(() => {
      for (let offset = 0; offset < text.length; offset += 1e5) assert.equal(uriMention(text, offset, names), null);
    });
    assert.ok(took < 1000);
  });
});
