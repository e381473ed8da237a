import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { documentOf, serviceWith } from './offered';

const service = serviceWith();

/** Every position of a text at which something is offered, with and without each character that asks by itself. */
async function offeredIn(file: string, text: string): Promise<string[]> {
  const document = documentOf(file, text);
  const found: string[] = [];
  for (let offset = 0; offset <= text.length; offset++) {
    const position = document.positionAt(offset);
    const typed = text.charAt(offset - 1);
    const trigger = /["'. ]/.test(typed) ? typed : undefined;
    const lists = [await service.doComplete(document, position), await service.doComplete(document, position, trigger)];
    const help = await service.doSignatureHelp(document, position);
    if (lists.some((list) => list !== null) || help) found.push(`${position.line + 1}:${position.character + 1}`);
  }
  return found;
}

const ordinary: Record<string, string> = {
  'app.py': `import os\n\nclass Order:\n    """An order."""\n    mode = "append"\n\n    def save(self, how="left", mode="x"):\n        print(f"{how} {mode}", 'a.b', sep=", ")\n        return {"retries": 1, "owner": "x"}[mode]\n\nOrder().save(how="inner", mode="")\nos.environ["spark.sql.shuffle"] = ""\n`,
  'plain.sql':
    "select a.b, 'x. y', \"z\" from spark.orders a where a.mode = '' and count(*) > 1;\n-- set spark.sql.x\n",
  'web.html.j2.sql': "select {{ order.id }} from {{ table }} where {% if x %} a = '{{ y }}' {% endif %}\n",
  'service.yaml':
    'models:\n  - name: a\n    config:\n      materialized: table\nspark: ""\nversion: 2.\nenv: {A: "", b: [ ]}\n',
  'app.properties': 'server.port=8080\nname = x\n\n# spark.\nspark\n',
  'app.ini': '[core]\nexecutor = \n\nsql\n',
  'notes.md': 'Run `df.write.mode("` and {{ ref( }} with spark.sql. "x" \n',
  'Job.scala': 'import org.apache.spark.sql._\nobject Job { val mode = ""; df.write.mode("") }\n',
};

describe('Completion is silent', () => {
  for (const [file, text] of Object.entries(ordinary)) {
    it(`in ${file}`, async () => assert.deepEqual(await offeredIn(file, text), []));
  }

  for (const name of readdirSync('test/fixtures/confusables')) {
    it(`in ${name}, whose words only look like tools`, async () => {
      const text = readFileSync(path.join('test/fixtures/confusables', name), 'utf8');
      assert.deepEqual(await offeredIn(name, text), []);
    });
  }
});

const hostile = {
  'a.py':
    'from pyspark.sql import SparkSession\nspark = SparkSession.builder.config("spark.", "x")\nspark.read.option("a", 1).csv("x").write.mode("ap")\nx = {"a": "{{ ds | x }}"}\n',
  'models/a.sql':
    "{{ config(materialized='table', post_hook=\"drop {{ this }}\") }}\n{% set x = ref('a', v=[1, (2)]) %}\nselect {{ dbt_utils.star(from=x) }}\n",
  'models/schema.yml':
    'models:\n  - name: a\n    description: "{{ doc(\'x\') }}"\n    config: {materialized: table, tags: [a, "b"]}\n    columns:\n      - name: b\n        tests: [unique]\n',
  'spark-defaults.conf': 'spark.app.name x\nspark.submit.deployMode=\n',
  'airflow.cfg': '[core]\nexecutor = x\n[__proto__]\nconstructor\n',
};

/** Names that objects have by themselves, in every place where a name of the file is looked up. */
const names = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '\u0000',
  '\u0001',
  '😀',
  '<img src=x>',
  ')'.repeat(9),
];

describe('Completion survives', () => {
  for (const [file, sample] of Object.entries(hostile)) {
    it(`half of ${file}, turned around`, async () => {
      for (let cut = 0; cut <= sample.length; cut += 3) {
        for (const text of [sample.slice(0, cut), sample.slice(cut) + sample.slice(0, cut)]) {
          await ask(file, text, Math.min(cut, text.length));
          await ask(file, text, text.length);
        }
      }
    });
  }

  it('names that objects have by themselves', async () => {
    for (const name of names) {
      await ask('a.py', `from pyspark.sql import ${name}\n${name}.mode("")`, 30);
      for (const text of [`{{ ${name}.`, `{{ config(${name}='`, `{{ ${name}(`, `{{ dbt_${name}.`])
        await ask('models/a.sql', text, text.length);
      for (const text of [`${name}:\n  - `, `models:\n  - name: a\n    ${name}:\n      `, `models:\n  - ${name}: `])
        await ask('models/schema.yml', text, text.length);
      await ask('airflow.cfg', `[${name}]\n`, name.length + 3);
      await ask('spark-defaults.conf', `spark.${name} `, name.length + 7);
      await ask('profiles.yml', `a:\n  outputs:\n    b:\n      type: ${name}\n      `, 40 + name.length);
    }
  });

  it('files of ten megabytes', async () => {
    for (const [file, sample] of Object.entries(hostile)) {
      const text = sample.repeat(Math.ceil(1e7 / sample.length));
      const document = documentOf(file, text);
      for (const part of [0.01, 0.5, 1]) {
        const position = document.positionAt(Math.floor(text.length * part));
        const start = performance.now();
        await service.doComplete(document, position);
        await service.doSignatureHelp(document, position);
        const took = performance.now() - start;
        // far above what it takes, far below what a search of the whole file would
        assert.ok(took < 5000, `${file} at ${part}: ${took} ms`);
      }
    }
  });
});

async function ask(file: string, text: string, offset: number): Promise<void> {
  const document = documentOf(file, text);
  const position = document.positionAt(offset);
  const list = await service.doComplete(document, position);
  await service.doSignatureHelp(document, position);
  for (const { textEdit } of list?.items ?? []) {
    assert.ok(textEdit && 'range' in textEdit);
    const { start, end } = textEdit.range;
    assert.ok(document.offsetAt(start) <= offset && offset <= document.offsetAt(end), text);
    assert.equal(start.line, end.line, text);
  }
}
