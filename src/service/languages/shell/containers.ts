import type { Names } from '../../names';
import type { ToolMention } from '../language';
import { imageMention } from '../text/images';
import { restOf, touchesWord, type Word } from '../text/word';
import { skipOptions, valued, valuedBut } from './options';

/** Options of `docker run` and `docker exec`: all take a value but these. */
export const containerOptions = valuedBut(
  '-d -i -t -P -q --detach --interactive --tty --publish-all --quiet --rm --privileged --init --read-only ' +
    '--no-healthcheck --sig-proxy --disable-content-trust --oom-kill-disable --help --replace --use-api-socket',
);

const runsContainers = new Set(['docker', 'podman', 'nerdctl']);
const takesImage = new Set(['run', 'create', 'pull', 'push', 'save', 'rmi', 'inspect']);
const plainOptions = valued('--platform --context -H --host --config --log-level');

/** The image in `docker run … image`, `docker pull image` and `kubectl run --image=image`. */
export function containerImage(
  words: readonly Word[],
  index: number,
  offset: number,
  names: Names,
): ToolMention | null {
  const head = words[index]?.text ?? '';
  if (head === 'kubectl' || head === 'oc') return imageOption(words, offset, names);
  if (!runsContainers.has(head)) return null;
  let at = skipOptions(words, index + 1, plainOptions);
  if (/^(?:container|image)$/.test(words[at]?.text ?? '')) at = skipOptions(words, at + 1, plainOptions);
  const verb = words[at]?.text ?? '';
  if (!takesImage.has(verb)) return null;
  const options = verb === 'run' || verb === 'create' ? containerOptions : plainOptions;
  const image = words[skipOptions(words, at + 1, options)];
  return image && touchesWord(image, offset) ? imageMention(image, offset, names) : null;
}

function imageOption(words: readonly Word[], offset: number, names: Names): ToolMention | null {
  for (const [index, word] of words.entries()) {
    if (!touchesWord(word, offset)) continue;
    if (word.text.startsWith('--image=')) return imageMention(restOf(word, '--image='.length), offset, names);
    if (words[index - 1]?.text === '--image') return imageMention(word, offset, names);
  }
  return null;
}
