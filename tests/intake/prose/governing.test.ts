/** 管到后文的话: what headings and sentences say of the names that follow them. */
import { describe, expect, it } from 'vitest';
import {
  BACK,
  governingProblem,
  type Governing,
  lastingOf,
  listedAbove,
  officeHeading,
  pointedBack,
  subjectHeading,
  subjectsAbove,
  topicsAbove,
} from '../../../src/intake/prose/governing.ts';
import type { NamedMention } from '../../../src/intake/prose/mention/named.ts';
import { ANNOUNCED, piecesOf } from '../../../src/intake/prose/outline.ts';
import { passagesOf } from '../../../src/intake/prose/passage.ts';
import { known } from './known.ts';

const place = { file: '', sheet: '', row: 1, cell: '' };
const passage = (text: string) => passagesOf([{ kind: 'line', text, place }])[0]!;
const piece = (text: string) => piecesOf(passage(text))[0]!;
const named = (name: string, findings: string[] = []): NamedMention => ({
  mention: { name, platform: '微信公众号' } as NamedMention['mention'],
  ...{ place, sentence: `${name}。`, findings, guesses: [] },
});

describe('上面的标题', () => {
  const [one, two] = [[named('甲')], [named('乙')]];
  const headings: Governing[] = [
    { level: 1, text: '存在问题' },
    { level: 2, text: '', subjects: one, isListed: true },
    { level: 3, text: '', subjects: two, isOnce: true },
  ];

  it('管一行的，读过就去掉；说的是最近的那个', () => {
    expect(lastingOf(headings)).toEqual(headings.slice(0, 2));
    expect(subjectsAbove(headings)).toBe(two);
    expect(listedAbove(headings)).toBe(one);
    expect(subjectsAbove(headings.slice(0, 1))).toBeUndefined();
  });

  it('由近到远列出说的是什么', () => {
    const { plain } = passage('下列账号未备案：甲、乙。');
    const before = { passage: passage(plain), stretch: { from: 0, to: 7 } };
    expect(topicsAbove(before, headings)).toEqual(['下列账号未备案', '', '', '存在问题']);
    expect(topicsAbove(undefined, headings.slice(0, 1))).toEqual(['存在问题']);
  });

  it('前一句的问题在先，没有的看标题', () => {
    const said = (text: string) => {
      const own = passage(text);
      return { passage: own, stretch: { from: 0, to: own.plain.length } };
    };
    const under: Governing[] = [{ level: 2, text: '', statement: said('更新不及时的') }];
    expect(governingProblem(under, said('未备案的账号'), known)).toContain('未备案');
    expect(governingProblem(under, undefined, known)).toContain('更新不及时');
    expect(governingProblem([], undefined, known)).toBeUndefined();
  });
});

it.each([
  ['该账号已停更', true],
  ['上述3个网站未备案', true],
  ['主要问题是更新不及时', true],
  ['原因在于无人管理', true],
  ['该镇高度重视', false],
  ['问题较多', false],
])('“%s”说的是前面的：%s', (text, isBack) => {
  expect(BACK.test(text)).toBe(isBack);
});

it('此类问题涉及甲、乙，是前面说过的问题；没有说过的看上面', () => {
  const before = [named('甲', ['未更新']), named('乙', ['未更新', '未备案'])];
  expect(pointedBack('此类问题', before, () => '上面的')).toBe('未更新，未备案');
  expect(pointedBack('此类问题', [named('甲')], () => '上面的')).toBeUndefined();
  expect(pointedBack('此类问题', [], () => '上面的')).toBe('上面的');
  expect(pointedBack('另有', before, () => '上面的')).toBe('上面的');
});

describe('标题里的单位和账号', () => {
  const whole = (text: string) => {
    const own = piece(text);
    const [from = 0, to = 0] = own.sentences[0] ?? [];
    return officeHeading(own, { from, to });
  };

  it('只有单位的标题，下面是它们的问题；一段里的只管这一段', () => {
    expect(whole('（一）区教育局、区民政局')?.subjects).toHaveLength(2);
    expect(whole('（一）区教育局、区民政局')).toMatchObject({ level: 2, isHere: false });
    expect(whole('区教育局未更新。')).toBeUndefined();
  });

  it('编号后只有账号的一行是标题；话在后面的不是', () => {
    const own = piece('1.“甲发布”微信公众号');
    const [alone] = [{ ...named('甲发布'), why: 'nothing' as const }];
    const group = { lead: { from: 0, to: 2 }, to: own.passage.plain.length };
    expect(subjectHeading(own, group as never, [alone], 0)).toMatchObject({
      level: 4,
      subjects: [alone],
    });
    expect(subjectHeading(own, group as never, [named('甲发布', ['未更新'])], 0)).toEqual({
      level: 4,
      text: '',
    });
    expect(subjectHeading(own, group as never, [alone], 5)).toBeUndefined();
  });

  it('“甲发布”：（1）…（2）…, 名字后是冒号，后面各点都是它的', () => {
    const own = piece('“甲发布”微信公众号：（1）未更新；（2）未备案');
    const to = own.passage.plain.indexOf('：');
    const last = [named('甲发布')];
    const found = subjectHeading(own, { lead: { from: 0, to: 0 }, to }, last, 0);
    expect(found).toMatchObject({ level: ANNOUNCED, subjects: last, isHere: true });
  });
});
