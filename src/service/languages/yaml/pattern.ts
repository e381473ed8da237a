/**
 * A key path such as `services.*.image`: `*` is any one key, `[]` an entry of a sequence, and a leading `**` any path.
 * Keys here hold no dots.
 */
export interface PathPattern {
  segments: readonly string[];
  anywhere: boolean;
}

export function pathPattern(written: string): PathPattern {
  const segments = written.split('.');
  const anywhere = segments[0] === '**';
  return { segments: anywhere ? segments.slice(1) : segments, anywhere };
}

/** Whether a path fits; one whose root is unknown fits only patterns that start anywhere. */
export function matchesPath({ segments, anywhere }: PathPattern, path: readonly string[], rooted: boolean): boolean {
  const skipped = path.length - segments.length;
  if (anywhere ? skipped < 0 : skipped !== 0 || !rooted) return false;
  return segments.every((segment, index) => fits(segment, path[skipped + index] ?? ''));
}

function fits(segment: string, key: string): boolean {
  return segment === '*' ? key !== '[]' : segment === key;
}
