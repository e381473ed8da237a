#!/usr/bin/env node
// @ts-check
/**
 * Documents broken at random, asked about at random positions for hovers, completions and signatures: nothing may throw, be left unsettled or take long.
 * `npm run fuzz -- --documents 100000 --seed 1`. The texts are this repository's own starter code and projects; the same
 * seed gives the same documents.
 */
import { readFile } from 'node:fs/promises';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from '../src/service/languageService.ts';

const { values: options } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    /** Milliseconds from which on an answer counts as hanging. */
    hang: { type: 'string', default: '100' },
  },
});

/** Language ids as VS Code gives them to these files. @type {Record<string, string>} */
const languageIds = {
  '.py': 'python',
  '.sql': 'sql',
  '.yml': 'yaml',
  '.yaml': 'yaml',
  '.tf': 'terraform',
  '.sh': 'shellscript',
  '.toml': 'toml',
  '.scala': 'scala',
  '.java': 'java',
  '.md': 'markdown',
  '.txt': 'pip-requirements',
  '.sbt': 'scala',
  '.conf': 'properties',
  '.cfg': 'ini',
  '.env': 'dotenv',
};
const hostile =
  '( ) [ ] { } " \' ` """ {{ }} {% %} {# #} : , . @ = -> \\ # -- /* */ $ ${ ⟦ 😀 \ud800 \0 \r\n \n \t <img> ](command:x) &lt; %sql !ls - ? | > & *'.split(
    ' ',
  );

/** Numbers that look random and are the same for the same seed. @param {number} seed */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return below === 0 ? 0 : Math.floor((state / 2 ** 32) * below);
  };
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.lock$|^verified\.json$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** The files to break, by language, so that each language comes as often. */
function corpus() {
  const files = [...filesIn('snippets'), ...filesIn('test/fixtures'), 'README.md', 'CONTRIBUTING.md'];
  /** @type {Map<string, { name: string, text: string }[]>} */
  const byLanguage = new Map();
  for (const file of files) {
    const name = path.basename(file);
    const language = /^Dockerfile/.test(name) ? 'dockerfile' : languageIds[path.extname(name) || name];
    if (language === undefined) continue;
    const text = readFileSync(file, 'utf8');
    if (text.length < 40_000) byLanguage.set(language, [...(byLanguage.get(language) ?? []), { name: file, text }]);
  }
  const also = { 'jinja-sql': 'sql', 'jinja-yaml': 'yaml', dockercompose: 'yaml', 'python-databricks': 'python' };
  for (const [language, other] of Object.entries(also)) byLanguage.set(language, byLanguage.get(other) ?? []);
  for (const [language, [name = '', text = '']] of Object.entries(samples))
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), { name, text }]);
  return [...byLanguage];
}

/** Of languages in which this repository has no file. @type {Record<string, [name: string, text: string]>} */
const samples = {
  properties: ['spark-defaults.conf', 'spark.sql.shuffle.partitions 200\nspark.master=yarn\n# Apache Spark\n'],
  ini: ['airflow.cfg', '[core]\ndags_folder = /dags\nexecutor = LocalExecutor\n[scheduler]\nmax_tis_per_query = 16\n'],
  dotenv: ['.env', 'AIRFLOW__CORE__EXECUTOR=LocalExecutor\nAIRFLOW__DATABASE__SQL_ALCHEMY_CONN=postgresql://a:b@c/d\n'],
  xml: [
    'pom.xml',
    '<dependency><groupId>org.apache.spark</groupId><artifactId>spark-sql_2.13</artifactId></dependency>',
  ],
  java: ['Job.java', 'import org.apache.spark.sql.SparkSession;\nclass Job { /* Apache Kafka */ SparkSession s; }\n'],
  kotlin: [
    'Job.kt',
    'import org.apache.kafka.clients.producer.KafkaProducer\nval p = KafkaProducer<String, String>(props)\n',
  ],
  groovy: ['build.gradle', "dependencies { implementation 'org.apache.spark:spark-sql_2.13:4.0.0' }\n"],
};

const random = randomNumbers(Number(options.seed));

/** @param {string} text @param {string} other */
function broken(text, other) {
  for (let count = 1 + random(5); count > 0; count--) {
    const at = random(text.length + 1);
    const kind = random(6);
    if (kind === 0) text = text.slice(0, at) + text.slice(at + random(40));
    else if (kind === 1) text = text.slice(0, at) + hostile[random(hostile.length)] + text.slice(at);
    else if (kind === 2) text = text.slice(0, at);
    else if (kind === 3) text = text.slice(at) + text.slice(0, at);
    else if (kind === 4) text = text.slice(0, at) + other.slice(0, random(400)) + text.slice(at);
    else text = text.slice(0, at) + (hostile[random(hostile.length)] ?? '').repeat(random(60)) + text.slice(at);
  }
  return text;
}

/** @type {string[]} */
const failures = [];
process.on('unhandledRejection', (reason) => failures.push(`unhandled: ${String(reason)}`));

const service = getLanguageService({
  readCatalogue: (file) => readFile(`dist/catalogue/${file}`, 'utf8'),
  links: 'vscode',
  now: () => Date.UTC(2026, 10, 30, 12),
  isSparkSql: () => true,
});
const languages = corpus();
/** @type {{ milliseconds: number, what: string }[]} */
let slowest = [];
let asked = 0;
let answered = 0;

/** @param {TextDocument} document @param {import('vscode-languageserver-types').Position} position @param {string} what */
async function timed(document, position, what) {
  const began = performance.now();
  try {
    if (await service.doHover(document, position, { prose: true })) answered++;
    const list = await service.doComplete(document, position);
    if (list) answered++;
    if (list?.items[0]) await service.doResolveCompletion(list.items[0]);
    if (await service.doSignatureHelp(document, position)) answered++;
  } catch (error) {
    failures.push(`${what}: ${error instanceof Error ? error.stack : String(error)}`);
  }
  return performance.now() - began;
}

/** @param {TextDocument} document @param {string} what */
async function ask(document, what) {
  const position = document.positionAt(random(document.getText().length + 1));
  let milliseconds = await timed(document, position, what);
  asked++;
  // what takes long again is slow; what does not was the machine's doing
  for (let again = 0; milliseconds > Number(options.hang) / 2 && again < 2; again++) {
    service.forget(document.uri);
    milliseconds = Math.min(milliseconds, await timed(document, position, what));
  }
  if (milliseconds > Number(options.hang)) failures.push(`${what}: ${milliseconds.toFixed(0)} ms`);
  if (milliseconds > 20)
    slowest = [...slowest, { milliseconds, what }].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
}

const documents = Number(options.documents);
for (let number = 0; number < documents; number++) {
  const [language, files] = languages[number % languages.length] ?? ['', []];
  const file = files[random(files.length)];
  const otherFiles = languages[random(languages.length)]?.[1] ?? [];
  const text = broken(file?.text ?? '', otherFiles[random(otherFiles.length)]?.text ?? '');
  const uri = `file:///w/${file?.name}`;
  const document = TextDocument.create(uri, language, number + 1, text);
  for (let count = 0; count < 3; count++) await ask(document, `document ${number}, ${language}, ${file?.name}`);
  // typing goes on in the same document
  const edited = TextDocument.create(uri, language, number + 1 + documents, broken(text, ''));
  await ask(edited, `document ${number} edited, ${language}, ${file?.name}`);
  service.forget(uri);
  if (failures.length > 20) break;
  if (number % 10_000 === 9_999) console.error(`${number + 1} documents`);
}
await new Promise((resolve) => setTimeout(resolve, 0));
console.log(`${documents} documents in ${languages.length} languages, ${asked} questions, ${answered} answered`);
console.log(
  `slowest: ${slowest.map(({ milliseconds, what }) => `${milliseconds.toFixed(0)} ms (${what})`).join('; ') || 'none over 20 ms'}`,
);
for (const failure of failures) console.log(failure);
console.log(`${documents - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
