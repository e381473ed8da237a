import { lineCounter, type Pin, type PinReader } from './pin';

const artifacts: readonly [coordinates: RegExp, name: string][] = [
  [/^org\.apache\.spark:spark-(?:core|sql|streaming|mllib|hive|sql-kafka-0-10)(?:_|$)/, 'pyspark'],
  [/^io\.delta:delta-(?:spark|core)(?:_|$)/, 'delta-spark'],
];

function artifactPin(coordinates: string, version: string, line: number): Pin | null {
  const known = artifacts.find(([pattern]) => pattern.test(coordinates));
  return known && /^\d+\.\d/.test(version) ? { package: known[1], version, written: version, line } : null;
}

/** build.sbt: `"org.apache.spark" %% "spark-sql" % sparkVersion`, with the values of `val`s. */
export const sbtPins: PinReader = (text) => {
  const lineOf = lineCounter(text);
  const values = new Map(
    [...text.matchAll(/\bval\s+(\w+)\s*(?::\s*String\s*)?=\s*"([^"]+)"/g)].map(([, key = '', value = '']) => [
      key,
      value,
    ]),
  );
  const modules = text.matchAll(/"([\w.]+)"\s*%%?\s*"([\w.-]+)"\s*%\s*(?:"([^"]+)"|(\w+))/g);
  return [...modules].flatMap(({ 1: group = '', 2: artifact = '', 3: version, 4: value = '', index }) => {
    return artifactPin(`${group}:${artifact}`, version ?? values.get(value) ?? '', lineOf(index)) ?? [];
  });
};

/** pom.xml, with the values of properties. */
export const mavenPins: PinReader = (text) => {
  const lineOf = lineCounter(text);
  const properties = new Map(
    [...text.matchAll(/<([\w.-]+)>([^<>\s]+)<\/\1>/g)].map(([, key = '', value = '']) => [key, value]),
  );
  const modules = text.matchAll(
    /<groupId>([^<]+)<\/groupId>\s*<artifactId>([^<]+)<\/artifactId>\s*<version>([^<]+)<\/version>/g,
  );
  return [...modules].flatMap(({ 1: group = '', 2: artifact = '', 3: version = '', index }) => {
    const value = version.replace(/\$\{([\w.-]+)\}/g, (whole, key: string) => properties.get(key) ?? whole);
    return artifactPin(`${group}:${artifact}`, value, lineOf(index)) ?? [];
  });
};

/** Gradle: `"org.apache.spark:spark-sql_2.13:4.0.0"`. */
export const gradlePins: PinReader = (text) => {
  const lineOf = lineCounter(text);
  return [...text.matchAll(/["']([\w.]+:[\w.-]+):([\w.-]+)["']/g)].flatMap(
    ({ 1: coordinates = '', 2: version = '', index }) => {
      return artifactPin(coordinates, version, lineOf(index)) ?? [];
    },
  );
};
