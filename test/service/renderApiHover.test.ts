import { strict as assert } from 'node:assert';
import type { ApiSymbol, ApiText } from '../../src/catalogue/api';
import { renderApiHover, renderApiParameter, type ApiHoverOptions } from '../../src/service/renderApiHover';

const plain: ApiHoverOptions = { links: 'none', signature: 'always' };
const pinned = (version: string, file?: string): ApiHoverOptions => ({
  ...plain,
  pin: () => ({ version, ...(file !== undefined && { file }) }),
  newest: () => '4.3.0',
});

const symbol: ApiSymbol = {
  path: 'pyspark.sql.functions.percentile_approx',
  kind: 'function',
  parameters: [
    { name: 'col', kind: 'any', type: 'ColumnOrName' },
    { name: 'percentage', kind: 'any', type: 'pyspark.sql.Column | float' },
    { name: 'accuracy', kind: 'any', type: 'pyspark.sql.Column | int', default: '10000' },
  ],
  returns: 'pyspark.sql.Column',
};

const text: ApiText = {
  name: symbol.path,
  tool: 'spark',
  documentation: 'https://example.org/percentile_approx.html',
  does: 'Approximate percentile of a numeric column within each group.',
  expert: ['Returns a value that occurs in the column.', 'Nulls are ignored; `accuracy` costs memory.'],
  parameters: { accuracy: { does: 'A larger number is more exact.' } },
  example: {
    code: 'df.agg(F.percentile_approx("amount", 0.5))',
    language: 'python',
    over: { amount: [10, 20, null] },
    result: '10',
  },
  related: ['pyspark.sql.functions.median'],
  facts: { package: 'pyspark', added: '3.1.0' },
};

const lines = (...parts: string[]) => parts.join('\n\n');
const example = '```python\ndf.agg(F.percentile_approx("amount", 0.5))\n# df: amount 10, 20, NULL\n# → 10\n```';
const signature = '```python\npyspark.sql.functions.percentile_approx(col, percentage, accuracy=10000) -> Column\n```';
const last = 'Related: `median` · [Documentation ↗](https://example.org/percentile_approx.html)';

describe('The hover of an API symbol', () => {
  it('says meaning, cost, signature, versions, example and links, in this order', () => {
    assert.equal(
      renderApiHover({ symbol, text }, pinned('3.4.1', 'requirements.txt')),
      lines(
        'Approximate percentile of a numeric column within each group.',
        'Returns a value that occurs in the column. Nulls are ignored; `accuracy` costs memory.',
        signature,
        'Since 3.1 · your project pins 3.4.1 (`requirements.txt`)',
        example,
        last,
      ),
    );
  });

  it('speaks of the newest version where none is pinned, and links to the page', () => {
    const options: ApiHoverOptions = { ...plain, links: 'vscode', newest: () => '4.3.0' };
    assert.equal(
      renderApiHover({ symbol, text: { ...text, expert: [], related: [] } }, options),
      lines(
        'Approximate percentile of a numeric column within each group.',
        signature,
        'Since 3.1 · shown for 4.3.0, the newest: no version is pinned',
        example,
        '[Page](command:dataEngineering.openPage?%5B%7B%22kind%22%3A%22tool%22%2C%22id%22%3A%22spark%22%7D%5D) · [Documentation ↗](https://example.org/percentile_approx.html)',
      ),
    );
  });

  it('leaves the signature out where another extension shows it, and names the symbol instead', () => {
    const small: ApiText = { name: symbol.path, does: 'A percentile.', facts: { package: 'pyspark' } };
    const elsewhere = { ...plain, signatureElsewhere: true };
    const named = '`pyspark.sql.functions.percentile_approx`: A percentile.';
    assert.equal(renderApiHover({ symbol, text: small }, { ...elsewhere, signature: 'auto' }), named);
    assert.equal(renderApiHover({ symbol, text: small }, { ...plain, signature: 'never' }), named);
    const shown = lines('A percentile.', signature);
    assert.equal(renderApiHover({ symbol, text: small }, { ...elsewhere, signature: 'always' }), shown);
    assert.equal(renderApiHover({ symbol, text: small }, { ...plain, signature: 'auto' }), shown);
  });

  it('says how a method runs', () => {
    const small: ApiText = {
      name: 'x.y',
      does: 'Rows.',
      runs: 'lazy wide',
      expert: ['Slow.'],
      facts: { package: 'p' },
    };
    assert.equal(
      renderApiHover({ text: small }, { ...plain, signature: 'never' }),
      lines('`x.y`: Rows.', '*Lazy, wide: it shuffles.* Slow.'),
    );
  });

  it('is silent where nothing is known, and shows a bare signature where only that is', () => {
    assert.equal(renderApiHover({}, plain), null);
    assert.equal(renderApiHover({ symbol }, { ...plain, signature: 'never' }), null);
    assert.equal(renderApiHover({ symbol }, plain), signature);
  });

  it('cuts a signature that nobody would read to the end', () => {
    const parameters = Array.from({ length: 40 }, (_, index) => ({
      name: `parameter_${index}`,
      kind: 'keyword' as const,
      default: 'None',
    }));
    assert.equal(
      renderApiHover({ symbol: { path: 'airflow.sdk.DAG', kind: 'class', parameters } }, plain),
      [
        '```python',
        'airflow.sdk.DAG(',
        '    *, parameter_0=None, parameter_1=None, parameter_2=None, parameter_3=None,',
        '    parameter_4=None, parameter_5=None, parameter_6=None, parameter_7=None,',
        '    parameter_8=None, parameter_9=None, parameter_10=None, parameter_11=None, …',
        ')',
        '```',
      ].join('\n'),
    );
  });

  it('shows a table as it came out', () => {
    const result = 's     | result\n" a " | a';
    const shown: ApiText = {
      name: 'f',
      does: 'Trims.',
      example: { code: 'F.trim("s")', language: 'python', result },
      facts: { package: 'pyspark' },
    };
    assert.equal(
      renderApiHover({ text: shown }, { ...plain, signature: 'never' }),
      lines('`f`: Trims.', '```python\nF.trim("s")\n# s     | result\n# " a " | a\n```'),
    );
  });

  it('lets text mean itself', () => {
    const odd: ApiText = {
      name: 'a`b',
      does: '*args* <b> [x](command:evil) `code *stays*`.',
      expert: ['# no heading $(icon) & __dunder__'],
      facts: { package: 'p' },
    };
    assert.equal(
      renderApiHover({ text: odd }, { ...plain, signature: 'never' }),
      lines(
        '`` a`b ``: \\*args\\* \\<b\\> \\[x\\](command:evil) `code *stays*`.',
        '\\# no heading \\$(icon) \\& \\_\\_dunder\\_\\_',
      ),
    );
  });
});

describe('The versions in a hover', () => {
  const of = (facts: Omit<ApiText['facts'], 'package'>, options: ApiHoverOptions) =>
    renderApiHover(
      { text: { name: 'f', does: 'Does.', facts: { package: 'pyspark', ...facts } } },
      { ...options, signature: 'never' },
    );
  const newest: ApiHoverOptions = { ...plain, newest: () => '4.3.0' };
  const noPin = 'shown for 4.3.0, the newest: no version is pinned';

  it('warn of what the pinned version does not have', () => {
    assert.equal(
      of({ introduced: '3.5' }, pinned('3.4.1')),
      lines('**Not in 3.4:** your project pins 3.4.1; since 3.5.', '`f`: Does.', 'Since 3.5 · your project pins 3.4.1'),
    );
    assert.equal(of({ introduced: '3.5' }, pinned('3.5')), lines('`f`: Does.', 'Since 3.5 · your project pins 3.5'));
  });

  it('believe the releases more than the documentation', () => {
    assert.equal(of({ introduced: '3.5', added: '1.4.0' }, newest), lines('`f`: Does.', `Since 3.5 · ${noPin}`));
  });

  it('warn of what is removed, and foretell it to those who pin an older version', () => {
    const facts = { removed: '4.0', deprecated: { release: '3.3', version: '3.2.0', use: 'sum_distinct' } };
    assert.equal(of(facts, newest), lines('**Removed in 4.0**, use `sum_distinct`.', '`f`: Does.', noPin));
    assert.equal(
      of(facts, pinned('4.1.0')),
      lines(
        '**Removed in 4.0**, use `sum_distinct`. Your project pins 4.1.0.',
        '`f`: Does.',
        'your project pins 4.1.0',
      ),
    );
    assert.equal(
      of(facts, pinned('3.5.1')),
      lines('**Deprecated since 3.2**, use `sum_distinct`.', '`f`: Does.', 'removed in 4.0 · your project pins 3.5.1'),
    );
  });

  it('say where a thing moved', () => {
    const moved = { release: '3.0', to: 'airflow.sdk.Asset', removed: '3.2' };
    assert.equal(
      of({ moved }, pinned('3.2.1')),
      lines(
        '**Moved in 3.0** to `airflow.sdk.Asset`. The old path fails in 3.2.1, which your project pins.',
        '`f`: Does.',
        'your project pins 3.2.1',
      ),
    );
    assert.equal(
      of({ moved }, pinned('3.1.0')),
      lines(
        '**Moved in 3.0** to `airflow.sdk.Asset`. The old path ends in 3.2.',
        '`f`: Does.',
        'your project pins 3.1.0',
      ),
    );
    assert.equal(
      of({ moved }, pinned('2.10.4')),
      lines('`f`: Does.', 'moves in 3.0 to `airflow.sdk.Asset` · your project pins 2.10.4'),
    );
  });

  it('warn of an old path that the code writes', () => {
    const alias = { to: 'airflow.sdk.DAG', deprecated: '3.1' };
    assert.equal(
      renderApiHover(
        { text: { ...text, example: undefined, related: [] } as never, alias },
        { ...plain, signature: 'never' },
      ),
      lines(
        '**This path is deprecated since 3.1**; use `airflow.sdk.DAG`.',
        '`pyspark.sql.functions.percentile_approx`: Approximate percentile of a numeric column within each group.',
        'Returns a value that occurs in the column. Nulls are ignored; `accuracy` costs memory.',
        'Since 3.1',
        '[Documentation ↗](https://example.org/percentile_approx.html)',
      ),
    );
  });
});

describe('The hover of a parameter', () => {
  const join: ApiText = {
    name: 'pyspark.sql.DataFrame.join',
    does: 'Joins.',
    parameters: {
      how: { does: 'Which rows survive.', values: { inner: 'rows with a match', left_anti: 'rows without a match' } },
    },
    documentation: 'https://example.org/join.html',
    facts: { package: 'pyspark', changes: { how: { introduced: '3.5' } } },
  };
  const joined: ApiSymbol = {
    path: join.name,
    kind: 'method',
    parameters: [{ name: 'how', kind: 'any', type: 'str | None', default: 'None' }],
  };

  it('says what it means, and what each value does, the current one first', () => {
    assert.equal(
      renderApiParameter({ symbol: joined, text: join }, 'how', pinned('4.0.0'), 'left_anti'),
      lines(
        'Which rows survive.',
        '`how: str | None = None` of `pyspark.sql.DataFrame.join`',
        '- **`left_anti`** rows without a match\n- `inner` rows with a match',
        'Since 3.5 · your project pins 4.0.0',
        '[Documentation ↗](https://example.org/join.html)',
      ),
    );
  });

  it('is silent about a parameter that there is not', () => {
    assert.equal(renderApiParameter({ symbol: joined, text: join }, 'toString', plain), null);
  });

  it('says that one is gone, unless `**kwargs` may still take it', () => {
    const text: ApiText = { name: join.name, facts: { package: 'pyspark', changes: { old: { removed: '3.0' } } } };
    assert.equal(
      renderApiParameter({ symbol: joined, text }, 'old', pinned('4.0.0')),
      lines(
        '**Removed in 3.0**. Your project pins 4.0.0.',
        '`old` of `pyspark.sql.DataFrame.join`',
        'your project pins 4.0.0',
      ),
    );
    const open: ApiSymbol = { ...joined, parameters: [{ name: 'kwargs', kind: 'options' }] };
    assert.equal(renderApiParameter({ symbol: open, text }, 'old', plain), null);
  });
});

describe('The hover of a key', () => {
  it('says its default and whether it can be changed', () => {
    const key: ApiText = {
      name: 'spark.sql.adaptive.enabled',
      does: 'Re-plans a query while it runs.',
      facts: { package: 'pyspark', added: '1.6.0', default: 'true', runtime: true },
    };
    assert.equal(
      renderApiHover({ text: key }, plain),
      lines(
        '`spark.sql.adaptive.enabled`: Re-plans a query while it runs.',
        'default `true` · can be changed in a running session',
        'Since 1.6',
      ),
    );
  });
});
