import { strict as assert } from 'node:assert';
import { WorkspacePins } from '../../../src/service/pins/workspacePins';

describe('The packages of a dbt project', () => {
  const pins = new WorkspacePins();
  pins.set(
    'file:///w/packages.yml',
    'packages:\n  - package: dbt-labs/dbt_utils\n    version: [">=1.0.0", "<2.0.0"]\n',
  );
  pins.set('file:///w/part/packages.yml', 'packages:\n  - package: metaplane/dbt_expectations\n    version: 0.10.9\n');
  pins.set('file:///v/packages.yml', 'packages:\n  - package: godatadriven/dbt_date\n    version: 0.1.0\n');
  pins.set('file:///v/compose.yml', 'services:\n  a:\n    image: someone/dbt_utils:1.0\n');

  it('are those of the lists above a document', () => {
    assert.equal(pins.usesDbtPackage('file:///w/models/a.yml', 'dbt_utils'), true);
    assert.equal(pins.usesDbtPackage('file:///w/models/a.yml', 'dbt_expectations'), false);
    assert.equal(pins.usesDbtPackage('file:///w/part/models/a.yml', 'dbt_expectations'), true);
    assert.equal(pins.usesDbtPackage('file:///v/models/a.yml', 'dbt_utils'), false);
  });

  it('have their versions whoever owns them', () => {
    assert.equal(pins.of('file:///w/part/models/a.yml', 'dbt_expectations')?.version, '0.10.9');
    assert.equal(pins.of('file:///w/part/models/a.yml', 'expectations'), undefined);
  });
});
