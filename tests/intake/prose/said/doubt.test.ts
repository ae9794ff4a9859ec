/** 拿不准的话: words that do not settle whose a finding is, or whether it still holds. (虚构) */
import { describe, expect, it } from 'vitest';
import {
  comesToOther,
  isAgainWrong,
  isAnswer,
  isByTurns,
  isDealtWith,
  isInCase,
  isLikewise,
  isMixed,
  isPenalty,
  isScore,
  isStillWrong,
  isUnsettled,
  isWarning,
  ONLY_PART,
  OPENED,
  saysNotWhat,
} from '../../../../src/intake/prose/said/doubt.ts';

describe('说的是其中哪一个', () => {
  it('前者后者、一个一个分开说的，几个账号时分不清，一个时无妨', () => {
    expect(isByTurns('一个未更新，一个未备案', 2)).toBe(true);
    expect(isByTurns('前者未更新，后者未备案', 2)).toBe(true);
    expect(isByTurns('前者未更新，后者未备案', 1)).toBe(false);
    expect(isByTurns('均未更新', 2)).toBe(false);
  });

  it('后半句说到别的单位', () => {
    expect(comesToOther('“造林”栏目和县水务局“防汛”栏目空白')).toBe(true);
    expect(comesToOther('“造林”栏目空白')).toBe(false);
  });

  it('也有同样问题的，问题在前面', () => {
    expect(isLikewise('也存在同样问题')).toBe(true);
    expect(isLikewise('也存在错别字')).toBe(false);
  });

  it('分号前夸、分号后批的是两回事，没有分号的不是', () => {
    expect(isMixed(['运维较好；', '长期不更新'], ['praise', 'problem'])).toBe(true);
    expect(isMixed(['运维较好，', '长期不更新'], ['praise', 'problem'])).toBe(false);
  });
});

describe('还算不算', () => {
  it.each([
    ['有理由的', '', '超过两周未更新，已提前报备'],
    ['在办的', '', '已提交备案申请，尚未审核通过'],
    ['好转的', '', '更新不及时问题明显好转'],
    ['从前的', '', '曾断更一个月'],
    ['读者说的', '网民在', '留言反映长期未更新'],
    ['请人办的', '请', '尽快整改更新不及时问题'],
    ['要做的', '要指导', '未更新的内容'],
  ])('%s拿不准', (_, lead, own) => {
    expect(isUnsettled(lead, own)).toBe(true);
  });

  it('有理由而没有做到的、只说没更新的，拿得准', () => {
    expect(isUnsettled('', '已申请关停，但至今未注销')).toBe(false);
    expect(isUnsettled('检查发现', '超过两周未更新')).toBe(false);
  });

  it('整改后又出现的是又错了；自己写明“虽……但……”的，说得出现在怎样', () => {
    expect(isAgainWrong('已整改，但又出现2处错别字')).toBe(true);
    expect(isAgainWrong('已整改到位')).toBe(false);
    expect(isStillWrong('虽已恢复更新，但再次停更')).toBe(true);
    expect(isStillWrong('已恢复更新，但再次停更')).toBe(false);
    expect(isStillWrong('虽已停更，但已按规定报备')).toBe(false);
  });

  it('针对问题做了什么，不是问题；问题被通报，是', () => {
    expect(isDealtWith('针对', '错别字问题，县司法局建立了制度')).toBe(true);
    expect(isDealtWith('针对', '错别字问题，现予以通报')).toBe(false);
  });
});

describe('不是说它有问题', () => {
  it('假设、警示、答复、罚则', () => {
    expect(isInCase('如', '连续14天未更新，系统将预警')).toBe(true);
    expect(isInCase('', '连续14天未更新，系统未预警')).toBe(false);
    expect(isWarning('各单位要以', '被通报为戒')).toBe(true);
    expect(isWarning('', '被通报')).toBe(false);
    expect(isAnswer('县信访局答复网民：')).toBe(true);
    expect(isAnswer('检查发现：')).toBe(false);
    expect(isPenalty('对', '微信公众号扣2分')).toBe(true);
    expect(isPenalty('', '微信公众号未更新')).toBe(false);
  });

  it('得分、名次只说成绩', () => {
    expect(isScore('健康指数为92.5，低于全市平均水平')).toBe(true);
    expect(isScore('栏目空白')).toBe(false);
  });

  it('标题只说有问题、没说是什么的，认得出', () => {
    expect(saysNotWhat('问题集中在以下方面')).toBe(true);
    expect(saysNotWhat('更新不及时')).toBe(false);
  });

  it('擅自开通本身是问题，不得擅自开通不是', () => {
    expect(OPENED.test('县人社局擅自开通')).toBe(true);
    expect(OPENED.test('不得擅自开通')).toBe(false);
  });

  it('只点到栏目的，没有说怎样', () => {
    expect(ONLY_PART.test('的“通知公告”栏目。')).toBe(true);
    expect(ONLY_PART.test('“通知公告”栏目空白。')).toBe(false);
  });
});
