import assert from 'node:assert/strict';
import { parseTarget } from '../../src/webview/links';

describe('addresses in Markdown', () => {
  it('lead to entries, with or without an anchor', () => {
    assert.deepEqual(parseTarget('tool:spark'), {
      type: 'entry',
      link: { kind: 'tool', id: 'spark', anchor: undefined },
    });
    assert.deepEqual(parseTarget('topic:04-why-data-engineering-grows#real-time'), {
      type: 'entry',
      link: { kind: 'topic', id: '04-why-data-engineering-grows', anchor: 'real-time' },
    });
  });

  it('lead to headings of the page and to https', () => {
    assert.deepEqual(parseTarget('#what-bites'), { type: 'anchor', anchor: 'what-bites' });
    assert.deepEqual(parseTarget('https://docs.alder.example/a?b#c'), {
      type: 'external',
      url: 'https://docs.alder.example/a?b#c',
    });
  });

  const refused = [
    '',
    '#',
    'http://docs.alder.example/',
    'https://',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' https://docs.alder.example/',
    'command:workbench.action.quit',
    'vscode://publisher.name/open',
    'data:text/html,x',
    'file:///etc/passwd',
    '//docs.alder.example/',
    'tool:',
    'tool:Spark',
    'tool:../spark',
    'tool:spark#a b',
    'person:alder',
  ];
  for (const address of refused) {
    it(`lead nowhere else: “${address}”`, () => assert.equal(parseTarget(address), undefined));
  }
});
