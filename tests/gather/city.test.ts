/** 示例市: twelve districts of which six have something wrong; every total equals a sum counted by other means. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, expect, test } from 'vitest';
import type { RollupTexts } from '../../src/documents/data/rollup.ts';
import { gather, type GatheredChild } from '../../src/gather/gather.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { childrenView } from '../../src/views/rollup/children-view.ts';
import { sharedIn } from '../../src/views/rollup/children.ts';
import { editionOf } from '../../src/views/edition.ts';
import { scratch } from '../documents/run.ts';
import {
  AS_OF,
  childFile,
  laidDown,
  ledgerOf,
  type Made,
  madeLedger,
  published,
} from '../generator/city.ts';
import { recounter, tally } from '../recount/recount.ts';

const codes = Array.from({ length: 12 }, (_, at) => String(101 + at));
const [LATE, WRONG, STOLEN, RENAMED, OLD, SHARING] = ['102', '103', '104', '105', '106', '107'];

let districts: Map<string, Made>;
let sticks: Map<string, RollupTexts>;
let city: Made;
let content: string;
let done: GatheredChild[];
let after: Made;

beforeAll(async () => {
  districts = new Map(codes.map((code) => [code, madeLedger(code, 20)]));
  const [first] = [...districts.get('101')!.ledger.accounts.values()].filter(
    ({ kind }) => kind === 'new-media',
  );
  const [path = ''] = [...districts.get(SHARING)!.ledger.accounts.values()]
    .filter(
      (one) =>
        one.kind === 'new-media' && first?.kind === 'new-media' && one.platform === first.platform,
    )
    .map((one) => `accounts/${one.unit}/${one.id}.yaml`);
  const sharing = districts.get(SHARING)!;
  const renamed = String(sharing.files.get(path)).replace(/^name: .*$/mu, `name: ${first!.name}`);
  districts.set(SHARING, {
    ...sharing,
    ledger: ledgerOf(new Map([...sharing.files, [path, renamed]])),
  });
  sticks = new Map([...districts].map(([code, { ledger }]) => [code, published(ledger)]));
  sticks.set(LATE, published(districts.get(LATE)!.ledger, 'public', 'b'.repeat(40), '2026-04-01'));
  edit(WRONG, (summary) => ({
    ...summary,
    figures: {
      ...summary.figures,
      total: 999,
      valid: 999 - summary.figures.void!,
      closed: summary.figures.closed! + 999 - summary.figures.total!,
    },
  }));
  const stolen = sticks.get(STOLEN)!;
  sticks.set(STOLEN, { ...stolen, ledger: stolen.ledger.replace('"closed"', '"unfinished"') });
  edit(RENAMED, (summary) => ({ ...summary, name: '示例新区整改台账（虚构）' }));
  edit(OLD, (summary) => ({ ...summary, version: '0.9' }));
  city = madeLedger('100', 15, new Map(codes.map((code, at) => childFile(code, at))));
  content = laidDown(mkdtempSync(join(tmpdir(), 'city-')), city.files, sticks);
  done = await gather(city.ledger, content, AS_OF);
  const files = new Map(city.files);
  for (const { added } of done)
    if (added) files.set(added.path, canonical('snapshot', added.record));
  after = { ...city, files, ledger: ledgerOf(files) };
});

interface Sums {
  name: string;
  version: string;
  figures: Record<string, number>;
}
function edit(code: string, change: (summary: Sums) => Sums): void {
  const texts = sticks.get(code)!;
  const summary = JSON.stringify(change(JSON.parse(texts.summary) as Sums));
  sticks.set(code, { ...texts, summary });
}

const OUT = [LATE, WRONG, STOLEN, OLD];
const sentenceOf = (code = ''): string =>
  done.find(({ child }) => child.id === `q${code}`)?.sentence ?? '';

/**
 * The public issues of a ledger by state, counted by who has never seen this program: from its YAML files (recount/), and
 * from the campaigns that say that their list may be published.
 */
function countedByHand({ files }: Made): Record<string, number> {
  const folder = laidDown(mkdtempSync(join(tmpdir(), 'counted-')), files, new Map());
  const isListed = (campaign: string): boolean => {
    const record = load(readFileSync(join(folder, 'campaigns', `${campaign}.yaml`), 'utf8')) as {
      publication?: { level?: string };
    };
    return record.publication?.level === 'list';
  };
  const states = recounter(folder)(AS_OF)
    .issues.filter(({ groups }) => isListed(groups['campaign']?.[0] ?? ''))
    .map(({ state }) => state);
  rmSync(join(folder, '..'), { recursive: true });
  const open = states.filter((state) =>
    ['open', 'rectifying', 'submitted', 'returned'].includes(state),
  );
  return { ...tally(states), total: states.length, unfinished: open.length };
}

/** Counts of several ledgers added by hand. */
function sumOf(parts: readonly Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const part of parts)
    for (const [id, count] of Object.entries(part)) sum[id] = (sum[id] ?? 0) + count;
  return sum;
}

/** The figures named in `like`; what is not there is none. */
const those = (like: Record<string, number>, figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.keys(like).map((id) => [id, figures[id] ?? 0]));

const edition = () => editionOf(after.ledger, AS_OF, 'public');

test('每家一句话：迟的、合计与明细不符的、校验值是偷来的、改了名的、格式旧的，各说各的', () => {
  expect(sentenceOf(LATE)).toContain('逾期未报，不计入合计');
  expect(sentenceOf(WRONG)).toContain('合计与明细不符：问题总数写的是 999');
  expect(sentenceOf(STOLEN)).toContain('校验值不符');
  expect(sentenceOf(RENAMED)).toContain(
    '名称由“示例105区整改台账（虚构）”改为“示例新区整改台账（虚构）”',
  );
  expect(sentenceOf(OLD)).toContain('太旧');
  expect(done.filter(({ right }) => right).map(({ child }) => child.code)).toEqual(
    codes.filter((code) => ![...OUT, RENAMED].includes(code)),
  );
});

test('按官方顺序；不能用的、迟的都列出，都不计入', () => {
  const view = childrenView(edition())!;
  expect(view.rows.slice(1).map(({ id }) => id)).toEqual(codes.map((code) => `q${code}`));
  const out = view.rows.filter(({ counted }) => !counted).map(({ id }) => id.slice(1));
  expect(out).toEqual(OUT);
});

test('合计等于本级加计入的各家：与不用程序一行代码、从 YAML 数出来的一样', () => {
  const good = codes.filter((code) => !OUT.includes(code)).map((code) => districts.get(code)!);
  const byHand = sumOf([city, ...good].map(countedByHand));
  expect(Object.keys(byHand).length).toBeGreaterThan(5);
  expect(byHand['total']).toBeGreaterThan(100);
  const view = childrenView(edition())!;
  expect(those(byHand, view.total)).toEqual(byHand);
  const summary = JSON.parse(published(after.ledger).summary) as Sums;
  expect(those(byHand, summary.figures)).toEqual(byHand);
  for (const code of codes.filter((one) => !OUT.includes(one))) {
    const counted = countedByHand(districts.get(code)!);
    const row = view.rows.find(({ id }) => id === `q${code}`)!;
    expect([code, those(counted, row.figures)]).toEqual([code, counted]);
  }
});

test('一个账号在两个区都登记了，指名列出', () => {
  const shared = sharedIn(edition());
  expect(shared.map(({ owners }) => owners)).toContainEqual(['示例101区', '示例107区']);
});

test('市本身也是省的下级：十个市的合计等于各市之和，市的合计照样核对', async () => {
  const texts = published(after.ledger);
  const numbers = Array.from({ length: 10 }, (_, at) => String(100 + at * 1000));
  const cities = new Map(
    numbers.map((code) => {
      const sums = JSON.parse(texts.summary) as Sums;
      const named = { ...sums, name: `示例${code}区整改台账（虚构）`, code };
      return [code, { ...texts, summary: JSON.stringify(named) }];
    }),
  );
  const files = new Map(numbers.map((code, at) => childFile(code, at)));
  const province = madeLedger('99', 15, files);
  const found = await gather(province.ledger, laidDown(scratch(), province.files, cities), AS_OF);
  expect(found.map(({ sentence }) => sentence)).toEqual(Array(10).fill(`收到，截至 ${AS_OF}`));
  const all = new Map(province.files);
  for (const { added } of found) all.set(added!.path, canonical('snapshot', added!.record));
  const view = childrenView(editionOf(ledgerOf(all), AS_OF, 'public'))!;
  const good = codes.filter((code) => !OUT.includes(code)).map((code) => districts.get(code)!);
  const ofCity = sumOf([city, ...good].map(countedByHand));
  const byHand = sumOf([countedByHand(province), ...Array<typeof ofCity>(10).fill(ofCity)]);
  expect(those(byHand, view.total)).toEqual(byHand);
});
