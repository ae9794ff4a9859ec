import { expect, it } from 'vitest';
import { unitsIn } from '../../../src/intake/words/unit-list.ts';

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
