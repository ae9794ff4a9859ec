/** 填报页的数据: what the page holds when it is opened, and what its script fetches to judge by. */
import { expect, test } from 'vitest';
import { findingPage } from '../../../src/form/page-data/office-pages.ts';
import { reportPages } from '../../../src/form/page-data/report-pages.ts';
import { findingSlice } from '../../../src/form/slice/office-slice.ts';
import { ledgerOfSlice, sliceOf, sliceWith } from '../../../src/form/slice/slice.ts';
import { findingWork, NEW_FINDING } from '../../../src/form/works/finding.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili', 'internal');
const place = { kind: 'endpoint', api: '/api' } as unknown as Parameters<typeof reportPages>[1];
const pages = reportPages(inside, place, () => '');

test('报送、决定：页上只有谁可以报、有哪些佐证、各报过几次；取来的是审核要看的全部', () => {
  for (const [office, all, page] of [
    [false, pages.reporting(), pages.report],
    [true, pages.deciding(), pages.decision],
  ] as const)
    for (const { id } of all) {
      const { data, rest, issues, acts, sliceHref } = page(id);
      expect(sliceHref).toBe(`/report/${office ? 'office/' : ''}${id}.json`);
      const { slice } = data;
      expect([slice.issues, slice.updates, slice.accounts, slice.campaigns]).toEqual([
        [],
        [],
        [],
        [],
      ]);
      expect(slice.units.map((unit) => unit.id)).toEqual(office ? [] : [id]);
      const ids = issues.map(({ row }) => row.id);
      const whole = sliceOf(
        inside.ledger,
        ids,
        office && acts.some(({ action }) => action === 'transferred'),
      );
      expect(sliceWith(slice, rest)).toEqual(whole);
      expect(slice.evidence).toEqual(whole.evidence);
      for (const { id: issue, reports } of data.subjects)
        expect(reports).toBe(inside.ledger.updates.get(issue)?.length ?? 0);
    }
});

test('新列问题：页上的够选、够填，取来以后和全部的一样', () => {
  const page = findingPage(inside, place)!;
  const open = [...inside.ledger.campaigns.values()]
    .filter(({ concluded }) => concluded === undefined)
    .toSorted((a, b) => (a.list.listedOn < b.list.listedOn ? -1 : 1));
  const whole = findingSlice(
    inside.ledger,
    open.map(({ id }) => id),
  );
  expect(sliceWith(page.data.slice, JSON.parse(JSON.stringify(page.rest)))).toEqual(whole);
  const [early, late] = [ledgerOfSlice(page.data.slice), ledgerOfSlice(whole)];
  const work = findingWork(() => '2026-06-15');
  expect(work.known?.(early)).toEqual(work.known?.(late));
  const fields = page.acts.flatMap((act) => act.fields);
  for (const field of fields) expect(work.preset?.(early, field)).toBe(work.preset?.(late, field));
  expect(page.data.subjects).toEqual([
    expect.objectContaining({ id: NEW_FINDING, reports: late.issues.size }),
  ]);
  expect(JSON.stringify(page.data.slice).length).toBeLessThan(JSON.stringify(whole).length / 2);
});

test('退回的：前面已有材料日期的，格上不写成必填；没有的仍是必填；办公室的页不带', () => {
  const asked = (page: typeof pages.report, unit: string, id: string) =>
    page(unit).data.subjects.find((one) => one.id === id)?.asked;
  expect(asked(pages.report, 'ding-mao-xiang', '2025-special-55')).toContainEqual(
    expect.objectContaining({ kind: 'link', dated: true, proved: true }),
  );
  const open = pages
    .reporting()
    .flatMap(({ id }) => pages.report(id).data.subjects)
    .flatMap((one) => one.asked ?? []);
  expect(open.some(({ dated, proved }) => dated && proved === undefined)).toBe(true);
  for (const { id } of pages.deciding())
    for (const one of pages.decision(id).data.subjects) expect(one.asked).toBeUndefined();
});

test('审核办理：旁边写等了多久、报送以后的检查、账号现在的登记状态；单位的页没有', () => {
  const besideOf = (page: typeof pages.report, unit: string, id: string) =>
    page(unit).issues.find(({ row }) => row.id === id)?.beside;
  expect(besideOf(pages.decision, 'shili-sifa', '2026-check-13')).toEqual([
    { name: '等了多久', lines: ['待审核108天'], href: undefined },
    {
      name: '报送以后的检查',
      lines: [
        expect.stringMatching(/^2026年3月6日再次检查：已整改到位/u),
        expect.stringMatching(/^2026年6月5日回头看：又不合格，内容不更新：已63天未更新/u),
      ],
      href: undefined,
    },
    {
      name: '账号现在的登记状态',
      lines: ['正常'],
      href: '/accounts/shili-sifa-mini-program.html',
    },
  ]);
  const all = pages.deciding().flatMap(({ id }) => pages.decision(id).issues);
  for (const { row, beside } of all) {
    const one = inside.issues.get(row.id)!;
    if (['unit', 'nobody'].includes(one.history.next.owner)) expect(beside, row.id).toEqual([]);
    if (one.history.phase === 'submitted') expect(beside[0]?.name).toBe('等了多久');
  }
  const unseen = all.flatMap(({ beside }) => beside.flatMap(({ lines }) => lines));
  expect(unseen).toContain('报送以后没有检查过');
  for (const { id } of pages.reporting())
    for (const { beside } of pages.report(id).issues) expect(beside).toEqual([]);
});
