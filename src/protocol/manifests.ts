/** Messages about the files of a workspace that pin versions. */

/** Client → server: the text of such files as they are found and change; null where one went. */
export const manifestsNotification = 'dataEngineering/manifests';

export interface ManifestsParams {
  files: { uri: string; text: string | null }[];
}

/** Client → server: every pinned package that the catalogue has a page for. */
export const pinsRequest = 'dataEngineering/pins';

export interface WorkspacePin {
  /** Id of the tool. */
  tool: string;
  package: string;
  /** Missing where the constraint leaves the version open. */
  version?: string;
  /** The constraint as written. */
  written: string;
  uri: string;
  /** Zero-based. */
  line: number;
}

/** Server → client: what is pinned has changed. */
export const pinsChangedNotification = 'dataEngineering/pinsChanged';

/** Where such files may be, as a glob of VS Code; a test holds it against what the server reads. */
export const manifestGlob =
  '**/{*requirements*.txt,*requirements*.in,*constraints*.txt,pyproject.toml,Pipfile,Pipfile.lock,uv.lock,poetry.lock,pdm.lock,environment*.yml,environment*.yaml,conda*.yml,conda*.yaml,setup.cfg,databricks.yml,bundle.yml,*.job.yml,*.cluster.yml,dbt_project.yml,dbt_project.yaml,profiles.yml,profiles.yaml,packages.yml,dependencies.yml,package-lock.yml,Dockerfile*,*.dockerfile,Containerfile*,*compose*.yml,*compose*.yaml,*.sbt,pom.xml,*.gradle,*.gradle.kts}';

/** Folders of other people's code. */
export const manifestExclude = '**/{node_modules,.venv,venv,.git,site-packages,target,dbt_packages,.tox}/**';
