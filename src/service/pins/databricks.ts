import type { PinReader } from './pin';

/**
 * Spark's version in each Databricks Runtime, read on 2026-11-22 in
 * https://docs.databricks.com/release-notes/runtime and https://docs.azure.cn/databricks/runtime/.
 * Releases that are not listed there are left out.
 */
const sparkOf = new Map([
  ['10.4', '3.2.1'],
  ['11.3', '3.3.0'],
  ['12.2', '3.3.2'],
  ['13.3', '3.4.1'],
  ['14.3', '3.5.0'],
  ['15.4', '3.5.0'],
  ['16.4', '3.5.2'],
  ['17.0', '4.0.0'],
  ['17.1', '4.0.0'],
  ['17.2', '4.0.0'],
  ['17.3', '4.0.0'],
]);

/** Databricks bundles: `spark_version: 15.4.x-scala2.12` is a runtime, which holds a version of Spark. */
export const databricksPins: PinReader = (text) =>
  text.split('\n').flatMap((line, index) => {
    const [, written = '', runtime = ''] = /^\s*-?\s*spark_version:\s*["']?((\d+\.\d+)\.x[\w.-]*)/.exec(line) ?? [];
    const version = sparkOf.get(runtime);
    return version === undefined ? [] : { package: 'pyspark', version, written, line: index };
  });
