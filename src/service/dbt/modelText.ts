/** How much of a model is searched for its configuration. */
const headLength = 64 * 1024;

const configCall = /\{\{-?\s*config\s*\(([^]{0,8192}?)\)\s*-?\}\}|\bdbt\.config\s*\(([^]{0,8192}?)\)\s*(?=\n|$)/g;

/**
 * The materialization that a model's own text asks for: null where it asks for one that is not literally there,
 * undefined where it asks for none.
 */
export function materializationIn(text: string): string | null | undefined {
  const head = text.slice(0, headLength).replace(/\{#[^]*?#\}/g, '');
  const asked = [...head.matchAll(configCall)].flatMap(([, jinja, python]) => {
    const given = /(?:^|[\s,(])materialized\s*=\s*(?:(["'])([\w.-]+)\1\s*(?=,|$)|)/.exec(
      (jinja ?? python ?? '').trimEnd(),
    );
    return given ? [given[2] ?? null] : [];
  });
  return new Set(asked).size > 1 ? null : asked[0];
}

/** The names of the snapshots that a SQL file defines. */
export function snapshotNames(text: string): string[] {
  const read = text.replace(/\{#[^]*?#\}/g, '');
  return [...read.matchAll(/\{%-?\s*snapshot\s+(\w+)\s*-?%\}/g)].map(([, name = '']) => name);
}
