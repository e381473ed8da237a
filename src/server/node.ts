import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeDbtFiles } from './nodeDbtFiles';
import { findManifests } from './nodeManifests';
import { startServer } from './server';

// dist/server/node.cjs → dist/catalogue
const catalogue = path.join(__dirname, '..', 'catalogue');

startServer(createConnection(ProposedFeatures.all), {
  readCatalogue: (file) => readFile(path.join(catalogue, file), 'utf8'),
  findManifests,
  dbtFiles: nodeDbtFiles,
});
