import { expect, test } from 'vitest';
import { namedUnits, rowsOfUnits } from '../../../src/proofread/name/units.ts';

const rowsIn = (text: string) => rowsOfUnits(text).map(({ names }) => names);

test('一行单位按顿号和“及”分开，单位名里的“和”不分', () => {
  expect(
    rowsIn('区发展改革和经济商务局、区卫生健康和体育局、总屯镇、南渡街道及北渡街道5家单位'),
  ).toEqual([['区发展改革和经济商务局', '区卫生健康和体育局', '总屯镇', '南渡街道', '北渡街道']]);
  expect(rowsIn('县教育和体育局、县水利局未报送')).toEqual([['县教育和体育局', '县水利局']]);
});

test('单位名前面的话不算', () => {
  expect(rowsIn('未按时报送的单位有县医保局、县气象局。')).toEqual([['县医保局', '县气象局']]);
});

test('单位后面的话不算', () => {
  expect(rowsIn('市林业局网站2条留言未答复')).toEqual([['市林业局']]);
  expect(rowsIn('古井乡账号连续两周未更新')).toEqual([['古井乡']]);
});

test('列举的是单位才数得出', () => {
  expect(namedUnits('县残联、县档案馆、县供销社')).toEqual(['县残联', '县档案馆', '县供销社']);
  expect(namedUnits('东河镇、梨园镇未完成备案')).toEqual(['东河镇', '梨园镇']);
  expect(namedUnits('县残联等')).toBeUndefined();
  expect(namedUnits('个别单位')).toBeUndefined();
});
