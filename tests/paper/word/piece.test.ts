/** 文字片段: where the words of a run go, and what a picture font makes of them. */
import { expect, test } from 'vitest';
import { limits, Refused, Tally } from '../../../src/paper/limits.ts';
import { addLink, addText, type Doc, emptyPiece, inFont } from '../../../src/paper/word/piece.ts';

type Fields = Doc['fields'];
function said(text: string, state: Parameters<typeof addText>[3] = {}, fields: Fields = []) {
  const piece = emptyPiece();
  addText(text, piece, { fields, tally: new Tally() } as unknown as Doc, state);
  return piece;
}
const field = (isShown: boolean, link?: string) => ({ isShown, link, instruction: '' });

test('看得见的、划掉的、藏起来的各归各；藏起来又划掉的算藏', () => {
  expect(said('甲')).toMatchObject({ text: '甲', struck: '', hidden: '' });
  expect(said('甲', { isStruck: true })).toMatchObject({ text: '', struck: '甲' });
  expect(said('甲', { isHidden: true, isStruck: true })).toMatchObject({
    hidden: '甲',
    struck: '',
  });
  expect(said('甲', { isHidden: false, isStruck: false }).text).toBe('甲');
});

test('域的指令不是字；域的结果带着域的链接', () => {
  expect(said('PAGE', {}, [field(true), field(false)]).text).toBe('');
  expect(said('看', {}, [field(true, 'https://a.cn'), field(true)])).toMatchObject({
    text: '看',
    links: ['https://a.cn'],
  });
});

test('一段太长的，不收', () => {
  const piece = { ...emptyPiece(), text: '字'.repeat(limits.paragraph.most + 1) };
  expect(() => {
    addText('甲', piece, { fields: [], tally: new Tally() } as unknown as Doc, {});
  }).toThrow(Refused);
});

test('链接：接连同一个的算一个，空的不算', () => {
  const piece = emptyPiece();
  for (const target of [
    'https://a.cn',
    'https://a.cn',
    '',
    undefined,
    'https://b.cn',
    'https://a.cn',
  ])
    addLink(target, piece, new Tally());
  expect(piece.links).toEqual(['https://a.cn', 'https://b.cn', 'https://a.cn']);
});

test('图形字体里的字母是符号；不认得的符号说一声，平常字体不管', () => {
  const read = (text: string, font?: string) => {
    const piece = emptyPiece();
    return [inFont(text, piece, { font }), piece.unread.length];
  };
  expect(read('\uf0fe')).toEqual(['\uf0fe', 0]);
  expect(read('\uf0fe', '宋体')).toEqual(['\uf0fe', 0]);
  const [ticked, none] = read('\uf0fe', 'Wingdings');
  expect([ticked === '\uf0fe', none]).toEqual([false, 0]);
  expect(read('\uf8ff', 'Wingdings')).toEqual(['', 1]);
  expect(read('甲', 'Wingdings')).toEqual(['甲', 0]);
});
