import { strict as assert } from 'node:assert';
import { insertedAt, itOffers, itOffersAmongOthers, listAt } from './offered';

describe('Completion of configuration', () => {
  describe('Spark', () => {
    itOffersAmongOthers('conf/spark-defaults.conf', [
      ['the start of a line', 'spark.master yarn\n⟦‸⟧\n', ['spark.app.name', 'spark.executor.memory']],
      ['the start of a word', '⟦sp‸⟧\n', ['spark.executor.memory']],
      ['behind a dot', '⟦spark.executor.mem‸⟧', ['spark.executor.memory'], ['spark.app.name']],
      ['a line that has a value', '⟦spark.exec‸⟧ 4g\n', ['spark.executor.memory']],
    ]);
    itOffers('conf/spark-defaults.conf', [
      ['a value', 'spark.submit.deployMode ⟦‸⟧\n', ['client', 'cluster']],
      ['half of a value', 'spark.submit.deployMode=⟦cl‸⟧\n', ['client', 'cluster']],
      ['true or false', 'spark.dynamicAllocation.enabled ⟦‸⟧\n', ['true', 'false']],
      ['a value that is free', 'spark.app.name ‸\n'],
      ['a comment', '# spark.exec‸'],
      ['another word', 'park‸'],
    ]);
    itOffersAmongOthers('docker-compose.yaml', [
      ['a key of YAML', 'conf:\n  ⟦spark.executor.mem‸⟧\n', ['spark.executor.memory']],
      ['in quotes', 'conf:\n  "⟦spark.executor.mem‸⟧": 4g\n', ['spark.executor.memory']],
    ]);
    itOffersAmongOthers('run.sh', [
      ['behind --conf', 'spark-submit --conf ⟦‸⟧', ['spark.app.name']],
      ['half of it', 'spark-submit --conf ⟦spark.executor.mem‸⟧ x.py', ['spark.executor.memory']],
    ]);
    itOffersAmongOthers('job.json', [['a key of JSON', '{ "⟦spark.executor.mem‸⟧" }', ['spark.executor.memory']]]);
    itOffersAmongOthers('a.sql', [['SET', 'SET ⟦spark.sql.shuffle.‸⟧', ['spark.sql.shuffle.partitions']]]);
    itOffers('a.sql', [
      ['a word of SQL', 'select spark‸'],
      ['a column', 'select spark.sql.‸ from spark'],
    ]);
    itOffers('app.properties', [
      ['an empty line of another file', '‸\n'],
      ['a letter', 's‸\n'],
    ]);

    it('leaves out what is internal, and asks again where it cut the list', async () => {
      const list = await listAt('conf/spark-defaults.conf', '⟦spark.sql.‸⟧');
      assert.equal(list?.isIncomplete, true);
      assert.ok((list?.items.length ?? 0) <= 300);
      const short = await listAt('conf/spark-defaults.conf', '⟦spark.sql.shuffle.‸⟧');
      assert.equal(short?.isIncomplete, false);
      const internal = await listAt('conf/spark-defaults.conf', '⟦spark.sql.catalogImpl‸⟧').catch(() => null);
      assert.equal(internal, null);
    });
  });

  describe('Airflow', () => {
    itOffersAmongOthers('airflow.cfg', [
      ['an option', '[core]\n⟦‸⟧\n', ['dags_folder', 'executor'], ['sql_alchemy_conn']],
      ['half of one', '[core]\nexecutor = x\n⟦paral‸⟧\n', ['parallelism']],
      ['of the section above', '[core]\nexecutor = x\n[database]\n⟦sql‸⟧', ['sql_alchemy_conn'], ['executor']],
    ]);
    itOffers('airflow.cfg', [
      ['a value', '[core]\nload_examples = ⟦‸⟧\n', ['True', 'False']],
      ['before the first section', 'exec‸'],
      ['a free value', '[core]\ndags_folder = ‸\n'],
      ['a comment', '[core]\n# exec‸'],
    ]);
    it('writes the sign of an option that has none', async () => {
      assert.equal(await insertedAt('airflow.cfg', '[core]\n⟦exec‸⟧\n', 'executor'), 'executor = ');
      assert.equal(await insertedAt('airflow.cfg', '[core]\n⟦exec‸⟧ = x\n', 'executor'), 'executor');
    });
    itOffersAmongOthers('.env', [['a variable', '⟦AIRFLOW__CORE__‸⟧', ['AIRFLOW__CORE__EXECUTOR']]]);
    itOffersAmongOthers('compose.yaml', [
      [
        'a variable as a key',
        'services:\n  a:\n    environment:\n      ⟦AIRFLOW__CORE__EX‸⟧\n',
        ['AIRFLOW__CORE__EXECUTOR'],
      ],
      ['as an entry', 'services:\n  a:\n    environment:\n      - ⟦AIRFLOW__‸⟧\n', ['AIRFLOW__CORE__EXECUTOR']],
    ]);
    itOffers('.env', [
      ['another variable', 'AIR‸'],
      ['in lower case', 'airflow__core‸'],
      ['a comment', '# AIRFLOW__CORE__‸'],
    ]);
  });
});
