import 'mocha/mocha.js';
import { silent } from './report';
import { runTests } from './runTests';

/** Mocha's browser build puts an instance of itself there. */
declare const mocha: Mocha & { setup(options: object): Mocha };

/** Called by VS Code's extension host in a web worker. */
export async function run(): Promise<void> {
  await runTests(mocha.setup({ ui: 'bdd', reporter: silent }), () => import('extension-tests'));
}
