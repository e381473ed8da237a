import { spawn } from 'node:child_process';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/** A language server started as any editor would start it. */
export interface StdioSession {
  request<T>(method: string, params: unknown): Promise<T>;
  notify(method: string, params: unknown): Promise<void>;
  open(uri: string, languageId: string, text: string): Promise<void>;
  stop(): Promise<void>;
  pid: number;
  /** Answers the server's questions for settings from now on, and says that they changed. */
  set(settings: object): Promise<void>;
}

export async function startSession(
  command: string,
  args: string[],
  initialization: object = {},
): Promise<StdioSession> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let settings: object | null = null;
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const session: StdioSession = {
    pid: child.pid ?? 0,
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    open: (uri, languageId, text) =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    set: async (value) => {
      settings = value;
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: { dataEngineering: value } });
    },
    stop: async () => {
      await connection.sendRequest('shutdown').catch(() => undefined);
      await connection.sendNotification('exit').catch(() => undefined);
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await exited;
      clearTimeout(timer);
      connection.dispose();
    },
  };
  await session.request('initialize', { processId: process.pid, rootUri: null, capabilities: {}, ...initialization });
  await session.notify('initialized', {});
  return session;
}
