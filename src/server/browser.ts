/// <reference lib="webworker" />
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server';

declare const self: DedicatedWorkerGlobalScope;

// the Node door takes what both need from this bundle, and must not start a worker's server by that
if (typeof WorkerGlobalScope === 'function') {
  startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)));
}
