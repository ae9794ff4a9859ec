/** 不常见的说法: an office in front of words that no list of beginnings foresees, and words that only look like it. */
import { expect, it } from 'vitest';
import { looseOffice } from '../../../../../src/intake/prose/mention/office/loose-office.ts';

const nameOf = (words: string, behind = ''): string | undefined => looseOffice(words, behind)?.name;

it('单位后面的话说得出什么错，就是它的问题', () => {
  expect(nameOf('土桥乡年度报告格式不符合要求')).toBe('土桥乡');
  expect(nameOf('县住房城乡建设局保障的专栏自今年2月以来未更新')).toBe('县住房城乡建设局');
  expect(nameOf('县残联公示的补贴名单含完整身份证号码')).toBe('县残联');
});

it('名字没有完、是别人查出的、没有说错的都不算', () => {
  expect(nameOf('石佛镇卫生院发布的推文有错别字')).toBeUndefined();
  expect(nameOf('县教育局督促3所学校整改更新不及时问题')).toBeUndefined();
  expect(nameOf('县信访局对网民留言不及时答复的单位进行了通报')).toBeUndefined();
  expect(nameOf('县卫健局首次被通报')).toBeUndefined();
  expect(nameOf('县司法局专栏内容丰富')).toBeUndefined();
});
