import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isManifest } from '../service/pins/manifests';

/** Folders of other people's code, and of what tools leave behind. */
const passed = /^(?:node_modules|venv|site-packages|target|dbt_packages|dist|build|__pycache__|\..*)$/;

const deepest = 6;

/** Reads the files below a folder that pin versions. Links are not followed; what cannot be read is passed over. */
export async function findManifests(folderUri: string, found: (uri: string, text: string) => void): Promise<void> {
  if (folderUri.startsWith('file:')) await walk(fileURLToPath(folderUri), deepest, found);
}

async function walk(folder: string, depth: number, found: (uri: string, text: string) => void): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && depth > 1 && !passed.test(entry.name)) await walk(file, depth - 1, found);
    if (!entry.isFile() || !isManifest(entry.name)) continue;
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) found(pathToFileURL(file).toString(), text);
  }
}
