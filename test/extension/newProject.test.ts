import * as vscode from 'vscode';
import { doesNotMatch, equal, match, ok, until } from './run/assert';
import { choose, isDriven } from './run/window';
import { closeAll, tabs } from './support';

const answers = { project: 'trip_marts', table: 'taxi_trips', key: 'trip_id' };
const newProject = (request: object) =>
  vscode.commands.executeCommand('dataEngineering.newProject', { template: 'warehouse', answers, ...request });

describe('New pipeline project', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  const folder = vscode.Uri.joinPath(root, 'trip_marts');
  const text = async (path: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path)));
  const names = async (path = '') =>
    (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, path))).map(([name]) => name).sort();

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
  });

  it('writes every file with the names that were given, and opens the README', async () => {
    await newProject({ folder, confirmed: true });
    const top = await names();
    for (const name of ['.github', '.gitignore', 'README.md', 'dbt_project.yml', 'models', 'run.py']) {
      ok(top.includes(name), `${name} is there`);
    }
    match(await text('README.md'), /python3 run\.py/);
    match(await text('models/marts/fct_taxi_trips.sql'), /unique_key='trip_id'/);
    doesNotMatch(await text('dbt_project.yml'), /orders/);
    await until('the README', () => tabs().some((tab) => tab.includes('README.md')));
  });

  it('writes nothing where one of its files is already', async () => {
    const own = vscode.Uri.joinPath(folder, 'run.py');
    await vscode.workspace.fs.writeFile(own, new TextEncoder().encode('mine'));
    await newProject({ folder, confirmed: true });
    equal(await names(), ['run.py']);
    equal(await text('run.py'), 'mine');
  });

  it('asks where, shows what it will write, and writes it then', async function () {
    if (!(await isDriven())) this.skip();
    const done = newProject({});
    await choose('', `${root.path.split('/').pop()}/trip_marts`);
    await choose('dbt_project', 'dbt_project.yml');
    // A file's line writes nothing: the list comes back.
    await choose('Write', 'Write ');
    await done;
    ok((await names()).includes('dbt_project.yml'));
  });
});
