/** 检查时的主办单位: the same told of an account on the check's page, its own, its unit's and the bulletin's. (示例区，虚构) */
import { expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import { faceOf } from '../../../src/views/face.ts';
import { inspectionPage } from '../../../src/form/page-data/inspection-page.ts';
import { bulletinPages } from '../../../src/views/inspection/bulletin-view.ts';
import { inspectionPages } from '../../../src/views/inspection/inspection-view.ts';
import { accountView } from '../../../src/views/unit/account-view.ts';
import {
  dayInspected,
  handedSince,
  hostsInWords,
  hostThenCell,
} from '../../../src/views/unit/host-view.ts';
import { unitView } from '../../../src/views/unit/unit-view.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili');
const ACCOUNT = 'bing-jiedao-app';
const DAY = '2026-06-05';
const SAID = '检查时属示例区丙街道办事处，现由示例区庚街道办事处主办';
const text = (value: unknown) => JSON.stringify(value);

test('移交以前检查的写明检查时属谁、现由谁主办；移交以后的、没有移交的不写', () => {
  expect(hostsInWords(inside, ACCOUNT, DAY)).toBe(SAID);
  expect(hostsInWords(inside, ACCOUNT, '2026-06-11')).toBe('');
  expect(hostsInWords(inside, 'geng-jiedao-wechat-official', DAY)).toBe('');
  expect(dayInspected(inside, ACCOUNT, { checkedOn: DAY }).text).toBe(`2026年6月5日（${SAID}）`);
  expect(hostThenCell(inside, ACCOUNT, 'bing-jiedao', DAY)).toMatchObject({
    text: '示例区丙街道办事处',
    links: [
      { name: '检查时属该单位，现由示例区庚街道办事处主办', href: '/units/geng-jiedao.html' },
    ],
  });
});

test('几个账号从同一单位移交的，说成一句，只点三个的名；从别的单位移交的另一句', () => {
  const shili = openLedger('tests/fixtures/shili');
  const step = (shili.registry.get(ACCOUNT) ?? []).at(-1)!;
  const own = [...shili.accounts.values()].filter(({ id }) => id.startsWith('shili-')).slice(0, 4);
  const registry = new Map(shili.registry);
  for (const { id } of own)
    registry.set(id, [
      { ...step, account: id, reportedOn: '2024-01-05', to: 'chen-zhen' } as typeof step,
      { ...step, account: id },
    ]);
  const moved = faceOf({ ...shili, registry }, inside.today, 'internal');
  const said = handedSince(moved, [...own.map(({ id }) => id), ACCOUNT], DAY);
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(
    /^(?:“[^”]+”、){2}“[^”]+”等4个账号检查时属示例区[^，]+，现由示例区庚街道办事处主办；/u,
  );
  expect(said[1]).toMatch(/^“示例区丙街道党建”检查时属/u);
});

test('检查页、单位页、账号页、通报页、填检查结果的页说的一样', () => {
  const check = inside.ledger.inspections.get('2026-q2-check')!;
  const page = inspectionPages(inside).find(({ id }) => id === check.id)!;
  expect(page.intro.at(-1)).toBe(`“示例区丙街道党建”${SAID}；检查的各数都计在检查时的单位。`);
  const failed = page.tables.find(({ id }) => id === 'failed')!;
  const now = '现由示例区庚街道办事处主办';
  expect(text(failed.rows.find(([name]) => name?.text === '示例区丙街道党建'))).toContain(now);
  const { accounts, units } = inside.ledger;
  const failures = unitView(inside, units.get('geng-jiedao')!).failures!;
  expect(text(failures.rows)).toContain(SAID);
  expect(text(accountView(inside, accounts.get(ACCOUNT)!).history[0]!.rows)).toContain(SAID);
  const { data } = inspectionPage(inside, check, { place: undefined, blobOf: () => '' });
  expect(data.accounts.find(({ id }) => id === ACCOUNT)?.about).toBe(`APP，${SAID}`);
  const told = bulletinPages(inside).flatMap(({ tables }) => tables);
  const moved = told.filter(({ id }) => id === 'today').flatMap(({ rows }) => rows);
  expect(text(moved.filter(([name]) => name?.text === '示例区丙街道党建'))).toMatch(
    /^\[\]$|现由示例区庚街道办事处主办/u,
  );
});
