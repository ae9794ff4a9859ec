/** What is done, asked, planned and announced is no finding by itself; a finding may go on with it. */
import { describe, expect, it } from 'vitest';
import { isAsideAlone, saysMore } from '../../../../src/intake/prose/said/measure.ts';
import { Known } from '../../../../src/intake/record/known.ts';
import { openLedger } from '../../../../src/ledger/open.ts';
import { shippedFolder } from '../../source.ts';

const known = new Known(openLedger(shippedFolder));

describe('只是措施、要求、计划、公告、转述', () => {
  it.each([
    '重复开设的账号予以整合',
    '为县级主账号，由县融媒体中心运维，县直各单位不得重复开设同类账号',
    '我办将严格执行“三审三校”',
    '已发出公告，宣布旗下账号停更',
    '于2026年4月22日起停更',
    '11月10日前发布停更公告',
    '被通报的16家政府网站中，大多为旗县区基层',
    '须在5个工作日内回复留言，逾期未回复的予以通报',
    '客服回应：参保信息未显示',
    '编辑部对错别字责任人罚款200元',
    '共审核稿件1200篇，退回不合格稿件36篇',
  ])('“%s”', (words) => expect(saysMore(words, known)).toBe(false));
});

describe('说了问题，再说措施', () => {
  it.each([
    '长期不更新，责令限期整改',
    '责令整改后仍有错别字',
    '发布信息错误的问题予以通报',
    '应更新未更新',
    '自6月起停更，既未注销也未发布停更公告',
  ])('“%s”', (words) => expect(saysMore(words, known)).toBe(true));
});

it('整句都是措施', () => {
  expect(isAsideAlone('由县发展改革局于月底前关停注销')).toBe(true);
  expect(isAsideAlone('超过两周未更新，由县发展改革局关停')).toBe(false);
  expect(isAsideAlone('')).toBe(false);
});
