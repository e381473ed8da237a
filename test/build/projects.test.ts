import assert from 'node:assert/strict';
import path from 'node:path';
import type { Problem } from '../../src/build/problem';
import { compileProject, projectFiles, readProjects } from '../../src/build/projects';
import type { ProjectSummary, ProjectTemplate } from '../../src/client/projects/template';

const yml = `
title: Tiny
description: A project for tests.
order: 1
tools: [spark]
needs: [Python]
run: python3 run.py
questions:
  - { id: project, ask: Name, help: Any, default: tiny_orders }
`;

const folder = {
  'template.yml': yml,
  'README.md': '# Tiny orders\n\npython3 run.py\n',
  '.gitignore': '# made by running\n.venv/\n*.log\nstate.db\n',
  '.github/workflows/ci.yml': 'name: CI\n',
  'tiny_orders/main.py': 'print("tiny_orders")\n',
};

function compiled(changes: Record<string, string>) {
  const problems: Problem[] = [];
  return { project: compileProject('tiny', { ...folder, ...changes }, problems), problems };
}

describe('projects: compiling a template', () => {
  it('takes the files as they are, without template.yml', () => {
    const { project, problems } = compiled({});
    assert.deepEqual(problems, []);
    assert.deepEqual(Object.keys(project?.files ?? {}), [
      '.github/workflows/ci.yml',
      '.gitignore',
      'README.md',
      'tiny_orders/main.py',
    ]);
    assert.equal(project?.files['tiny_orders/main.py'], 'print("tiny_orders")\n');
  });

  it('leaves out what the .gitignore names', () => {
    const { project } = compiled({ '.venv/bin/python': 'x', 'tiny_orders/run.log': 'x', 'state.db': 'x' });
    assert.deepEqual(Object.keys(project?.files ?? {}).length, 4);
  });

  it('writes an index and one file each, in the form that the client reads', () => {
    const { project } = compiled({});
    assert.ok(project);
    const template: ProjectTemplate = project;
    const files = projectFiles([project]);
    const index: ProjectSummary[] = [
      { id: 'tiny', title: 'Tiny', description: 'A project for tests.', tools: ['spark'], needs: ['Python'] },
    ];
    assert.deepEqual(files, { 'projects/index.json': index, 'projects/tiny.json': template });
  });

  const breaks: [name: string, changes: Record<string, string>, message: RegExp][] = [
    ['a name that stands in no file', { 'template.yml': yml.replace('tiny_orders', 'nowhere') }, /stands in no file/],
    ['a README without the command', { 'README.md': '# Tiny\n' }, /does not show the command/],
    ['a path with a space', { 'a b.txt': '' }, /plain names only/],
    ['Windows line ends', { 'a.txt': 'a\r\n' }, /lines end in/],
    ['a key that is not known', { 'template.yml': `${yml}colour: red\n` }, /colour/],
  ];
  for (const [name, changes, message] of breaks) {
    it(`says what is wrong: ${name}`, () => {
      assert.match(
        compiled(changes)
          .problems.map((problem) => problem.message)
          .join('\n'),
        message,
      );
    });
  }

  it('says which file is missing', () => {
    const problems: Problem[] = [];
    const { '.gitignore': _, ...rest } = folder;
    compileProject('tiny', rest, problems);
    assert.deepEqual(problems, [
      { file: 'snippets/projects/tiny/template.yml', rule: 'project', message: 'a project has a file .gitignore' },
    ]);
  });
});

describe('projects: the templates of this repository', () => {
  const root = path.resolve(import.meta.dirname, '../..');

  it('compile without a problem', async () => {
    const problems: Problem[] = [];
    const projects = await readProjects(root, problems);
    assert.deepEqual(problems, []);
    assert.ok(projects.some(({ id }) => id === 'lakehouse'));
  });

  it('share the file that makes the environment', async () => {
    const projects = await readProjects(root, []);
    for (const { id, files } of projects) {
      assert.equal(files['environment.py'], projects[0]?.files['environment.py'], `${id}/environment.py differs`);
    }
  });
});
