/** 几份来件: what a list's columns are known by, and what its papers tell together. (虚构) */
import { expect, test } from 'vitest';
import { Known } from '../../../src/intake/record/known.ts';
import { headOfAll, recognisesOf } from '../../../src/intake/record/papers.ts';
import { bare } from '../lists.ts';

const recognises = recognisesOf(new Known(bare), bare);

test.each([
  ['微信公众号检查情况', '微信公众号'],
  ['抖音号', '抖音'],
  ['县政府网站检查问题', '政府网站'],
  ['微信公众号和微博检查情况', undefined],
  ['其他平台检查情况', undefined],
  ['政务新媒体检查问题', undefined],
  ['微信工作安排', undefined],
])('标题“%s”写的平台', (title, platform) => {
  expect(recognises.platformIn(title)).toBe(platform);
});

test('格里的字认得出是什么', () => {
  expect(recognises.isPlatform('抖音号')).toBe(true);
  expect(recognises.isUnit('示例县教育局')).toBe(true);
  expect(recognises.isFinding('未备案')).toBe(true);
  expect(recognises.isDeadline('6月底前')).toBe(true);
  expect(recognises.isDeadline('恢复更新')).toBe(false);
  expect(recognises.isAccount('“示例教育”微信公众号')).toBe(true);
  expect(recognises.isAccount('示例教育')).toBe(false);
});

test('几份的表头各取先写的', () => {
  const place = { file: '清单.docx', sheet: '', row: 1, cell: '' };
  const list = (head: object) => ({ head }) as Parameters<typeof headOfAll>[0][number];
  const head = headOfAll([
    list({ title: { value: '甲清单', place } }),
    list({ title: { value: '乙清单', place }, listedOn: { value: '2024-03-01', place } }),
  ]);
  expect(head).toMatchObject({ title: { value: '甲清单' }, listedOn: { value: '2024-03-01' } });
});
