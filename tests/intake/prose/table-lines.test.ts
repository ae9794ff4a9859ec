import { describe, expect, it } from 'vitest';
import { tableLinesIn } from '../../../src/intake/prose/table-lines.ts';
import { Known } from '../../../src/intake/record/known.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { shippedFolder } from '../source.ts';

const known = new Known(openLedger(shippedFolder));
const read = (...texts: string[]) =>
  tableLinesIn(
    texts.map((text, index) => ({
      kind: 'line' as const,
      text,
      place: { file: '', sheet: '', row: index + 1, cell: '' },
    })),
    known,
  );

describe('附表文字', () => {
  it('栏名下的各行按栏读；没有问题的不提出；别的行留给正文', () => {
    const { named, rest } = read(
      '附件1',
      '序号 平台 账号名称 主办单位 存在问题',
      '1 微信公众号 甘泉发布 甘泉县人民政府办公室 超过两周未更新',
      '2 抖音 甘泉文旅 甘泉县文化和旅游局 无',
      '请于月底前整改。',
    );
    expect(named.map(({ mention, findings, why }) => [mention.name, findings, why])).toEqual([
      ['甘泉发布', ['超过两周未更新'], undefined],
      ['甘泉文旅', [], 'nothing'],
    ]);
    expect(named[0]).toMatchObject({
      mention: { platform: '微信公众号', unit: '甘泉县人民政府办公室' },
      place: { row: 3 },
    });
    expect(rest.map(({ text }) => text)).toEqual(['附件1', '请于月底前整改。']);
  });

  it('没有问题栏的、格数不一样的不当表', () => {
    expect(read('序号 平台 账号名称 条数', '1 微信 甘泉发布 30').named).toEqual([]);
    expect(read('序号 平台 账号名称 存在问题', '1 微信 甘泉 发布 未更新').named).toEqual([]);
  });

  it('一行一格的表：按栏名数格，末尾不认得的栏不影响', () => {
    const { named, rest } = read(
      ...['一、自查情况', '新媒体类型 |', '新媒体名称 |', '责任单位 |', '问题类别 |', '更新日期 |'],
      ...['微信 |', '甘泉微讯 |', '甘泉镇 |', '更新不及时 |', '7月16日 |'],
      ...['抖音 |', '甘泉之声 |', '劳山镇 |', '未备案 |', '7月17日 |'],
      ...['二、整改措施', '请整改。'],
    );
    expect(named.map(({ mention, findings }) => [mention.name, mention.unit, findings])).toEqual([
      ['甘泉微讯', '甘泉镇', ['更新不及时']],
      ['甘泉之声', '劳山镇', ['未备案']],
    ]);
    expect(rest.map(({ text }) => text)).toEqual(['一、自查情况', '二、整改措施', '请整改。']);
  });

  it('一行一格、格数对不上的表不猜，列出来', () => {
    const { named, unread } = read(
      ...['账号名称', '平台', '存在问题'],
      ...['甘泉微讯', '未备案', '甘泉之声', '微博', '更新不及时'],
    );
    expect(named).toEqual([]);
    expect(unread).toMatchObject([{ sentence: '账号名称 平台 存在问题', place: { row: 1 } }]);
  });
});
