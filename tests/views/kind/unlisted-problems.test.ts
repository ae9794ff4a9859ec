/** 没有列过的类别: every kind of the vocabulary stands somewhere, and where the search leads to. (示例区，虚构) */
import { expect, test } from 'vitest';
import { searchEntries } from '../../../src/search/index/entries.ts';
import { unlistedProblemsAddress } from '../../../src/views/address.ts';
import { problemGroups } from '../../../src/views/kind/group-view.ts';
import { unlistedProblems } from '../../../src/views/kind/unlisted-problems.ts';
import { trendPages } from '../../../src/views/trend/trend-view.ts';
import { face } from '../../documents/face.ts';

test('没有列过的类别：词表里的每一类，列过的在一处，没有列过的在另一处；公开站按公开的专项', () => {
  for (const audience of ['internal', 'public'] as const) {
    const of = face('shili', audience);
    const unlisted = unlistedProblems(of);
    const all = [...problemGroups(of), ...unlisted].map(({ key }) => key);
    expect(all.toSorted()).toEqual(of.ledger.vocabulary.problems.map(({ id }) => id).toSorted());
    const links = unlisted.find(({ name }) => name === '链接失效或错误')!;
    expect(links.aliases).toContain('死链');
    expect(unlisted.find(({ name }) => name === '站点无法访问')?.indicators).toEqual([
      expect.stringMatching(/^W\d .*无法访问/u),
    ]);
    // The search says 0 of them, and leads to where they stand.
    const found = searchEntries(of, [], []).filter(
      ({ kind, address }) => kind === 'problem' && `/${address}` === unlistedProblemsAddress,
    );
    expect(found.map(({ names }) => names[0])).toEqual(unlisted.map(({ name }) => name));
    // The trends count them and say where they stand.
    const section = trendPages(of)[0]?.sections.find(({ table }) => table.id === 'problems');
    expect(section?.note).toContain(`没有列过的还有${String(unlisted.length)}类，各0个`);
  }
});
