import { strict as assert } from 'node:assert';
import { dataLanguageOf, dataLanguages, type DataLanguageKey } from '../../../src/service/languages/dataFiles';
import { readMarked } from '../../helpers/marked';

type CommentCase = [title: string, marked: string];

const cases: Partial<Record<DataLanguageKey, CommentCase[]>> = {
  requirements: [
    ['a line', '⟦# on ‸Spark⟧\nx'],
    ['after a requirement', 'x==1 ⟦# on ‸Spark⟧'],
    ['a fragment', 'git+https://x#egg=‸x'],
    ['code', 'x‸==1'],
  ],
  toml: [
    ['a line', '⟦# on ‸Spark⟧'],
    ['after a value', 'a = "x" ⟦# on ‸Spark⟧'],
    ['in a string', 'a = "x # on ‸Spark"'],
  ],
  yaml: [
    ['a line', 'a: 1\n  ⟦# on ‸Spark⟧\nb: 2'],
    ['after a value', "a: it's ⟦# on ‸Spark⟧"],
    ['in quotes', 'a: "x # on ‸Spark"'],
    ['without a blank', 'a: x#on ‸Spark'],
    ['in a block of text', 'a: |\n  # on ‸Spark\n'],
    ['in a script', '- run: |\n    x\n    ⟦# on ‸Spark⟧\n    y\n'],
    ['in a string of a script', "- run: |\n    echo '# on ‸Spark'\n"],
    ['below a block of text', 'a: |\n  x\n⟦# on ‸Spark⟧'],
    ['in a list in brackets', 'a: [\n  x, ⟦# on ‸Spark⟧\n]'],
  ],
  dockerfile: [
    ['a line', '⟦# on ‸Spark⟧\nFROM x'],
    ['between lines of an instruction', 'RUN x \\\n  ⟦# on ‸Spark⟧\n  y'],
    ['behind a command', 'ENV A=# on ‸Spark'],
  ],
  terraform: [
    ['with a hash', 'a = 1 ⟦# on ‸Spark⟧'],
    ['with slashes', 'a = "http://x" ⟦// on ‸Spark⟧'],
    ['over lines, its part on the line', '/* a\n⟦on ‸Spark⟧\n*/'],
    ['up to its end', '⟦/* on ‸Spark ⟧*/ a'],
    ['after its end', '/* a */ on ‸Spark'],
    ['in a string', 'a = "# on ‸Spark"'],
    ['a path in a string', 'a = "x/*"\nb = "on ‸Spark"'],
  ],
  shell: [
    ['a line', '⟦# on ‸Spark⟧\nls'],
    ['after a command', 'ls ⟦# on ‸Spark⟧'],
    ['in quotes', 'echo "# on ‸Spark"'],
    ['in a heredoc', 'cat <<A\n# on ‸Spark\nA'],
    ['inside a word', 'ls a#on‸Spark'],
  ],
  sql: [
    ['a line', 'select 1 ⟦-- on ‸Spark⟧'],
    ['in a string', "select '-- on ‸Spark'"],
    ['a block', '⟦/* on ‸Spark ⟧*/ select 1'],
    ['Jinja', '⟦{# on ‸Spark ⟧#} select 1'],
    ['Jinja over lines', '{#\n⟦on ‸Spark⟧\n#}'],
  ],
  settings: [
    ['with a hash', '⟦# on ‸Spark⟧'],
    ['with a semicolon', '  ⟦; on ‸Spark⟧'],
    ['in a value', 'a = 1 # on ‸Spark'],
  ],
  json: [['none', '{"a": "# on ‸Spark"}']],
  sbt: [['with slashes', 'x := 1 ⟦// on ‸Spark⟧']],
  gradle: [['in a string', 'x = "http://on ‸Spark"']],
  maven: [
    ['a block', '⟦<!-- on ‸Spark ⟧--><a/>'],
    ['text', '<a>on ‸Spark</a>'],
  ],
};

describe('Comments', () => {
  for (const [key, list] of Object.entries(cases) as [DataLanguageKey, CommentCase[]][]) {
    describe(key, () => {
      for (const [title, marked] of list) {
        it(title, () => {
          for (const source of [marked, marked.replace(/\n/g, '\r\n')]) {
            const { text, offset, range } = readMarked(source);
            assert.deepEqual(dataLanguages[key].commentAt(text, offset), range);
          }
        });
      }
    });
  }
});

const files: [path: string, languageId: string, key: DataLanguageKey | undefined][] = [
  ['requirements.txt', 'plaintext', 'requirements'],
  ['requirements-dev.txt', 'plaintext', 'requirements'],
  ['dev_requirements.in', 'plaintext', 'requirements'],
  ['constraints-3.12.txt', 'plaintext', 'requirements'],
  ['requirements/base.txt', 'plaintext', 'requirements'],
  ['requirements.md', 'markdown', undefined],
  ['my-requirements-notes/a.txt', 'plaintext', undefined],
  ['Pipfile', 'plaintext', 'toml'],
  ['uv.lock', 'plaintext', 'toml'],
  ['yarn.lock', 'yaml', 'yaml'],
  ['pyproject.toml', 'toml', 'toml'],
  ['docker-compose.yml', 'dockercompose', 'yaml'],
  ['Dockerfile', 'dockerfile', 'dockerfile'],
  ['Dockerfile.dev', 'plaintext', 'dockerfile'],
  ['spark.Dockerfile', 'plaintext', 'dockerfile'],
  ['main.tf', 'plaintext', 'terraform'],
  ['.env', 'plaintext', 'settings'],
  ['.env.local', 'plaintext', 'settings'],
  ['spark-defaults.conf', 'plaintext', 'settings'],
  ['entrypoint.sh', 'shellscript', 'shell'],
  ['entrypoint', 'shellscript', 'shell'],
  ['build.sbt', 'scala', 'sbt'],
  ['pom.xml', 'xml', 'maven'],
  ['other.xml', 'xml', undefined],
  ['build.gradle.kts', 'kotlin', 'gradle'],
  ['models/a.sql', 'jinja-sql', 'sql'],
  ['package.json', 'json', 'json'],
  ['notes.txt', 'plaintext', undefined],
  ['page.html', 'html', undefined],
];

describe('Kinds of data files', () => {
  for (const [path, languageId, key] of files) {
    it(path, () => assert.equal(dataLanguageOf(`file:///c%3A/My%20Project/${path}`, languageId), key));
  }

  it('takes any address', () => {
    assert.equal(dataLanguageOf('untitled:Untitled-1', 'sql'), 'sql');
    assert.equal(dataLanguageOf('vscode-vfs://github/a/b/requirements.txt?ref=1#x', 'plaintext'), 'requirements');
    assert.equal(dataLanguageOf('file:///%E0%A4%A/main.tf', 'plaintext'), 'terraform');
    assert.equal(dataLanguageOf('', 'plaintext'), undefined);
  });
});
