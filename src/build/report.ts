import { claimsOf, citingPages, guideClaimsOf } from './claims';
import { parseBody, type ParsedBody } from './markdown';
import { checkContent } from './rules';
import type { Content } from './source';

const oldAfterDays = 180;
/** Of the references of a page that compares vendors, at most this share may come from one of them. */
const largestVendorShare = 0.2;

export interface PageReport {
  file: string;
  facts: number;
  sourced: number;
  unverified: number;
  old: number;
  references: number;
}

export interface Report {
  pages: PageReport[];
  /** Findings that somebody should look at, by what they are. */
  findings: Record<string, string[]>;
}

/** What the content rests on, page by page, as of `today` (YYYY-MM-DD). */
export function reportOn(content: Content, today: string): Report {
  const pages = new Map<string, PageReport>();
  for (const { file, references } of citingPages(content, () => [])) {
    pages.set(file, { file, facts: 0, sourced: 0, unverified: 0, old: 0, references: references.length });
  }
  for (const claim of [...claimsOf(content), ...guideClaimsOf(content)]) {
    const page = pages.get(claim.file);
    if (!page) continue;
    page.facts++;
    if (claim.unverified) page.unverified++;
    else if (claim.references.length > 0 && claim.checked !== undefined) page.sourced++;
    if (claim.checked !== undefined && daysBetween(claim.checked, today) > oldAfterDays) page.old++;
  }
  return { pages: [...pages.values()], findings: findingsIn(content) };
}

function findingsIn(content: Content): Report['findings'] {
  const compared = new Set(content.comparisons.flatMap(({ data }) => data.subjects.flatMap(({ tool }) => tool ?? [])));
  return {
    'rules broken': checkContent(content).map(({ file, rule, message }) => `${file}: ${message} [${rule}]`),
    'tools without a comparison': content.tools.filter(({ id }) => !compared.has(id)).map(({ file }) => file),
    'topics without diagram': content.topics.filter(({ body }) => !hasDiagram(parseBody(body))).map(({ file }) => file),
    'tables that lean on one vendor': content.comparisons.flatMap(({ file, data }) => {
      const [vendor, count] = mostCited(data.references.map(({ url }) => url));
      const share = count / data.references.length;
      return share > largestVendorShare
        ? [`${file}: ${vendor} gives ${Math.round(share * 100)} % of ${data.references.length}`]
        : [];
    }),
  };
}

function hasDiagram({ blocks }: ParsedBody): boolean {
  return blocks.some((block) => block.type === 'dot');
}

/** The site that most addresses belong to; code hosts count by their owner. */
function mostCited(urls: string[]): [vendor: string, count: number] {
  const counts = new Map<string, number>();
  for (const url of urls) {
    const { hostname, pathname } = new URL(url);
    const owner =
      hostname === 'github.com' ? `github.com/${pathname.split('/')[1]}` : hostname.split('.').slice(-2).join('.');
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['none', 0];
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000);
}
