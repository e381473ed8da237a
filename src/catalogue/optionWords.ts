import type { ApiNames, ApiParameterText, ApiText } from './api';

/** `df.write.csv` and its kin, which take the options of their format as parameters. */
const ofFormat = /^pyspark\.sql\.(?:streaming\.)?Data(Frame|Stream)(Reader|Writer)\.(csv|json|orc|parquet|text|xml)$/;

const sides = { FrameReader: 'read', FrameWriter: 'write', StreamReader: 'readStream', StreamWriter: 'writeStream' };

/** Words for the parameters of such a method: those of the options that hold on its side. */
export async function optionWords(
  path: string,
  names: ApiNames,
  textIn: (section: string, name: string) => Promise<ApiText | undefined>,
): Promise<Record<string, ApiParameterText>> {
  const [, kind, way, format] = ofFormat.exec(path) ?? [];
  const side = sides[`${kind}${way}` as keyof typeof sides];
  const found: Record<string, ApiParameterText> = {};
  if (format === undefined) return found;
  for (const { name } of names.lookup(path)?.parameters ?? []) {
    for (const source of [format, 'file']) {
      const option = await textIn('spark-options/options', `${source}.${name}`);
      if (option?.does === undefined || !option.applies?.some((one) => one === side)) continue;
      found[name] ??= { does: option.does, ...(option.values && { values: option.values }) };
    }
  }
  return found;
}
