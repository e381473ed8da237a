import type { TestFile } from '../dbt/genericTests';
import type { TestArgumentsOffer } from '../languages/completionPlace';
import { testMacro, writtenArguments } from '../languages/yaml/dbtTests';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';
import { kinds, type Candidate } from './item';

/** The generic tests that a project defines, once each. */
export function projectTests(files: readonly TestFile[]): Candidate[] {
  return files.flatMap(({ file, tests }) =>
    tests.map(({ name }) => ({ label: name, insert: name, kind: kinds.property, rank: 1, detail: file.path })),
  );
}

/** The arguments of a test: those of the project's own of that name, else of the one that the catalogue knows. */
export async function testArguments(
  { test, insert }: TestArgumentsOffer,
  files: readonly TestFile[],
  knowledge: Pick<ApiKnowledge, 'textIn'>,
): Promise<Candidate[]> {
  const own = test.package === undefined ? files.flatMap(({ tests }) => tests) : [];
  const written = own.filter(({ name }) => name === test.name);
  if (written.length > 1) return [];
  const { section, name } = testMacro(test.package === undefined ? test.name : `${test.package}.${test.name}`);
  const signature = written[0]?.signature ?? (await knowledge.textIn(section, name))?.facts.signature ?? [];
  const data = written.length > 0 ? {} : { data: { section, name } };
  return writtenArguments(signature).map((label, place) => {
    return { label, insert: insert(label), kind: kinds.property, rank: 2, place, ...data };
  });
}
