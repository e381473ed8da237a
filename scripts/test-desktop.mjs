// @ts-check
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cacheDir, projectDir } from './host/cache.mjs';
import { startControl } from './host/control.mjs';
import { hasDisplay } from './host/desktop.mjs';
import { Failure, oneLine, runMain } from './host/failure.mjs';
import { endOnSignals, temporaryFolder } from './host/leftovers.mjs';
import { collectResults, summary } from './host/results.mjs';
import { sampleDir, temporaryCopy } from './host/sample.mjs';
import { settingsFor } from './host/settings.mjs';

/** The extension tests in desktop VS Code: `VSCODE_PATH`, or the newest stable one, downloaded. */
await runMain(async () => {
  endOnSignals(130);
  const testsPath = path.join(projectDir, 'dist-test/extension.cjs');
  if (!existsSync(testsPath)) throw new Failure(`${testsPath} is not there: build the tests first.`);
  if (!hasDisplay())
    throw new Failure(
      'Desktop VS Code needs a display: there is none here (on Linux, `xvfb-run -a npm run test:desktop` makes one).',
    );
  const vscodeExecutablePath = await desktop();
  const workspace = temporaryCopy(sampleDir);
  const { results, report } = collectResults(console.log);
  const control = await startControl(({ type, args }) =>
    type === 'report' ? report(args[0]) : { grep: null, driven: false },
  );
  const userData = userDataWith({ ...settingsFor('dark'), 'extensionTests.control': control.url });
  try {
    const launchArgs = [
      workspace.copy,
      `--user-data-dir=${userData.dir}`,
      '--disable-extensions',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ];
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: projectDir,
      extensionTestsPath: testsPath,
      launchArgs,
    });
  } catch (error) {
    if (!results.ended) throw new Failure(`VS Code ended before the tests did: ${oneLine(error)}`);
  } finally {
    await control.close();
    workspace.remove();
    userData.remove();
  }
  console.log(`\n${summary(results)}`);
  return results.failed === 0 && results.passed > 0 ? 0 : 1;
});

/** @returns {Promise<string>} */
async function desktop() {
  const chosen = process.env['VSCODE_PATH'];
  if (chosen && !existsSync(chosen)) throw new Failure(`VSCODE_PATH names ${chosen}, which does not exist.`);
  if (chosen) return chosen;
  try {
    return await downloadAndUnzipVSCode({ cachePath: cacheDir });
  } catch (error) {
    throw new Failure(
      `Desktop VS Code could not be downloaded (${oneLine(error)}): set VSCODE_PATH to the program of an installed one.`,
    );
  }
}

/** @param {Record<string, unknown>} settings */
function userDataWith(settings) {
  const userData = temporaryFolder('vscode');
  mkdirSync(path.join(userData.dir, 'User'));
  writeFileSync(path.join(userData.dir, 'User/settings.json'), JSON.stringify(settings));
  return userData;
}
