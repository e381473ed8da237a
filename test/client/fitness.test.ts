import { strict as assert } from 'node:assert';
import { fits } from '../../src/client/insert/fitness';

describe('Whether a snippet fits a file', () => {
  it('takes the same language, its relatives and plain text', () => {
    assert.equal(fits('python', 'python'), true);
    assert.equal(fits('sql', 'jinja-sql'), true);
    assert.equal(fits('yaml', 'dockercompose'), true);
    assert.equal(fits('scala', 'plaintext'), true);
  });

  it('refuses another language', () => {
    assert.equal(fits('python', 'sql'), false);
    assert.equal(fits('yaml', 'python'), false);
  });
});
