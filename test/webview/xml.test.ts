import assert from 'node:assert/strict';
import { decodeEntities } from '../../src/webview/entities';
import { parseXml } from '../../src/webview/xml';
import { cpuTime } from '../helpers/cpu';

describe('the parser of drawings', () => {
  it('reads elements, attributes and text', () => {
    const root = parseXml(`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b"><!-- x <g> -->
      <svg viewBox='0 0 1 1'><g class="node"><text x="1">a &amp; b</text><path d="M0"/></g></svg>`)!;
    assert.equal(root.name, 'svg');
    assert.equal(root.attributes.get('viewBox'), '0 0 1 1');
    const [text, path] = root.children[0]!.children;
    assert.equal(text?.text, 'a & b');
    assert.equal(path?.attributes.get('d'), 'M0');
  });

  for (const broken of ['', 'no markup', '<', '<svg', '</svg>', '<a href=x>', '<<<>>>'])
    it(`survives “${broken}”`, () => assert.equal(parseXml(broken), undefined));

  it('knows no prototype: attributes and elements are only what is written', () => {
    const root = parseXml('<svg __proto__="x" constructor="y"/>')!;
    assert.deepEqual([...root.attributes.keys()], ['__proto__', 'constructor']);
  });

  it('is done with a long broken text at once', () => {
    const took = cpuTime(() => {
      parseXml('<a ' + 'b="c" '.repeat(20_000));
      parseXml('<'.repeat(100_000));
    });
    assert.ok(took < 1000);
  });
});

describe('character references', () => {
  it('become characters', () => {
    assert.equal(decodeEntities('&lt;b&gt; &amp;amp; &#65;&#x42; &nbsp;&hellip;'), '<b> &amp; AB \u00a0…');
  });
  it('stay as written where they mean nothing', () => {
    assert.equal(
      decodeEntities('a & b &unknown; &#0; &#x110000; &constructor;'),
      'a & b &unknown; &#0; &#x110000; &constructor;',
    );
  });
});
