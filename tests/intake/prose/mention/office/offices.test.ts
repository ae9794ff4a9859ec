/** Offices named without an account: whole lists with what is said of them, and what is no such list (names invented). */
import { describe, expect, it } from 'vitest';
import { officesIn } from '../../../../../src/intake/prose/mention/office/offices.ts';
import { namedInCircular } from '../../../../../src/intake/prose/circular.ts';
import { Known } from '../../../../../src/intake/record/known.ts';
import { openLedger } from '../../../../../src/ledger/open.ts';
import { readText } from '../../../../../src/paper/text.ts';
import { shippedFolder } from '../../../source.ts';

const known = new Known(openLedger(shippedFolder));

/** 单位：问题, one for each that is proposed. */
function said(text: string): string[] {
  const { blocks } = readText('通报.txt', text, () => false);
  const lines = blocks.filter((block) => block.kind === 'line');
  return namedInCircular(lines, known).named.flatMap(({ mention, findings }) =>
    findings.map((finding) => `${mention.name}：${finding}`),
  );
}

const names = (sentence: string): string[][] =>
  officesIn(sentence).map(({ mentions }) => mentions.map(({ name }) => name));

describe('不是它的问题', () => {
  it.each([
    '“白水教育”微信公众号未出现“僵尸”现象。',
    '县教育局网站运行规范，不存在“空壳”“僵尸”问题。',
    '“白水教育”“白水民政”微信公众号积极整治“僵尸”现象，更新及时。',
    '县教育局开展“僵尸”“空壳”账号清理工作。',
    '县民政局为空巢老人提供服务。',
    '县信访局对网民留言不及时答复的单位进行了通报。',
    '县教育局对群众来信超过20天未回复的问题进行了督办。',
    '县融媒体中心对公众咨询不予答复的情况组织核查。',
    '“白水教育”微信公众号更新不及时问题整改完成时间为10月20日，现已改好。',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    [
      '检查发现12个网站存在栏目长期未更新问题，其中“白水县政府网”“石桥县政府网”各有5个栏目未更新。',
      ['白水县政府网：有5个栏目未更新', '石桥县政府网：有5个栏目未更新'],
    ],
    [
      '“白水教育”微信公众号“僵尸”账号，长期未更新。',
      ['白水教育：“僵尸”账号', '白水教育：长期未更新'],
    ],
  ])('是的照提：%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('点名的单位', () => {
  it.each([
    [
      '示例县财政局、石桥镇等2个单位报送的信息存在错别字问题。',
      ['示例县财政局：报送的信息存在错别字问题', '石桥镇：报送的信息存在错别字问题'],
    ],
    [
      '示例县教育局、石桥镇未对上月通报指出的问题进行整改。',
      ['示例县教育局：未对上月通报指出的问题进行整改', '石桥镇：未对上月通报指出的问题进行整改'],
    ],
    [
      '甲县城管局1份文件超过规定时间公开且有错别字；南溪镇2篇信息存在错别字。',
      ['甲县城管局：1份文件超过规定时间公开且有错别字', '南溪镇：2篇信息存在错别字'],
    ],
    [
      '部分单位上报信息存在常见错别字等问题。如，甲县财政局、甲县水利局、白石镇。',
      [
        '甲县财政局：上报信息存在常见错别字等问题',
        '甲县水利局：上报信息存在常见错别字等问题',
        '白石镇：上报信息存在常见错别字等问题',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(said(`${text}\n`)).toEqual(expected);
  });

  it.each([
    '抄送：甲县财政局、甲县水利局、白石镇。',
    '甲县财政局、甲县水利局更新及时，内容准确。',
    '各单位要对照问题清单，甲县政府办公室将适时复查未整改的问题。',
    '相关部门、各乡镇存在更新不及时问题。',
    '存在问题的单位要举一反三。\n甲县财政局\n甲县水利局',
    '甲县公安局、甲县网信办对违规账号予以查处。',
  ])('不是点名批评的不提出：%s', (text) => {
    expect(said(`${text}\n`)).toEqual([]);
  });

  it('名单到说的话为止，连同等几个单位；不是单位的一个也不取', () => {
    expect(names('甲县财政局、南溪镇和东湖街道未按时报送')).toEqual([
      ['甲县财政局', '南溪镇', '东湖街道'],
    ]);
    expect(names('如甲县民政局、南溪镇等5个单位均未更新')).toEqual([['甲县民政局', '南溪镇']]);
    expect(names('甲县民政局、首页栏目未更新')).toEqual([]);
    expect(names('经检查，未发现问题')).toEqual([]);
  });
});
