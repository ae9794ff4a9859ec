/** 通报页：所通报的今天怎样了，数得对得上，正文不改。(示例区，虚构) */
import { describe, expect, test } from 'vitest';
import { isUnfinished } from '../../../src/domain/figures/state.ts';
import { judgedRows } from '../../../src/domain/inspection/inspection.ts';
import { bulletinToday } from '../../../src/views/inspection/bulletin-today.ts';
import { bulletinPages } from '../../../src/views/inspection/bulletin-view.ts';
import { face } from '../../documents/face.ts';

const shili = face('shili');
const bulletins = [...shili.ledger.bulletins.values()];

describe.each(bulletins.filter(({ inspection }) => inspection !== undefined))('$id', (bulletin) => {
  const today = bulletinToday(shili, bulletin);
  const check = shili.ledger.inspections.get(bulletin.inspection!)!;
  const failed = judgedRows(shili.ledger, check).filter(({ result }) => result === 'failed');

  test('每个不合格的账号都在表里，连到账号和问题', () => {
    const accounts = new Set(today!.table.rows.map(([account]) => account!.href));
    expect(accounts).toEqual(new Set(failed.map(({ row }) => `/accounts/${row.account}.html`)));
    for (const [, , issue, now] of today!.table.rows)
      if (issue!.href === undefined) expect(issue!.text).toBe('尚未列入清单');
      else {
        expect(now!.text).not.toBe('');
        expect(now!.text).not.toMatch(/^(.+)，\1/u);
      }
  });

  test('各状态之和等于列入清单的问题', () => {
    const hrefs = today!.table.rows.flatMap(([, , issue]) => issue!.href ?? []);
    const issues = [...new Set(hrefs)].map((href) =>
      shili.issues.get(/issues\/(.*)\.html/u.exec(href)![1]!)!,
    );
    expect(today!.sentence).toContain(`不合格账号和网站${String(failed.length)}个`);
    if (issues.length === 0) return;
    const of = (words: string) =>
      Number(new RegExp(`${words}(\\d+)个`, 'u').exec(today!.sentence)?.[1] ?? 0);
    expect(of('列入清单的问题')).toBe(issues.length);
    expect(of('未完成')).toBe(issues.filter(isUnfinished).length);
    expect(of('已销号') + of('长期坚持') + of('撤销') + of('未完成')).toBe(issues.length);
  });
});

test('小结：期末未完成的，今天各在什么状态', () => {
  const { sentence, table } = bulletinToday(
    shili,
    bulletins.find(({ period }) => period === '2026-q1')!,
  )!;
  expect(sentence).toMatch(
    /^截至2026年6月15日，期末（2026年3月31日）未完成的问题\d+个（按现有台账），已销号\d+个/u,
  );
  expect(table.rows.length).toBe(Number(/未完成的问题(\d+)个/u.exec(sentence)![1]));
  expect(table.isFolded).toBe(true);
});

test('正文一字不改，句子在正文前，公开站没有通报', () => {
  for (const page of bulletinPages(shili)) {
    const { paragraphs } = shili.ledger.bulletins.get(page.id)!;
    expect(page.paper!.map(({ text }) => text.replace(/^\d\./u, '')).join('')).toBe(
      paragraphs
        .slice(1)
        .map((text) => text.replace(/^附件：/u, '').replace(/^\d\./u, ''))
        .join(''),
    );
    expect(page.intro[1]).toMatch(/^截至2026年6月15日/u);
    expect(page.tables[0]!.id).toBe('today');
  }
  expect(bulletinPages(face('shili', 'public'))).toEqual([]);
});
