import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../src/documents/template/block.ts';
import { render } from '../../../src/documents/template/render.ts';
import {
  copiedFact,
  type Value,
  type TemplateValues,
} from '../../../src/documents/template/value.ts';
import { figures } from '../../../src/domain/figures/figures.ts';

const values: TemplateValues = new Map<string, Value>([
  ['问题总数', { text: '23', rows: ['a-1', 'a-2'], from: '问题' }],
  ['逾期', { text: '0', rows: [], from: '逾期' }],
  ['单位', copiedFact('甲镇', '单位')],
  ['明细', { text: '', rows: [], from: '明细', lines: ['甲', '乙'] }],
]);

function filled(template: string): string {
  const { text, faults } = render(template, values);
  expect(faults).toEqual([]);
  return blocksOf(text)
    .map(({ text: words }) => words)
    .join('\n');
}

describe('填入', () => {
  test('占位填成值，名称两边可以有空格', () => {
    expect(filled('共{{问题总数}}个，{{ 单位 }}')).toBe('共23个，甲镇');
  });

  test('有才写的段落：0 和空算没有', () => {
    expect(filled('{{#问题总数}}有{{问题总数}}个{{/问题总数}}{{#逾期}}逾期{{/逾期}}')).toBe(
      '有23个',
    );
    expect(filled('{{^逾期}}没有逾期{{/逾期}}{{^问题总数}}没有问题{{/问题总数}}')).toBe('没有逾期');
  });

  test('列表填成编号的几条', () => {
    expect(filled('如下：\n{{明细}}\n完')).toBe('如下：\n1.甲\n2.乙\n完');
  });

  test('值里的记号只是文字，不会变成标题', () => {
    const sly: TemplateValues = new Map([['单位', copiedFact('# 甲\n## 乙', '单位')]]);
    expect(blocksOf(render('{{单位}}', sly).text)).toEqual([{ kind: 'body', text: '# 甲 ## 乙' }]);
  });

  test('注释不进文稿', () => {
    expect(filled('<!-- 说明 {{没有这个}} -->甲')).toBe('甲');
  });
});

describe('模板的错', () => {
  test.each([
    ['甲\n乙{{问题总树}}', 2, 2, '没有“问题总树”这个占位', '是不是想写“问题总数”？'],
    [
      '{{完全不认识的名称}}',
      1,
      1,
      '没有“完全不认识的名称”这个占位',
      '可用的占位见 docs/templates.md',
    ],
    ['甲{{}}', 1, 2, '花括号里没有名称', '写成 {{名称}}'],
    ['甲{{单位', 1, 2, '“{{”不成对', '写成 {{名称}}'],
    ['{{#单位}}甲', 1, 1, '“{{#单位}}”没有结尾', '补上 {{/单位}}'],
    ['甲{{/单位}}', 1, 2, '“{{/单位}}”没有对应的开头', '删去它'],
    ['{{#单位}}{{/逾期}}{{/单位}}', 1, 8, '“{{/逾期}}”没有对应的开头', '先写 {{/单位}}'],
  ])('%s', (template, line, col, message, remedy) => {
    expect(render(template, values).faults[0]).toEqual({ line, col, message, remedy });
  });

  test('没有写出来的段落里的错也报', () => {
    expect(render('{{#逾期}}{{错名称}}{{/逾期}}', values).faults).toHaveLength(1);
  });
});

describe('溯源', () => {
  test('只列文稿里写出来的占位，各一次', () => {
    const { used } = render('{{问题总数}}{{问题总数}}{{#逾期}}{{单位}}{{/逾期}}', values);
    expect(used.map(({ name, value }) => [name, value.rows])).toEqual([
      ['问题总数', ['a-1', 'a-2']],
    ]);
  });
});

describe('结构', () => {
  test('标题自动编号，略去一节不留空号', () => {
    expect(filled('## 甲\n### 子\n### 丑\n1. 一\n7. 二\n## 乙\n### 寅')).toBe(
      '一、甲\n（一）子\n（二）丑\n1.一\n2.二\n二、乙\n（一）寅',
    );
  });

  test('主送、附件、署名、日期各归其位，空的不要', () => {
    expect(blocksOf('主送：甲\n附件：乙\n附件：\n署名：丙\n日期：丁')).toEqual([
      { kind: 'recipient', text: '甲' },
      { kind: 'annex', text: '乙' },
      { kind: 'office', text: '丙' },
      { kind: 'date', text: '丁' },
    ]);
  });
});

test('指标的名称互不相同，模板里用名称就够了', () => {
  expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
});
