/** 收件一轮: 36 units, sheets out, filled in, some wrong, back under any name, one proposal each, and the package upward. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import type { Update } from '../../src/schema/update.ts';
import { picture } from '../generator/picture.ts';
import { type Filling, fillSheet, filesOf, Office, put, savedAs } from './office-round.ts';
import { ROUND, roundLedger, UNITS } from './round-ledger.ts';

const PATIENCE = 400_000;
const ENOUGH = { reporter: '办公室主任', approver: '分管负责人', reportedOn: '2026-06-12' };

type Row = Record<string, string | Date>;
const asked = (number: number): Row => ({
  本次报送: '申请验收',
  情况说明: `已恢复更新，第${String(number)}家每周核对`,
  // Half of the units type a date, half write words.
  完成日期: number % 2 === 0 ? new Date(Date.UTC(2026, 5, 10)) : '6月10日',
  佐证: `https://mp.example/zhenggai/${String(number)}`,
  材料日期: '2026-06-10',
});
/** One unit sends a picture beside its sheet. */
const WITH_PICTURE = 8;
/** One saves its sheet in the old format of WPS, where LibreOffice can. */
const OLD_FORMAT = 9;
const going = (number: number): Row => ({
  本次报送: '进展',
  情况说明: `制度已起草，第${String(number)}家正在征求意见`,
  ...(number === WITH_PICTURE && { 佐证: '界面.png' }),
});

/** Units that make a mistake in their first row: what they wrote, and what the reply must say of it. */
const mistakes: readonly { spoil: (row: Row) => Row; said: RegExp; cell: string }[] = [
  { spoil: (row) => ({ ...row, 本次报送: '申请销号' }), said: /不是本次报送的选项/u, cell: 'I6' },
  {
    spoil: ({ 完成日期: _, ...row }) => row,
    said: /申请验收没有写完成日期/u,
    cell: 'K6',
  },
  { spoil: (row) => ({ ...row, 完成日期: '上周五' }), said: /日期“上周五”读不出/u, cell: 'K6' },
  {
    spoil: (row) => ({ ...row, 佐证: '截图.png' }),
    said: /没有收到佐证文件“截图.png”/u,
    cell: 'L6',
  },
  { spoil: (row) => ({ ...row, 佐证: 'https://mp.example/a b' }), said: /不完整/u, cell: 'L6' },
  {
    spoil: ({ 本次报送: _, ...row }) => row,
    said: /没有选“本次报送”/u,
    cell: 'I6',
  },
];
const spoilt = (number: number): Row => mistakes[number - 1]?.spoil(asked(number)) ?? asked(number);

interface Received {
  units: {
    unit: string;
    unitName: string;
    updates: { issue: string; record: Update }[];
    already: unknown[];
    faults: {
      place: { cell: string; row: number; sheet: string; file: string };
      message: string;
    }[];
    reply: string;
  }[];
  unknown: { file: string; message: string }[];
  written: Record<string, string>;
}

let office: Office;
let sheets: { name: string; bytes: Uint8Array }[];
let first: Received;
/** Cells that the units typed, by issue. */
const typed = new Map<string, Row>();

/** What units call the file when they send it back. */
function renamed(number: number): string {
  const names = [
    `${String(number)}.xlsx`,
    `收到_${String(number)}(1).xlsx`,
    `甲/附件${String(number)}.XLSX`,
  ];
  return names[number % names.length] ?? '';
}

async function fill(number: number, rowOf: (number: number) => Row): Promise<Uint8Array> {
  const sheet = sheets[number - 1];
  if (sheet === undefined) throw new Error('没有这张表');
  const { bytes } = await fillSheet(sheet.bytes, ([one = '', two = '']): Filling => {
    typed.set(one, asked(number));
    typed.set(two, going(number));
    return { ...ENOUGH, rows: { [one]: rowOf(number), [two]: going(number) } };
  });
  return number === OLD_FORMAT ? savedAs(bytes, 'xls') : bytes;
}

function received(...args: string[]): Received {
  const { out } = office.ledger('receive', ...args, '--json');
  return JSON.parse(out) as Received;
}

const branches = (): string[] =>
  office
    .git('for-each-ref', '--format=%(refname:short)', 'refs/heads/receive/')
    .split('\n')
    .filter(Boolean);

/** A reviewer reads a proposal and merges it. */
function accept(branch: string): { code: number; out: string } {
  const found = office.ledger(
    'review',
    '--base',
    'main',
    '--head',
    branch,
    '--author',
    'reviewer-1',
    '--actor',
    'reviewer-1',
  );
  if (found.code === 0) {
    office.git('merge', '-q', '--no-ff', '-m', `合并 ${branch}`, branch);
    office.git('branch', '-q', '-D', branch);
  }
  return found;
}

beforeAll(async () => {
  office = new Office(roundLedger());
  const { code, out } = office.ledger('collect', '--campaign', ROUND, '--out', '发出');
  expect([code, out]).toEqual([
    0,
    expect.stringContaining(`${String(UNITS)} 个单位的报送单，共 72 条`),
  ]);
  sheets = filesOf(office.path('发出'));
  for (let number = 1; number <= UNITS; number += 1)
    put(office.path('收回'), renamed(number), await fill(number, spoilt));
  put(office.path('收回', '甲'), '界面.png', picture(7));
  put(office.path('收回'), '说明.txt', '请查收');
  first = received('收回', '--branch', '--received-by', '政务公开股', '--replies', '回复');
}, PATIENCE);

afterAll(() => {
  office.close();
});

describe('收件', () => {
  it('36个单位都认得出，各得一个分支，不是报送单的文件说明为什么没有收', () => {
    expect(first.units).toHaveLength(UNITS);
    expect(Object.keys(first.written)).toHaveLength(UNITS);
    expect(branches()).toHaveLength(UNITS);
    expect(first.unknown).toEqual([
      { file: '说明.txt', message: '没有报送单提到这个文件，没有收', remedy: expect.any(String) },
    ]);
  });

  it('有错的行说出文件、表、行、格，同一张表里对的行照收', () => {
    const wrong = first.units.filter(({ faults }) => faults.length > 0);
    expect(wrong).toHaveLength(mistakes.length);
    for (const { unitName, faults, updates, reply } of wrong) {
      const number = 1 + sheets.findIndex(({ name }) => name.includes(`-${unitName}.xlsx`));
      const { said, cell } = mistakes[number - 1] ?? {};
      expect(faults).toHaveLength(1);
      expect(faults[0]?.message).toMatch(said ?? /^$/u);
      expect(faults[0]?.place).toMatchObject({
        file: renamed(number),
        sheet: '整改报送单',
        row: 6,
        cell,
      });
      expect(updates).toHaveLength(1);
      expect(reply).toContain('有 1 处请改正后重发');
      expect(readFileSync(office.path('回复', `回复-${unitName}.txt`), 'utf8')).toBe(
        `\uFEFF${reply}`,
      );
    }
  });

  it('再收一次同样的文件，什么都不增加', () => {
    const { out } = office.look(
      'receive',
      '收回',
      '--branch',
      '--received-by',
      '政务公开股',
      '--json',
    );
    const again = JSON.parse(out) as Received;
    expect(again.units.flatMap(({ updates }) => updates)).toEqual([]);
    expect(again.units.flatMap(({ already }) => already)).toHaveLength(72 - mistakes.length);
    expect(again.written).toEqual({});
    expect(branches()).toHaveLength(UNITS);
  });
});

describe('审核到上报', () => {
  let proposals = 0;

  it(
    '每个分支 ledger review 都通过，合并后台账没有错误',
    () => {
      for (const branch of branches()) {
        proposals += 1;
        expect([branch, ...Object.values(accept(branch))]).toEqual([branch, 0, expect.any(String)]);
      }
      expect(office.look('check').code).toBe(0);
    },
    PATIENCE,
  );

  it(
    '改正后交回的收下，已经收过的不重复',
    async () => {
      for (let number = 1; number <= mistakes.length; number += 1)
        put(office.path('再收'), `改正${String(number)}.xlsx`, await fill(number, asked));
      const second = received('再收', '--branch', '--received-by', '政务公开股');
      expect(second.units.flatMap(({ faults }) => faults)).toEqual([]);
      expect(second.units.flatMap(({ updates }) => updates)).toHaveLength(mistakes.length);
      expect(second.units.flatMap(({ already }) => already)).toHaveLength(mistakes.length);
      for (const branch of branches()) {
        proposals += 1;
        expect(accept(branch).code).toBe(0);
      }
    },
    PATIENCE,
  );

  it('报送包写得出，报告里的数就是收到的数', () => {
    const { code, out } = office.ledger('package', ROUND, '--out', '上报');
    expect([code, out]).toEqual([0, expect.stringContaining('报告.docx')]);
    const data = JSON.parse(readFileSync(office.path('上报', '数据.json'), 'utf8')) as {
      figures: { id: string; value: { kind: string; value?: number } }[];
      list: { rows: unknown[] };
    };
    expect(data.list.rows).toHaveLength(72);
    const count = (id: string) => data.figures.find((figure) => figure.id === id)?.value.value;
    expect([count('total'), count('submitted'), count('rectifying')]).toEqual([72, 36, 36]);
  });

  it('办公室重新录入的格数是0：单位填的每一格都在台账里，办公室打的命令里一格也没有', () => {
    const ledger = openLedger(office.path('content'));
    const retyped: string[] = [];
    for (const [issue, row] of typed) {
      const [update] = ledger.updates.get(issue) ?? [];
      for (const [title, value] of Object.entries(row))
        if (!isRecorded(update, title, value)) retyped.push(`${issue} ${title}`);
    }
    expect(typed.size).toBe(72);
    expect(retyped).toEqual([]);
    const words = [...typed.values()].flatMap((row) => Object.values(row)).map(String);
    const inCommands = office.commands.filter((line) =>
      words.some((word) => word.length > 4 && line.includes(word)),
    );
    expect(inCommands).toEqual([]);
  });

  it('办公室的工夫不到10分钟：打命令每条20秒，读一份审核摘要并合并10秒', () => {
    const own = office.commands.filter((line) => !line.startsWith('review '));
    const people = own.length * 20 + proposals * 10;
    // Waiting is the machine's: reviews run on the server, and how long the others take depends on what else it does.
    const waited = office.secondsOf('collect', 'receive', 'package');
    console.log(
      `办公室：命令 ${String(own.length)} 条，审核 ${String(proposals)} 件，人 ${(people / 60).toFixed(1)} 分钟，另等程序 ${waited.toFixed(0)} 秒，重新录入 0 格`,
    );
    expect(proposals).toBe(UNITS + mistakes.length);
    expect(own.map((line) => line.split(' ')[0])).toEqual([
      'collect',
      'receive',
      'receive',
      'package',
    ]);
    expect(people).toBeLessThan(600);
  });
});

/** Whether a cell stands in the update as it was typed. */
function isRecorded(update: Update | undefined, title: string, value: string | Date): boolean {
  if (update === undefined) return false;
  switch (title) {
    case '本次报送':
      return update.action === (value === '申请验收' ? 'submitted' : 'progress');
    case '情况说明':
      return update.note === value;
    case '完成日期':
      return update.action === 'submitted' && update.completedOn === '2026-06-10';
    case '佐证':
      return update.evidence.some(
        (piece) =>
          ('link' in piece && piece.link === value) || ('file' in piece && piece.file === value),
      );
    case '材料日期':
      return update.evidence.some(({ day }) => day === value);
    default:
      return false;
  }
}
