import { strict as assert } from 'node:assert';
import { History } from '../../src/client/panel/history';

const link = (id: string) => ({ kind: 'tool', id }) as const;

describe('History of a panel', () => {
  it('goes back and forward, and remembers how far each page was scrolled', () => {
    const history = new History();
    history.open(link('a'));
    history.leave(120);
    history.open(link('b'));
    assert.equal(history.go(-1), true);
    assert.deepEqual(history.current, { link: link('a'), scroll: 120 });
    assert.equal(history.canGoBack, false);
    assert.equal(history.go(1), true);
    assert.equal(history.current?.link.id, 'b');
  });

  it('comes back to the place inside a page that the reader had gone on to', () => {
    const history = new History();
    history.open({ kind: 'guide', id: 'warehouse' });
    history.moveTo('cloud=aws');
    history.open(link('b'));
    history.go(-1);
    assert.deepEqual(history.current?.link, { kind: 'guide', id: 'warehouse', anchor: 'cloud=aws' });
  });

  it('stays where it is at either end', () => {
    const history = new History();
    assert.equal(history.go(-1), false);
    history.open(link('a'));
    assert.equal(history.go(1), false);
    assert.equal(history.current?.link.id, 'a');
  });

  it('forgets what lay ahead when another page is opened', () => {
    const history = new History();
    for (const id of ['a', 'b', 'c']) history.open(link(id));
    history.go(-1);
    history.open(link('d'));
    assert.equal(history.canGoForward, false);
    history.go(-1);
    assert.equal(history.current?.link.id, 'b');
  });
});
