/** 机构调整: one of four changes, what it would write and what is told of it. */
import { expect, test } from 'vitest';
import {
  type HandOverOptions,
  unitMove,
} from '../../../../scripts/enter/hand-over/hand-over-change.ts';
import type { HandingPlace } from '../../../../scripts/enter/handing-in.ts';
import { type Changes, checkSmall, contentOf, small } from '../../../ledger/small.ts';

const ON = '2026-06-01';
const more: Changes = {
  'units/yi.yaml': 'name: 示例区乙镇人民政府\nkind: street\n',
  'units/old.yaml':
    'name: 示例区旧局\nkind: office\nended: { on: 2026-01-01, how: merged, successors: [yi] }\n',
  'issues/zx/zx-02.yaml': small['issues/zx/zx-01.yaml']!.replace('row: 1', 'row: 2').replace(
    'account: jia-wechat\nlisted: 微信公众号：甲街道发布',
    'unit: jia',
  ),
};
function moved(what: string | undefined, options: Partial<HandOverOptions> = {}) {
  const { ledger } = checkSmall(more);
  if (ledger === undefined) throw new Error('no ledger');
  const desk: HandingPlace = {
    content: contentOf(more),
    ledger,
    recorded: ledger,
    place: undefined,
    base: undefined,
  };
  const all = {
    to: [],
    assign: [],
    content: '',
    remote: 'origin',
    ...options,
  };
  const { files, lines, subject, message } = unitMove(desk, what, ON, all);
  return { files, paths: [...files.keys()], lines, subject, message };
}

test('更名：一个文件，编号不变，旧名留下', () => {
  const { paths, files, message } = moved('jia', { rename: '示例区甲街道新名' });
  expect(paths).toEqual(['units/jia.yaml']);
  expect(files.get('units/jia.yaml')).toMatch(/name: 示例区甲街道新名[^]*示例区甲街道办事处/u);
  expect(message).toBe('更名 jia：示例区甲街道办事处 → 示例区甲街道新名');
});

test('移交一个账号：一步登记，没办结的跟着走', () => {
  const { paths, lines } = moved(undefined, { account: 'jia-wechat', to: ['yi'] });
  expect(paths).toEqual([expect.stringMatching(/^registry\/jia-wechat\//u)]);
  expect(lines[0]).toContain('由示例区甲街道办事处移交给示例区乙镇人民政府');
});

test('合并：单位、账号、不涉及账号的问题都过去', () => {
  const { paths, lines, subject } = moved('jia', { to: ['yi'] });
  expect(subject).toBe('jia');
  expect(lines[0]).toContain('由示例区乙镇人民政府承接');
  expect(lines).toEqual(
    expect.arrayContaining([
      '账号 甲街道发布（jia-wechat） → 示例区乙镇人民政府',
      '不涉及账号的问题 zx-02 → 示例区乙镇人民政府',
      '随账号走的没办结问题：zx-01',
    ]),
  );
  expect(paths).toEqual(
    expect.arrayContaining([
      'units/jia.yaml',
      expect.stringMatching(/^registry\/jia-wechat\//u),
      expect.stringMatching(/zx-02\//u),
    ]),
  );
});

test('先移交问题，由审核员办：只有不涉及账号的', () => {
  const { paths, message } = moved('jia', { to: ['yi'], issues: true });
  expect(paths).toEqual([expect.stringMatching(/zx-02\//u)]);
  expect(message).toBe('移交 jia 的问题 → yi');
});

test.each<[string, string | undefined, Partial<HandOverOptions>, string]>([
  ['没有写单位', undefined, {}, '没有写是哪个单位'],
  ['撤并了的单位', 'old', { to: ['yi'] }, '示例区旧局自 2026-01-01 起已经'],
  ['没有写接收单位', 'jia', {}, '没有写接收单位'],
  ['分设没有接收单位', 'jia', { how: 'split' }, '要有接收单位'],
  ['给它自己', 'jia', { to: ['jia'] }, '接收单位写的是它自己'],
  ['更名写了接收单位', 'jia', { rename: '新', to: ['yi'] }, '更名不用写 --to'],
  ['更名写了文号', 'jia', { rename: '新', document: '示例编〔2026〕1号' }, '不记文号、公开说明'],
  ['更名写了公开说明', 'jia', { rename: '新', publicNote: '更名' }, '不记文号、公开说明'],
  ['本来就叫这个', 'jia', { rename: '示例区甲街道办事处' }, '它本来就叫'],
  [
    '账号给两个单位',
    undefined,
    { account: 'jia-wechat', to: ['yi', 'ban'] },
    '一个账号移交给一个单位',
  ],
  ['不是它的账号', 'yi', { account: 'jia-wechat', to: ['ban'] }, '是示例区甲街道办事处的账号'],
  ['没有要先移交的问题', 'yi', { to: ['ban'], issues: true }, '没有不涉及账号而没办结的问题'],
])('%s：说明白', (_, what, options, said) => {
  expect(() => moved(what, options)).toThrow(said);
});
