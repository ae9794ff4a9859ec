/** 提出的一行: whose a finding is put down as, by what the circular says and what the register has. (示例区，虚构) */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { NamedMention } from '../../../../src/intake/prose/mention/named.ts';
import { listedName, proposedRow } from '../../../../src/intake/prose/reading/proposed-row.ts';
import { Known } from '../../../../src/intake/record/known.ts';
import { opened } from '../../source.ts';

const known = new Known(
  opened(fileURLToPath(new URL('../../../fixtures/shili/', import.meta.url))),
);

function row(name: string, platform: string, more: Partial<NamedMention> = {}, unit?: string) {
  const one: NamedMention = {
    mention: { at: 0, end: 0, name, platform, isUnsure: false },
    place: { file: '通报.txt', sheet: '', row: 1, cell: '' },
    sentence: '原句',
    findings: ['长期未更新'],
    guesses: [],
    ...more,
  };
  return proposedRow(one, '长期未更新', { number: 1, unit, isSettled: false }, known);
}

const brief = ({ cells }: ReturnType<typeof row>) =>
  `${cells.host?.text ?? ''}｜${cells.listed?.text ?? '/'}｜${cells.finding?.text ?? ''}`;

it.each([
  ['平台和名称', '示例民政', '微信公众号', '微信公众号：示例民政'],
  ['“账号”不是平台', '示例民政', '微博账号', '微博：示例民政'],
  ['没有写平台的', '示例民政', '', '示例民政'],
  ['名称里写明是网站的', '示例区政府网站', '网站', '示例区政府网站'],
  ['名称里没有写网站的', '示例政务网', '网站', '政府网站：示例政务网'],
  ['单位', '示例区民政局', '单位', '示例区民政局'],
])('%s，写成一个名称', (_, name, platform, listed) => {
  expect(listedName({ name, platform })).toBe(listed);
});

it('名册里有这个账号，主办单位照名册；通报写了的照通报', () => {
  expect(brief(row('示例区丙街道发布', '微信公众号'))).toBe(
    '示例区丙街道办事处｜微信公众号：示例区丙街道发布｜长期未更新',
  );
  expect(brief(row('示例区丙街道发布', '微信公众号', {}, '示例区民政局'))).toBe(
    '示例区民政局｜微信公众号：示例区丙街道发布｜长期未更新',
  );
  expect(brief(row('没有登记的', '微信公众号'))).toBe('｜微信公众号：没有登记的｜长期未更新');
});

it('写的是单位的平台，名册里只有一个的是那一个，有两个的照原文', () => {
  expect(brief(row('示例区丙街道办事处', '微信公众号'))).toBe(
    '示例区丙街道办事处｜微信公众号：示例区丙街道发布｜长期未更新',
  );
  expect(brief(row('示例区丙寅乡人民政府', '微信公众号'))).toBe(
    '｜微信公众号：示例区丙寅乡人民政府｜长期未更新',
  );
});

it('单位自己的问题没有账号；写明是哪个网站的栏目，账号是网站', () => {
  const own = row('示例区民政局', '单位');
  expect(brief(own)).toBe('示例区民政局｜/｜长期未更新');
  expect(own.isOfUnit).toBe(true);
  const column = row('示例区民政局', '单位', { site: '示例区政府网站' });
  expect(brief(column)).toBe('示例区民政局｜示例区政府网站｜长期未更新');
  expect(column.isOfUnit).toBeUndefined();
  expect(column.notes).toEqual([expect.stringContaining('负责的栏目')]);
});

it('提出的都要确认，已经答过的不再问', () => {
  expect(row('示例民政', '微信公众号')).toMatchObject({ isProposed: true });
  expect(row('示例民政', '微信公众号')).not.toHaveProperty('isSettled');
});
