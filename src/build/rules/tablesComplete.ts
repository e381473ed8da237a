import type { Rule } from './rule';

export const tablesComplete: Rule = {
  name: 'tables-complete',
  description:
    'Every cell belongs to a subject of its table, every subject has a cell, and a subject has a name or a tool.',
  *check(content) {
    for (const { file, data } of content.comparisons) {
      const subjects = new Set(data.subjects.map((subject) => subject.id));
      for (const { id, name, tool } of data.subjects) {
        if (name === undefined && tool === undefined) yield { file, message: `subject "${id}" needs a name or a tool` };
      }
      for (const question of data.questions) {
        const cells = new Set(Object.keys(question.cells));
        for (const id of cells)
          if (!subjects.has(id)) yield { file, message: `${question.id}: "${id}" is no subject of this table` };
        for (const id of subjects) if (!cells.has(id)) yield { file, message: `${question.id}: no cell for "${id}"` };
      }
    }
  },
};
