import type { Names } from '../names';
import { statelessLanguage } from './dataLanguage';
import type { ToolMention } from './language';
import { quotedHashComment } from './text/comments';
import { coordinatesMention } from './text/coordinates';
import { packageMention, requirementMention } from './text/packages';
import { plainWord, type Word } from './text/word';
import type { TomlPlace } from './toml/key';
import { tomlPlaceAt } from './toml/place';

type ReadWord = (word: Word, offset: number, names: Names) => ToolMention | null;

/** A group of a project's dependencies, as a path that ends before the entry. */
const requirementLists =
  /^(?:project\.(?:dependencies|optional-dependencies\.[^.]+)|dependency-groups\.[^.]+|build-system\.requires|tool\.uv\.(?:dev|constraint|override|build-constraint)-dependencies|tool\.(?:pdm|rye)\.dev-dependencies(?:\.[^.]+)?|tool\.hatch\.envs\.[^.]+\.(?:extra-)?dependencies|tool\.poetry\.extras\.[^.]+|tool\.flit\.metadata\.requires(?:-extra\.[^.]+)?|package\.(?:dependencies|extras\.[^.]+))\.\[\]$/;

/** Tables whose keys are distributions; the key comes last, or is followed by its own table. */
const packageKeys =
  /^(?:tool\.poetry\.(?:dev-)?dependencies|tool\.poetry\.group\.[^.]+\.dependencies|tool\.uv\.sources|tool\.pixi\.(?:feature\.[^.]+\.)?(?:pypi-)?dependencies|package\.dependencies)\.[^.]+$/;

/** Lock files of uv, Poetry and PDM name each package, and uv's also what it depends on. */
const lockedNames =
  /^package\.(?:name|(?:dependencies|(?:optional|dev)-dependencies\.[^.]+|metadata\.requires-dist|metadata\.requires-dev\.[^.]+)\.\[\]\.name)$/;

const pipfileKeys = /^(?:packages|dev-packages)\.[^.]+$/;

/** A Gradle version catalog: `libraries.x.module`, or `libraries.x = "group:artifact:version"`. */
const catalogModule = /^libraries\.[^.]+(?:\.module)?$/;

/** What reads the text at a place, by the path of its keys and the name of its file. */
function readerOf(place: TomlPlace, fileName: string): ReadWord | null {
  const path = place.path.map((key) => key.replace(/\./g, ' ')).join('.');
  if (place.part !== 'value') {
    return packageKeys.test(path) || (fileName === 'pipfile' && pipfileKeys.test(path)) ? packageMention : null;
  }
  if (requirementLists.test(path)) return requirementMention;
  if (lockedNames.test(path) && fileName.endsWith('.lock')) return packageMention;
  return catalogModule.test(path) && fileName.endsWith('.versions.toml') ? coordinatesMention : null;
}

function tomlMention(text: string, offset: number, names: Names, path: string): ToolMention | null {
  const place = tomlPlaceAt(text, offset);
  const read = place && readerOf(place, path.slice(path.lastIndexOf('/') + 1));
  return read ? read(plainWord(text, place.span.start, place.span.end), offset, names) : null;
}

/** TOML: pyproject.toml, Pipfile, the lock files of uv, Poetry and PDM, and Gradle's version catalogs. */
export const toml = statelessLanguage(tomlMention, quotedHashComment);
