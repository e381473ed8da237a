import { askOutside } from './outside';
import { reportTo } from './report';

interface Options {
  /** Only tests whose full title holds this. */
  grep: string | null;
}

/** Registers the tests by importing them, runs them, and fails when one of them does. */
export async function runTests(mocha: Mocha, importTests: () => Promise<unknown>): Promise<void> {
  const options = await askOutside<Options>('options');
  await importTests();
  mocha.timeout(30_000);
  if (options?.grep) mocha.fgrep(options.grep);
  let reported: Promise<unknown> = Promise.resolve();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    reportTo(runner, (event) => (reported = reported.then(() => askOutside('report', event))));
  });
  await reported;
  await askOutside('report', { type: 'ended' });
  if (failures > 0) throw new Error(`${failures} failed`);
}
