/**
 * What the reference knows of the tools' APIs: the names that code can use, compiled from the inventories in
 * `src/content/api`. Paths are dotted and qualified as the tool's own documentation writes them.
 */

export type ApiKind = 'module' | 'class' | 'function' | 'method' | 'property' | 'attribute';

/** `positional` and `keyword` are the parameters that can only be given that way; `rest` is `*args`, `options` `**kwargs`. */
export type ApiParameterKind = 'any' | 'positional' | 'keyword' | 'rest' | 'options';

export interface ApiParameter {
  /** Without its stars. */
  name: string;
  kind: ApiParameterKind;
  /** Text of the annotation, its names resolved to paths where the inventory has them: `str | pyspark.sql.Column`. */
  type?: string;
  /** Text of the default. A parameter that has none, and is neither `rest` nor `options`, must be given. */
  default?: string;
}

export interface ApiSymbol {
  /** The path under which people know it; never that of an alias. */
  path: string;
  kind: ApiKind;
  /** Of a function or method without `self`; of a class those of its constructor. Missing where there is no signature. */
  parameters?: ApiParameter[];
  /** Type of the result, of a property that of its value: text, names resolved to paths, also `Self` and type variables. */
  returns?: string;
  /** Type of an attribute. */
  type?: string;
  /** Of a class: texts such as `pyspark.RDD[T]`; a name without a dot, or with a foreign root, is not of this inventory. */
  bases?: string[];
  /** How a method is bound, where it is not an ordinary one. */
  static?: 'class' | 'static';
  /** Parameters and attributes of an operator that Airflow renders as Jinja templates. */
  templated?: string[];
  /** There is an explanation of it. */
  explained?: boolean;
}

/** Another path to a symbol, and the releases in which that path works. */
export interface ApiAlias {
  /** What it leads to; may be an alias again. */
  to: string;
  introduced?: string;
  deprecated?: string;
  removed?: string;
}

/** The names of the areas that have been loaded. All lookups are exact and cost no more than a few map reads. */
export interface ApiNames {
  /**
   * The symbol or module that a path leads to: itself, through aliases, or a member along the bases of its owner.
   * Every proper prefix of a known path is a module, if it is nothing else. Undefined for everything unknown.
   */
  lookup(path: string): ApiSymbol | undefined;
  /** The alias that stands at exactly this path. */
  alias(path: string): ApiAlias | undefined;
  /** A member of a class, its own or the nearest one along its bases. `classPath` may be an alias or bear `[…]`. */
  member(classPath: string, name: string): ApiSymbol | undefined;
  /** Names that stand in a module, submodules among them, without those that begin with an underscore. */
  exports(modulePath: string): readonly string[];
  /** Paths of the classes that define a member of this name themselves. Empty where none does. */
  owners(memberName: string): readonly string[];
}

/** What a hover says about one name beyond its signature. All prose is Markdown of ours without links. */
export interface ApiText {
  /** The name as its documentation writes it: a symbol's path, a key, a function. */
  name: string;
  /** Id of the tool whose page the hover links to. */
  tool?: string;
  /** The official documentation of exactly this name. */
  documentation?: string;
  /** One sentence of meaning. */
  does?: string;
  /** What an expert would add: whole sentences. */
  expert?: string[];
  /** By name: what a parameter means, and its accepted values with what each does. */
  parameters?: Record<string, ApiParameterText>;
  /** Ways to call a function whose signature does not say them: `ref(model_name, version=None)`. */
  calls?: string[];
  /** Accepted values of a key. */
  values?: Record<string, string>;
  /** What holds where a key is left out, as its documentation says it; `facts` has what the tool's own code says. */
  default?: string;
  /** Where an option of a data source counts. */
  applies?: ('read' | 'write' | 'readStream' | 'writeStream')[];
  runs?: 'action' | 'lazy' | 'lazy narrow' | 'lazy wide';
  example?: ApiExample;
  /** Other names of the same inventory. */
  related?: string[];
  facts: ApiFacts;
}

export interface ApiParameterText {
  does: string;
  values?: Record<string, string>;
}

export interface ApiExample {
  code: string;
  language: string;
  /** What it gave when it was executed; missing where it was not. */
  result?: string;
  /** The columns of the `df` in the code. */
  over?: Record<string, unknown[]>;
}

/** Facts from the inventory. Versions are those of `package`; a release is a line such as `3.4`. */
export interface ApiFacts {
  /** The distribution whose versions these are: `pyspark`, `apache-airflow-providers-amazon`. */
  package: string;
  /** The version that the tool's own documentation or code names. */
  added?: string;
  /** The first release read that has it, where the oldest one read does not. */
  introduced?: string;
  deprecated?: { release?: string; version?: string; use?: string };
  moved?: { release: string; to: string; deprecated?: string; removed?: string };
  removed?: string;
  /** By parameter, stars included. */
  changes?: Record<string, ApiParameterFacts>;
  /** Ways to call a SQL function. */
  forms?: string[];
  type?: string;
  default?: string | null;
  /** Defaults by the release that brought each. */
  defaults?: [release: string, value: string | null][];
  /** Accepted values, as the tool's own code lists them. */
  accepted?: string[];
  /** Names of environment variables that set an option. */
  environment?: string[];
  renamed?: string;
  /** The name that means the same. */
  alias?: string;
  /** The key can be changed while a session runs. */
  runtime?: boolean;
  /** Not in the tool's documentation. */
  internal?: boolean;
  required?: boolean;
  /** Parameters of macros and of functions in Jinja's context: `name=default`. */
  signature?: string[];
  /** What a command takes, or how an option is written. */
  arguments?: string[];
}

export interface ApiParameterFacts {
  introduced?: string;
  removed?: string;
  deprecated?: { release: string; use?: string };
  defaults?: [release: string, value: string | null][];
}
