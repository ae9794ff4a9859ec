/** 通报页: a circular as it was published, and its figures beside today's. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { Bulletin } from '../../../src/schema/bulletin.ts';
import type { Entry } from '../../../src/schema/ledger.ts';
import { faceOf } from '../../../src/views/face.ts';
import { bulletinPages, bulletinTitle } from '../../../src/views/inspection/bulletin-view.ts';
import { checkSmall } from '../../ledger/small.ts';

const SHA = 'b'.repeat(64);
const bulletin = (more: Partial<Bulletin> = {}): Entry<Bulletin> => ({
  id: 'a',
  path: 'bulletins/a.yaml',
  period: '2026-q1',
  publishedOn: '2026-04-02',
  sha256: SHA,
  figureSet: 2,
  figures: [{ name: '检查次数', value: '0' }],
  paragraphs: ['通报'],
  ...more,
});

function pages(
  list: Entry<Bulletin>[],
  audience: 'internal' | 'public' = 'internal',
  today = '2026-06-15',
) {
  const { ledger } = checkSmall();
  if (ledger === undefined) throw new Error('no ledger');
  const bulletins = new Map(list.map((one) => [one.id, one]));
  return bulletinPages(faceOf({ ...ledger, bulletins }, today, audience));
}
const paper = (...lines: string[]) =>
  pages([bulletin({ paragraphs: ['通报', ...lines] })])[0]?.paper?.map(
    ({ role, text, ...rest }) => `${role} ${'label' in rest ? rest.label : ''}${text}`,
  );

test('公开站没有；还没有印发的没有；按印发的先后', () => {
  const list = [
    bulletin({ id: 'b', publishedOn: '2026-05-02' } as Partial<Bulletin>),
    bulletin(),
    bulletin({ id: 'c', publishedOn: '2026-07-01' } as Partial<Bulletin>),
  ];
  expect(pages(list, 'public')).toEqual([]);
  expect(pages(list).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(pages(list, 'internal', '2026-07-01').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('标题是正文第一行；没有正文的用检查或期间', () => {
  expect(bulletinTitle(bulletin())).toBe('通报');
  expect(bulletinTitle(bulletin({ paragraphs: [] }))).toBe('2026-q1');
  expect(bulletinTitle(bulletin({ paragraphs: [], inspection: 'q1' }))).toBe('q1');
});

test('文号、提交有就写，没有不写', () => {
  const [plain] = pages([bulletin()]);
  expect(plain?.more).toBe('2026年4月2日印发');
  expect(plain?.intro[0]).toContain(`（校验值 ${SHA.slice(0, 16)}）`);
  const [numbered] = pages([bulletin({ number: '示政办〔2026〕3号', commit: 'c'.repeat(40) })]);
  expect(numbered?.more).toBe('2026年4月2日印发，示政办〔2026〕3号');
  expect(numbered?.intro[0]).toContain(`，提交 ${'c'.repeat(12)}）`);
});

test('各行在纸上的位置：主送、层次、附件、落款', () => {
  expect(
    paper('各单位：', '一、总体情况', '正文。', '附件：清单', '示例区政府办', '2026年4月2日'),
  ).toEqual([
    'recipient 各单位：',
    'heading 一、总体情况',
    'body 正文。',
    'annex 附件：清单',
    'sign 示例区政府办',
    'sign 2026年4月2日',
  ]);
});

test('几个附件编号，头一个前面写“附件：”；没有落款日期的没有落款；后面的冒号不是主送', () => {
  expect(paper('正文。', '附件：甲', '附件：乙', '要求：')).toEqual([
    'body 正文。',
    'annex 附件：1.甲',
    'annex 2.乙',
    'body 要求：',
  ]);
});

test('现在重算的数：一致、不一致、算不出', () => {
  const table = (figures: Bulletin['figures']) => {
    const [page] = pages([bulletin({ figures })]);
    const first = page?.tables.find(({ id }) => id === 'figures');
    return {
      sum: first?.sum,
      rows: first?.rows.map((row) => row.map(({ text }) => text).join('|')),
    };
  };
  expect(table([{ name: '检查次数', value: '0' }])).toEqual({
    sum: '1项现在重算，全部与印发时一致',
    rows: ['检查次数|0|0|一致'],
  });
  const off = table([
    { name: '检查次数', value: '3' },
    { name: '平台 wechat 检查', value: '1' },
    { name: '单位 jia 检查', value: '1' },
    { name: '检查 q9 合格', value: '1' },
  ]);
  expect(off.sum).toBeUndefined();
  expect(off.rows).toEqual([
    '检查次数|3|0|不一致',
    '微信公众号检查|1|无|不一致',
    '示例区甲街道办事处检查|1|无|不一致',
    'q9：合格|1|无|不一致',
  ]);
});
