/** 网站的栏目: from the site to what is listed of its columns, and back. (示例区，虚构) */
import { expect, test } from 'vitest';
import { issueView } from '../../../src/views/issue/issue-view.ts';
import { accountView } from '../../../src/views/unit/account-view.ts';
import { face } from '../../documents/face.ts';

test('门户网站的账号页列出各栏目的问题，问题页连回网站；都不计入网站的问题数', () => {
  for (const audience of ['public', 'internal'] as const) {
    const of = face('shili', audience);
    const site = of.ledger.accounts.get('shili-office-site')!;
    const { columns, issues, row } = accountView(of, site);
    const wanted = of.standing.issues.filter(
      ({ issue }) => issue.account === undefined && issue.listed?.startsWith(site.name),
    );
    expect(columns.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
    expect(columns.length).toBeGreaterThan(1);
    expect(row.issues).toBe(issues.length);
    for (const { id } of columns) {
      expect(issues.some((one) => one.id === id)).toBe(false);
      expect(issueView(of, of.issues.get(id)!).site?.href).toBe(row.href);
    }
    for (const other of of.ledger.accounts.values())
      if (other.id !== site.id) expect(accountView(of, other).columns).toEqual([]);
  }
});

test('有账号的、写的是地点的，没有所在网站', () => {
  const of = face('shili', 'internal');
  for (const one of of.standing.issues)
    if (one.issue.account !== undefined || one.issue.place !== undefined)
      expect(issueView(of, one).site).toBeUndefined();
});
