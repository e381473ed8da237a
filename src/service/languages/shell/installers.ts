import type { Names } from '../../names';
import type { ToolMention } from '../language';
import { condaMention, requirementMention } from '../text/packages';
import { touchesWord, type Word } from '../text/word';
import { valued, type TakesValue } from './options';

interface Installer {
  takesValue: TakesValue;
  read(word: Word, offset: number, names: Names): ToolMention | null;
}

const pip: Installer = {
  takesValue: valued(
    '-r -c -i -f -t -e -d -w --requirement --constraint --index-url --extra-index-url --find-links --target --editable ' +
      '--dest --wheel-dir --prefix --root --python --python-version --platform --abi --implementation --only-binary ' +
      '--no-binary --trusted-host --proxy --timeout --retries --cache-dir --log --progress-bar --upgrade-strategy -p',
  ),
  read: requirementMention,
};
const project: Installer = {
  takesValue: valued(
    '-G -E -e -r -c -p --group --extras --extra --optional --source --python --index --requirements --constraints ' +
      '--project --directory --package --rev --tag --branch --index-url --platform --feature --with',
  ),
  read: requirementMention,
};
const conda: Installer = {
  takesValue: valued('-n -p -c -f --name --prefix --channel --file --solver --platform --feature'),
  read: condaMention,
};

/** Commands whose arguments are packages, by their words without options. */
const installers = new Map<string, Installer>([
  ['pip install', pip],
  ['pip download', pip],
  ['pip wheel', pip],
  ['uv pip install', pip],
  ['pipx install', pip],
  ['uv add', project],
  ['uv tool install', project],
  ['poetry add', project],
  ['pdm add', project],
  ['rye add', project],
  ['pipenv install', project],
  ['conda install', conda],
  ['conda create', conda],
  ['mamba install', conda],
  ['mamba create', conda],
  ['micromamba install', conda],
  ['micromamba create', conda],
  ['pixi add', conda],
]);

/** The package under the caret in `pip install "apache-airflow[celery]==3.0"` and its kin. */
export function installedPackage(
  words: readonly Word[],
  index: number,
  offset: number,
  names: Names,
): ToolMention | null {
  const found = installerAt(words, pipModule(words, index));
  if (!found) return null;
  for (let at = found.next; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    if (word.text.startsWith('-')) {
      if (found.installer.takesValue(word.text)) at++;
    } else if (touchesWord(word, offset)) {
      return found.installer.read(word, offset, names);
    }
  }
  return null;
}

/** In `python3 -m pip install` the command is pip. */
function pipModule(words: readonly Word[], index: number): number {
  const isModule = /^(?:.*\/)?python[\d.]*$/.test(words[index]?.text ?? '') && words[index + 1]?.text === '-m';
  return isModule ? index + 2 : index;
}

function installerAt(words: readonly Word[], index: number): { installer: Installer; next: number } | null {
  const parts: string[] = [];
  for (let at = index; at < words.length && parts.length < 3; at++) {
    const text = words[at]?.text ?? '';
    if (text.startsWith('-')) continue;
    parts.push(parts.length === 0 ? text.replace(/^.*\//, '').replace(/^pip[\d.]*$/, 'pip') : text);
    const installer = installers.get(parts.join(' '));
    if (installer) return { installer, next: at + 1 };
  }
  return null;
}
