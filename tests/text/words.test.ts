import { expect, test } from 'vitest';
import { breakablePieces, withoutAsking } from '../../src/text/words.ts';

test.each([
  ['榆阳区政府网站与政务新媒体整改台账', '榆阳区|政府网站与|政务新媒体|整改台账'],
  ['示例区政府网站与政务新媒体整改台账（虚构）', '示例区|政府网站与|政务新媒体|整改台账|（虚构）'],
  ['未定期组织工作人员开展学习培训', '未定期|组织|工作|人员|开展|学习|培训'],
  ['上报新媒体账号数', '上报|新媒体|账号数'],
  ['示例区2025年第一季度检查', '示例区|2025年|第一季度|检查'],
  ['信息发布“三审三校”机制不完善', '信息|发布|“三审三校”|机制|不完善'],
])('%s 只在词与词之间断开', (text, pieces) => {
  expect(breakablePieces(text).join('|')).toBe(pieces);
});

test('前面已经说“需提交”的，不再说“请附”', () => {
  expect(withoutAsking('请附备案编号')).toBe('备案编号');
  expect(withoutAsking('“未备案”请附备案编号')).toBe('“未备案”的，备案编号');
  expect(withoutAsking('请填写备案编号，或附证明')).toBe('备案编号，或附证明');
  expect(withoutAsking('写明文号')).toBe('写明文号');
});

test('拼起来一字不差', () => {
  const text = '宣传内容不够丰富 互动交流不够积极，第4号（2020年）';
  expect(breakablePieces(text).join('')).toBe(text);
});

test('标点不在行首，引号不在行尾', () => {
  for (const piece of breakablePieces(
    '围绕“两巩固五创建”重点内容，结合我办实际、以群众喜闻乐见的方式。',
  ).slice(1)) {
    expect(piece).not.toMatch(/^[，。、”）]/u);
    expect(piece).not.toMatch(/[“（]$/u);
  }
});
