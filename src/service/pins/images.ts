import type { Pin, PinReader } from './pin';

/** Images whose tag is the version of a package: what stands before the number, and the package. */
const images: readonly [repository: RegExp, tag: RegExp, name: string][] = [
  [/(?:^|\/)apache\/airflow$/, /^(?:slim-)?(\d+\.\d+(?:\.\d+)?)/, 'apache-airflow'],
  [/(?:^|\/)(?:apache\/|bitnami\/|bitnamilegacy\/|library\/)?spark(?:-py)?$/, /^v?(\d+\.\d+(?:\.\d+)?)/, 'pyspark'],
  [/(?:^|\/)(?:pyspark|all-spark)-notebook$/, /^spark-(\d+\.\d+(?:\.\d+)?)/, 'pyspark'],
  [/(?:^|\/)dbt-labs\/dbt-(?:core|postgres|redshift|bigquery|snowflake|spark)$/, /^v?(\d+\.\d+(?:\.\d+)?)/, 'dbt-core'],
];

/** `image:tag` → the version it stands for. */
function imagePin(reference: string, line: number): Pin | null {
  const [, repository = '', tag = ''] =
    /^(.*?):([\w][\w.-]*)(?:@.*)?$/.exec(reference.replace(/^(?:docker\.io|quay\.io|ghcr\.io)\//, '')) ?? [];
  const known = images.find(([pattern]) => pattern.test(repository));
  const version = known?.[1].exec(tag)?.[1];
  return known && version !== undefined ? { package: known[2], version, written: `${repository}:${tag}`, line } : null;
}

/** Dockerfiles: `FROM`, with the defaults of `ARG`s above it put in. */
export const dockerfilePins: PinReader = (text) => {
  const defaults = new Map<string, string>();
  return text.split('\n').flatMap((line, index) => {
    const [, key, value] = /^\s*ARG\s+(\w+)=["']?([^\s"']+)/i.exec(line) ?? [];
    if (key !== undefined && value !== undefined) defaults.set(key, substitute(value, defaults));
    const image = /^\s*FROM\s+(?:--\S+\s+)*(\S+)/i.exec(line)?.[1];
    return image === undefined ? [] : (imagePin(substitute(image, defaults), index) ?? []);
  });
};

function substitute(text: string, defaults: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/g,
    (whole, braced?: string, fallback?: string, plain?: string) => {
      return defaults.get(braced ?? plain ?? '') ?? fallback ?? whole;
    },
  );
}

/** Compose files: `image:`, with the defaults of variables put in. */
export const composePins: PinReader = (text) =>
  text.split('\n').flatMap((line, index) => {
    const image = /^\s*(?:&[\w-]+\s+)?image:\s*["']?([^\s"'#]+)/.exec(line)?.[1];
    return image === undefined ? [] : (imagePin(substitute(image, new Map()), index) ?? []);
  });
