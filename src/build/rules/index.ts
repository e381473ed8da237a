import type { Problem } from '../problem';
import type { Content } from '../source';
import { apiEntriesUnique } from './apiEntriesUnique';
import { apiExamplesRan } from './apiExamplesRan';
import { apiNamesExist } from './apiNamesExist';
import { apiScopeFits } from './apiScopeFits';
import { citationsResolve } from './citationsResolve';
import { datesArePast } from './datesArePast';
import { factsSourced } from './factsSourced';
import { guidesLeadSomewhere } from './guidesLeadSomewhere';
import { idsResolve } from './idsResolve';
import { linksResolve } from './linksResolve';
import { namesUnique } from './namesUnique';
import { plainWords } from './plainWords';
import { redirectsLeadSomewhere } from './redirectsLeadSomewhere';
import { referencesFit } from './referencesFit';
import type { Rule } from './rule';
import { sectionsPresent } from './sectionsPresent';
import { snippetsFit } from './snippetsFit';
import { tablesComplete } from './tablesComplete';

export const rules: readonly Rule[] = [
  apiEntriesUnique,
  apiExamplesRan,
  apiNamesExist,
  apiScopeFits,
  citationsResolve,
  datesArePast,
  factsSourced,
  guidesLeadSomewhere,
  idsResolve,
  linksResolve,
  namesUnique,
  plainWords,
  redirectsLeadSomewhere,
  referencesFit,
  sectionsPresent,
  snippetsFit,
  tablesComplete,
];

export function checkContent(content: Content): Problem[] {
  return rules.flatMap((rule) => [...rule.check(content)].map((found) => ({ ...found, rule: rule.name })));
}
