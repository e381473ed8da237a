/** A starter project as the catalogue carries it, in `projects/<id>.json`. */
export interface ProjectTemplate extends ProjectSummary {
  /** The command of its README that makes the environment and runs it. */
  run: string;
  questions: ProjectQuestion[];
  /** Path from the project's folder, with forward slashes → text. The questions' defaults stand in both. */
  files: Record<string, string>;
}

/** One entry of `projects/index.json`. */
export interface ProjectSummary {
  id: string;
  title: string;
  description: string;
  /** Ids of the tools it shows. */
  tools: string[];
  /** What must be on the machine before it runs. */
  needs: string[];
}

/** A name that stands in the template's files and is replaced by the user's own. */
export interface ProjectQuestion {
  id: string;
  ask: string;
  help: string;
  default: string;
  /** A regular expression that the whole answer fits, and what to say when it does not. */
  pattern: string;
  message: string;
}

/** By question id. */
export type ProjectAnswers = Record<string, string>;
