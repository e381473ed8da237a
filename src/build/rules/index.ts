import type { Problem } from '../problem';
import type { Content } from '../source';
import { citationsResolve } from './citationsResolve';
import { datesArePast } from './datesArePast';
import { factsSourced } from './factsSourced';
import { guidesLeadSomewhere } from './guidesLeadSomewhere';
import { idsResolve } from './idsResolve';
import { linksResolve } from './linksResolve';
import { namesUnique } from './namesUnique';
import { plainWords } from './plainWords';
import { referencesFit } from './referencesFit';
import type { Rule } from './rule';
import { sectionsPresent } from './sectionsPresent';
import { snippetsFit } from './snippetsFit';
import { tablesComplete } from './tablesComplete';

export const rules: readonly Rule[] = [
  citationsResolve,
  datesArePast,
  factsSourced,
  guidesLeadSomewhere,
  idsResolve,
  linksResolve,
  namesUnique,
  plainWords,
  referencesFit,
  sectionsPresent,
  snippetsFit,
  tablesComplete,
];

export function checkContent(content: Content): Problem[] {
  return rules.flatMap((rule) => [...rule.check(content)].map((found) => ({ ...found, rule: rule.name })));
}
