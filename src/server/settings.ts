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
  const hover = isRecord(value) && isRecord(value.hover) ? value.hover : {};
  return {
    hover: {
      enabled: typeof hover.enabled === 'boolean' ? hover.enabled : defaultSettings.hover.enabled,
      prose: typeof hover.prose === 'boolean' ? hover.prose : defaultSettings.hover.prose,
      signature: isSignature(hover.signature) ? hover.signature : defaultSettings.hover.signature,
    },
  };
}

function isSignature(value: unknown): value is Settings['hover']['signature'] {
  return value === 'auto' || value === 'always' || value === 'never';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
