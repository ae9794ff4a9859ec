/** 表单和命令在同一小时里交替报送，半夜前后也一样：先后按实际的先后，文件名按谁的钟都行。(示例区，虚构) */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '../../../scripts/main.ts';
import { readFolder } from '../../../src/ledger/content.ts';
import { checkLedger } from '../../../src/ledger/check.ts';
import { inOrder } from '../../../src/domain/issue/replay.ts';

const ISSUE = '2026-check-02';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamps-'));
  cpSync(new URL('../../fixtures/shili', import.meta.url), folder, { recursive: true });
  rmSync(join(folder, 'updates', ISSUE), { recursive: true, force: true });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
  process.exitCode = 0;
});

/** The instant by China's clock, as the machine has it. */
const inChina = (day: string, time: string) => new Date(`${day}T${time}+08:00`);

/** What the form does: it names its file by the clock of UTC, and writes nothing behind the time. */
function byForm(at: Date, reportedOn: string, action: string): void {
  const [date = '', time = ''] = at.toISOString().split('T');
  const name = `${date.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}`;
  mkdirSync(join(folder, 'updates', ISSUE), { recursive: true });
  writeFileSync(
    join(folder, 'updates', ISSUE, `${name}.yaml`),
    `issue: ${ISSUE}\naction: ${action}\nreportedOn: '${reportedOn}'\nnote: 表单 ${time}\n`,
  );
}

async function byCommand(at: Date, reportedOn: string, action: string): Promise<number> {
  vi.useFakeTimers({ now: at, toFake: ['Date'] });
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    return await main([
      'update',
      ISSUE,
      '--content',
      folder,
      '--write',
      '--action',
      action,
      '--reported-on',
      reportedOn,
      '--note',
      '命令',
    ]);
  } finally {
    out.mockRestore();
    err.mockRestore();
    vi.useRealTimers();
  }
}

function actionsNow(): string[] {
  const { ledger, faults } = checkLedger(readFolder(folder));
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  return inOrder(ledger?.updates.get(ISSUE) ?? []).map(({ action }) => action);
}

test.each([
  ['上午', '2026-06-10', '09:05:00', '2026-06-10', '09:40:00'],
  ['刚过半夜', '2026-06-10', '00:10:00', '2026-06-10', '00:50:00'],
  ['月末半夜前后', '2026-05-31', '23:50:00', '2026-06-01', '00:20:00'],
])('%s：表单先报开始整改，命令再报进展', async (_, day, time, nextDay, nextTime) => {
  byForm(inChina(day, time), day, 'started');
  expect(await byCommand(inChina(nextDay, nextTime), nextDay, 'progress')).toBe(0);
  expect(actionsNow()).toEqual(['started', 'progress']);
});

test.each([
  ['上午', '2026-06-10', '09:05:00', '2026-06-10', '09:40:00'],
  ['刚过半夜', '2026-06-10', '00:10:00', '2026-06-10', '00:50:00'],
])('%s：命令先报开始整改，表单再报进展', async (_, day, time, nextDay, nextTime) => {
  expect(await byCommand(inChina(day, time), day, 'started')).toBe(0);
  byForm(inChina(nextDay, nextTime), nextDay, 'progress');
  expect(actionsNow()).toEqual(['started', 'progress']);
});
