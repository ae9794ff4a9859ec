/** `ledger set`: settings by Chinese names, without YAML. (示例区，虚构) */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openLedger } from '../../../../src/ledger/open.ts';
import { ledger, scratch } from '../../../documents/run.ts';

let content = '';
beforeEach(() => {
  content = join(scratch(), 'content');
  cpSync('tests/fixtures/shili', content, { recursive: true });
});

const run = (...args: string[]) => ledger(...args, '--content', content);
const written = (path: string) => readFileSync(join(content, path), 'utf8');

test('公开程度、审签日期、依据一次改：按中文栏名和中文选项，别的字和注释不动', () => {
  const path = 'campaigns/2025-special.yaml';
  writeFileSync(join(content, path), `# 专项办保管\n${written(path)}`);
  const before = written(path).split('\n');
  const { code, out, err } = run(
    'set',
    '示例区政府网站与政务新媒体专项整治',
    '公开程度=只公开统计',
    '公开逾期单位名称=否',
    '审签日期=2026-06-01',
    '公开依据=主任签批（示例）',
    '--write',
  );
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('公开程度：公开清单 → 只公开统计');
  expect(openLedger(content).campaigns.get('2025-special')?.publication).toEqual({
    level: 'statistics',
    overdueNames: false,
    approvedOn: '2026-06-01',
    basis: '主任签批（示例）',
  });
  const changed = written(path)
    .split('\n')
    .filter((line) => !before.includes(line));
  expect(changed.every((line) => /publication|level|approvedOn|basis/u.test(line))).toBe(true);
  expect(written(path)).toMatch(/^# 专项办保管\n/u);
});

test('没有写过的一组也能改：归档、审签；名单加一条，栏名用全角冒号也认', () => {
  expect(run('set', '台账', '全宗号=123', '保管期限=30年', '上级可以检索=是', '--write').code).toBe(
    0,
  );
  const { site } = openLedger(content);
  expect([site.archive, site.searchAbove]).toEqual([{ fonds: '123', retention: '30年' }, true]);
  const approval = ['审签.起用日=2026-07-01', '审签人+=职务：分管副主任，平台账户：leader-1'];
  expect(run('set', '2026-check', ...approval, '审签人+=职务:主任', '--write').code).toBe(0);
  expect(openLedger(content).campaigns.get('2026-check')?.approval).toEqual({
    from: '2026-07-01',
    approvers: [{ post: '分管副主任', account: 'leader-1' }, { post: '主任' }],
  });
  const rule = '更新要求+=起用日:2027-01-01，指标编号:M2，次数:2，每:周，依据:某办〔2026〕3号';
  expect(run('set', '检查指标', rule, '--write').code).toBe(0);
  expect(openLedger(content).vocabulary.indicators.thresholds.at(-1)).toEqual({
    from: '2027-01-01',
    indicator: 'M2',
    every: { times: 2, per: 'week' },
    source: '某办〔2026〕3号',
  });
});

test('只写对象：列出能改的、现在的值、可以写什么；什么都不写', () => {
  const before = written('campaigns/2026-check.yaml');
  const { code, out } = run('set', '2026-check');
  expect(code).toBe(0);
  expect(out).toContain('公开程度：公开清单\n      可写 不公开、只公开统计、公开清单');
  expect(out).toContain('审签.审签人：（没有写）');
  expect(written('campaigns/2026-check.yaml')).toBe(before);
});

test.each([
  [['2026-check', '公开程度=全部'], 1, '不对 → 应为 none（不公开）'],
  [['2026-check', '公开成度=公开清单'], 2, '没有“公开成度”这一栏 → 是不是'],
  [['2026-check', '公开程度'], 2, '写成 栏目=值'],
  [['2026-check', '公开依据='], 2, '后面是空的'],
  [['2026-check', '审签人=主任'], 2, '不整个换掉'],
  [['2026-check', '公开程度+=公开清单'], 2, '只有一个值'],
  [['2026-check', '审签人+=主任'], 2, '“主任”读不出是哪一栏'],
  [['没有的', '公开程度=公开清单'], 2, '台账里没有专项“没有的”'],
])('写错了说明白，一个字不写：%j', (args, code, words) => {
  const before = written('campaigns/2026-check.yaml');
  const ran = run('set', ...args, '--write');
  expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(words)]);
  expect(written('campaigns/2026-check.yaml')).toBe(before);
});

test('没有的栏、不认得的值：说可以写什么', () => {
  const { code, err } = run('set', '示例区人民政府办公室', '编号=1', '--write');
  expect(code).toBe(2);
  expect(err).toContain('没有“编号”这一栏');
  const same = run('set', '台账', '平台=Gitee', '--write');
  expect([same.code, same.err]).toEqual([1, expect.stringContaining('应为 github')]);
});

test('改到的那一栏里的注释去掉，别处的不动，指南也这样说', () => {
  const path = 'site.yaml';
  writeFileSync(
    join(content, path),
    written(path)
      .replace(/^authority:/mu, '# 别处的注释\nauthority:')
      .replace(/^(reviewers:\n.*\n)/mu, '$1  # 名单里的注释\n'),
  );
  expect(run('staff', '审核员', '--in', 'xinren', '--on', '2026-06-10', '--write').code).toBe(0);
  expect(written(path)).toContain('# 别处的注释\n');
  expect(written(path)).not.toContain('名单里的注释');
  const guide = readFileSync('docs/guides/maintainer.md', 'utf8');
  expect(guide).toContain('改到的那一栏（整个名单、整组）里的注释会去掉，别处的不动');
});

test('下级换一种取数的写法：原来的写法去掉，一条命令', () => {
  const child = ['new', 'child', '--id', 'xinyuan', '--name', '示例新园区整改台账', '--order', '9'];
  const ways = ['--short', '新园区', '--internal', '报表', '--write'];
  expect(run(...child, ...ways)).toMatchObject({ code: 0, err: '' });
  const from = () => openLedger(content).children.get('xinyuan')?.internal;
  expect(from()).toEqual({ paper: true });
  const set = (...changes: string[]) => run('set', '新园区', ...changes, '--write');
  expect(set('内部的数取自.网站地址=https://xinyuan.gov.example')).toMatchObject({
    code: 0,
    err: '',
  });
  expect(from()).toEqual({
    address: 'https://xinyuan.gov.example',
    privateAddresses: false,
  });
  const git = ['内部的数取自.Git 仓库地址=https://git.example/a.git', '内部的数取自.分支=pages'];
  expect(set(...git).code).toBe(0);
  expect(from()).toEqual({ git: 'https://git.example/a.git', branch: 'pages' });
});
