/**
 * 汇总常见的毛病: what national harvesters of data catalogues are known for, one test a fault. Two of them are seen where
 * they would show: a count above that is not the child's own in tests/site/both-sites.test.ts, an answer cut off, a page in
 * place of the data and every kind of refusal in tests/gather/fetch.test.ts.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { RollupTexts } from '../../src/documents/data/rollup.ts';
import { fetchLimits } from '../../src/gather/fetched.ts';
import { gather, type GatheredChild } from '../../src/gather/gather.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { Files } from '../generator/memory.ts';
import { childrenView } from '../../src/views/rollup/children-view.ts';
import { faceOf } from '../../src/views/face.ts';
import { ledger as run, scratch } from '../documents/run.ts';
import { AS_OF, childFile, laidDown, ledgerOf, madeLedger, published } from '../generator/city.ts';

const [first, second] = [madeLedger('101', 12), madeLedger('102', 8)];
const children = [childFile('101', 0), childFile('102', 1)] as const;
const city = madeLedger('100', 4, new Map(children));
const at = (made: typeof first, asOf: string, commit = 'a'.repeat(40)): RollupTexts =>
  published(made.ledger, 'public', commit, asOf);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}
const at127 = (address: string) => ({ public: { address, privateAddresses: true } });

/** Keeps what a gathering added. */
function kept(files: Files, done: readonly GatheredChild[]): Files {
  const more = new Map(files);
  for (const { added } of done)
    if (added) more.set(added.path, canonical('snapshot', added.record));
  return more;
}
const rowOf = (files: Files, today: string, id: string) =>
  childrenView(faceOf(ledgerOf(files), today, 'public'))!.rows.find((one) => one.id === id)!;

test('不合格的来源不是“成功，0 处变化”：退出码是 1，记下缘由，不算收到，也不算没有变化', () => {
  const content = laidDown(
    scratch(),
    city.files,
    new Map([
      ['101', { ...at(first, AS_OF), ledger: '{}' }],
      ['102', at(second, AS_OF)],
    ]),
  );
  const json = run('gather', '--json', '--write', '--content', content, '--as-of', AS_OF);
  expect(json.code).toBe(1);
  const said = JSON.parse(json.out) as { child: string; right: boolean; sentence: string }[];
  expect(said.map(({ child, right }) => [child, right])).toEqual([
    ['q101', false],
    ['q102', true],
  ]);
  expect(said[0]?.sentence).not.toMatch(/收到，|没有变化/u);
  expect(readdirSync(join(content, 'snapshots/q101'))).toEqual([`${AS_OF}-fault.yaml`]);
  const record = readFileSync(join(content, `snapshots/q101/${AS_OF}-fault.yaml`), 'utf8');
  expect(record).toContain('校验值不符');
  const again = run('gather', '--content', content, '--as-of', AS_OF);
  expect([again.code, again.out]).toEqual([1, expect.stringContaining('1 份要处理')]);
});

test('不会一直“正在取”：一家也不答话，到时候各说一句，没有“正在取”这种状态', async () => {
  const silent = await answering(() => undefined);
  const files = new Map(city.files);
  for (const [place, code] of ['101', '102'].entries())
    files.set(...childFile(code, place, at127(silent)));
  const start = performance.now();
  const done = await gather(ledgerOf(files), laidDown(scratch(), files, new Map()), AS_OF, {
    ...fetchLimits,
    timeout: 400,
  });
  expect(performance.now() - start).toBeLessThan(5000);
  expect(done.map(({ right, added }) => [right, added?.record.outcome])).toEqual([
    [false, 'fault'],
    [false, 'fault'],
  ]);
  for (const { sentence } of done) expect(sentence).toContain('从来没有收到过能用的');
});

test('两次取来的总数不同：同一天、同一个提交的不收，仍用先收的；提交换了的才收', async () => {
  const more = madeLedger('101', 20);
  const days: readonly [today: string, stick: RollupTexts][] = [
    ['2026-06-15', at(first, '2026-06-15')],
    ['2026-06-16', at(more, '2026-06-15')],
    ['2026-06-17', at(more, '2026-06-15', 'b'.repeat(40))],
  ];
  let files: Files = city.files;
  const said: GatheredChild[] = [];
  for (const [today, stick] of days) {
    const content = laidDown(scratch(), files, new Map([['101', stick]]));
    const done = await gather(ledgerOf(files), content, today);
    said.push(done[0]!);
    files = kept(files, done);
  }
  expect(said.map(({ right }) => right)).toEqual([true, false, true]);
  expect(said[1]?.sentence).toContain('同一天、同一个提交，数却和上次收到的不同');
  expect(said[1]?.sentence).toContain('仍用上次截至 2026-06-15 的');
  const totalOf = ({ summary }: RollupTexts): unknown =>
    (JSON.parse(summary) as { figures: Record<string, number> }).figures['total'];
  expect(rowOf(files, '2026-06-16', 'q101').figures['total']).toBe(totalOf(days[0]![1]));
  expect(rowOf(files, '2026-06-17', 'q101').figures['total']).toBe(totalOf(days[1]![1]));
  expect(totalOf(days[0]![1])).not.toBe(totalOf(days[1]![1]));
});

test('拦下程序的下级（403、429、robots.txt）：上次的数留着，写明是哪天的，别家照收', async () => {
  let status = 200;
  let robots = '';
  const texts = at(first, '2026-06-14');
  const address = await answering(({ url }, response) => {
    if (url === '/robots.txt') response.writeHead(robots === '' ? 404 : 200).end(robots);
    else
      response.writeHead(status).end(url === '/data/summary.json' ? texts.summary : texts.ledger);
  });
  const base = new Map(city.files);
  base.set(...childFile('101', 0, at127(address)));
  const sticks = new Map([['102', at(second, '2026-06-15')]]);
  const once = async (files: Files, today: string) =>
    gather(ledgerOf(files), laidDown(scratch(), files, sticks), today);
  const files = kept(base, await once(base, '2026-06-14'));
  expect(rowOf(files, '2026-06-14', 'q101').counted).toBe(true);
  for (const [code, text, words] of [
    [403, '', '拦下了程序'],
    [429, '', '太忙'],
    [200, 'User-agent: *\nDisallow: /', 'robots.txt 不让程序访问'],
  ] as const) {
    [status, robots] = [code, text];
    const done = await once(files, '2026-06-15');
    expect(done.map(({ right }) => right)).toEqual([false, true]);
    expect(done[0]?.sentence).toContain(words);
    expect(done[0]?.sentence).toContain('仍用上次截至 2026-06-14 的');
    const row = rowOf(kept(files, done), '2026-06-15', 'q101');
    expect([row.mark.words, row.counted, row.asOf?.iso]).toEqual([
      '最近一次不能用',
      true,
      '2026-06-14',
    ]);
    expect(row.cautions.join()).toContain(words);
  }
});

test('断了几年的来源：每次都说，不计入合计，写明上次的数是多少天以前的；不会悄悄留在合计里', async () => {
  const gone = new Map(city.files);
  gone.set(...childFile('101', 0, { since: '2023-01-01' }));
  let files: Files = gone;
  const day = '2023-06-01';
  const old = new Map([['101', at(first, day)]]);
  files = kept(files, await gather(ledgerOf(files), laidDown(scratch(), files, old), day));
  expect(rowOf(files, day, 'q101').counted).toBe(true);
  for (const today of ['2024-06-01', '2025-06-01', '2026-06-01']) {
    const done = await gather(ledgerOf(files), laidDown(scratch(), files, new Map()), today);
    expect(done[0]).toMatchObject({ right: false });
    expect(done[0]?.sentence).toContain('没有这个文件或文件夹；仍用上次截至 2023-06-01 的');
    files = kept(files, done);
    const row = rowOf(files, today, 'q101');
    expect(row.counted).toBe(false);
    expect(row.cautions.join()).toMatch(/上次的数是 \d{3,4} 天以前的，不计入合计/u);
    const view = childrenView(faceOf(ledgerOf(files), today, 'public'))!;
    const own = view.rows.find(({ id }) => id === 'own')!;
    expect(view.total['total']).toBe(own.figures['total']);
  }
});
