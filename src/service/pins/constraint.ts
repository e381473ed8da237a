/** One clause of a constraint: an operator, a version, and whether it ends in a wildcard. */
const clause = /(={1,3}|~=|~>|[<>]=?|!=|\^|~)?\s*v?(\d+(?:\.\d+)*)[\w+-]*(?:\.[\w+-]+)*(\.\*)?/g;

interface Bounds {
  lower?: number[];
  upper?: number[];
  /** Whether the upper bound itself satisfies the constraint. */
  inclusive?: boolean;
}

/**
 * The version that a constraint fixes, at least to its second number: `==3.4.1` → `3.4.1`, `~=3.4.0` → `3.4`,
 * `>=1.8,<1.9` → `1.8`. Undefined where versions of more than one such line satisfy it.
 */
export function fixedVersion(constraint: string): string | undefined {
  const bounds: Bounds = {};
  for (const [, operator = '', version = '', star] of constraint.matchAll(clause)) {
    const numbers = version.split('.').map(Number);
    const isPrefix = star !== undefined || operator === '=';
    if (/^=*$/.test(operator) && (!isPrefix || numbers.length >= 2)) return version;
    narrow(bounds, operator, numbers);
  }
  return sameLine(bounds);
}

function narrow(bounds: Bounds, operator: string, numbers: number[]): void {
  if (operator.startsWith('>')) bounds.lower = numbers;
  else if (operator.startsWith('<')) {
    bounds.upper = numbers;
    bounds.inclusive = operator === '<=';
  } else if (operator === '~=' || operator === '~>') between(bounds, numbers, numbers.length - 1);
  else if (operator === '~') between(bounds, numbers, 2);
  else if (operator === '^') between(bounds, numbers, numbers[0] === 0 ? 2 : 1);
}

/** From a version up to, not including, the next one of its first `count` numbers. */
function between(bounds: Bounds, numbers: number[], count: number): void {
  const kept = numbers.slice(0, Math.max(1, count));
  bounds.lower = numbers;
  bounds.upper = kept.map((number, index) => (index === kept.length - 1 ? number + 1 : number));
}

/** `major.minor` where no second one lies between the bounds. */
function sameLine({ lower, upper, inclusive = false }: Bounds): string | undefined {
  if (!lower || !upper || lower.length < 2) return undefined;
  const [major = 0, minor = 0] = lower;
  const [upperMajor = 0, upperMinor = 0, ...rest] = upper;
  if (upperMajor !== major) return undefined;
  const endsBefore = upperMinor === minor + 1 && !inclusive && rest.every((number) => number === 0);
  return upperMinor === minor || endsBefore ? `${major}.${minor}` : undefined;
}
