// @ts-check

/**
 * What VS Code itself asks for away from this machine, whichever extension runs, and why.
 * Telemetry and JSON schemas are switched off in `settings.mjs`. Every other such request counts as the
 * extension's, and as a failure.
 * @type {{ why: string, url: RegExp }[]}
 */
export const knownLookups = [
  {
    why: 'the gallery: extensions offered and their updates',
    url: /^https:\/\/open-vsx\.org\/vscode\/(gallery|item|asset)\b/,
  },
  { why: 'accounts and policies of the chat', url: /^https:\/\/api\.github\.com\/(copilot|copilot_internal)\// },
];

/** Files of an extension in a webview have such addresses; VS Code's service worker answers them on this machine. */
const webviewResource = /^https:\/\/[a-z0-9+-]+\.vscode-resource\.vscode-cdn\.net\//;

/**
 * Watches every request of a browser context: its frames, its workers and their workers.
 * @param {import('playwright-core').BrowserContext} context
 * @returns {{ foreign: () => Promise<string[]> }} the addresses away from 127.0.0.1 that VS Code does not ask for itself
 */
export function watchNetwork(context) {
  /** @type {Set<import('playwright-core').Request>} */
  const away = new Set();
  /** @type {Set<string>} */
  const sockets = new Set();
  context.on('request', (request) => isAway(request.url()) && away.add(request));
  context.on('page', (page) => page.on('websocket', (socket) => isAway(socket.url()) && sockets.add(socket.url())));
  return {
    foreign: async () => {
      const requests = [...away].filter((request) => !knownLookups.some(({ url }) => url.test(request.url())));
      const local = await Promise.all(requests.map(answeredHere));
      return [
        ...new Set([...requests.filter((_, index) => !local[index]).map((request) => request.url()), ...sockets]),
      ];
    },
  };
}

/** @param {string} url */
function isAway(url) {
  const { protocol, hostname } = new URL(url);
  return /^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1';
}

/** @param {import('playwright-core').Request} request */
async function answeredHere(request) {
  if (!webviewResource.test(request.url())) return false;
  const pending = new Promise((resolve) => setTimeout(resolve, 1000, null));
  const response = await Promise.race([request.response().catch(() => null), pending]);
  return Boolean(response?.fromServiceWorker());
}
