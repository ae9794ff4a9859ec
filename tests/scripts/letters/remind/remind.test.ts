/** `ledger remind`: which options go together, what a day off says, what is put on record and only once. (示例区，虚构) */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ledger, scratch } from '../../../documents/run.ts';
import { small } from '../../../ledger/small.ts';

const REMINDING = `rules:
  - { from: 2025-01-01, urgeAfter: 3, circularAfter: 10, interviewAfter: 20, silentAfter: 10, replyWithin: 5 }
`;
let content: string;
beforeEach(() => {
  content = join(scratch(), 'content');
  for (const [path, text] of Object.entries({
    ...small,
    'vocabulary/reminding.yaml': REMINDING,
    'site.yaml': `${small['site.yaml'] ?? ''}reviewers: [{ account: rev-1, from: 2025-01-01 }]\n`,
  })) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
});
/** On a Monday unless `on` says another day. */
const run = (...args: string[]) => on('2026-06-15', ...args);
const on = (day: string, ...args: string[]) =>
  ledger('remind', '--content', content, '--as-of', day, ...args);
const refused = (...args: string[]) => {
  const { code, err } = run(...args);
  return [code, err] as const;
};

test.each([
  [['--picture', 'a.svg'], '--picture 和 --audience 要与 --format group 合用'],
  [['--audience', 'public', '--format', 'md'], '--picture 和 --audience 要与 --format group 合用'],
  [['--yes'], '--yes 要与 --send 合用'],
  [['--send', '--record'], '--send 不能与 --record 合用'],
  [['--send', '--unit', 'jia'], '--send 不能与 --unit 合用'],
  [['--send', '--push'], '--send 不能与 --push 合用'],
  [['--unit', '没有的单位'], '没有的单位'],
])('%j 不能这样用', (args, words) => {
  expect(refused(...args)).toEqual([2, expect.stringContaining(words)]);
});

test('按单位列出来；只要一个单位的，只有它的', () => {
  expect(run().out).toContain('示例区甲街道办事处');
  expect(run('--unit', '甲街道').out).toContain('更新不及时');
  expect(run('--unit', 'ban').out).toContain('今天没有要催办的。');
});

test('休息日不催办，说下一个工作日；日历照给', () => {
  const off = on('2026-06-14');
  expect([off.code, off.out]).toEqual([
    0,
    '2026年6月14日不上班，不催办；下一个工作日是2026年6月15日。\n',
  ]);
  const json = JSON.parse(on('2026-06-14', '--json').out) as {
    dayOff: { next: string };
    reminders: unknown[];
  };
  expect([json.dayOff.next, json.reminders]).toEqual(['2026-06-15', []]);
  expect(on('2026-06-14', '--format', 'ics').out).toMatch(/^BEGIN:VCALENDAR/u);
});

test('给程序的：哪级、哪几个问题、什么缘由', () => {
  const { reminders, records, branch, dayOff } = JSON.parse(run('--json').out) as {
    reminders: { unit: string; levelName: string; issues: { id: string; reasonName: string }[] }[];
  } & Record<string, unknown>;
  expect(reminders).toMatchObject([{ unit: 'jia', issues: [{ id: 'zx-01' }] }]);
  expect(reminders[0]?.levelName).toBe('提醒');
  expect([records, branch, dayOff]).toEqual([[], null, null]);
});

test('登记：每家一份，写明渠道；登记过的当天不再登记', () => {
  const { code, out } = run('--record', '--write', '--channel', '工作群');
  expect([code, out]).toEqual([0, expect.stringMatching(/已登记 reminders\/\S+。/u)]);
  const names = readdirSync(join(content, 'reminders'));
  expect(names).toHaveLength(1);
  expect(readFileSync(join(content, 'reminders', names[0] ?? ''), 'utf8')).toMatch(
    /unit: jia[\s\S]*channel: 工作群/u,
  );
  run('--record', '--write');
  expect(readdirSync(join(content, 'reminders'))).toEqual(names);
});

test('发工作群的一条、Markdown 的一份', () => {
  expect(run('--format', 'md').out).toContain('示例区甲街道办事处');
  expect(run('--format', 'group').out).toContain('甲街道');
});

test('发出以前先预演：没有写发到哪里的说明白', () => {
  const { code, out } = run('--send');
  expect([code, out]).toEqual([0, expect.stringContaining('以上是预演，什么都没有发')]);
  expect(out).toContain('没有写发到哪里');
});
