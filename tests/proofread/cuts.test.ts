/** 承前: sentences that divide what was counted before them. */
import { expect, test } from 'vitest';
import { continuedDivisions, cutDivisions, wovenDivisions } from '../../src/proofread/cuts.ts';
import { inFigures, lastOf } from './said.ts';

test.each([
  ['共30个。按平台分，微信20个、微博10个。', ['cut 30=20+10']],
  ['共检查账号20个。其中，甲镇9个、乙镇11个。', ['cut 20=9+11']],
  ['共受理诉求100件。三农类诉求30件。三农类诉求中，咨询20件、投诉10件。', ['cut 30=20+10']],
  ['共受理诉求100件。处理结果中，办结90件、在办10件。', ['cut 100=90+10']],
  ['问题66个，涉及账号50个、网站11个。按平台分，微信40个、微博26个。', ['cut 66=40+26']],
  ['共30个。甲镇20个、乙镇10个。', []],
  ['共检查30个。水利类项目中，甲20个、乙10个。', []],
  ['共300个。按平台分，微信20个、微博10个。', []],
])('%s', (text, divisions) => {
  const { last, before } = lastOf(text);
  expect(inFigures(cutDivisions(last, { before }))).toEqual(divisions);
});

test('总数说在下一句的，也是总数', () => {
  const { last: next, before } = lastOf('按来源分：来电600件、来信400件。本月共受理1000件。');
  const [statement] = before;
  expect(inFigures(cutDivisions(statement!, { before: [], next }))).toEqual(['cut 1000=600+400']);
});

test.each([
  ['收到留言212条。市直部门承办132条、县区承办80条。', ['cut 212=132+80']],
  ['收到留言212条。市直部门承办132条、县区承办90条。', ['cut 212?132+90']],
  ['收到留言212条。其中市直部门132条、县区80条。', []],
  ['收到留言212条。\n市直部门承办132条、县区承办80条。', []],
  ['收到留言212条。甲镇承办132条、乙镇承办80条、丙镇承办9条。', []],
])('紧接着的两个对立的数：%s', (text, divisions) => {
  const { last, before } = lastOf(text);
  expect(inFigures(continuedDivisions(last, before))).toEqual(divisions);
});

test('两种分法交叉着说，各归各的总数', () => {
  const { last, before } = lastOf(
    '报送信息1145条，采用358条，其中乡镇报送583条，采用194条，部门报送562条，采用164条。',
  );
  expect(inFigures(wovenDivisions(last, before))).toEqual([
    'of which 1145=583+562',
    'of which 358=194+164',
  ]);
  const two = lastOf('报送信息1145条，其中乡镇583条、部门562条。');
  expect(wovenDivisions(two.last, two.before)).toEqual([]);
});
