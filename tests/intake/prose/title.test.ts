/** What is the title of a paper, and which papers lay down rules. (names invented) */
import { describe, expect, it } from 'vitest';
import { passagesOf, type Passage } from '../../../src/intake/prose/passage.ts';
import { isRules, isTitle } from '../../../src/intake/prose/title.ts';

const paper = (...lines: string[]): Passage[] =>
  passagesOf(
    lines.map((text, row) => ({
      kind: 'line',
      text,
      place: { file: '通报.txt', sheet: '', row: row + 1, cell: '' },
    })),
  );
const title = (line: string): boolean => paper(line).every((one) => isTitle(one));

describe('文件的题目', () => {
  it.each([
    '关于限期整改“清源民政”微信公众号问题的函',
    '清源县人民政府办公室关于2026年第三季度政务新媒体检查情况的通报',
    '清源县政务新媒体错敏信息监测通报（第9期）',
    '清源区10月政务新媒体监测情况',
    '附件2：“清源发布”等12个账号存在问题及整改建议',
  ])('“%s”是', (line) => expect(title(line)).toBe(true));

  it.each([
    '二、检查情况',
    '（三）问题整改情况的通报',
    '“清源发布”微信公众号更新不及时。',
    '以下账号超过14天未更新：',
    '“清源农机”微信公众号更新不及时被通报',
  ])('“%s”不是', (line) => expect(title(line)).toBe(false));
});

describe('办法、方案、纪要、公告、问答不是通报', () => {
  it.each([
    [['清源县政务新媒体管理办法（试行）', '“清源发布”为主账号。']],
    [['清源县“指尖上的形式主义”专项整治实施方案', '一、重点任务']],
    [['县政府办公室专题会议纪要', '议定以下事项：']],
    [['“清源房管”微信公众号停更公告', '即日起停更。']],
    [['答记者问：账号为何要“瘦身”', '问：…']],
    [['第一条 为规范管理，制定本规定。', '第二条 连续3个月未更新的，责令注销。']],
  ])('%s', (lines) => expect(isRules(paper(...lines))).toBe(true));

  it.each([
    [['关于整改方案落实情况的通报', '“清源发布”未更新。', '附件：管理办法']],
    [['三季度检查情况的通报', '清源县政务新媒体管理办法']],
    [['“清源发布”微信公众号未更新。']],
  ])('%s 是通报', (lines) => expect(isRules(paper(...lines))).toBe(false));
});
