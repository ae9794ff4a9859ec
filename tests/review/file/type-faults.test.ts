/** 一个佐证文件: what is wrong with it, what should be looked at. */
import { describe, expect, test } from 'vitest';
import type { FileType, TypeReading } from '../../../src/review/file/reading.ts';
import { typeFaults } from '../../../src/review/file/type-faults.ts';

const quiet = { position: false, person: false, texts: [] as string[] };
const taken = (type: FileType, said: Partial<typeof quiet> = {}): TypeReading => ({
  type,
  said: { ...quiet, ...said },
  unfolded: 0,
});
const told = (path: string, reading: TypeReading, isPublic = false) =>
  typeFaults(`evidence/zx-01/${path}`, reading, isPublic).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );

describe('名字和内容', () => {
  test('各种写法的扩展名都认，大小写不论', () => {
    expect(told('a.jpg', taken('jpeg'))).toEqual([]);
    expect(told('a.JPEG', taken('jpeg'))).toEqual([]);
    expect(told('a.docx', taken('docx'))).toEqual([]);
  });

  test('名字说是别的、没有扩展名的，说内容是什么、改成什么', () => {
    const [fault] = typeFaults('evidence/zx-01/a.png', taken('jpeg'));
    expect(fault).toMatchObject({
      message: '文件内容是 jpeg，名字却是 .png',
      remedy: '把扩展名改成 .jpg',
    });
    expect(told('a', taken('pdf'))).toEqual(['evidence-type fault']);
  });

  test('不收的说缘由，不再说别的', () => {
    expect(told('a.png', { message: '文件是空的', remedy: '重新选择文件' }, true)).toEqual([
      'evidence-type fault',
    ]);
  });
});

describe('图里、文件里说的', () => {
  test('拍摄地点、作者是提醒；要公开的文件是错误，图片公开时会重画，仍是提醒', () => {
    expect(told('a.png', taken('png', { position: true }))).toHaveLength(1);
    expect(told('a.png', taken('png', { position: true }), true)[0]).toMatch(/warning$/u);
    expect(told('a.docx', taken('docx', { position: true }))[0]).toMatch(/warning$/u);
    expect(told('a.docx', taken('docx', { position: true }), true)[0]).toMatch(/fault$/u);
    expect(told('a.docx', taken('docx', { person: true }), true)[0]).toMatch(/fault$/u);
  });

  test('文字里的身份证号码要说', () => {
    expect(
      told('a.docx', taken('docx', { texts: ['张三 11010519491231002X'] })).length,
    ).toBeGreaterThan(0);
    expect(told('a.docx', taken('docx', { texts: ['示办函〔2026〕3号'] }))).toEqual([]);
  });
});
