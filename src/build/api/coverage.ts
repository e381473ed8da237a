import { publicNames, type Area } from './scope';
import { Explained } from './explained';
import type { ApiSource } from './source';

/** How much of one area is explained. */
export interface AreaCoverage {
  inventory: string;
  area: Area;
  /** Public names, or the number that is wanted where that is less. */
  wanted: number;
  explained: number;
  missing: string[];
}

export function coverageOf(api: readonly ApiSource[]): AreaCoverage[] {
  return api.flatMap((source) => {
    const explained = new Explained(source);
    return source.scope.areas.map((area) => {
      const names = publicNames(area, source.scope, source.inventory);
      const missing = names.filter((name) => !explained.has(area.section, name));
      return {
        inventory: source.id,
        area,
        wanted: Math.min(area.wanted ?? names.length, names.length),
        explained: names.length - missing.length,
        missing,
      };
    });
  });
}

/** Coverage as a table, then what is missing, the names of one owner on one line. */
export function coverageText(coverage: readonly AreaCoverage[]): string {
  const rows = coverage.map(
    ({ inventory, area, wanted, explained }) =>
      `| ${inventory} | ${area.title} | ${wanted} | ${explained} | ${Math.max(0, wanted - explained)} |`,
  );
  // where only some are wanted, which ones is for the author to say
  const open = coverage.filter(({ area, missing }) => area.wanted === undefined && missing.length > 0);
  return [
    '| inventory | area | public | explained | missing |\n| --- | --- | --- | --- | --- |',
    ...rows,
    ...open.map(
      ({ inventory, area, missing }) =>
        `\nwithout explanation in ${inventory}, ${area.title}:\n${byOwner(missing).join('\n')}`,
    ),
  ].join('\n');
}

function byOwner(names: readonly string[]): string[] {
  const owners = new Map<string, string[]>();
  for (const name of names) {
    const dot = name.lastIndexOf('.');
    const [owner, last] = [name.slice(0, Math.max(0, dot)), name.slice(dot + 1)];
    owners.set(owner, [...(owners.get(owner) ?? []), last]);
  }
  return [...owners].map(([owner, lasts]) => `- ${owner && `${owner}: `}${lasts.join(', ')}`);
}
