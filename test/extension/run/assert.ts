/** Assertions that run in Node and in a web worker, where `node:assert` is not. */

class AssertionError extends Error {
  override name = 'AssertionError';

  constructor(
    message: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message);
  }
}

export function ok(value: unknown, message = 'expected something'): asserts value {
  if (!value) throw new AssertionError(`${message}, got ${JSON.stringify(value)}`);
}

/** The same by value: objects by their JSON. */
export function equal(actual: unknown, expected: unknown, message = 'not equal'): void {
  if (!Object.is(actual, expected) && JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new AssertionError(message, actual, expected);
  }
}

export function match(text: string | null | undefined, pattern: RegExp): asserts text is string {
  if (text == null || !pattern.test(text)) throw new AssertionError(`does not match ${pattern}`, text, String(pattern));
}

export function doesNotMatch(text: string, pattern: RegExp): void {
  if (pattern.test(text)) throw new AssertionError(`matches ${pattern}`, text, `not ${pattern}`);
}

/** Asks again until there is an answer, for what no event tells. Fails after `timeout` milliseconds. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeout = 10_000,
): Promise<Exclude<Awaited<T>, undefined | null | false | 0 | ''>> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Exclude<Awaited<T>, undefined | null | false | 0 | ''>;
    if (Date.now() > end) throw new AssertionError(`did not happen within ${timeout} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
