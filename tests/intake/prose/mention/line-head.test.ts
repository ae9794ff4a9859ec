import { describe, expect, it } from 'vitest';
import { tableLinesIn } from '../../../../src/intake/prose/table-lines.ts';
import { Known } from '../../../../src/intake/record/known.ts';
import { openLedger } from '../../../../src/ledger/open.ts';
import { shippedFolder } from '../../source.ts';

const known = new Known(openLedger(shippedFolder));
/** name, platform, unit, findings or what is asked, limit. */
const read = (...texts: string[]) => {
  const { named, rest } = tableLinesIn(
    texts.map((text, index) => ({
      kind: 'line' as const,
      text,
      place: { file: '', sheet: '', row: index + 1, cell: '' },
    })),
    known,
  );
  const rows = named.map(({ mention, findings, guesses, why, limit }) =>
    [
      mention.name,
      mention.platform,
      mention.unit ?? '',
      why === 'unclear' ? `问：${guesses.join()}` : (why ?? findings.join()),
      limit ?? '',
    ].join('|'),
  );
  return { rows, rest: rest.map(({ text }) => text) };
};
const KEYS = '主办单位：县水利局；问题：超过30天未更新；时限：6月10日；状态：未办结';
const READ = '甲水利|微信公众号|县水利局|超过30天未更新|6月10日';

describe('栏名前面没有栏名的账号', () => {
  it.each([
    `1．甲水利（微信公众号）——${KEYS}`,
    `2. 甲水利(微信公众号)--${KEYS.replaceAll('：', ':').replaceAll('；', ';')}`,
    `3、甲水利（微信公众号）：${KEYS}`,
    `（4）甲水利【微信公众号】${KEYS}`,
    `⑤甲水利〔微信公众号〕－${KEYS}`,
    `甲水利（微信公众号），${KEYS.replaceAll('；', '，')}`,
    `甲水利（微信公众号）；${KEYS}`,
    `甲水利（微信公众号） ${KEYS.replaceAll('；', ' ')}`,
    `甲水利—微信公众号—${KEYS}`,
    `甲水利/微信公众号：${KEYS}`,
    `微信公众号“甲水利”：${KEYS}`,
    `“甲水利”微信公众号——${KEYS}`,
    `“甲水利”（微信公众号）——${KEYS}`,
    `县水利局“甲水利”微信公众号——${KEYS}`,
    `甲水利微信公众号——${KEYS}`,
    `（微信公众号）甲水利——${KEYS}`,
    `甲水利——平台：微信公众号；${KEYS}`,
    `甲水利（微信公众号，县水利局）——${KEYS.replace('主办单位：县水利局；', '')}`,
    `县水利局 甲水利 微信公众号——${KEYS.replace('主办单位：县水利局；', '')}`,
  ])('%s', (line) => {
    expect(read(line)).toEqual({ rows: [READ], rest: [] });
  });

  it('自成一行的账号，下面是它的各栏', () => {
    expect(
      read(
        '1．甲水利（微信公众号）',
        '主办单位：县水利局',
        '问题：超过30天未更新',
        '时限：6月10日',
      ),
    ).toEqual({ rows: [READ], rest: [] });
    expect(
      read('1．甲水利', '平台：微信公众号', '主办单位：县水利局', '问题：超过30天未更新'),
    ).toEqual({ rows: ['甲水利|微信公众号|县水利局|超过30天未更新|'], rest: [] });
  });

  it('没有写平台的账号、网站、两个账号、单位自己的问题', () => {
    expect(
      read(
        `甲水利——${KEYS}`,
        `甲县人民政府网（网站）——主办单位：县政府办；问题：栏目空白`,
        `甲县人民政府网——主办单位：县政府办；问题：栏目空白`,
        `甲水利（微信）、乙水利（抖音）——${KEYS}`,
        `县水利局——问题：没有报送台账；时限：6月10日`,
      ).rows,
    ).toEqual([
      '甲水利||县水利局|超过30天未更新|6月10日',
      '甲县人民政府网|网站|县政府办|栏目空白|',
      '甲县人民政府网|网站|县政府办|栏目空白|',
      '甲水利|微信|县水利局|超过30天未更新|6月10日',
      '乙水利|抖音|县水利局|超过30天未更新|6月10日',
      '县水利局|单位|县水利局|没有报送台账|6月10日',
    ]);
  });

  it('已办结的不提出；单位在前、账号有栏名的读作单位', () => {
    expect(
      read(
        `甲水利（微信公众号）——${KEYS.replace('未办结', '已办结')}`,
        '县水利局——账号：甲水利；平台：微信公众号；问题：超过30天未更新',
      ).rows,
    ).toEqual([
      '甲水利|微信公众号|县水利局|mended|6月10日',
      '甲水利|微信公众号|县水利局|超过30天未更新|',
    ]);
  });

  it('看不懂的要问，不丢账号', () => {
    expect(
      read(
        `甲水利（备用）——${KEYS}`,
        `甲水利（微信公众号、抖音号）——${KEYS}`,
        `“甲水利”“乙水利”——${KEYS}`,
      ).rows,
    ).toEqual([
      '甲水利（备用）||县水利局|问：超过30天未更新|6月10日',
      '甲水利（微信公众号、抖音号）||县水利局|问：超过30天未更新|6月10日',
      '甲水利乙水利||县水利局|问：超过30天未更新|6月10日',
    ]);
  });

  it.each([
    '经检查，甲水利存在以下情况，问题：超过30天未更新；时限：6月10日',
    '检查情况——问题：超过30天未更新；时限：6月10日',
    '甲水利（微信公众号）超过30天未更新，请于6月10日前整改。',
    '联系人：张某；电话：12345',
  ])('不是这样的行：%s', (line) => {
    expect(read(line)).toEqual({ rows: [], rest: [line] });
  });
});
