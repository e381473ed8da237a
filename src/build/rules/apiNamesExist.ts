import type { Inventory, InventoryEntry } from '../api/inventory';
import { entriesOf } from '../api/source';
import { parametersOf } from '../api/parameters';
import type { Rule } from './rule';

export const apiNamesExist: Rule = {
  name: 'api-names-exist',
  description: 'Symbols, parameters and related names that an explanation speaks of are in the inventory.',
  *check(content) {
    const tools = new Set(content.tools.map(({ id }) => id));
    for (const source of content.api) {
      for (const { file, data } of source.explanations) {
        if (!tools.has(data.tool)) yield { file, message: `there is no tool "${data.tool}"` };
      }
      for (const { file, section, name, entry } of entriesOf(source)) {
        const names = source.inventory.sections[section] ?? {};
        const known = Object.hasOwn(names, name) ? names[name] : undefined;
        if (!known) {
          const alias = source.inventory.aliases[name];
          const hint = section === 'symbols' && alias ? `; it is an alias of ${alias.to}` : '';
          yield { file, message: `${section}: the inventory has no "${name}"${hint}` };
          continue;
        }
        const parameters = parametersOf(name, section, source.inventory);
        for (const parameter of Object.keys(entry.parameters)) {
          if (!parameters(parameter)) yield { file, message: `${name}: there is no parameter "${parameter}"` };
        }
        for (const keyword of Object.keys(entry.keywords)) {
          if (parameters(keyword)) yield { file, message: `${name}: "${keyword}" is a parameter, no keyword` };
          else if (!takesKeywords(known)) yield { file, message: `${name}: nothing takes the keyword "${keyword}"` };
        }
        for (const related of entry.related) {
          if (!hasName(source.inventory, related)) yield { file, message: `${name}: related "${related}" is nowhere` };
        }
      }
    }
  },
};

/** A class without a signature of its own has that of its base. */
function takesKeywords({ kind, parameters }: InventoryEntry): boolean {
  return parameters ? parameters.some((text) => text.startsWith('**')) : kind === 'class';
}

function hasName({ sections }: Inventory, name: string): boolean {
  return Object.values(sections).some((names) => Object.hasOwn(names, name));
}
