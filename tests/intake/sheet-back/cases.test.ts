/** 交回的表里读错过的十种: sheets of 示例区 as they came back, each with the fault that its folder names. (示例区，虚构) */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Of } from '../../../src/intake/sheet-back/report/attachment.ts';
import type { Evidence } from '../../../src/schema/evidence.ts';
import { folderDesk, received } from './sheets-sent.ts';

const folder = join(import.meta.dirname, '../../fixtures/sheet-back');
const shili = folderDesk(join(import.meta.dirname, '../../fixtures/shili'));
const ISSUE = '2026-check-30';
const PICTURE = 'ea3d6ba3bbdc4a8a1b4e121a8e3a0bfd48d66ff53b4755574bf9204ee309aa68';

async function outcome(name: string) {
  const [file = ''] = readdirSync(join(folder, name));
  const bytes = new Uint8Array(readFileSync(join(folder, name, file)));
  const { units, unknown } = await received([{ name: file, bytes }], { desk: shili });
  expect(unknown).toEqual([]);
  expect(units.map(({ unit }) => unit)).toEqual(['ding-jiedao']);
  const { updates = [], faults = [] } = units[0] ?? {};
  return {
    got: updates.map(({ issue, report, record, attachments }) => ({
      issue,
      report,
      completedOn: 'completedOn' in record ? record.completedOn : undefined,
      evidence: record.evidence,
      hashes: [...attachments.values()].map(({ bytes: one }) => sha256Of(one)),
      cells: [...attachments.values()].map(({ place }) => place.cell),
    })),
    wrong: faults.map(({ place, message }) => `${place.cell} ${message}`),
  };
}

const submitted = (evidence: Evidence[], more: object = {}) => ({
  got: [
    {
      issue: ISSUE,
      report: '申请验收',
      completedOn: '2026-06-10',
      evidence,
      hashes: [],
      cells: [],
      ...more,
    },
  ],
  wrong: [],
});
const PICTURE_FILE = [{ file: `图片-${PICTURE.slice(0, 12)}.png` }];

test.each([
  ['01-wps-picture-in-cell', submitted(PICTURE_FILE, { hashes: [PICTURE], cells: ['L6'] })],
  ['02-pasted-picture', submitted(PICTURE_FILE, { hashes: [PICTURE], cells: ['L6'] })],
  ['03-word-form-picture', submitted(PICTURE_FILE, { hashes: [PICTURE], cells: ['第2格'] })],
  ['04-long-number', submitted([{ number: '440106202600123' }])],
  [
    '05-hyperlink',
    submitted([{ link: 'https://www.example.gov.cn/a/123.html', what: '丁街道发布备案公告' }]),
  ],
  ['09-serial-1904', submitted([{ number: '备案编号A-100' }])],
  [
    '10-links-by-chinese-comma',
    submitted([1, 2, 3].map((number) => ({ link: `https://a.example/${String(number)}` }))),
  ],
])('%s：收到的与写的一样', async (name, expected) => {
  expect(await outcome(name)).toEqual(expected);
});

test('06-second-sheet：一个文件里每张填了的表都算', async () => {
  expect(await outcome('06-second-sheet')).toMatchObject({
    got: [{ issue: ISSUE, report: '进展', evidence: [{ number: '另一份编号B-200' }] }],
    wrong: [],
  });
});

test('07-crash-word：constructor 不是选项，只退这一格', async () => {
  expect(await outcome('07-crash-word')).toEqual({
    got: [],
    wrong: ['I6 “constructor”不是本次报送的选项'],
  });
});

test('08-completed-before-listed：完成在列入清单之前，退回那一格', async () => {
  expect(await outcome('08-completed-before-listed')).toEqual({
    got: [],
    wrong: ['K6 完成日期2025年6月10日早于列入清单的2026年2月5日'],
  });
});

test('文件夹里的每一份都试了', () => {
  expect(readdirSync(folder)).toHaveLength(10);
});
