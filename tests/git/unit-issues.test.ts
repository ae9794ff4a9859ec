/** 不涉及账号的问题: who may report on one that belongs to a unit and has assisting units. (示例区，虚构) */
import { beforeEach, expect, test } from 'vitest';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { reviewResult } from '../../src/review/comment/review-result.ts';
import { reviewComment } from '../../src/review/comment/review-comment.ts';
import { step, submitted, updateFile, World, wrong } from './world.ts';

const ISSUE = 'plain-05';
const record = {
  campaign: 'plain',
  row: 5,
  unit: 'jia',
  assisting: ['yi'],
  place: '甲街道便民服务中心',
  listedHost: '甲街道',
  problems: ['rules-incomplete'],
  finding: '值班制度不健全',
  measures: '修订制度',
  deadline: { text: '6月30日前', kind: 'fixed', dueOn: '2024-06-30' },
  listedOn: '2024-05-01',
  origin: 'district',
};
const path = `content/issues/plain/${ISSUE}.yaml`;
let world: World;
beforeEach(() => {
  world = new World();
  world.put({ [path]: canonical('issue', record) });
});

test('责任单位的填报员报送，通过；影响里是责任单位的数', () => {
  const review = world.pass(updateFile(submitted(ISSUE)), 'clerk-jia');
  const report = reviewResult(review);
  expect(report.steps).toMatchObject([
    { unit: 'jia', unitName: '示例区甲街道办事处', accountName: '甲街道便民服务中心' },
  ]);
  const [effect] = report.effects;
  expect(effect?.unit).toBe('jia');
  expect(effect?.figures.find(({ id }) => id === 'submitted')).toMatchObject({
    before: 0,
    after: 1,
  });
  expect(effect?.figures.find(({ id }) => id === 'total')).toMatchObject({ before: 6, after: 6 });
  expect(reviewComment(report)).toContain('甲街道便民服务中心');
});

test('配合单位的填报员不能报送，说由谁报送', () => {
  expect(wrong(world.review(updateFile(submitted(ISSUE)), 'clerk-yi'))).toEqual([
    'not-member 示例区乙镇人民政府是这个问题的配合单位，由责任单位示例区甲街道办事处统一报送',
  ]);
});

test('审核员代录要写责任单位，写配合单位不行', () => {
  const behalf = (unit: string) =>
    world.review(
      updateFile(step('progress', ISSUE, { onBehalfOf: unit, channel: '报送单', note: '在改' })),
      'rev-1',
    );
  expect(wrong(behalf('jia'))).toEqual([]);
  expect(wrong(behalf('yi'))).toEqual(['on-behalf 代录单位写的是 yi，这个问题属于 jia']);
});

test('验收照常；一条报送只看它用到的记录，配合单位也在其中', () => {
  world.pass(updateFile(submitted(ISSUE)), 'clerk-jia');
  const review = world.pass(updateFile(step('accepted', ISSUE)), 'rev-1');
  expect(review.ledger?.units.has('yi')).toBe(true);
  expect(reviewResult(review).steps).toMatchObject([{ after: '已销号' }]);
  expect(world.audit().faults).toEqual([]);
});

test('改地点是改原文，只有管理员可以；改配合单位是归类，审核员可以', () => {
  const edited = (more: object) => ({ [path]: canonical('issue', { ...record, ...more }) });
  expect(wrong(world.review(edited({ place: '别处' }), 'rev-1'))).toEqual([
    'source-words “地点或项目名称”是来源文件的原文，提交人 rev-1 不能改',
  ]);
  expect(wrong(world.review(edited({ place: '别处' }), 'keeper'))).toEqual([]);
  expect(wrong(world.review(edited({ assisting: ['bangong'] }), 'rev-1'))).toEqual([]);
});
