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
});
