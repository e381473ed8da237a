import { strict as assert } from 'node:assert';
import type { ApiNames, ApiParameter, ApiSymbol, ApiText } from '../../src/catalogue/api';
import { inheritedWords } from '../../src/catalogue/inheritedWords';

const number: ApiParameter = { name: 'size', kind: 'any', type: 'int', default: '1' };
const options: ApiParameter = { name: 'kwargs', kind: 'options' };

/** A class with what its constructor takes, and words for some of it. */
interface Given {
  bases?: string[];
  parameters?: ApiParameter[];
  words?: Record<string, string>;
}

async function wordsOf(path: string, given: Record<string, Given>): Promise<Record<string, string>> {
  const symbols = new Map(
    Object.entries(given).map(([one, { bases, parameters }]): [string, ApiSymbol] => [
      one,
      {
        path: one,
        kind: one.endsWith('run') ? 'method' : 'class',
        bases: bases ?? [],
        ...(parameters && { parameters }),
      },
    ]),
  );
  const names = { lookup: (one: string) => symbols.get(one) } as ApiNames;
  const textOf = (name: string): Promise<ApiText> => {
    const said = Object.entries(given[name]?.words ?? {}).map(([word, does]) => [word, { does }] as const);
    return Promise.resolve({ name, parameters: Object.fromEntries(said), facts: { package: 'p' } });
  };
  const found = await inheritedWords(path, names, textOf);
  return Object.fromEntries(Object.entries(found).map(([name, { does }]) => [name, does]));
}

describe('Words of a parameter that a base takes too', () => {
  const base = { parameters: [number], words: { size: 'How many.' } };
  const repeated = (change: Partial<ApiParameter>) =>
    wordsOf('Child', { Base: base, Child: { bases: ['Base[T]'], parameters: [{ ...number, ...change }] } });

  it('are lent where it is written alike, and only there', async () => {
    assert.deepEqual(await repeated({ kind: 'keyword' }), { size: 'How many.' });
    assert.deepEqual(await repeated({ type: 'str' }), {});
    assert.deepEqual(await repeated({ default: '2' }), {});
    assert.deepEqual(await repeated({ name: 'other' }), {});
  });

  it('come past a base that has none, not past one that takes another thing', async () => {
    const over = (middle: Given) =>
      wordsOf('Child', { Base: base, Middle: middle, Child: { bases: ['Middle'], parameters: [number] } });
    assert.deepEqual(await over({ bases: ['Base'], parameters: [options] }), { size: 'How many.' });
    assert.deepEqual(await over({ bases: ['Base'], parameters: [number] }), { size: 'How many.' });
    assert.deepEqual(await over({ bases: ['Base'], parameters: [{ ...number, type: 'str' }] }), {});
    assert.deepEqual(await over({ ...base, bases: ['Base'], words: { size: 'Nearer.' } }), { size: 'Nearer.' });
  });

  it('are lent to a method by the one that it overrides', async () => {
    const methods = { Base: {}, 'Base.run': base, Child: { bases: ['Base'] }, 'Child.run': { parameters: [number] } };
    assert.deepEqual(await wordsOf('Child.run', methods), { size: 'How many.' });
  });

  it('hold for a keyword behind `**kwargs`, where that is handed on', async () => {
    const behind = { parameters: [options], words: { size: 'How many.' } };
    const by = (parameters: ApiParameter[]) =>
      wordsOf('Child', { Base: behind, Child: { bases: ['Base'], parameters } });
    assert.deepEqual(await by([options]), { size: 'How many.' });
    assert.deepEqual(await by([{ ...number, name: 'other' }]), {});
  });

  it('come to an end where bases go round', async () => {
    assert.deepEqual(await wordsOf('A', { A: { bases: ['B'], parameters: [number] }, B: { bases: ['A'] } }), {});
  });
});
