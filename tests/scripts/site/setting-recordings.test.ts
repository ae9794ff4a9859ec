/** 结项、机构调整的登记：由谁、哪天、没有办结的怎么办、写的是什么。(示例区，虚构) */
import { expect, test } from 'vitest';
import { concludedAt, handedOver } from '../../../scripts/site/setting-recordings.ts';
import type { AgainstMain } from '../../../scripts/site/desk/proposing.ts';
import { DataFaults, WrongUse } from '../../../scripts/command.ts';
import { postsOf } from '../../../src/domain/membership.ts';
import { smallPlace } from '../../ledger/small-folder.ts';
import { type Changes, report, small, submitted } from '../../ledger/small.ts';

const TODAY = '2026-06-15';
const SETTLED: Changes = {
  'updates/zx/zx-01/20260320-090000-abc.yaml': submitted,
  'updates/zx/zx-01/20260321-090000-abc.yaml': report('accepted', '2026-03-21'),
};
function on(changes: Changes = {}, account = 'keeper'): AgainstMain {
  const { content, recorded } = smallPlace({
    'site.yaml': `${small['site.yaml'] ?? ''}maintainers: [{ account: keeper, from: 2025-01-01 }]\n`,
    'units/yi.yaml': 'name: 示例区乙镇人民政府\nkind: town\n',
    ...changes,
  });
  const people = { site: recorded.site, units: recorded.units.values() };
  return { content, recorded, base: 'a'.repeat(40), as: postsOf(account, people, TODAY), account };
}
/** What is refused, with the remedy of wrong use. */
function why(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof WrongUse) return `${error.message} → ${error.remedy}`;
    if (error instanceof DataFaults) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

const conclusion = { kind: 'conclusion', of: 'zx', open: 'none', document: undefined } as const;
const change = {
  kind: 'hand-over',
  of: 'jia',
  renamed: undefined,
  document: undefined,
  publicNote: undefined,
} as const;

test('不是管理员的，结项、机构调整都先说请谁办', () => {
  const wrong = [
    () => concludedAt(conclusion, on({}, 'rev-1'), TODAY),
    () => handedOver({ ...change, change: 'rename' }, on({}, 'rev-1'), TODAY),
  ].map(why);
  expect(wrong[0]).toMatch(/^结项改的是专项的设置，由管理员提交 → /u);
  expect(wrong[1]).toMatch(/^机构调整改的是单位的资料，由管理员提交 → /u);
});

test('还没有到的日子不能写；当天可以', () => {
  const tomorrow = { on: '2026-06-16' };
  expect(why(() => concludedAt({ ...conclusion, ...tomorrow }, on(SETTLED), TODAY))).toBe(
    '结项日期2026年6月16日还没有到 → 写文件上的日期',
  );
  const move = { ...change, ...tomorrow, change: 'merge', into: 'yi' } as const;
  expect(why(() => handedOver(move, on(), TODAY))).toBe('2026年6月16日还没有到 → 到那一天再登记');
  expect(concludedAt({ ...conclusion, on: TODAY }, on(SETTLED), TODAY).words[1]).toContain(
    '结项日期2026年6月15日',
  );
});

test('要求都办结的，没有办结的逐个列出，不结；都办结了就结，没有写文号的说没有写', () => {
  expect(why(() => concludedAt(conclusion, on(), TODAY))).toMatch(
    /未完成 1 件。\nzx-01 待整改：更新不及时\n还有 1 个没有办结 → 先办结，或选“都列明，继续整改”$/u,
  );
  const done = concludedAt(conclusion, on(SETTLED), TODAY);
  expect([done.words[1], done.rows]).toEqual(['结项日期2026年6月15日，没有写文号', []]);
  expect(done.proposal).toMatchObject({ branch: 'conclude/zx', message: '结项：示例专项' });
});

test('列明继续整改的：逐个写明，记在专项里，连同文号', () => {
  const given = { ...conclusion, open: 'all', on: '2026-06-01', document: '示例结〔2026〕1号' };
  const { words, rows, proposal } = concludedAt({ ...given, open: 'all' }, on(), TODAY);
  expect(words[1]).toBe('结项日期2026年6月1日，继续整改 1 个，文号 示例结〔2026〕1号');
  expect(rows).toEqual(['继续整改 zx-01 待整改：更新不及时']);
  expect(String(proposal.files.get('campaigns/zx.yaml'))).toMatch(
    /concluded: .*2026-06-01, document: 示例结〔2026〕1号, remaining: \[zx-01\]/u,
  );
});

test('更名要写新名称，合并要选并入哪个单位', () => {
  expect(why(() => handedOver({ ...change, change: 'rename' }, on(), TODAY))).toBe(
    '没有写新的名称 → 写新名称再预览',
  );
  expect(why(() => handedOver({ ...change, change: 'merge' }, on(), TODAY))).toBe(
    '没有选并入哪个单位 → 选一个再预览',
  );
});

test('更名：写进单位的资料；没有地方记的文号、公开说明，写了的先说，不悄悄丢掉', () => {
  const given = { ...change, change: 'rename', renamed: '示例区甲子街道办事处' } as const;
  const { proposal, words } = handedOver(given, on(), TODAY);
  expect(String(proposal.files.get('units/jia.yaml'))).toMatch(
    /^name: 示例区甲子街道办事处[\s\S]*示例区甲街道办事处, until: 2026-06-14/u,
  );
  expect(proposal.branch).toBe('hand-over/jia-20260615');
  expect(words[0]).toMatch(/^2026年6月15日起；.*写 1 个文件$/u);
  for (const more of [{ document: '示例编〔2026〕1号' }, { publicNote: '更名' }])
    expect(why(() => handedOver({ ...given, ...more }, on(), TODAY))).toMatch(
      /^更名只记新旧名称和日期，不记文号、公开说明 → /u,
    );
});

test('合并：原单位写明并入哪里，问题随着走', () => {
  const given = { ...change, change: 'merge', into: 'yi', on: '2026-06-01' } as const;
  const { proposal, rows } = handedOver(given, on(), TODAY);
  expect(String(proposal.files.get('units/jia.yaml'))).toMatch(
    /ended:[\s\S]*2026-06-01[\s\S]*successors:[\s\S]*yi/u,
  );
  expect(rows.join('\n')).toContain('示例区乙镇人民政府');
  const said = { ...given, document: '示例编〔2026〕1号', publicNote: '并入乙镇' };
  const texts = [...handedOver(said, on(), TODAY).proposal.files.values()].join('\n');
  expect(texts).toMatch(/示例编〔2026〕1号/u);
  expect(texts).toContain('并入乙镇');
  expect([...proposal.files.values()].join('\n')).not.toMatch(/document:|publicNote:/u);
});
