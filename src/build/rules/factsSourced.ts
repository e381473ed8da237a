import { claimsOf } from '../claims';
import type { Rule } from './rule';

export const factsSourced: Rule = {
  name: 'facts-sourced',
  description: 'Every fact and cell has a reference and the day it was read there, or is marked unverified.',
  *check(content) {
    for (const { file, where, references, checked, unverified } of claimsOf(content)) {
      if (unverified) continue;
      if (references.length === 0) yield { file, message: `${where}: add a reference, or mark it unverified: true` };
      if (checked === undefined) yield { file, message: `${where}: add checked, the day you read it in the source` };
    }
  },
};
