import { Console } from 'node:console';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createConnection, ProposedFeatures, type ProposedFeatures as Features } from 'vscode-languageserver/node';
import { nodeDbtFiles } from './nodeDbtFiles';
import { findManifests } from './nodeManifests';
import { startServer } from './server';
import { StdioReader, StdioWriter } from './stdio';

// dist/server/node.cjs → dist/catalogue
const catalogue = path.join(__dirname, '..', 'catalogue');

startServer(process.argv.includes('--stdio') ? connectStdio() : createConnection(ProposedFeatures.all), {
  readCatalogue: (file) => readFile(path.join(catalogue, file), 'utf8'),
  findManifests,
  dbtFiles: nodeDbtFiles,
});

function connectStdio(): Features.Connection {
  // the client reads stdout, where nothing but messages may go
  globalThis.console = new Console(process.stderr);
  const connection = createConnection(
    ProposedFeatures.all,
    new StdioReader(process.stdin),
    new StdioWriter(process.stdout),
  );
  let isShutDown = false;
  connection.onShutdown(() => void (isShutDown = true));
  // a client that is gone leaves no server behind
  for (const event of ['end', 'close']) process.stdin.on(event, () => process.exit(isShutDown ? 0 : 1));
  return connection;
}
