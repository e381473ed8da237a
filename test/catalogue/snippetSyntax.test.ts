import { strict as assert } from 'node:assert';
import { fromSnippetSyntax, missingPlaceholders, toSnippetSyntax } from '../../src/catalogue/snippetSyntax';

describe('Snippet syntax', () => {
  it('makes the first occurrence a tab stop and lets the others follow', () => {
    assert.equal(toSnippetSyntax('a = orders\nb = orders', ['orders']), 'a = ${1:orders}\nb = ${1}$0');
  });

  it('numbers tab stops by the order of the placeholders, not of the code', () => {
    assert.equal(toSnippetSyntax('x(b, a)', ['a', 'b']), 'x(${2:b}, ${1:a})$0');
  });

  it('takes whole words only', () => {
    assert.equal(toSnippetSyntax('order orders', ['order']), '${1:order} orders$0');
  });

  it('lets the longer placeholder win', () => {
    assert.equal(
      toSnippetSyntax('"data/orders" orders', ['orders', 'data/orders']),
      '"${2:data/orders}" ${1:orders}$0',
    );
  });

  it('escapes what the editor would read as its own syntax', () => {
    assert.equal(toSnippetSyntax('f"{x}" $HOME \\d ${y}', ['{x}']), 'f"${1:{x\\}}" \\$HOME \\\\d \\${y}$0');
  });

  it('is taken back to the code that it was made from', () => {
    for (const [code, placeholders] of [
      ['a = orders\nb = orders', ['orders']],
      ['f"{x}" $HOME \\d ${y} }', ['{x}', 'HOME']],
      ['{"a}": "\\}"}', ['a}', '\\}']],
      ['', []],
    ] as const) {
      assert.equal(fromSnippetSyntax(toSnippetSyntax(code, placeholders)), code);
    }
  });

  it('finds placeholders that are not there', () => {
    assert.deepEqual(missingPlaceholders('orders', ['order', 'orders']), ['order']);
  });
});
