// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectDir } from './host/cache.mjs';
import { findDesktopCode, openDesktop, openInBrowser } from './host/desktop.mjs';
import { Failure, runMain } from './host/failure.mjs';
import { endOnSignals } from './host/leftovers.mjs';
import { sampleDir, temporaryCopy } from './host/sample.mjs';
import { startWebHost } from './host/web.mjs';

const defaultPort = 8137;

const help = `Opens the extension in VS Code with a sample pipeline.

npm start -- [options]

  --web         in a browser, even where desktop VS Code is installed
  --port <n>    port of VS Code in the browser (${defaultPort}); 0 takes any free one
  --no-open     print the address, open no browser
  --help        this text

Edits in the sample last until you stop with Ctrl+C; every start begins with a fresh copy.`;

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      web: { type: 'boolean', default: false },
      port: { type: 'string', default: String(defaultPort) },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void console.log(help);
  endOnSignals(0);
  const port = portNumber(values.port);
  requireBuild();
  const code = values.web || values['no-open'] ? undefined : findDesktopCode();
  await (code ? startDesktop(code) : startBrowser(port, !values['no-open']));
});

/** @param {string} text */
function portNumber(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Failure(`--port takes a number from 0 to 65535, not "${text}".`);
  return port;
}

function requireBuild() {
  const { main, browser } = JSON.parse(readFileSync(path.join(projectDir, 'package.json'), 'utf8'));
  const missing = [main, browser].filter((file) => file && !existsSync(path.join(projectDir, file)));
  if (missing.length > 0) throw new Failure(`${missing.join(' and ')} not there: run "npm start", which builds first.`);
}

/** @param {string} code */
async function startDesktop(code) {
  const sample = temporaryCopy(sampleDir);
  const closed = openDesktop(code, { extensionDir: projectDir, workspace: sample.copy });
  console.log('VS Code opens with the extension and the sample. Ctrl+C here closes it.');
  await closed;
  sample.remove();
}

/** @param {number} port @param {boolean} open */
async function startBrowser(port, open) {
  const sample = temporaryCopy(sampleDir);
  const { url } = await startWebHost({ extensionDir: projectDir, workspace: sample.copy, port });
  console.log(`VS Code with the extension and the sample: ${url}`);
  if (open && !(await openInBrowser(url))) console.log('No browser could be opened here: open that address in one.');
  console.log('Ctrl+C ends it.');
}
