/** 问题来源：省里通报的、市级交办、上级通报、群众反映，找到的正是这一来源的问题。(示例区内部站和公开站) */
import { describe, expect, test } from 'vitest';
import { originEntries } from '../../../src/search/index/origin-entries.ts';
import { answer } from '../../../src/search/question/question.ts';
import type { Origin } from '../../../src/schema/issue.ts';
import { face } from '../../documents/face.ts';
import { readerOf } from '../reader.ts';

const above: readonly Origin[] = ['city', 'province', 'nation'];

describe.each(['internal', 'public'] as const)('%s', (audience) => {
  const shili = face('shili', audience);
  const { records, reader } = readerOf(shili);

  test.each<[string, string, readonly Origin[]]>([
    ['省里通报的', '省级交办', ['province']],
    ['市级交办', '市级交办', ['city']],
    ['哪些是市里交办的', '市级交办', ['city']],
    ['国办通报的问题', '国家交办', ['nation']],
    ['上级通报', '上级交办', above],
    ['省市交办的有哪些', '上级交办', above],
    ['群众反映', '群众反映', ['public']],
  ])('%s', async (question, title, from) => {
    const hits = await answer(question, reader);
    // A campaign may be called as an origin is, and stands before it.
    const pages = hits.flatMap((hit) => (hit.kind === 'page' ? [hit.entry] : []));
    const answered = pages.filter(({ kind }) => kind !== 'campaign');
    expect(answered[0]?.title).toMatch(new RegExp(`^${title} \\d+个$`, 'u'));
    const found = hits.flatMap((hit) => (hit.kind === 'issue' ? [records[hit.place]!.id] : []));
    expect(found.toSorted()).toEqual(
      shili.standing.issues
        .filter(({ issue }) => from.includes(issue.origin))
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test('每一来源的清单照它筛选，几个都数得对', () => {
    for (const { address, of, count } of originEntries(shili)) {
      expect(records.filter(({ facets }) => facets.来源.includes(of![1]))).toHaveLength(count);
      const chosen = new URLSearchParams(address.split('?')[1]).get('origin');
      expect(chosen).toBe(count === 0 ? null : of![1]);
    }
  });
});
