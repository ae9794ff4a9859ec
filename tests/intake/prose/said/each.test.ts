/** 名单的每一项: what a verdict on a list says of each of its names. */
import { expect, test } from 'vitest';
import type { Mention } from '../../../../src/intake/prose/mention/mentions.ts';
import { OFFICE_WORD } from '../../../../src/intake/prose/mention/office/offices.ts';
import { passagesOf } from '../../../../src/intake/prose/passage.ts';
import { namedFrom } from '../../../../src/intake/prose/said/each.ts';
import type { ListVerdict } from '../../../../src/intake/prose/said/verdict.ts';
import { known } from '../known.ts';

const mention = (name: string, more: Partial<Mention> = {}): Mention => ({
  at: 0,
  end: name.length,
  name,
  platform: '微博',
  isUnsure: false,
  ...more,
});
/** `name：findings` of each, with ? and the guesses where nothing is settled. */
function read(
  mentions: readonly Mention[],
  verdict: Partial<ListVerdict>,
  text = '甲发布、乙发布微博未更新。',
) {
  const [passage] = passagesOf([
    { kind: 'line', text, place: { file: '', sheet: '', row: 1, cell: '' } },
  ]);
  if (passage === undefined) throw new Error(text);
  const sentence = { from: 0, to: text.length };
  const group = { mentions: [...mentions], lead: { from: 0, to: 0 }, to: 7 };
  return namedFrom(
    { passage, sentence, group, verdict: { findings: [], guesses: [], ...verdict } },
    known,
  ).map(
    ({ mention: { name }, findings, why, guesses }) =>
      `${name}：${findings.join('；')}${why === undefined ? '' : `?${why}${guesses.join('；')}`}`,
  );
}

test('都是一个问题，各有一条；一家一句的按次序', () => {
  const two = [mention('甲发布'), mention('乙发布')];
  expect(read(two, { findings: ['未更新'] })).toEqual(['甲发布：未更新', '乙发布：未更新']);
  expect(read(two, { findings: ['未更新', '未备案'], isEach: true })).toEqual([
    '甲发布：未更新',
    '乙发布：未备案',
  ]);
});

test('各自几处，换上各自的数', () => {
  const two = [mention('甲发布', { figure: '3处' }), mention('乙发布', { figure: '5处' })];
  expect(read(two, { findings: ['共8处错别字'] })).toEqual([
    '甲发布：3处错别字',
    '乙发布：5处错别字',
  ]);
});

test('它的栏目写在前面', () => {
  expect(
    read([mention('甲发布', { part: '“公告”栏目' })], { findings: ['未更新'], isBehind: true }),
  ).toEqual(['甲发布：“公告”栏目未更新']);
});

test('括号里说的比笼统的话清楚', () => {
  const own = mention('甲发布', { said: '均11天未更新' });
  expect(read([own], { findings: ['存在问题'] })).toEqual(['甲发布：11天未更新']);
});

test('不像一个账号的、说不准是谁的，要人看', () => {
  expect(read([mention('县教育局——甲教育')], { findings: ['未更新'] })).toEqual([
    '县教育局——甲教育：?unclear未更新',
  ]);
  expect(read([mention('甲发布', { isUnsure: true })], { findings: ['未更新'] })).toEqual([
    '甲发布：?unclear未更新',
  ]);
  expect(read([mention('甲发布', { isUnsure: true })], {})).toEqual([]);
  expect(
    read([mention('青石市', { platform: OFFICE_WORD })], { findings: ['个别栏目未更新'] }),
  ).toEqual(['青石市：?unclear个别栏目未更新']);
});

test('一个地方的比率不是它的问题；只说一个平台的，别的平台不算', () => {
  expect(read([mention('青石县', { platform: OFFICE_WORD })], { findings: ['合格率70%'] })).toEqual(
    [],
  );
  const two = [mention('甲发布'), mention('甲发布', { platform: '抖音号' })];
  expect(read(two, { findings: ['未更新'], onPlatform: '抖音号' })).toEqual([
    '甲发布：?nothing',
    '甲发布：未更新',
  ]);
});

test('写着等1个却列了两个的，要人看', () => {
  expect(
    read(
      [mention('甲发布'), mention('乙发布')],
      { findings: ['未更新'] },
      '甲发布、乙发布等1个微博未更新。',
    )[0],
  ).toContain('?unclear');
});
