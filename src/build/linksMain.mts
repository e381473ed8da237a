import { addressesOf } from './links';
import { readContent } from './source';

/** `npm run content:links`: asks every address of the content whether it is still there. Needs a network; nothing else here does. */
const { content } = await readContent('.');
const files = addressesOf(content);

const queue = [...files.keys()];
const dead: string[] = [];
let unreachable = 0;
await Promise.all(Array.from({ length: 8 }, work));
for (const line of dead.sort()) console.log(line);
console.log(`${files.size} addresses, ${dead.length} dead, ${unreachable} without answer`);
if (unreachable === files.size) console.log('No address answered at all: is there a network?');
process.exitCode = dead.length > 0 ? 1 : 0;

async function work(): Promise<void> {
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    try {
      const { status } = await fetch(url, { redirect: 'follow', signal: AbortSignal.timeout(20_000) });
      if (status === 404 || status === 410) dead.push(`${files.get(url)}: ${url} (${status})`);
    } catch {
      unreachable++;
    }
  }
}
