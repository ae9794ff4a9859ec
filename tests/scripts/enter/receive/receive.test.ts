/** `ledger receive`: a folder of what came back, previewed, written, answered. (示例区，虚构) */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { fillSheet, filesOf } from '../../../git/office-round.ts';
import { ledger, scratch } from '../../../documents/run.ts';
import { small } from '../../../ledger/small.ts';

const DAY = '2026-03-20';
let content = '';
let back = '';
beforeEach(async () => {
  content = join(scratch(), 'content');
  for (const [path, text] of Object.entries(small)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  back = join(scratch(), 'back');
  mkdirSync(back);
  writeFileSync(join(back, '甲.xlsx'), await filled());
});

let sent: Uint8Array | undefined;
/** The sheet as it goes out, made once. */
function sheet(): Uint8Array {
  if (sent !== undefined) return sent;
  const out = scratch();
  ledger('collect', '--campaign', 'zx', '--out', out, '--content', content, '--as-of', DAY);
  sent = filesOf(out).find(({ name }) => name.endsWith('.xlsx'))!.bytes;
  return sent;
}

/** The sheet of 甲 as it comes back, with what it says of zx-01. */
async function filled(evidence = 'https://mp.example.cn/1'): Promise<Uint8Array> {
  const { bytes } = await fillSheet(sheet(), () => ({
    reporter: '办公室主任',
    approver: '分管负责人',
    reportedOn: DAY,
    rows: {
      'zx-01': {
        本次报送: '申请验收',
        完成日期: '3月18日',
        佐证: evidence,
        材料日期: '2026-03-19',
      },
    },
  }));
  return bytes;
}
const run = (...args: string[]) => ledger('receive', ...args, '--content', content, '--as-of', DAY);
const entered = () => {
  try {
    return readdirSync(join(content, 'updates/zx/zx-01'));
  } catch {
    return [];
  }
};

test('默认只预览；写入要收件人，写的是单位报的', () => {
  const preview = run(back);
  expect([preview.code, preview.out]).toEqual([
    0,
    expect.stringContaining('收到 1 个单位：新报送 1 条'),
  ]);
  expect(entered()).toEqual([]);
  expect(run(back, '--write').err).toContain('没有写收件人');
  const { code } = run(back, '--write', '--received-by', '政务公开股');
  expect(code).toBe(0);
  const [name = ''] = entered();
  expect(readFileSync(join(content, 'updates/zx/zx-01', name), 'utf8')).toMatch(
    /action: submitted[^]*receivedBy: 政务公开股/u,
  );
  expect(run(back).out).toContain('已收过 1 条');
});

test('要改正的退出码 1；给单位的回复写成文件，带着记号让旧记事本认得', async () => {
  writeFileSync(join(back, '甲.xlsx'), await filled('没有的.png'));
  const replies = scratch();
  const { code, out } = run(back, '--replies', replies);
  expect([code, out]).toEqual([1, expect.stringContaining('没有收到佐证文件“没有的.png”')]);
  const [name = ''] = readdirSync(replies);
  expect(name).toMatch(/^回复-.*甲街道.*\.txt$/u);
  expect(readFileSync(join(replies, name), 'utf8').startsWith('\uFEFF')).toBe(true);
});

test('读不懂的文件说出来，退出码 1；给别的程序的是 JSON', () => {
  writeFileSync(join(back, '坏.xlsx'), 'PK\u0003\u0004坏');
  const { code, out } = run(back, '--json');
  expect(code).toBe(1);
  expect(JSON.stringify(JSON.parse(out))).toContain('坏.xlsx');
});

test.each([
  [['/nowhere/at/all'], '找不到文件夹'],
  [['BACK', '--write', '--branch', '--received-by', '股'], '只能用一个'],
  [['BACK', '--as', 'nobody'], 'nobody 不是审核员'],
])('%j：用法不对', (args, said) => {
  const { code, err } = run(...args.map((word) => (word === 'BACK' ? back : word)));
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});
