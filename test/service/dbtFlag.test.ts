import { itHovers, type HoverFile } from './hovers';

const project: HoverFile = { path: 'dbt_project.yml', languageId: 'yaml' };
const profiles: HoverFile = { path: 'profiles.yml', languageId: 'yaml' };
const moved =
  'Flags belong to dbt\\_project.yml since 1.8; here dbt still reads them with a warning, and fails where both files have some.';
const documentation = '[Documentation ↗](https://docs.getdbt.com/reference/global-configs/failing-fast)';
const failFast = '`fail_fast`: Whether the run stops at the first failure.';
const newest = 'shown for 1.12.6, the newest: no version is pinned';

describe('The hover of a flag of dbt', () => {
  it('says since when it is where it is', () =>
    itHovers(project, 'flags:\n  ⟦fail_‸fast⟧: true\n', [
      failFast,
      'Before 1.8, and late patches of 1.6 and 1.7, it stood below config in profiles.yml.',
      '`bool | None`',
      newest,
      documentation,
    ]));

  it('says nothing of an old place where it had none', () =>
    itHovers(project, 'flags:\n  ⟦require_resource_‸names_without_spaces⟧: true\n', [
      "`require_resource_names_without_spaces`: Whether a space in a resource's name is an error; else it warns.",
      '`bool` · default `true`',
      `Since 1.8 · ${newest}`,
      '[Documentation ↗](https://docs.getdbt.com/reference/global-configs/behavior-flags/require_resource_names_without_spaces)',
    ]));

  it('says at its old place where it belongs', () =>
    itHovers(profiles, 'config:\n  ⟦fail_‸fast⟧: true\n', [
      '**Moved in 1.8** to `flags.fail_fast`.',
      failFast,
      moved,
      '`bool | None`',
      newest,
      documentation,
    ]));

  it('warns nobody whose dbt reads it there', () =>
    itHovers({ ...profiles, pins: { 'dbt-core': '1.5.2' } }, 'config:\n  ⟦fail_‸fast⟧: true\n', [
      failFast,
      moved,
      '`bool | None`',
      'moves in 1.8 to `flags.fail_fast` · your project pins 1.5.2 (`requirements.txt`)',
      documentation,
    ]));

  it('speaks of the whole section', () =>
    itHovers(profiles, '⟦con‸fig⟧:\n  fail_fast: true\n', [
      '**Moved in 1.8** to `flags`.',
      '`config`: Values of global flags for this project: fail\\_fast, warn\\_error\\_options and the behaviour flags.',
      moved,
      newest,
      '[Documentation ↗](https://docs.getdbt.com/reference/global-configs/about-global-configs)',
    ]));
});
