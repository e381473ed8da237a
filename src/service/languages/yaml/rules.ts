import type { Names } from '../../names';
import type { ToolMention } from '../language';
import { coordinatesMention } from '../text/coordinates';
import { imageMention, looksLikeImage } from '../text/images';
import { condaMention, requirementMention } from '../text/packages';
import { mentionIn, restOf, type Word } from '../text/word';
import type { YamlKind } from './kind';
import { matchesPath, pathPattern } from './pattern';
import type { YamlPlace } from './place';

type ReadWord = (word: Word, offset: number, names: Names) => ToolMention | null;

/** What stands at a path, in files of a kind or in all. The first rule that fits decides. */
interface Rule {
  kind?: YamlKind;
  path: string;
  part?: 'key';
  read: ReadWord;
}

const adapter: ReadWord = (word, offset, names) =>
  mentionIn(word, 0, word.text.length, names.exact('dbtAdapters', word.text.toLowerCase()), offset);

const dbtPackage: ReadWord = (word, offset, names) =>
  mentionIn(word, 0, word.text.length, names.wildcard('dbtPackages', word.text.toLowerCase()), offset);

const bundleKey: ReadWord = (word, offset, names) =>
  mentionIn(word, 0, word.text.length, names.exact('bundleKeys', word.text), offset);

/** `bundle:` itself may have its own entry in the table; else it stands for Databricks. */
const bundleHead: ReadWord = (word, offset, names) =>
  bundleKey(word, offset, names) ??
  mentionIn(word, 0, word.text.length, names.knows('databricks') ? 'databricks' : undefined, offset);

const dockerScheme = 'docker://';

const dockerAction: ReadWord = (word, offset, names) =>
  word.text.startsWith(dockerScheme) ? imageMention(restOf(word, dockerScheme.length), offset, names) : null;

/** Under a key that only sounds like an image, the value must look like one. */
const likelyImage: ReadWord = (word, offset, names) =>
  looksLikeImage(word.text) ? imageMention(word, offset, names) : null;

const rules: readonly Rule[] = [
  { kind: 'conda', path: 'dependencies.[]', read: condaMention },
  { kind: 'conda', path: 'dependencies.[].pip.[]', read: requirementMention },
  { kind: 'condaRecipe', path: 'requirements.*.[]', read: condaMention },
  { kind: 'preCommit', path: 'repos.[].hooks.[].additional_dependencies.[]', read: requirementMention },

  { kind: 'dbtProfiles', path: '*.outputs.*.type', read: adapter },
  { kind: 'dbtPackages', path: 'packages.[].package', read: dbtPackage },

  { kind: 'bundle', path: 'bundle', part: 'key', read: bundleHead },
  { kind: 'bundle', path: 'resources.*', part: 'key', read: bundleKey },
  { kind: 'bundle', path: 'targets.*.resources.*', part: 'key', read: bundleKey },
  { kind: 'bundle', path: '**.pypi.package', read: requirementMention },
  { kind: 'bundle', path: '**.maven.coordinates', read: coordinatesMention },
  { kind: 'bundle', path: '**.environments.[].spec.dependencies.[]', read: requirementMention },
  { kind: 'bundle', path: '**.environment.dependencies.[]', read: requirementMention },

  { path: 'services.*.image', read: imageMention },
  { path: '**.containers.[].image', read: imageMention },
  { path: '**.initContainers.[].image', read: imageMention },
  { path: '**.image.repository', read: imageMention },
  { path: '**.docker.[].image', read: imageMention },
  { kind: 'compose', path: '*.image', read: imageMention },
  { kind: 'kustomize', path: 'images.[].name', read: imageMention },
  { kind: 'kustomize', path: 'images.[].newName', read: imageMention },
  { kind: 'github', path: 'jobs.*.container', read: imageMention },
  { kind: 'github', path: 'jobs.*.container.image', read: imageMention },
  { kind: 'github', path: 'jobs.*.services.*.image', read: imageMention },
  { kind: 'github', path: '**.uses', read: dockerAction },
  { kind: 'gitlab', path: 'image', read: imageMention },
  { kind: 'gitlab', path: '*.image', read: imageMention },
  { kind: 'gitlab', path: 'image.name', read: imageMention },
  { kind: 'gitlab', path: '*.image.name', read: imageMention },
  { kind: 'gitlab', path: 'services.[]', read: imageMention },
  { kind: 'gitlab', path: '*.services.[]', read: imageMention },
  { kind: 'gitlab', path: 'services.[].name', read: imageMention },
  { kind: 'gitlab', path: '*.services.[].name', read: imageMention },
];

const compiled = rules.map((rule) => ({ ...rule, pattern: pathPattern(rule.path) }));

/** What the path says about the word there, or null where it says nothing. */
export function ruleMention(
  place: YamlPlace,
  word: Word,
  kindOf: () => YamlKind,
  offset: number,
  names: Names,
): ToolMention | null {
  const rule = compiled.find(
    ({ part, pattern, kind }) =>
      (part ?? 'value') === place.part &&
      matchesPath(pattern, place.path, place.rooted) &&
      (kind === undefined || kind === kindOf()),
  );
  if (rule) return rule.read(word, offset, names);
  const key = place.path.at(-1) ?? '';
  return place.part === 'value' && /^(?:\w+[_-])?image$|Image$/.test(key) ? likelyImage(word, offset, names) : null;
}
