/** Whether an import of this path says that a file is about Spark. */
export function isSpark(path: string, text: string): boolean {
  const [root] = path.split('.');
  return root === 'pyspark' || root === 'delta' || (root === 'dlt' && isPipeline(text));
}

/** Two packages are called dlt: Databricks' pipelines, and dltHub's loader, which calls other things by name. */
function isPipeline(text: string): boolean {
  const own =
    /\bdlt\.(?:table|view|create_streaming_table|append_flow|apply_changes|create_sink|expect\w*|read_stream)\b/;
  const other = /\bdlt\.(?:pipeline|resource|source|sources|destinations?|config|secrets|transformer|current)\b/;
  return own.test(text) && !other.test(text);
}
