import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * What each room may import: other rooms and packages. Anything else is an error.
 * Read from top to bottom it is the way the data flows; nothing flows back.
 */
const rooms = {
  catalogue: { rooms: [], packages: ['minisearch'] },
  service: {
    rooms: ['catalogue'],
    packages: ['vscode-languageserver-types', 'vscode-languageserver-textdocument', '@lezer/common', '@lezer/python'],
  },
  protocol: { rooms: ['catalogue'], packages: ['vscode-languageserver-types'] },
  server: {
    rooms: ['catalogue', 'service', 'protocol'],
    packages: [
      'vscode-languageserver',
      'vscode-languageserver-textdocument',
      'node:console',
      'node:fs/promises',
      'node:path',
      'node:stream',
      'node:url',
    ],
  },
  client: { rooms: ['catalogue', 'protocol'], packages: ['vscode', 'vscode-languageclient'] },
  webview: { rooms: ['protocol', 'catalogue'], packages: ['marked'] },
  build: { rooms: ['catalogue'], packages: ['node:*', 'yaml', 'marked', 'zod', '@hpcc-js/wasm-graphviz'] },
};

/** @param {string} room */
function roomRule(room) {
  const { rooms: mayImport, packages } = rooms[room];
  const others = Object.keys(rooms).filter((other) => other !== room && !mayImport.includes(other));
  const allowed = packages.map((name) => (name.endsWith('*') ? name.slice(0, -1) : `${name}(?:/|$)`)).join('|');
  return {
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(others.length > 0
              ? [
                  {
                    regex: `^(\\.\\./)+(${others.join('|')})/`,
                    message: `${room} may not import this room: see the table in eslint.config.mjs.`,
                  },
                ]
              : []),
            {
              regex: `^(?!\\.)${allowed && `(?!${allowed})`}`,
              message: `${room} may not import this package: see the table in eslint.config.mjs.`,
            },
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ['dist/**', 'dist-test/**', 'out/**', '.vscode-test/**', '.cache/**', 'snippets/**', 'node_modules/**'] },
  ...tseslint.configs.recommended,
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['**/*.ts', '**/*.mjs'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.mjs'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [createTypeScriptImportResolver()],
    },
    rules: {
      'import-x/no-cycle': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipComments: true, skipBlankLines: true }],
      'no-restricted-globals': ['error', 'name', 'event'],
    },
  },
  ...Object.keys(rooms).map(roomRule),
);
