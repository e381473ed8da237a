/** Languages whose files take each other's code. */
const relatives = [
  ['sql', 'jinja-sql', 'jinja', 'snowflake-sql', 'spark-sql'],
  ['yaml', 'dockercompose', 'jinja-yaml', 'github-actions-workflow'],
  ['python', 'jupyter'],
  ['toml', 'pip-requirements'],
];

/** Whether code of one language belongs into a file of another; plain text takes everything. */
export function fits(snippetLanguage: string, documentLanguage: string): boolean {
  if (snippetLanguage === documentLanguage || documentLanguage === 'plaintext') return true;
  return relatives.some((group) => group.includes(snippetLanguage) && group.includes(documentLanguage));
}
