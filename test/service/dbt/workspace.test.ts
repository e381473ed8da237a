import { strict as assert } from 'node:assert';
import type { DbtCall } from '../../../src/service/dbt/call';
import { dbtWorkspace } from './memoryFiles';

const project = 'name: shop\n';
const document = 'file:///project/models/a.sql';
const ref = (name: string, more: Partial<DbtCall & { kind: 'ref' }> = {}): DbtCall => ({ kind: 'ref', name, ...more });
const source = (name: string, table?: string): DbtCall => ({
  kind: 'source',
  source: name,
  ...(table !== undefined && { table }),
});
const file = (path: string) => ({ path, uri: `file:///project/${path}` });

/** What a call names in a project of these files. */
function find(files: Record<string, string>, call: DbtCall, from = document) {
  return dbtWorkspace({ 'dbt_project.yml': project, ...files }).workspace.resourceOf(from, call);
}

describe('A dbt project', () => {
  it('has models, with what their YAML says', async () => {
    const yaml =
      'models:\n  - name: orders\n    description: One row an order.\n    config:\n      materialized: view\n';
    assert.deepEqual(await find({ 'models/x/orders.sql': 'select 1', 'models/x/_x.yml': yaml }, ref('orders')), {
      kind: 'model',
      name: 'orders',
      description: 'One row an order.',
      materialized: 'view',
      file: file('models/x/orders.sql'),
      properties: file('models/x/_x.yml'),
    });
    assert.deepEqual(await find({ 'models/orders.py': '' }, ref('orders')), {
      kind: 'model',
      name: 'orders',
      file: file('models/orders.py'),
    });
  });

  it('has what a model’s own configuration says before its YAML', async () => {
    const yaml = 'models:\n  - name: a\n    config: {materialized: view}\n';
    const materialized = async (text: string, name = 'a.sql') => {
      const found = await find({ [`models/${name}`]: text, 'models/a.yml': yaml }, ref('a'));
      return found?.kind === 'model' ? found.materialized : 'nothing';
    };
    assert.equal(await materialized("{{ config(tags=['x'], materialized = 'incremental') }}"), 'incremental');
    assert.equal(await materialized("{{\n  config(\n    materialized='table',\n  )\n}}"), 'table');
    assert.equal(await materialized('    dbt.config(materialized="table")\n', 'a.py'), 'table');
    assert.equal(await materialized("{# {{ config(materialized='table') }} #} select 1"), 'view');
    assert.equal(
      await materialized("{{ config(materialized='table' if target.name == 'prod' else 'view') }}"),
      undefined,
    );
    assert.equal(await materialized("{{ config(materialized=var('m')) }}"), undefined);
    assert.equal(
      await materialized("{% if x %}{{ config(materialized='a') }}{% else %}{{ config(materialized='b') }}{% endif %}"),
      undefined,
    );
    assert.equal(await materialized("{{ config(alias='b') }} select 'materialized=1'"), 'view');
  });

  it('has seeds and snapshots', async () => {
    const files = {
      'seeds/countries.csv': 'a,b',
      'snapshots/all.sql': '{% snapshot orders_history %}select 1{% endsnapshot %}{% snapshot b %}{% endsnapshot %}',
      'snapshots/b.yml':
        'snapshots:\n  - name: c_history\n    relation: ref("c")\n  - name: orders_history\n    description: Each state.\n',
    };
    assert.deepEqual(await find(files, ref('countries')), {
      kind: 'seed',
      name: 'countries',
      file: file('seeds/countries.csv'),
    });
    assert.deepEqual(await find(files, ref('orders_history')), {
      kind: 'snapshot',
      name: 'orders_history',
      description: 'Each state.',
      file: file('snapshots/all.sql'),
      properties: file('snapshots/b.yml'),
    });
    assert.deepEqual(await find(files, ref('c_history')), {
      kind: 'snapshot',
      name: 'c_history',
      file: file('snapshots/b.yml'),
    });
    assert.equal(await find(files, ref('all')), undefined);
  });

  it('has sources, whose tables take over what they do not say', async () => {
    const yaml = [
      'sources:',
      '  - name: lake',
      '    description: The lake.',
      '    config:',
      '      loaded_at_field: _loaded_at',
      '      freshness: {warn_after: {count: 12, period: hour}, error_after: {count: 1, period: day}}',
      '    tables:',
      '      - name: orders',
      '        description: Orders.',
      '      - name: events',
      '        loaded_at_field: at',
      '        freshness:',
      '          warn_after: {count: 30, period: minute}',
      '      - name: fixed',
      '        freshness: null',
    ].join('\n');
    const common = { kind: 'source', source: 'lake', properties: file('models/s.yml') };
    const limits = { warnAfter: '12 hours', errorAfter: '1 day' };
    const found = (table?: string) => find({ 'models/s.yml': yaml }, source('lake', table));
    assert.deepEqual(await found(), { ...common, description: 'The lake.', loadedAt: '_loaded_at', ...limits });
    assert.deepEqual(await found('orders'), {
      ...common,
      table: 'orders',
      description: 'Orders.',
      loadedAt: '_loaded_at',
      ...limits,
    });
    assert.deepEqual(await found('events'), {
      ...common,
      table: 'events',
      loadedAt: 'at',
      ...limits,
      warnAfter: '30 minutes',
    });
    assert.deepEqual(await found('fixed'), { ...common, table: 'fixed', loadedAt: '_loaded_at' });
    assert.equal(await found('nothing'), undefined);
  });

  it('has versions of models', async () => {
    const yaml = [
      'models:',
      '  - name: orders',
      '    description: All.',
      '    latest_version: 2',
      '    versions:',
      '      - v: 1',
      '        defined_in: old_orders',
      '        description: The old one.',
      '      - v: 2',
      '      - v: 3',
    ].join('\n');
    const files = {
      'models/old_orders.sql': '',
      'models/orders.sql': '',
      'models/orders_v3.sql': '',
      'models/o.yml': yaml,
    };
    const about = { kind: 'model', name: 'orders', latest: '2', properties: file('models/o.yml') };
    const found = (more = {}) => find(files, ref('orders', more));
    assert.deepEqual(await found(), { ...about, version: '2', description: 'All.', file: file('models/orders.sql') });
    assert.deepEqual(await found({ version: '1' }), {
      ...about,
      version: '1',
      description: 'The old one.',
      file: file('models/old_orders.sql'),
    });
    assert.deepEqual(await found({ version: '3' }), {
      ...about,
      version: '3',
      description: 'All.',
      file: file('models/orders_v3.sql'),
    });
    assert.equal(await found({ version: '4' }), undefined);
    // the files of versions are no models by their own names
    assert.equal(await find(files, ref('orders_v3')), undefined);
    assert.equal(await find(files, ref('old_orders')), undefined);
  });

  it('is the nearest above the document', async () => {
    const files = {
      'dbt_project.yml': project,
      'models/orders.sql': '',
      'sub/dbt_project.yml': 'name: sub\nmodel-paths: ["transform", \'more\']\n',
      'sub/transform/orders.sql': '',
      'sub/models/other.sql': '',
    };
    const { workspace } = dbtWorkspace(files);
    const path = async (from: string, call: DbtCall) => {
      const found = await workspace.resourceOf(`file:///project/${from}`, call);
      return found && found.kind !== 'source' ? found.file?.path : undefined;
    };
    assert.equal(await path('models/a.sql', ref('orders')), 'models/orders.sql');
    assert.equal(await path('sub/transform/a.sql', ref('orders')), 'sub/transform/orders.sql');
    assert.equal(await path('sub/transform/a.sql', ref('other')), undefined);
    assert.equal(await path('sub/transform/a.sql', ref('orders', { package: 'shop' })), 'models/orders.sql');
    assert.equal(await path('sub/transform/a.sql', ref('orders', { package: 'sub' })), 'sub/transform/orders.sql');
    assert.equal(await path('sub/transform/a.sql', ref('orders', { package: 'dbt_utils' })), undefined);
    assert.equal(await workspace.resourceOf('file:///elsewhere/a.sql', ref('orders')), undefined);
  });

  it('leaves open which of two files is meant, and looks at no folder outside', async () => {
    assert.deepEqual(await find({ 'models/a/x.sql': '', 'models/b/x.sql': '' }, ref('x')), {
      kind: 'model',
      name: 'x',
    });
    const outside = { 'sub/dbt_project.yml': 'name: sub\nmodel-paths: ["../models", "/models"]\n', 'models/x.sql': '' };
    assert.equal(await find(outside, ref('x'), 'file:///project/sub/a.sql'), undefined);
  });

  it('is not looked for before somebody asks, and read again only where it changed', async () => {
    const { workspace, memory } = dbtWorkspace({
      'dbt_project.yml': project,
      'models/a.yml': 'models:\n  - name: orders\n    description: Old.\n',
      'models/b.yml': 'models: []\n',
      'models/orders.sql': '',
    });
    assert.equal(memory.searches, 0);
    const description = async () => {
      const found = await workspace.resourceOf(document, ref('orders'));
      return found && 'description' in found ? found.description : undefined;
    };
    assert.equal(await description(), 'Old.');
    const searches = memory.searches;
    memory.reads.length = 0;
    memory.texts.set('models/a.yml', 'models:\n  - name: orders\n    description: New.\n');
    workspace.changed('file:///project/models/a.yml', 'text');
    assert.equal(await description(), 'New.');
    assert.deepEqual(memory.reads, ['models/a.yml', 'models/orders.sql']);
    assert.equal(memory.searches, searches);

    memory.texts.delete('models/orders.sql');
    workspace.changed('file:///project/models/orders.sql', 'existence');
    assert.equal(await workspace.resourceOf(document, ref('orders')), undefined);
    memory.texts.set('models/new/orders.sql', '');
    workspace.changed('file:///project/models/new/orders.sql', 'existence');
    assert.equal(await description(), 'New.');
  });

  it('forgets what was in a folder that is gone', async () => {
    const { workspace, memory } = dbtWorkspace({
      'dbt_project.yml': project,
      'models/x/s.yml': 'sources:\n  - name: old\n',
    });
    assert.ok(await workspace.resourceOf(document, source('old')));
    memory.texts.set('models/x/s.yml', 'sources:\n  - name: new\n');
    workspace.changed('file:///project/models/x', 'existence');
    assert.ok(await workspace.resourceOf(document, source('new')));
    assert.equal(await workspace.resourceOf(document, source('old')), undefined);
  });

  it('survives files that cannot be found or read', async () => {
    const { workspace, memory } = dbtWorkspace({ 'dbt_project.yml': project, 'models/orders.sql': '' });
    const found = memory.filesIn.bind(memory);
    memory.filesIn = () => Promise.reject(new Error('gone'));
    assert.equal(await workspace.resourceOf(document, ref('orders')), undefined);
    memory.filesIn = found;
    assert.equal((await workspace.resourceOf(document, ref('orders')))?.kind, 'model');
  });
});
