import { strict as assert } from 'node:assert';
import { cellAt, cellsIn } from '../../../src/service/notebook/cells';
import { chance } from '../../helpers/chance';

const pieces = ['# COMMAND ----------', '# COMMAND ----', '# COMMAND -----x', '\n', '\r\n', 'a = 1', ' ', '#', '-'];

describe('The cells of a notebook’s text', () => {
  it('are parted by whole lines', () => {
    const text = 'a\n# COMMAND ----------\nb # COMMAND ----------\n# COMMAND ----- \r\n# COMMAND ---\nc';
    assert.deepEqual(
      cellsIn(text).map(({ start, end }) => text.slice(start, end)),
      ['a\n', '\nb # COMMAND ----------\n', '\n# COMMAND ---\nc'],
    );
  });

  it('are found from an offset as they are from the beginning', () => {
    const below = chance(7);
    let between = 0;
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: below(14) }, () => pieces[below(pieces.length)]).join('');
      for (let offset = 0; offset <= text.length; offset++) {
        const expected = cellsIn(text).find(({ start, end }) => start <= offset && offset <= end) ?? null;
        assert.deepEqual(cellAt(text, offset), expected, JSON.stringify([text, offset]));
        if (!expected) between++;
      }
    }
    assert.ok(between > 100);
  });
});
