/** `ledger probe` as it is run: by default it visits nobody. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledger, ledgerMeanwhile, scratch } from '../../documents/run.ts';
import { html, smallSite } from '../../probe/server.ts';

/** Without blocking this process, which is the server. */
const probe = (...args: string[]) => ledgerMeanwhile(['probe', ...args]);

test('没有设置就一个网站也不访问：来源台账和演示台账都是', () => {
  for (const content of ['content', 'tests/fixtures/shili'])
    expect(ledger('probe', '--content', content)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^没有访问任何网站：site\.yaml 里没有写 probe。/u),
    });
});

test('只访问写明的网站，登记一份；十分钟之内不再访问；登记的台账没有错误', async () => {
  const site = await smallSite({
    '/': html('<li><a href="/x.html">示例区召开会议</a> 2020-03-01</li>'),
  });
  const content = join(scratch(), 'content');
  cpSync('tests/fixtures/shili', content, { recursive: true });
  const edit = (file: string, change: (text: string) => string) => {
    const path = join(content, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  edit('accounts/shili-office/shili-office-site.yaml', (text) =>
    text.replace(/^address: .*$/mu, `address: ${site.url}`),
  );
  const allowed = (inside: boolean) =>
    `\nprobe: { accounts: [shili-office-site], privateAddresses: ${String(inside)} }\n`;
  edit('site.yaml', (text) => text + allowed(false));
  const refused = await probe('--content', content);
  expect(refused.out).toContain('地址在内网或本机，设置没有允许');
  expect(site.asked).toEqual([]);

  edit('site.yaml', (text) => text.replace(allowed(false), allowed(true)));
  const first = await probe('--content', content, '--record');
  expect([first.code, first.err.replace(/^统计截止日：.*\n/u, '')]).toEqual([0, '']);
  expect(first.out).toContain('示例区召开会议');
  const file = /已登记 (probes\/.+\.yaml)。/u.exec(first.out)?.[1] ?? '';
  expect(readFileSync(join(content, file), 'utf8')).toMatch(
    /^visitedAt: .+\+08:00\nvisits:\n {2}- account: shili-office-site\n {4}outcome: opened\n {4}milliseconds: \d+\n {4}newestOn: 2020-03-01\n {4}newestItem: 示例区召开会议\n$/u,
  );
  expect(ledger('check', '--content', content).code).toBe(0);

  const again = await probe('--content', content, '--record');
  expect(again.out).toContain('10分钟之内访问过了');
  expect(site.asked).toEqual(['/robots.txt', '/']);
  await site.close();
}, 60_000);
