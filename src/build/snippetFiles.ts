import type { SnippetSource } from './snippetSource';
import { snippetName, toSnippetSyntax } from '../catalogue/snippetSyntax';

interface EditorSnippet {
  prefix: string;
  description: string;
  body: string[];
}

/** VS Code's snippet files by language id, each keyed by the snippet's name. */
export type SnippetFiles = Record<string, Record<string, EditorSnippet>>;

export function compileSnippetFiles(snippets: readonly SnippetSource[]): SnippetFiles {
  const files: SnippetFiles = {};
  for (const { folder, language, code, data } of snippets) {
    const file = (files[language] ??= {});
    file[snippetName(data.title, folder)] = {
      prefix: data.prefix,
      description: data.description,
      body: toSnippetSyntax(code, data.placeholders).split('\n'),
    };
  }
  return files;
}
