/** What heads a page: a rate as a rate, a bulletin with its day and number. */
import { expect, test } from 'vitest';
import { Command, Option } from 'commander';
import { chineseHelp } from '../../scripts/command.ts';
import { figureOf } from '../../src/domain/figures/figures.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { faceOf } from '../../src/views/face.ts';
import { figureRolls } from '../../src/views/figure/figure-roll.ts';
import { bulletinPages } from '../../src/views/inspection/bulletin-view.ts';

const ledger = openLedger('tests/fixtures/shili');
const face = faceOf(ledger, ledger.site.asOf!, 'internal');

test('按期率的明细页写率，并写是几个里的几个；个数的页不写', () => {
  const rolls = figureRolls(face).filter(({ campaign }) => campaign === undefined);
  const value = figureOf(face.standing, 'in-time-rate');
  if (value.kind !== 'rate') throw new Error('按期率不是比率');
  const { numerator, denominator } = value;
  expect(rolls.find(({ id }) => id === 'in-time-rate')!.share).toEqual({
    words: `${((numerator / denominator) * 100).toFixed(1)}%`,
    parts: `按期${String(numerator)}个，共${String(denominator)}个；以下列出按期的。`,
  });
  expect(rolls.find(({ id }) => id === 'overdue')!.share).toBeUndefined();
});

test('通报按印发日期先后排，列表里写印发日期和文号', () => {
  const pages = bulletinPages(face);
  const days = pages.map(({ id }) => ledger.bulletins.get(id)!.publishedOn);
  expect(days).toEqual(days.toSorted());
  expect(pages.map(({ more }) => more)).toContain('2026年3月16日印发，示政办函〔2026〕26号');
});

test('没有默认值的选项，用法里不写“不写则为”', () => {
  const command = new Command('x').addOption(new Option('--name <名字>', '名字').default([]));
  chineseHelp(command);
  expect(command.helpInformation()).not.toContain('不写则为');
});
