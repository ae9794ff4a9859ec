/** The workbook of questions: written with lists to choose from, read back whatever was chosen. */
import * as ExcelJS from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { answerBook, readAnswerBook } from '../../../src/intake/inquiry/answer-book.ts';
import { questionKey, type Question } from '../../../src/intake/inquiry/question.ts';

const place = { file: '清单.xlsx', sheet: '台账', row: 5, cell: 'B5' };
const unit: Question = {
  ask: 'unit',
  text: '市残联',
  message: '台账里没有“市残联”',
  candidates: [
    { answer: 'canlian', label: '市残疾人联合会' },
    { answer: '新增', label: '新增单位' },
  ],
  places: [place],
};
const many: Question = {
  ask: 'deadline',
  text: '清单.xlsx',
  message: '有 2 种时限读不出',
  candidates: [{ answer: '存疑', label: '标为待定' }],
  places: [place],
  each: [
    { ask: 'deadline', text: '6.3', message: '哪一天', candidates: [], places: [place] },
    { ask: 'deadline', text: '44012', message: '哪一天', candidates: [], places: [place] },
  ],
};

async function filled(fill: (page: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await answerBook([unit, many])).buffer as ArrayBuffer);
  const page = book.worksheets[0];
  if (page === undefined) throw new Error('no sheet');
  fill(page);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('提问表', () => {
  it('每个问题一行，答复格有下拉选项，单独答的可以不填', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await answerBook([unit, many])).buffer as ArrayBuffer);
    const page = book.worksheets[0];
    expect(page?.getRow(3).getCell(6).dataValidation?.type).toBe('list');
    const asks = [3, 4, 5, 6].map((row) => page?.getRow(row).getCell(2).value);
    expect(asks).toEqual(['单位', '整改时限', '整改时限（单独答）', '整改时限（单独答）']);
  });

  it('填好的读得回来，数和日期照样', async () => {
    const bytes = await filled((page) => {
      page.getRow(3).getCell(6).value = '新增';
      page.getRow(5).getCell(6).value = '2024年6月30日';
      page.getRow(6).getCell(6).value = 3;
    });
    const reading = await readAnswerBook('提问.xlsx', bytes);
    if ('refusal' in reading) throw new Error(reading.refusal.problem);
    expect([...reading.answers.given]).toEqual([
      [questionKey('unit', '市残联'), ['新增']],
      [questionKey('deadline', '6.3'), ['2024年6月30日']],
      [questionKey('deadline', '44012'), ['3']],
    ]);
    const again = await answerBook([], reading.answers.given);
    const second = await readAnswerBook('提问.xlsx', again);
    expect('answers' in second && [...second.answers.given.keys()]).toHaveLength(3);
  });

  it('别的表说明不是提问表', async () => {
    const reading = await readAnswerBook('别的.csv', new TextEncoder().encode('甲,乙\n1,2\n'));
    expect(reading).toMatchObject({ refusal: { remedy: '用 --ask-out 写出的表填写' } });
  });

  it('用不上的答复不再留作“已经答过”；问题自己那一行的答复总是算数', async () => {
    const before = new Map([[questionKey('unit', '市残联'), ['没有啊']]]);
    const page = async (bytes: Uint8Array): Promise<string[]> => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(bytes.buffer as ArrayBuffer);
      return (book.worksheets[0]?.getColumn(4).values ?? []).map(String);
    };
    expect(await page(await answerBook([unit], before))).not.toContain('已经答过');
    const kept = await answerBook([many], before);
    expect(await page(kept)).toContain('已经答过');
    // As a workbook written before has it: the question above, the old answer below.
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await answerBook([unit])).buffer as ArrayBuffer);
    const sheet = book.worksheets[0];
    if (sheet === undefined) throw new Error('no sheet');
    sheet.getRow(3).getCell(6).value = '新增';
    sheet.addRow(['', '单位', '市残联', '已经答过', '', '没有啊', '']);
    const reading = await readAnswerBook(
      '提问.xlsx',
      new Uint8Array(await book.xlsx.writeBuffer()),
    );
    if ('refusal' in reading) throw new Error(reading.refusal.problem);
    expect([...reading.answers.given.values()]).toEqual([['新增']]);
  });
});
