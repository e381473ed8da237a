import type { SnippetSource } from './snippetSource';
import { toSnippetSyntax } from '../catalogue/snippetSyntax';

interface EditorSnippet {
  prefix: string;
  description: string;
  body: string[];
}

/** VS Code's snippet files by language id, each keyed by the snippet's title. */
export type SnippetFiles = Record<string, Record<string, EditorSnippet>>;

export function compileSnippetFiles(snippets: readonly SnippetSource[]): SnippetFiles {
  const files: SnippetFiles = {};
  for (const { language, code, data } of snippets) {
    const file = (files[language] ??= {});
    file[data.title] = {
      prefix: data.prefix,
      description: data.description,
      body: toSnippetSyntax(code, data.placeholders).split('\n'),
    };
  }
  return files;
}
