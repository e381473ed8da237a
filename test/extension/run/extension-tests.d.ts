/** Imports every `test/extension/*.test.ts`; `bundle.mjs` makes it. */
declare module 'extension-tests' {}

declare module 'mocha/mocha.js' {}
