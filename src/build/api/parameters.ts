import { parameterName, type ExplainedSection, type Inventory, type InventoryEntry } from './inventory';

/** Which parameter names a thing takes or took: its own, those of its bases where it passes the rest on. */
export function parametersOf(name: string, section: ExplainedSection, inventory: Inventory): (text: string) => boolean {
  const entry = inventory.sections[section]?.[name];
  if (!entry) return () => false;
  if (section === 'functions') return (text) => (entry.forms ?? []).some((form) => namedIn(form, text));
  // which keywords `ref` and `config` take, their signatures do not say
  if (section === 'context' && entry.parameters?.includes('**kwargs')) return (text) => /^\w+$/.test(text);
  const names = new Set<string>();
  collect(entry, inventory, names, 0);
  if (section === 'commands') for (const text of commandWords(entry)) names.add(text);
  return (text) => names.has(text.replace(/^\*+/, ''));
}

function collect(entry: InventoryEntry, inventory: Inventory, names: Set<string>, depth: number): void {
  for (const text of entry.parameters ?? []) names.add(parameterName(text) ?? text);
  for (const text of Object.keys(entry.changes ?? {})) names.add(parameterName(text) ?? text);
  const passesOn =
    entry.kind === 'class' && (!entry.parameters || entry.parameters.some((text) => text.startsWith('**')));
  if (!passesOn || depth > 8) return;
  for (const base of entry.bases ?? []) {
    const found = inventory.sections.symbols?.[base.replace(/\[.*/, '')];
    if (found) collect(found, inventory, names, depth + 1);
  }
}

function namedIn(form: string, name: string): boolean {
  return new RegExp(`(?<![A-Za-z0-9_])${name.replace(/[^\w]/g, '\\$&')}(?![A-Za-z0-9_])`).test(form);
}

/** `-p, --port` can be spoken of as it stands, or by either word. */
function commandWords({ arguments: given = [], options = [] }: InventoryEntry): string[] {
  return [...given, ...given.flatMap((text) => text.split(', ')), ...options];
}
