import { expect, it } from 'vitest';
import { unitListParts, unitsIn } from '../../../src/intake/words/unit-list.ts';

it.each([
  ['县人社局、县编办', '县人社局', ['县编办'], false],
  ['县住建局；配合单位：县城管局', '县住建局', ['县城管局'], true],
  ['牵头单位：市教育局；配合单位：市财政局、市人社局', '市教育局', ['市财政局', '市人社局'], true],
  ['市卫健委（牵头）、市医保局', '市卫健委', ['市医保局'], true],
  ['市公安局牵头，市司法局、市信访局配合', '市公安局', ['市司法局', '市信访局'], true],
  ['县信访局\n县住建局\n县水务局', '县信访局', ['县住建局', '县水务局'], false],
  ['县委宣传部/县融媒体中心', '县委宣传部', ['县融媒体中心'], false],
  ['责任单位：市水利局', '市水利局', [], true],
])('“%s”：%s 牵头', (text, lead, assisting, isSaid) => {
  expect(unitsIn(text)).toEqual({ lead, assisting, isSaid });
});

it.each(['市教育局', '榆林市榆阳区\n沙河路街道办事处', '县自然资源局（县不动产登记中心）', ''])(
  '“%s”是一个单位',
  (text) => {
    expect(unitsIn(text)).toBeUndefined();
  },
);

it.each([
  ['市教育局、市财政局配合', '市教育局', ['市财政局'], true],
  ['市教育局牵头，市财政局、市人社局配合落实', '市教育局', ['市财政局', '市人社局'], true],
  ['市教育局牵头负责、市财政局', '市教育局', ['市财政局'], true],
  ['市教育局、市财政局、市人社局（配合）', '市教育局', ['市财政局', '市人社局'], false],
  ['市教育局（牵头）、市财政局（牵头）', '市教育局', ['市财政局'], false],
  ['协办单位：市财政局；市教育局（主办）', '市教育局', ['市财政局'], true],
  ['配合单位：市财政局', '市财政局', [], false],
  ['责任单位：市教育局 配合单位：市财政局', '市教育局', ['市财政局'], true],
  ['市教育局（牵头，抓总、协调）、市财政局', '市教育局', ['市财政局'], true],
  ['牵头单位：市教育局\n配合单位：市财政局', '市教育局', ['市财政局'], true],
  ['市教育局、，市财政局', '市教育局', ['市财政局'], false],
])('“%s”：%s 牵头，说没说清楚', (text, lead, assisting, isSaid) => {
  expect(unitsIn(text)).toEqual({ lead, assisting, isSaid });
});

it.each(['市教育局 市财政局', '栏目一、栏目二', '更新不及时、市教育局', '市教育局、', '，'])(
  '“%s”没有两个单位，也没有说谁牵头',
  (text) => {
    expect(unitsIn(text)).toBeUndefined();
  },
);

it('一格拆成的几份：两头的空格、空的一份都没有；有一行不是单位的不按行拆', () => {
  expect(unitListParts(' 市教育局 ；；市财政局 ')).toEqual(['市教育局', '市财政局']);
  expect(unitListParts('市教育局\n市财政局')).toEqual(['市教育局', '市财政局']);
  expect(unitListParts('市教育\n局')).toEqual(['市教育局']);
  expect(unitListParts('市教育局\n及其下属')).toEqual(['市教育局及其下属']);
});
