import { strict as assert } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Python } from '../../../src/service/languages/python';
import { readMarked } from '../../helpers/marked';
import { namesFrom } from '../fixture';

const names = namesFrom({
  python: {
    pyspark: 'pyspark',
    delta: 'delta-lake',
    airflow: 'airflow',
    'airflow.providers.snowflake': 'snowflake',
    'google.cloud.bigquery': 'bigquery',
    boto3: 'aws',
  },
  sparkFormats: { delta: 'delta-lake' },
});

function mentionIn(marked: string) {
  const { text, offset, range } = readMarked(marked);
  const document = TextDocument.create('file:///job.py', 'python', 1, text);
  return { found: new Python().mentionAt(document, offset, { names }), range };
}

const cases: [title: string, marked: string, toolId: string | null][] = [
  ['a plain import', 'import ⟦py‸spark⟧', 'pyspark'],
  ['the end of a word', 'import ⟦pyspark‸⟧', 'pyspark'],
  ['a segment below', 'import pyspark.⟦s‸ql⟧', 'pyspark'],
  ['the alias', 'import pyspark.sql.functions as ⟦F‸⟧', 'pyspark'],
  ['an imported symbol', 'from pyspark.sql import ⟦Spark‸Session⟧', 'pyspark'],
  ['a symbol in parentheses over lines', 'from pyspark.sql import (\n  Row,\n  ⟦Win‸dow⟧,\n)', 'pyspark'],
  ['the longest prefix', 'from airflow.providers.⟦snow‸flake⟧.operators.snowflake import X', 'snowflake'],
  ['the shorter prefix before it', 'from ⟦air‸flow⟧.providers.snowflake.operators.snowflake import X', 'airflow'],
  ['a namespace package', 'from google.cloud import ⟦big‸query⟧', 'bigquery'],
  ["a namespace that is nobody's", 'from goo‸gle.cloud import bigquery', null],
  ['a use of an alias', 'import pyspark.sql.functions as F\nx = ⟦F‸⟧.col("a")', 'pyspark'],
  ['a use inside a function', 'import airflow\ndef f():\n    return ⟦air‸flow⟧.DAG("x")', 'airflow'],
  ['a class that came from a tool', 'from airflow import DAG\ndef f():\n    return D‸AG("x")', null],
  ['a function that came from a tool', 'from airflow.sdk import task\n@ta‸sk\ndef f(): ...', null],
  ['a module that came by from', 'from pyspark.sql import functions as F\n⟦F‸⟧.col("a")', 'pyspark'],
  ['a tool that came by from', 'from google.cloud import bigquery\nf(⟦big‸query⟧)', 'bigquery'],
  ['an import inside a function', 'def f():\n    import boto3\n    return ⟦bo‸to3⟧.client("s3")', 'aws'],
  ['not outside of that function', 'def f():\n    import boto3\nbo‸to3', null],
  ['a dotted use through a module', 'import pyspark.sql\npyspark.⟦s‸ql⟧.SparkSession', 'pyspark'],
  ['an attribute is not the tool', 'import pyspark.sql.functions as F\nF.c‸ol("a")', null],
  [
    'under TYPE_CHECKING',
    'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ⟦py‸spark⟧.sql import Row',
    'pyspark',
  ],
  [
    'a fallback does not shadow',
    'try:\n    import boto3\nexcept ImportError:\n    boto3 = None\n⟦bo‸to3⟧.client',
    'aws',
  ],
  ['in an f-string', 'import boto3\nf"{⟦bo‸to3⟧.x}"', 'aws'],
  ['a decorator', 'import airflow\n@⟦air‸flow⟧.task\ndef f(): ...', 'airflow'],
  ['an annotation', 'import pyspark.sql as ps\ndef f(df: ⟦p‸s⟧.DataFrame): ...', 'pyspark'],
  ["a reader's format", 'from pyspark.sql import SparkSession\nspark.read.format("⟦del‸ta⟧").load(p)', 'delta-lake'],
  ['a format without Spark', 'x.read.format("del‸ta")', null],
  ['str.format', 'from pyspark.sql import Row\n"{}".format("del‸ta")', null],
  ['a relative import', 'from .air‸flow import x', null],
  ['a relative symbol', 'from . import air‸flow', null],
  ['a variable of that name', 'delta = a - b\nprint(del‸ta)', null],
  ['the variable where it is set', 'del‸ta = a - b', null],
  ['a parameter shadows', 'import delta\ndef f(delta):\n    return del‸ta', null],
  ['a loop variable shadows', 'import delta\nfor delta in xs:\n    del‸ta', null],
  ['before it is shadowed', 'import delta\n⟦del‸ta⟧.x\ndelta = 1', 'delta-lake'],
  ['a comprehension variable', 'import delta\n[del‸ta for delta in xs]', null],
  ['a lambda parameter', 'import delta\nlambda delta: del‸ta', null],
  ['a with target', 'import delta\nwith open(p) as delta:\n    del‸ta', null],
  ['a keyword argument', 'import airflow\nf(air‸flow=3)', null],
  ['a class called Beam', 'class Be‸am: pass', null],
  ['a method of that name', 'import airflow\nfan.air‸flow()', null],
  ['a name imported from elsewhere', 'from ventilation import airflow\nair‸flow.rate', null],
  ['a plain string', 'import airflow\nx = "air‸flow"', null],
  ['a comment', '# import air‸flow', null],
  ['the property of a call', 'import pyspark\npyspark.x().s‸ql', null],
  ['half-typed', 'from ⟦py‸spark⟧.', 'pyspark'],
  ['half-typed import', 'from ⟦py‸spark⟧.sql import (', 'pyspark'],
  ['a star import leaves names unknown', 'from pyspark.sql.functions import *\nco‸l("a")', null],
  ['CRLF', 'import os\r\nimport ⟦py‸spark⟧\r\n', 'pyspark'],
  ['after surrogates', 's = "😀😀"; import ⟦py‸spark⟧', 'pyspark'],
  ['__proto__ is no tool', 'import __proto‸__', null],
  ['constructor is no tool', 'import constr‸uctor', null],
];

describe('Python', () => {
  for (const [title, marked, toolId] of cases) {
    it(title, () => {
      const { found, range } = mentionIn(marked);
      assert.deepEqual(found, toolId === null ? null : { ...range, toolId });
    });
  }

  it('answers on every symbol when the user asks', () => {
    const document = TextDocument.create('file:///job.py', 'python', 1, 'from pyspark.sql import Row\nRow()');
    assert.equal(new Python().mentionAt(document, 29, { names })?.toolId, undefined);
    assert.equal(new Python().mentionAt(document, 29, { names, symbols: true })?.toolId, 'pyspark');
  });

  it('answers for the text as it is after an edit', () => {
    const python = new Python();
    const before = TextDocument.create('file:///job.py', 'python', 1, 'import os\nimport pyspark\n');
    assert.equal(python.mentionAt(before, 17, { names })?.toolId, 'pyspark');
    const after = TextDocument.create('file:///job.py', 'python', 2, 'x = 1\nimport airflow\n');
    assert.equal(python.mentionAt(after, 13, { names })?.toolId, 'airflow');
  });

  it('stays silent in binary and in text too large to parse', () => {
    const context = { names };
    const binary = TextDocument.create('file:///a.py', 'python', 1, 'import pyspark\0\u0001');
    assert.equal(new Python().mentionAt(binary, 9, context), null);
    const large = TextDocument.create('file:///b.py', 'python', 1, `import pyspark\n${'x = 1\n'.repeat(800_000)}`);
    assert.equal(new Python().mentionAt(large, 9, context), null);
  });
});
