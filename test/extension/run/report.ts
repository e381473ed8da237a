import type { ReporterConstructor, Runner, Suite, Test } from 'mocha';

/** A reporter that prints nothing: the script outside prints. */
export const silent = class {} as unknown as ReporterConstructor;

export interface TestEvent {
  type: 'suite' | 'passed' | 'failed' | 'skipped';
  title: string;
  /** How many suites it lies in. */
  depth: number;
  milliseconds?: number;
  message?: string;
}

/** Tells what happens in a run, once each. */
export function reportTo(runner: Runner, tell: (event: TestEvent) => void): void {
  const about = (type: TestEvent['type'], test: Suite | Test): TestEvent => {
    const depth = test.titlePath().length - 1;
    return { type, title: test.title, depth };
  };
  runner.on('suite', (suite) => suite.root || tell(about('suite', suite)));
  runner.on('pass', (test) => tell({ ...about('passed', test), milliseconds: test.duration ?? 0 }));
  runner.on('pending', (test) => tell(about('skipped', test)));
  runner.on('fail', (test, error: Error) => tell({ ...about('failed', test), message: described(error) }));
}

/** Without Mocha's own frames, the first of which is `callFn`. */
function described(error: Error & { actual?: unknown; expected?: unknown }): string {
  const stack = (error.stack ?? String(error)).split('\n');
  const ours = stack.findIndex((line) => /\bat callFn\b/.test(line));
  const text = stack.slice(0, ours < 0 ? 8 : ours).join('\n');
  if (error.actual === undefined || text.includes('actual')) return text;
  return `${text}\nactual: ${JSON.stringify(error.actual)}\nexpected: ${JSON.stringify(error.expected)}`;
}
