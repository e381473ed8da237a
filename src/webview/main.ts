import { type Host, readPanelMessage } from './host';
import { Reader } from './reader';

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const reader = new Reader(document.getElementById('page')!, host);

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = readPanelMessage(event.data);
  if (message) reader.receive(message);
});
host.postMessage({ type: 'ready' });
