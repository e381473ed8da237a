import type { Word } from '../text/word';
import { containerOptions } from './containers';
import { skipOptions, valued, type TakesValue } from './options';

/** A command that runs another one: `sudo -u airflow airflow db migrate`. */
interface Wrapper {
  takesValue: TakesValue;
  /** Words between the options and the command: a user, a container, a duration. */
  positionals: number;
  /** The command comes after `--`, wherever that is. */
  afterDashes?: true;
}

function wrapper(options: string, positionals = 0): Wrapper {
  return { takesValue: valued(options), positionals };
}

const afterDashes: Wrapper = { takesValue: valued(''), positionals: 0, afterDashes: true };
const container: Wrapper = { takesValue: containerOptions, positionals: 1 };
const compose = wrapper(
  '-f --file -p --project-name --profile --env-file --project-directory -e --env -u --user -w --workdir --index ' +
    '-v --volume --publish --name --entrypoint -l --label',
  1,
);
const projectRun = wrapper('--with --python -p --env-file --extra --group --project --directory --from -C -e');
const condaRun = wrapper('-n --name -p --prefix --cwd');

const wrappers = new Map<string, Wrapper>([
  ['sudo', wrapper('-u -g -h -p -C -r -t -U --user --group --host --prompt')],
  ['doas', wrapper('-u -C')],
  ['env', wrapper('-u -C -S --unset --chdir')],
  ['exec', wrapper('-a')],
  ['time', wrapper('-f -o')],
  ['nohup', wrapper('')],
  ['command', wrapper('')],
  ['builtin', wrapper('')],
  ['setsid', wrapper('')],
  ['tini', wrapper('-p -e')],
  ['dumb-init', wrapper('')],
  ['eval', wrapper('')],
  ['nice', wrapper('-n')],
  ['ionice', wrapper('-c -n')],
  ['stdbuf', wrapper('-i -o -e')],
  ['watch', wrapper('-n --interval')],
  ['xargs', wrapper('-I -n -P -L -d -a -s -E')],
  ['timeout', wrapper('-s -k --signal --kill-after', 1)],
  ['gosu', wrapper('', 1)],
  ['su-exec', wrapper('', 1)],
  ['entrypoint', wrapper('')],
  ['entrypoint.sh', wrapper('')],
  ['docker-entrypoint.sh', wrapper('')],
  ['uvx', projectRun],
  ['uv run', projectRun],
  ['poetry run', projectRun],
  ['pipenv run', projectRun],
  ['pdm run', projectRun],
  ['rye run', projectRun],
  ['hatch run', projectRun],
  ['pixi run', projectRun],
  ['conda run', condaRun],
  ['mamba run', condaRun],
  ['micromamba run', condaRun],
  ['docker exec', container],
  ['docker run', container],
  ['docker container run', container],
  ['docker container exec', container],
  ['podman exec', container],
  ['podman run', container],
  ['docker compose exec', compose],
  ['docker compose run', compose],
  ['docker-compose exec', compose],
  ['docker-compose run', compose],
  ['kubectl exec', afterDashes],
  ['kubectl run', afterDashes],
  ['aws-vault exec', afterDashes],
  ['op run', afterDashes],
  ['doppler run', afterDashes],
]);

const mostWords = 3;

/** Where the command starts that the one at `index` runs, or null where it runs none. */
export function wrappedCommand(words: readonly Word[], index: number): number | null {
  for (let count = mostWords; count > 0; count--) {
    const found = wrapperAt(words, index, count);
    if (!found) continue;
    const { spec, next } = found;
    if (spec.afterDashes) {
      const dashes = words.findIndex((word, at) => at >= next && word.text === '--');
      return dashes < 0 ? null : dashes + 1;
    }
    const at = skipOptions(words, next, spec.takesValue) + spec.positionals;
    return words[at]?.text === '--' ? at + 1 : at;
  }
  return null;
}

/** A wrapper of `count` words; options may stand between them, as in `docker compose -f a.yml run`. */
function wrapperAt(words: readonly Word[], index: number, count: number): { spec: Wrapper; next: number } | null {
  const name = baseName(words[index]?.text ?? '');
  for (const takesValue of [valued(''), compose.takesValue]) {
    const parts = [name];
    let next = index + 1;
    while (parts.length < count && next < words.length) {
      next = skipOptions(words, next, takesValue);
      parts.push(words[next++]?.text ?? '');
    }
    const spec = wrappers.get(parts.join(' '));
    if (spec && parts.length === count) return { spec, next };
  }
  return null;
}

/** `/opt/spark/bin/spark-submit` is `spark-submit`. */
function baseName(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}
