import { strict as assert } from 'node:assert';
import type { ApiNames, ApiText } from '../../src/catalogue/api';
import { optionWords } from '../../src/catalogue/optionWords';

describe('Words of a parameter that is an option of the format', () => {
  const options: Record<string, Pick<ApiText, 'does' | 'applies' | 'values'>> = {
    'csv.sep': { does: 'Between fields.', applies: ['read', 'write'], values: { '","': 'a comma' } },
    'csv.mode': { does: 'What a broken row does.', applies: ['read'] },
    'json.lineSep': { does: 'Between rows.', applies: ['read', 'write'] },
    'file.pathGlobFilter': { does: 'Which files count.', applies: ['read'] },
  };
  const parameters = ['path', 'sep', 'mode', 'lineSep', 'pathGlobFilter'].map((name) => ({
    name,
    kind: 'any' as const,
  }));
  const wordsOf = async (path: string) => {
    const names = { lookup: () => ({ path, kind: 'method', parameters }) } as unknown as ApiNames;
    return optionWords(path, names, (section, name) => {
      assert.equal(section, 'spark-options/options');
      return Promise.resolve(
        Object.hasOwn(options, name) ? { name, ...options[name], facts: { package: 'p' } } : undefined,
      );
    });
  };

  it('are those of its format and of all files, on the side of the method', async () => {
    const sep = { does: 'Between fields.', values: { '","': 'a comma' } };
    assert.deepEqual(await wordsOf('pyspark.sql.DataFrameReader.csv'), {
      sep,
      mode: { does: 'What a broken row does.' },
      pathGlobFilter: { does: 'Which files count.' },
    });
    assert.deepEqual(await wordsOf('pyspark.sql.DataFrameWriter.csv'), { sep });
    assert.deepEqual(await wordsOf('pyspark.sql.streaming.DataStreamReader.csv'), {});
  });

  it('are nobody else’s', async () => {
    assert.deepEqual(await wordsOf('pyspark.sql.DataFrameReader.jdbc'), {});
    assert.deepEqual(await wordsOf('pyspark.sql.functions.csv'), {});
  });
});
