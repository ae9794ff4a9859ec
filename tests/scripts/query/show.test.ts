import { describe, expect, test } from 'vitest';
import { WrongUse } from '../../../scripts/command.ts';
import { showLines } from '../../../scripts/query/show.ts';
import { ledger } from '../../documents/run.ts';

const fictional = 'tests/fixtures/shili';
const show = (asked: string, more = {}) => showLines(asked, { content: 'content', ...more });

test('一个问题：现在怎样、下一步、每一栏，编号和代码都有中文', () => {
  const lines = show('2020-special-12');
  expect(lines.slice(0, 4)).toEqual([
    '问题 2020-special-12（content/issues/2020-special/2020-special-12.yaml）',
    '  截至2020年5月13日：待整改，未到期',
    '  下一步：责任单位开始整改，整改后申请验收（2020年7月31日前）',
    '  单位：榆阳区小壕兔乡人民政府（xiaohaotu）；平台：微信公众号',
  ]);
  expect(lines).toContain('  问题类别：未组织培训（no-training）');
  expect(lines).toContain('    事项：业务培训；次数：1；每：月');
  expect(lines).toContain('  问题来源：自查');
  expect(lines).toContain(
    '    栏目：措施承诺的频次（duties）；读法说明：“每月组织……业务培训”读作每月一次',
  );
});

test('换一天看，是那一天的状态', () => {
  expect(show('2020-special-01', { asOf: '2020-06-03' })[1]).toBe(
    '  截至2020年6月3日：待整改，逾期3天',
  );
});

test('报送按次序列出；虚构的台账先说明是虚构', () => {
  const lines = showLines('2025-special-12', { content: fictional });
  expect(lines[0]).toMatch(/^注意：.*虚构/u);
  const actions = lines.filter((line) => line.startsWith('  事项：'));
  expect(actions).toEqual(
    ['申请验收', '退回', '进展', '申请验收', '退回', '申请验收', '验收'].map(
      (action) => `  事项：${action}`,
    ),
  );
  expect(lines.join('\n')).toContain('可公开：是');
});

describe('单位、账号、专项', () => {
  test('单位按全名、简称都找得到，列出它的问题', () => {
    for (const name of ['qixiang', '榆阳区气象局', '气象局']) {
      const lines = show(name);
      expect(lines[0]).toBe('单位 qixiang（content/units/qixiang.yaml）');
      expect(lines.slice(-4)).toEqual([
        '  截至2020年5月13日，2 个问题：',
        '  问题             状态    时限    账号          存在问题',
        '  2020-special-10  待整改  未到期  榆阳气象      未进行备案',
        '  2020-special-11  待整改  未到期  榆阳预警发布  未进行备案',
      ]);
    }
  });

  test('少写了市、区的也找得到；只像的，问是不是', () => {
    const lines = showLines('财政局', { content: fictional });
    expect(lines[1]).toBe('单位 shili-caizheng（tests/fixtures/shili/units/shili-caizheng.yaml）');
    expect(() => showLines('文旅局', { content: fictional })).toThrow(
      expect.objectContaining({ remedy: '是不是“示例区文化和旅游局”？' }) as Error,
    );
  });

  test('没有问题的单位不列空表', () => {
    expect(show('gongan-yuyang').at(-1)).toMatch(/位置：正文一/u);
  });

  test('专项列出它的 23 个问题，账号列出它自己的', () => {
    expect(show('2020-special')).toContain('  截至2020年5月13日，23 个问题：');
    expect(show('榆阳双拥').at(-1)).toMatch(/^ {2}2020-special-06 /u);
  });
});

test.each([
  ['2020-special-99', '台账里没有“2020-special-99”', '是不是想写“2020-special-09”？'],
  ['榆阳气象局', '台账里没有“榆阳气象局”', '是不是想写“榆阳气象”？'],
  ['不相干', '台账里没有“不相干”', '写编号，或单位、账号、专项的全名'],
  [
    '榆阳区退役军人事务局',
    '叫“榆阳区退役军人事务局”的有 2 个',
    '写编号：账号 tuiyi-wechat、单位 tuiyi',
  ],
])('找不到或分不清“%s”，说怎么办', (asked, message, remedy) => {
  try {
    show(asked);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(WrongUse);
    expect(error).toMatchObject({ message, remedy });
  }
});

test('命令的退出码：找到是 0，找不到是 2；--json 是记录本身', () => {
  const { code, out } = ledger('show', '2020-special-01', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ kind: 'issue', row: 1, updates: [] });
  expect(ledger('show', 'x').code).toBe(2);
});
