#!/usr/bin/env node
'use strict';
// The language server on its own, for editors other than VS Code: data-engineering-language-server --stdio
const asked = process.argv.slice(2);
if (asked.includes('--version')) {
  console.log(require('../package.json').version);
} else if (!asked.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument))) {
  console.log('Usage: data-engineering-language-server --stdio | --socket=<port> | --pipe=<name> | --version');
  process.exitCode = asked.length === 0 || asked.includes('--help') ? 0 : 1;
} else {
  require('../dist/server/node.cjs');
}
