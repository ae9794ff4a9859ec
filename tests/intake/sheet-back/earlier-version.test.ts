/** 升级前发出的表: sheets that the old program sent come back after the ledger was migrated. (示例区，虚构) */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Reception, receive } from '../../../src/intake/sheet-back/reception.ts';
import { receivedFiles } from '../../../src/intake/sheet-back/unit-reception.ts';
import { checkLedger, isSound } from '../../../src/ledger/check.ts';
import { committedContent } from '../../../src/ledger/migrations/migrate.ts';
import { fillForm, fillSheet } from '../../git/office-round.ts';
import { v1Content, v1Sent } from '../../ledger/frozen.ts';

const migrated = committedContent(v1Content);
const { ledger } = checkLedger(migrated);

function sent(ending: string): Uint8Array {
  const name = readdirSync(v1Sent).find((one) => one.endsWith(ending)) ?? '';
  return new Uint8Array(readFileSync(join(v1Sent, name)));
}

function received(name: string, bytes: Uint8Array): Promise<Reception> {
  if (ledger === undefined) throw new Error('unreadable');
  const settings = {
    today: '2026-06-19',
    stamp: '20260619-101500',
    receivedBy: '政务公开股',
    channel: '报送单',
    check: () => [],
    largest: Infinity,
  };
  return receive([{ name, bytes }], ledger, settings, { reports: new Map(), evidence: new Set() });
}

/** Received without a fault or a note, and the ledger with what was received has none either. */
function expectReceived({ units, unknown }: Reception, issue: string): void {
  expect(unknown).toEqual([]);
  expect(units.map(({ faults, notes }) => [...faults, ...notes])).toEqual([[]]);
  const updates = units.flatMap((one) => one.updates);
  expect(updates.map((one) => [one.issue, one.record.action])).toEqual([[issue, 'submitted']]);
  const texts = new Map(migrated.texts);
  for (const [path, text] of receivedFiles(updates))
    texts.set(path, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  expect(isSound(checkLedger({ ...migrated, texts }))).toBe(true);
}

test('升级前发出的报送单，升级后交回照收', async () => {
  const { bytes } = await fillSheet(sent('.xlsx'), ([issue = '']) => ({
    reporter: '办公室主任',
    approver: '分管负责人',
    reportedOn: '2026-06-18',
    rows: {
      [issue]: {
        本次报送: '申请验收',
        完成日期: '2026-06-17',
        佐证: 'https://mp.example/1',
        材料日期: '2026-06-17',
      },
    },
  }));
  expectReceived(await received('交回.xlsx', bytes), '2026-check-16');
});

test('升级前发出的销号申请表，升级后交回照收', async () => {
  const bytes = fillForm(sent('.docx'), {
    整改完成情况: '已设置互动栏目',
    完成日期: '2026年6月17日',
    佐证材料: 'https://mp.example/2',
    '填报人（职务）': '办公室主任',
    '审签人（职务）': '分管负责人',
    填报日期: '2026年6月18日',
  });
  expectReceived(await received('交回.docx', bytes), '2026-check-09');
});
