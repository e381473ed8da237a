import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkContent } from '../../src/build/rules';
import { readContent } from '../../src/build/source';

/** Files that together are valid content; a test changes one of them. */
export const validFiles: Readonly<Record<string, string>> = {
  'src/content/categories.yml': '- { id: engine, title: Engines, icon: server }\n',
  'src/content/tools/spark.md': `---
name: Apache Spark
category: engine
kind: Engine
summary: Runs jobs on many machines.
fits: large data
avoid: small data
documentation: https://spark.apache.org/docs/latest/
facts:
  licence: { value: Apache-2.0, references: [source], checked: 2026-01-02 }
recognise:
  python: [pyspark]
references:
  - { id: source, name: Source, url: "https://spark.apache.org/docs/latest/index.html", checked: 2026-01-02 }
---
## How it works
A driver plans, executors run. [^source]
## Choose it when
Large.
## Avoid it when
Small.
## What bites
Shuffles.
## Compared with
See [the table](comparison:engines).
## Go deeper
[What is it](topic:01-what#what-it-is)
`,
  'src/content/topics/01-what.md': `---
title: What is it?
summary: A summary.
tools: [spark]
comparisons: [engines]
references:
  - { id: source, name: Source, url: "https://example.org/page", checked: 2026-01-02 }
---
## What it is
Words. [^source]

{{comparison:engines}}

## Go deeper
[Spark](tool:spark)
`,
  'src/content/comparisons/engines.yml': `title: Engines
question: Which engine?
summary: Two engines.
subjects:
  - { id: spark, tool: spark }
  - { id: other, name: Other }
questions:
  - id: scale
    ask: Runs on
    cells:
      spark: { value: Many machines, references: [source], checked: 2026-01-02 }
      other: { value: One, references: [source], checked: 2026-01-02 }
references:
  - { id: source, name: Source, url: "https://example.org/page", checked: 2026-01-02 }
`,
  'snippets/spark/read.py': `# ---
# prefix: spark-read
# title: Read a table
# description: Reads a table.
# needs: [pyspark 4.3]
# placeholders: [orders]
# verified: executed
# ---
# %% setup
spark = None
# %% snippet
df = spark.table("orders")
# %% check
assert df
`,
};

export const guide = 'src/content/guides/engine.yml';

/** The same with a second tool, and a guide that chooses between the two. */
export const guideFiles: Readonly<Record<string, string>> = {
  ...validFiles,
  'src/content/tools/other.md': (validFiles['src/content/tools/spark.md'] ?? '')
    .replace('name: Apache Spark', 'name: Other')
    .replace('python: [pyspark]', 'python: [other]'),
  'src/content/comparisons/engines.yml': (validFiles['src/content/comparisons/engines.yml'] ?? '').replace(
    '{ id: other, name: Other }',
    '{ id: other, tool: other }',
  ),
  [guide]: `title: Choose an engine
question: Which engine?
summary: One question.
comparison: engines
candidates: [spark, other]
questions:
  - id: size
    ask: How much data is there?
    why: More than one machine holds needs a cluster.
    answers:
      - id: large
        answer: Many machines' worth
        drops:
          other: { because: It runs on one machine., cell: scale }
      - id: small
        answer: One machine's worth
        drops:
          spark: { because: It starts slowly., references: [read], checked: 2026-01-02 }
references:
  - { id: read, name: Read, url: "https://example.org/read", checked: 2026-01-02 }
`,
};

/** Runs `use` on a folder that holds these files. */
export async function withFiles<T>(
  files: Readonly<Record<string, string>>,
  use: (root: string) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(path.join(tmpdir(), 'content-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
      await writeFile(path.join(root, name), text);
    }
    return await use(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** The problems of the valid files after one replacement; throws when the text to replace is not there. */
export function problemsAfter(file: string, from: string | RegExp, to: string) {
  const text = validFiles[file];
  const changed = text?.replace(from, to);
  if (changed === undefined || changed === text) throw new Error(`${file} does not hold ${from}`);
  return problemsOf({ ...validFiles, [file]: changed });
}

export function problemsOf(files: Readonly<Record<string, string>>) {
  return withFiles(files, async (root) => {
    const { content, problems } = await readContent(root);
    return [...problems, ...checkContent(content)];
  });
}
