import { match, ok, until } from './run/assert';
import { closeAll, hoverAt, hoverWhenReady, openText } from './support';

interface ChildProcess {
  execFileSync(command: string, args: string[], options: { encoding: 'utf8' }): string;
}

/** Node's own module, where the extension host is Node on a system with `pgrep`; in a worker there is no process to kill. */
const childProcess: ChildProcess | undefined =
  typeof process !== 'undefined' && process.platform === 'linux'
    ? (process as unknown as { getBuiltinModule?(name: string): ChildProcess }).getBuiltinModule?.('node:child_process')
    : undefined;

if (childProcess) {
  describe('Server', () => {
    after(closeAll);

    it('comes back after it was killed, and the editor loses nothing', async () => {
      const editor = await openText('python', 'import pyspark\n');
      await hoverWhenReady(editor, 'pyspark');
      const pids = childProcess
        .execFileSync('pgrep', ['-f', 'server/node.cjs'], { encoding: 'utf8' })
        .split('\n')
        .filter(Boolean);
      ok(pids.length > 0, 'a server process');
      for (const pid of pids) process.kill(Number(pid), 'SIGKILL');
      await editor.edit((edit) => edit.insert(editor.document.positionAt(0), 'import airflow\n'));
      match(await hoverWhenReady(editor, 'airflow'), /Apache Airflow/);
      await until('the other hover', async () => (await hoverAt(editor, 'pyspark')).includes('PySpark'));
      match(editor.document.getText(), /^import airflow\nimport pyspark\n$/);
    });
  });
}
