import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import type { Inspection } from '../../../src/schema/inspection.ts';
import type { Entry } from '../../../src/schema/ledger.ts';
import { faceOf } from '../../../src/views/face.ts';
import { inspectionPages } from '../../../src/views/inspection/inspection-view.ts';
import { accountInspections, issueInspections } from '../../../src/views/inspection/look-view.ts';
import { shownEvidence } from '../../../src/views/issue/evidence-view.ts';

const shili = openLedger(join(import.meta.dirname, '../../fixtures/shili'));
const issue = [...shili.issues.values()].find(({ indicator }) => indicator !== undefined)!;
const check = [...shili.inspections.values()].find(({ name }) => name === issue.source?.document)!;
const other = check.accounts.find(
  ({ account, lookBack, results }) =>
    account !== issue.account && !lookBack && results.every(({ result }) => result !== 'failed'),
)!;

/** The ledger with a picture of two accounts of a check; of one the file is gone. */
function face(audience: 'public' | 'internal') {
  const seen: Entry<Inspection> = {
    ...check,
    accounts: check.accounts.map((row) =>
      row.account === issue.account
        ? { ...row, pictures: [{ file: '截图.png' }, { file: '不在.png' }] }
        : row.account === other.account
          ? { ...row, pictures: [{ file: '好的.png' }] }
          : row,
    ),
  };
  const ledger = {
    ...shili,
    inspections: new Map([...shili.inspections, [check.id, seen]]),
    evidence: new Map([
      ...shili.evidence,
      [`${check.id}/截图.png`, 9] as const,
      [`${check.id}/好的.png`, 9] as const,
    ]),
  };
  return faceOf(ledger, '2026-06-15', audience, undefined, () => 'a'.repeat(64));
}

test('截图在检查、账号、由它开列的问题旁边都能打开，写着校验值；不在的不写；公开的一件没有', () => {
  const inside = face('internal');
  const link = {
    id: '截图.png',
    name: '截图',
    href: `/evidence/${check.id}/${encodeURIComponent('截图.png')}`,
  };
  const linksIn = (rows: readonly (readonly { links?: readonly object[] }[])[]) =>
    rows.flat().flatMap(({ links = [] }) => links);
  const page = inspectionPages(inside).find(({ id }) => id === check.id)!;
  const failed = page.tables.find(({ id }) => id === 'failed')!;
  const seen = linksIn(failed.rows.map((row) => row.slice(3, 5)));
  expect(seen).toEqual([{ ...link, sum: 'a'.repeat(16) }]);
  const rest = page.tables.find(({ id }) => id === 'pictures')!;
  expect(linksIn(rest.rows)).toMatchObject([{ id: '好的.png' }]);
  expect(linksIn(accountInspections(inside, issue.account!).rows)).toContainEqual(link);
  const one = inside.issues.get(issue.id)!;
  expect(linksIn(issueInspections(inside, one).rows)).toContainEqual(link);
  expect(shownEvidence(inside)).toEqual(
    expect.arrayContaining([`${check.id}/截图.png`, `${check.id}/好的.png`]),
  );
  const outside = face('public');
  expect(shownEvidence(outside).filter((file) => file.startsWith(check.id))).toEqual([]);
  expect(inspectionPages(outside)).toEqual([]);
});
