/** 设置: fields by their Chinese names, and values as people type them. */
import { expect, test } from 'vitest';
import {
  entryTyped,
  settingInWords,
  settingNamed,
  settingsOf,
  valueAt,
  valueTyped,
  withValue,
} from '../../../../scripts/enter/set/setting.ts';
import { layout } from '../../../../src/schema/layout.ts';

const campaign = settingsOf(layout.campaign.schema);
const site = settingsOf(layout.site.schema);
const asTyped = (_: string, word: string) => word;
const typed = (name: string, text: string, from = campaign) =>
  valueTyped(settingNamed(from, name), text, asTyped);

test('能设的栏：一个值的、名单的；格式的版本不能设', () => {
  const names = site.map(({ name }) => name);
  expect(names).toContain('审核员');
  expect(site.find(({ name }) => name === '审核员')?.isList).toBe(true);
  expect(site.some(({ path }) => path[0] === 'schemaVersion')).toBe(false);
  expect(new Set(campaign.map(({ whole }) => whole)).size).toBe(campaign.length);
});

test('按名称、按全名、按键名都认得；重名的要写全，没有的说像什么', () => {
  const level = settingNamed(campaign, '公开程度');
  expect(level.path).toEqual(['publication', 'level']);
  expect(settingNamed(campaign, level.whole)).toBe(level);
  expect(settingNamed(campaign, 'publication.level')).toBe(level);
  expect(() => settingNamed(campaign, '公开程渡')).toThrow('没有“公开程渡”这一栏');
  const [one, other] = campaign.filter(({ whole, meta }) => whole !== meta.title);
  const twice = [one!, { ...other!, meta: { ...other!.meta, title: one!.meta.title } }];
  expect(() => settingNamed(twice, one!.meta.title)).toThrow('不止一栏');
});

test('值：选项按中文、按键，是否，数，别的照写', () => {
  expect([typed('公开程度', '只公开统计'), typed('公开程度', 'statistics')]).toEqual([
    'statistics',
    'statistics',
  ]);
  expect([typed('公开逾期单位名称', '否'), typed('公开逾期单位名称', '也许')]).toEqual([
    false,
    '也许',
  ]);
  expect(typed('审签日期', '2026-06-01')).toBe('2026-06-01');
  const number = campaign.find(({ path }) => path.at(-1) === 'publicityDays')!;
  expect([valueTyped(number, '5', asTyped), valueTyped(number, '五', asTyped)]).toEqual([5, '五']);
});

test('叫得出名字的换成编号；一串字拆成几个', () => {
  expect(valueTyped(settingNamed(campaign, 'office'), '办公室', (_, word) => `id-${word}`)).toBe(
    'id-办公室',
  );
  const words = settingsOf(layout.unit.schema).find(({ path }) => path[0] === 'aliases')!;
  expect(valueTyped(words, '甲、乙， 丙', asTyped)).toEqual(['甲', '乙', '丙']);
});

test('名单的一条：栏和值用冒号、等号', () => {
  const reviewers = settingNamed(site, '审核员');
  expect(entryTyped(reviewers, 'account:rev-1，from=2026-01-01', asTyped)).toEqual({
    account: 'rev-1',
    from: '2026-01-01',
  });
  expect(() => entryTyped(reviewers, 'rev-1', asTyped)).toThrow('“rev-1”读不出是哪一栏');
  expect(() => entryTyped(settingNamed(campaign, '公开程度'), 'a:b', asTyped)).toThrow(RangeError);
});

test('放进记录：没有的一层层添上，别的不动', () => {
  const record = { name: '甲', publication: { level: 'none' } };
  expect(withValue(record, ['publication', 'basis'], '签批', layout.campaign.schema)).toEqual({
    name: '甲',
    publication: { level: 'none', basis: '签批' },
  });
  expect(withValue(undefined, ['closing', 'publicityDays'], 3, layout.campaign.schema)).toEqual({
    closing: { publicityDays: 3 },
  });
  expect(valueAt(record, ['publication', 'level'])).toBe('none');
  expect([valueAt(record, ['publication', 'constructor']), valueAt(record, ['a', 'b'])]).toEqual([
    undefined,
    undefined,
  ]);
});

test('给人看的值', () => {
  const { meta } = settingNamed(campaign, '公开程度');
  const say = (value: unknown) => settingInWords({ meta }, value);
  expect([say(undefined), say([]), say(true), say('statistics'), say('甲')]).toEqual([
    '（没有写）',
    '（没有写）',
    '是',
    '只公开统计',
    '甲',
  ]);
  expect(say([{ account: 'a', from: '2026-01-01' }, 'b'])).toBe('a 2026-01-01；b');
});
