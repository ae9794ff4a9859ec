import { describe, expect, test } from 'vitest';
import {
  evidenceOfRound,
  evidenceKind,
  missingEvidence,
  owedLines,
  closingLines,
} from '../../../../src/domain/issue/round/owed.ts';
import type { Evidence } from '../../../../src/schema/evidence.ts';
import type { Problem } from '../../../../src/schema/vocabulary.ts';
import { replay } from '../../../../src/domain/issue/replay.ts';
import { issueOf, timingOf, updatesOf, verification } from '../../sample.ts';

const problem = (id: string, owes: Problem['owes']): Problem => ({
  id,
  name: id,
  aliases: [],
  phrases: [],
  indicators: [],
  owes,
});
const problems = [
  problem('not-filed', [{ kinds: ['number', 'file'], dated: false, ask: '请填编号' }]),
  problem('stale', [{ kinds: ['link'], dated: true, ask: '请附链接和日期' }]),
  problem('free', []),
];
const stored: Evidence = { stored: { name: 'a', sha256: '0'.repeat(64), size: 1, where: '柜' } };

const asks = (ids: string[], evidence: Evidence[]) =>
  missingEvidence({ problems: ids }, problems, evidence).map(({ owed }) => owed.ask);

describe('销号佐证', () => {
  test('可用的几种任一种即可，别的种类不算', () => {
    expect(asks(['not-filed'], [])).toEqual(['请填编号']);
    expect(asks(['not-filed'], [{ number: '1' }])).toEqual([]);
    expect(asks(['not-filed'], [{ file: 'a.png' }])).toEqual([]);
    expect(asks(['not-filed'], [{ link: 'https://a.example' }, stored])).toEqual(['请填编号']);
  });

  test('须有日期的，没有日期不算', () => {
    expect(asks(['stale'], [{ link: 'https://a.example' }])).toEqual(['请附链接和日期']);
    expect(asks(['stale'], [{ link: 'https://a.example', day: '2024-06-01' }])).toEqual([]);
  });

  test('几类问题各要各的，没有要求的和词表里没有的不要', () => {
    expect(asks(['not-filed', 'stale'], [{ number: '1' }])).toEqual(['请附链接和日期']);
    expect(asks(['free', 'unknown'], [])).toEqual([]);
  });

  test('材料的种类', () => {
    expect(
      [{ link: 'https://a.example' }, { number: '1' }, { file: 'a' }, stored].map((piece) =>
        evidenceKind(piece),
      ),
    ).toEqual(['link', 'number', 'file', 'stored']);
  });
});

describe('一轮里的佐证', () => {
  const issue = issueOf();
  const updates = updatesOf(
    issue,
    { action: 'progress', reportedOn: '2024-03-05' },
    { action: 'submitted', reportedOn: '2024-03-06' },
    { action: 'accepted', reportedOn: '2024-03-07' },
    // Does not count: it is closed already.
    { action: 'progress', reportedOn: '2024-03-08' },
    { action: 'reopened', reportedOn: '2024-03-09', ground: 'recurrence', round: 2 },
    { action: 'submitted', reportedOn: '2024-03-10' },
  ).map((update, at) => ({ ...update, evidence: [{ number: String(at + 1) }] }));
  const history = replay(issue, updates, {
    campaign: verification,
    timing: timingOf(),
    today: '2024-04-01',
  });
  const numbers = (round: number, update?: string) =>
    evidenceOfRound(history, round, update).map((piece) => 'number' in piece && piece.number);

  test('只算本轮的，不算不成立的报送', () => {
    expect(numbers(1)).toEqual(['1', '2', '3']);
    expect(numbers(2)).toEqual(['5', '6']);
  });

  test('算到某一份报送为止，它自己也在内', () => {
    expect(numbers(1, updates[1]?.id)).toEqual(['1', '2']);
  });
});

describe('还要交什么', () => {
  const issue = (...ids: string[]) => issueOf({ problems: ids });
  const linesOn = (on: ReturnType<typeof issueOf>, ...steps: Parameters<typeof updatesOf>[1][]) =>
    owedLines(
      on,
      problems,
      replay(on, updatesOf(on, ...steps), {
        campaign: verification,
        timing: timingOf(),
        today: '2024-04-01',
      }),
    );

  test('审核时照单核对：交没交都写', () => {
    expect(closingLines(issue('not-filed'), problems)).toEqual(['请填编号']);
    expect(closingLines(issue('other'), problems)).toEqual([]);
  });

  test('轮到单位时逐句写明；一类问题不写类别，几类的各写各的', () => {
    expect(linesOn(issue('not-filed'))).toEqual(['请填编号']);
    expect(linesOn(issue('not-filed', 'stale'))).toEqual([
      '“not-filed”请填编号',
      '“stale”请附链接和日期',
    ]);
    expect(linesOn(issue('free'))).toEqual([]);
  });

  test('开始整改、退回以后还是单位的事；交上去等验收的不再要', () => {
    const submitted = { action: 'submitted', reportedOn: '2024-03-06' } as const;
    expect(linesOn(issue('not-filed'), { action: 'started', reportedOn: '2024-03-05' })).toEqual([
      '请填编号',
    ]);
    expect(linesOn(issue('not-filed'), submitted)).toEqual([]);
    const whole = { ...submitted, evidence: [{ number: '1' }] };
    const returned = { action: 'returned', reportedOn: '2024-03-07', reason: '看不清' } as const;
    // What was handed in counts, and is asked for once more: it was not good enough.
    expect(linesOn(issue('not-filed'), whole, returned)).toEqual(['请填编号']);
    expect(
      linesOn(issue('not-filed'), submitted, {
        action: 'returned',
        reportedOn: '2024-03-07',
        reason: '缺编号',
      }),
    ).toEqual(['请填编号']);
  });
});
