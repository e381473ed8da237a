import Mocha from 'mocha';
import { silent } from './report';
import { runTests } from './runTests';

/** Called by VS Code's extension host in Node. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: silent });
  // Without files to load, Mocha does not put `describe` and `it` in place by itself.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await runTests(mocha, () => import('extension-tests'));
}
