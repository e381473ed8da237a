/** Requests for the files of a workspace's dbt projects. What is not below a workspace folder is never given. */

/** A file's address, and its path below the workspace folder. */
export interface WorkspaceFile {
  uri: string;
  path: string;
}

/** Server → client: every `dbt_project.yml`, or the project's files below folders. */
export const dbtFilesRequest = 'dataEngineering/dbtFiles';

export interface DbtFilesParams {
  /** Addresses of folders, each ending in `/`; missing for the `dbt_project.yml` of the whole workspace. */
  folders?: string[];
}

/** Server → client: the texts of such files, in their order; null for one that cannot be read, is too large or none of these. */
export const dbtTextsRequest = 'dataEngineering/dbtTexts';

export interface DbtTextsParams {
  uris: string[];
}

/** Files of a project that are listed at the most, and dbt projects of a workspace. */
export const mostDbtFiles = 5000;
export const mostDbtProjects = 100;

/** Largest text that is read, in bytes. */
export const largestDbtText = 512 * 1024;

/** The endings of the files that are listed; of CSV only the name counts. */
export const dbtFileEndings = ['sql', 'py', 'csv', 'yml', 'yaml'] as const;

export const dbtProjectGlob = '**/dbt_project.{yml,yaml}';
export const dbtFilesGlob = `**/*.{${dbtFileEndings.join(',')}}`;
