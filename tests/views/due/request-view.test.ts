/** 待批的申请: of whom, of which issue, why, since when, and the way to the decision. (示例区，虚构) */
import { expect, test } from 'vitest';
import { pendingRequests } from '../../../src/domain/issue/request.ts';
import {
  requestCount,
  requestSentences,
  requestsOf,
  requestsPage,
} from '../../../src/views/due/request-view.ts';
import { issueView } from '../../../src/views/issue/issue-view.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili');
const asking = inside.standing.issues.filter(({ history }) => pendingRequests(history).length > 0);

test('没有批复的申请每件都列，写明单位、什么申请、理由、哪天、等了几天、到哪里办；等得久的在前', () => {
  const page = requestsPage(inside)!;
  const [table] = page.tables;
  expect(requestCount(inside)).toBe(4);
  expect(table?.rows).toHaveLength(4);
  const told = table!.rows.map((row) => row.map(({ text }) => text));
  for (const asked of ['申请延期至2026年7月15日', '申请暂缓', '有异议', '申请转长期坚持'])
    expect(told.filter((row) => row[2]?.includes(`日${asked}，已等`))).toHaveLength(1);
  const days = told.map((row) => Number(/已等(\d+)天$/u.exec(row[2] ?? '')?.[1]));
  expect(days).toEqual(days.toSorted((a, b) => b - a));
  expect(page.intro[0]).toBe(
    `等审核员批复的申请4件：申请延期的1件，申请暂缓的1件，申请转长期坚持的1件，有异议的1件；最久的已等${String(days[0])}天。`,
  );
  for (const row of table!.rows) {
    expect(row[3]?.text).not.toBe('');
    expect(row.at(-1)?.href).toMatch(/^\/report\/office\/.+\.html#issue-/u);
  }
});

test('问题页也说；没有等批的不说', () => {
  for (const one of inside.standing.issues) {
    const sentences = requestSentences(inside, one);
    expect(sentences.length > 0).toBe(asking.includes(one));
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^2026年\d+月\d+日.+，等审核员批复，已\d+天。$/u);
      expect(issueView(inside, one).answers).toContain(sentence);
    }
  }
  const [first] = asking;
  const on = pendingRequests(first!.history)[0]!.since;
  expect(requestSentences({ ...inside, today: on }, first!)[0]).toMatch(/等审核员批复。$/u);
});

test('账号移交以后，移交以前的申请不再等', () => {
  const one = asking.find(({ issue }) => issue.account !== undefined)!;
  const { account = '' } = one.issue;
  const step = {
    ...{ account, action: 'transferred' as const, reportedOn: inside.today, to: 'shili-office' },
    ...{ id: `${account}/x`, path: `registry/${account}/x.yaml` },
  };
  const registry = new Map([...inside.ledger.registry, [account, [step]]]);
  const handed = { ...inside, ledger: { ...inside.ledger, registry } } as unknown as typeof inside;
  expect(requestsOf(inside, one)).toHaveLength(1);
  expect(requestsOf(handed, one)).toEqual([]);
});

test('公开站没有；没有申请的直说没有', () => {
  const outside = face('shili', 'public');
  expect(requestsPage(outside)).toBeUndefined();
  expect(requestCount(outside)).toBe(0);
  const none = requestsPage(face('yuyang', 'internal'))!;
  expect([none.intro[0], none.tables]).toEqual(['没有等审核员批复的申请。', []]);
});
