import { defaultSettings, type Settings } from '../protocol/server';

/** The settings in force; asked for again only when the client says that they changed. */
export class SettingsStore {
  #current: Promise<Settings> = Promise.resolve(defaultSettings);

  get(): Promise<Settings> {
    return this.#current;
  }

  set(settings: Settings): void {
    this.#current = Promise.resolve(settings);
  }

  /** A client that cannot answer leaves the defaults in force. */
  pullFrom(ask: () => Promise<unknown>): void {
    this.#current = ask().then(readSettings, () => defaultSettings);
  }
}

/** Takes from a client's answer what has the right type; the rest keeps its default. */
export function readSettings(value: unknown): Settings {
  const part = (name: keyof Settings) => (isRecord(value) && isRecord(value[name]) ? value[name] : {});
  const enabled = (name: keyof Settings) => booleanOr(part(name).enabled, defaultSettings[name].enabled);
  const { prose, signature } = part('hover');
  return {
    hover: {
      enabled: enabled('hover'),
      prose: booleanOr(prose, defaultSettings.hover.prose),
      signature: isSignature(signature) ? signature : defaultSettings.hover.signature,
    },
    completion: { enabled: enabled('completion') },
    signatureHelp: { enabled: enabled('signatureHelp') },
  };
}

function booleanOr(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function isSignature(value: unknown): value is Settings['hover']['signature'] {
  return value === 'auto' || value === 'always' || value === 'never';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
