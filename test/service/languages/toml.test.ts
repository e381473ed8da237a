import { itRecognises, itStaysFast, itSurvivesFuzzing, type FileKind } from './mentions';

const pyproject: FileKind = { key: 'toml', path: 'pyproject.toml' };
const pipfile: FileKind = { key: 'toml', path: 'Pipfile' };
const lock: FileKind = { key: 'toml', path: 'uv.lock' };
const catalog: FileKind = { key: 'toml', path: 'gradle/libs.versions.toml' };

const sample = `[project]
name = "pyspark"
dependencies = [
  "pyspark>=4", # the engine
  'apache-airflow[celery]~=3.0',
]
[tool.poetry.dependencies]
dbt-core = { version = "^1.10", extras = ["x"] }
`;

describe('TOML', () => {
  describe('pyproject.toml', () => {
    itRecognises(pyproject, [
      ['a dependency', '[project]\ndependencies = ["⟦pys‸park⟧>=4"]', 'pyspark'],
      [
        'over lines, after a comment',
        '[project]\ndependencies = [\n  # "x"\n  "a",\n  "⟦apache-air‸flow⟧[celery]>=3",\n]',
        'airflow',
      ],
      ['single quotes', "[project]\ndependencies = ['⟦bot‸o3⟧']", 'aws'],
      ['an optional group', '[project.optional-dependencies]\nspark = ["⟦pys‸park⟧"]', 'pyspark'],
      ['the name of an optional group', '[project.optional-dependencies]\npys‸park = ["x"]'],
      ['a dependency group', '[dependency-groups]\ndev = ["⟦dbt-c‸ore⟧", {include-group = "x"}]', 'dbt'],
      ['a build requirement', '[build-system]\nrequires = ["⟦pys‸park⟧"]', 'pyspark'],
      ['uv', '[tool.uv]\ndev-dependencies = ["⟦s3‸fs⟧"]', 's3'],
      ['a source of uv', '[tool.uv.sources]\n⟦pys‸park⟧ = { path = "../x" }', 'pyspark'],
      ['PDM', '[tool.pdm.dev-dependencies]\ntest = ["⟦pymo‸ngo⟧"]', 'mongodb'],
      ['Hatch', '[tool.hatch.envs.test]\nextra-dependencies = ["⟦adl‸fs⟧"]', 'azure-data-lake'],
      ['Poetry', '[tool.poetry.dependencies]\npython = "^3.12"\n⟦pys‸park⟧ = "^4.0"', 'pyspark'],
      ['Poetry with a table', '[tool.poetry.dependencies]\n⟦dbt-c‸ore⟧ = { version = "^1", extras = ["a"] }', 'dbt'],
      ['the version of one', '[tool.poetry.dependencies]\ndbt-core = { version = "pys‸park" }'],
      ['a group of Poetry', '[tool.poetry.group.dev.dependencies]\n"⟦psycopg2‸⟧" = "*"', 'postgresql'],
      ['a header of Poetry', '[tool.poetry.dependencies.⟦pys‸park⟧]\nversion = "^4"', 'pyspark'],
      ['below another header', '[tool.poetry.dependencies]\na = "1"\n[tool.black]\npys‸park = 1'],
      ['dotted keys', 'project.dependencies = ["⟦pys‸park⟧"]', 'pyspark'],
      ['the name of the project', '[project]\nname = "pys‸park"'],
      ['keywords', '[project]\nkeywords = ["pys‸park"]'],
      ['another tool', '[tool.mypy]\nmodule = ["pys‸park"]'],
      ['a comment', '[project]\ndependencies = [\n  # "pys‸park",\n]'],
      ['the caret in a version', '[project]\ndependencies = ["pyspark>=‸4"]'],
      ['half-typed', '[project]\ndependencies = ["⟦pyspark‸⟧\n', 'pyspark'],
      ['a half-typed key', '[tool.poetry.dependencies]\n⟦pyspark‸⟧', 'pyspark'],
      ['a broken line above', '[project]\nname = "x\nversion = \ndependencies = ["⟦pys‸park⟧"]', 'pyspark'],
      [
        'a long string with brackets',
        '[project]\ndescription = """\n[x\n"""\ndependencies = ["⟦pys‸park⟧"]',
        'pyspark',
      ],
    ]);
  });

  describe('Pipfile', () => {
    itRecognises(pipfile, [
      ['a package', '[packages]\n⟦apache-air‸flow⟧ = "==3.0"', 'airflow'],
      ['for development', '[dev-packages]\n⟦pymo‸ngo⟧ = "*"', 'mongodb'],
      ['elsewhere', '[scripts]\npymo‸ngo = "x"'],
    ]);
    itRecognises(pyproject, [['the same table in another file', '[packages]\npymo‸ngo = "x"']]);
  });

  describe('lock files', () => {
    itRecognises(lock, [
      ['a package', '[[package]]\nname = "⟦pys‸park⟧"\nversion = "4.1.0"', 'pyspark'],
      ['a dependency of one', '[[package]]\nname = "x"\ndependencies = [\n  { name = "⟦bot‸o3⟧" },\n]', 'aws'],
      ['a source', '[[package]]\nname = "x"\nsource = { registry = "pys‸park" }'],
      ['the version', '[[package]]\nname = "x"\nversion = "pys‸park"'],
    ]);
    itRecognises({ key: 'toml', path: 'poetry.lock' }, [
      [
        'a dependency of one in Poetry',
        '[[package]]\nname = "x"\n[package.dependencies]\n⟦pys‸park⟧ = ">=3"',
        'pyspark',
      ],
    ]);
    itRecognises(pyproject, [['the same table in another file', '[[package]]\nname = "pys‸park"']]);
  });

  describe('version catalogs of Gradle', () => {
    itRecognises(catalog, [
      ['a module', '[libraries]\nsql = { module = "⟦org.apache.spark:spark-s‸ql_2.13⟧", version.ref = "s" }', 'spark'],
      ['with its version', '[libraries]\ndelta = "⟦io.delta:del‸ta-spark_2.13⟧:4.0.0"', 'delta-lake'],
      ['a plugin', '[plugins]\nx = "org.apache.spark:spark-s‸ql"'],
    ]);
  });

  itSurvivesFuzzing(pyproject, [sample, sample.replace(/"/g, "'")]);
  itStaysFast(lock, '[[package]]\nname = "pyspark"\nversion = "4.1.0"\ndependencies = [{ name = "boto3" }]\n\n');
  itStaysFast(pyproject, '  "pyspark>=4",\n');
});
