import { expect, test } from 'vitest';
import { circularFigures } from '../../../src/domain/inspection/circular-figures.ts';
import { bulletinSum } from '../../../src/ledger/checksum/bulletin-sum.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { type Changes, checkSmall, linesOf } from '../small.ts';

const check = (result: string): Changes => ({
  'inspections/q1-check.yaml': `name: 检查\ncheckedOn: 2026-03-05\nedition: '2019'\ncampaign: q1\npopulation: 1\nscope: { kind: all }\naccounts:\n  - { account: jia-wechat, results: [{ indicator: M2, result: ${result} }] }\n`,
});
const inspection = checkSmall(check('passed')).ledger?.inspections.get('q1-check');
const { ledger } = checkSmall(check('passed'));
if (!ledger || !inspection) throw new Error('no check');
const kept = { figures: circularFigures(ledger, inspection), paragraphs: ['关于检查情况的通报'] };
const record = {
  inspection: 'q1-check',
  publishedOn: '2026-03-10',
  sha256: bulletinSum(kept),
  ...kept,
};
const file = 'bulletins/q1-check.yaml';
const published = { [file]: canonical('bulletin', record) };

test('印发的通报没有改动，重算一致，没有错误', () => {
  expect(linesOf({ ...check('passed'), ...published })).toEqual([]);
});

test('检查结果后来改了，重算不一致，是错误', () => {
  const [line] = linesOf({ ...check('failed'), ...published });
  expect(line).toMatch(
    /^bulletins\/q1-check\.yaml:\d+:\d+ bulletins 合格印发时为1，现在重算为0（另有 5 项不同） → 查明/u,
  );
});

test('重新印发一份写明更正，原来的不再重算', () => {
  const failed = checkSmall(check('failed')).ledger;
  const again = failed?.inspections.get('q1-check');
  if (!failed || !again) throw new Error('no check');
  const figures = { figures: circularFigures(failed, again), paragraphs: ['更正'] };
  const correction = { ...record, ...figures, sha256: bulletinSum(figures), corrects: 'q1-check' };
  const changes = {
    ...check('failed'),
    ...published,
    'bulletins/q1-corrected.yaml': canonical('bulletin', correction),
  };
  expect(linesOf(changes)).toEqual([]);
});

test('改动正文或数，校验值不符', () => {
  const text = published[file].replace('关于检查情况的通报', '关于检查的通报');
  expect(linesOf({ ...check('passed'), [file]: text })).toEqual([
    expect.stringMatching(/bulletins 校验值不符，印发的通报被改动过 → 从历史恢复原文件/u),
  ]);
});

test('检查和被更正的通报不存在时说明', () => {
  const lost = { ...record, inspection: 'q9-check', corrects: 'q0-check' };
  const lines = linesOf({ [file]: canonical('bulletin', lost) });
  expect(lines.map((line) => line.split(' bulletins ')[1])).toEqual([
    '检查 q9-check 不存在 → 先在 inspections/ 登记，再引用',
    '通报 q0-check 不存在 → 是不是想写“q1-check”？',
  ]);
});
