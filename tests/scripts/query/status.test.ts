import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DataFaults, WrongUse } from '../../../scripts/command.ts';
import { statusOf } from '../../../scripts/query/status.ts';
import type { FigureValue } from '../../../src/domain/figures/figure-value.ts';
import { SCHEMA_VERSION } from '../../../src/schema/site.ts';
import { ledger } from '../../documents/run.ts';
import { scratch, type Scratch } from '../../history/repository.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = new URL('../../../', import.meta.url).pathname;
const real = join(root, 'content');

type Options = Omit<Parameters<typeof statusOf>[1], 'content'>;
type Status = ReturnType<typeof statusOf>['data'];

function status(content: string, options: Options = {}, what?: string): Status {
  return statusOf(what, { content, ...options }).data;
}

function lines(content: string, options: Options = {}, what?: string): string[] {
  return statusOf(what, { content, ...options }).lines();
}

function valueOf({ figures }: Status, id: string): FigureValue {
  return figures.find((figure) => figure.id === id)!.value;
}

function rowsOf(all: Status, id: string): readonly string[] {
  const value = valueOf(all, id);
  return value.kind === 'reported' ? [] : value.rows;
}

describe('真实台账：六个日子的数，与清单逐行核对', () => {
  const row = (number: number) => `2020-special-${String(number).padStart(2, '0')}`;
  const between = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => row(from + at));
  // 5月底 16 行：1–4、8、10–11、14、16–23。4 + 1 + 2 + 1 + 8 = 16
  const may = [...between(1, 4), row(8), row(10), row(11), row(14), ...between(16, 23)];
  // 6月底 1 行：6。7月底 1 行：7。7月31日并长期坚持 1 行：12。16 + 1 + 1 + 1 = 19
  const june = row(6);
  const july = [row(7), row(12)];
  // 立即整改 1 行：9。长期整改 3 行：5、13、15。19 + 1 + 3 = 23
  const undated = [row(5), row(9), row(13), row(15)];

  // [日子, 逾期, 临期, 未到期, 应报结果]；立即整改满 7 天（5月20日）起应报结果，复查要到 5月13日 + 90 天 = 8月11日。
  const days: [string, string[], string[], string[], string[]][] = [
    ['2020-05-13', [], [], [...may, june, ...july], []],
    ['2020-05-31', [], may, [june, ...july], [row(9)]],
    ['2020-06-01', may, [], [june, ...july], [row(9)]],
    ['2020-06-30', may, [june], july, [row(9)]],
    ['2020-07-31', [...may, june], july, [], [row(9)]],
    ['2020-08-01', [...may, june, ...july], [], [], [row(9)]],
  ];

  for (const [day, overdue, soon, later, remind] of days) {
    test(`${day}：逾期 ${String(overdue.length)}、临期 ${String(soon.length)}、未到期 ${String(later.length)}、无截止日 4，合计 23`, () => {
      const all = status(real, { asOf: day });
      expect(all.basis).toEqual({ by: 'day', on: day });
      expect(rowsOf(all, 'overdue')).toEqual(overdue.toSorted());
      expect(rowsOf(all, 'due-soon')).toEqual(soon.toSorted());
      expect(rowsOf(all, 'due-later')).toEqual(later.toSorted());
      expect(rowsOf(all, 'undated')).toEqual(undated);
      expect(rowsOf(all, 'reminder-due')).toEqual(remind);
      expect(rowsOf(all, 'review-due')).toEqual([]);
      expect(overdue.length + soon.length + later.length + undated.length).toBe(23);
      expect(rowsOf(all, 'open')).toEqual(between(1, 23));
      expect(rowsOf(all, 'unfinished')).toHaveLength(23);
      expect(valueOf(all, 'overdue-rate')).toMatchObject({
        numerator: overdue.length,
        denominator: 23,
      });
    });
  }

  test('范围：上报 36 家 42 个 1 个，列名 20 家 23 个，登记 22 家 23 个 1 个，不补差额', () => {
    const all = status(real);
    const numbers = [
      'reported-units',
      'reported-accounts',
      'reported-websites',
      'named-units',
      'named-accounts',
      'named-websites',
      'registered-units',
      'registered-accounts',
      'registered-websites',
    ].map((id) => {
      const value = valueOf(all, id);
      return value.kind === 'count' || value.kind === 'reported' ? value.value : undefined;
    });
    expect(numbers).toEqual([36, 42, 1, 20, 23, 0, 22, 23, 1]);
  });

  test('问题类别：11 未备案、3 停用未注销、3 更新不及时、4 无互动、2 制度、1 培训、第 13 行两类，共 26 项次', () => {
    const table = status(real).breakdowns.find(({ dimension }) => dimension === 'problem')!;
    expect(table.items).toBe(26);
    const rows = table.parts.map((part) => part.rows.length).toSorted((a, b) => b - a);
    // 11 + 4 + 3 + 3 + 2 + 1 + 1 + 1 = 26，比 23 行多 3：第 1、13、15 行各有两类。
    expect(rows).toEqual([11, 4, 3, 3, 2, 1, 1, 1]);
  });
});

describe('打印的表', () => {
  test('写明口径、范围和台账记录到哪天为止', () => {
    const printed = lines(real, { asOf: '2020-06-01' });
    expect(printed.slice(0, 4)).toEqual([
      '榆阳区政府网站与政务新媒体整改台账',
      '截至2020年6月1日，按报告日期统计，以现有台账为准',
      '范围：整个台账',
      '注意：台账的记录截至2020年5月13日，不反映此后情况；以下按此后没有新的报送推算',
    ]);
    const out = printed.join('\n');
    expect(out).toMatch(/^逾期 +16 {2}个 {2}2020-special-01、.+ 等 16 个$/mu);
    expect(out).toMatch(/^逾期率 +16\/23（69\.6%） +2020-special-01、/mu);
    // 逾期的 16 行里只有第 1 行归两类：16 + 1 = 17 项次。
    expect(out).toMatch(/^合计（项次） +26 +0 +0 +26 +17 +0 +0$/mu);
    expect(out).toMatch(/^2020-05 +0 +23 +0 +0 +0 +0 +23$/mu);
  });

  test('rows 列出全部编号', () => {
    const out = lines(real, { asOf: '2020-06-01', rows: true }).join('\n');
    expect(out).toContain('2020-special-22、2020-special-23');
    expect(out).not.toContain('等 16 个');
  });

  test('每行末尾没有空格，汉字按两格对齐', () => {
    const printed = lines(real);
    expect(printed.filter((line) => line.endsWith(' '))).toEqual([]);
    const at = printed.indexOf('按截止日    问题  已销号  长期坚持  未完成  逾期  临期  撤销');
    expect(printed.slice(at + 1, at + 3)).toEqual([
      '2020-05-31    16       0         0      16     0     0     0',
      '2020-06-30     1       0         0       1     0     0     0',
    ]);
  });

  test('命令打印的就是这些行；json 就是这些数', () => {
    const { code, out } = ledger('status', 'shahelu');
    expect(code).toBe(0);
    expect(out).toBe(`${lines(real, {}, 'shahelu').join('\n')}\n`);
    const json = ledger('status', '--json', '--as-of', '2020-06-01');
    expect(JSON.parse(json.out)).toEqual(
      JSON.parse(JSON.stringify(status(real, { asOf: '2020-06-01' }))),
    );
  });
});

describe('一个单位、一个专项', () => {
  test('编号、名称、别名都认', () => {
    for (const name of ['shahelu', '沙河路街道办事处', '沙河街道办事处']) {
      const all = status(real, {}, name);
      expect(all.scope).toEqual({ unit: 'shahelu' });
      expect(rowsOf(all, 'total')).toEqual(['2020-special-01']);
    }
    for (const name of ['2020-special', '政府网站与政府系统政务新媒体基础建设专项整治']) {
      const all = status(real, {}, name);
      expect(all.scope).toEqual({ campaign: '2020-special' });
      expect(rowsOf(all, 'total')).toHaveLength(23);
      expect(valueOf(all, 'reported-accounts')).toEqual({ kind: 'reported', value: 42 });
    }
    expect(lines(real, {}, 'shahelu')).toContain('范围：单位 沙河路街道办事处（shahelu）');
    expect(lines(real, {}, '2020-special')).toContain(
      '范围：专项 政府网站与政府系统政务新媒体基础建设专项整治（2020-special）',
    );
  });

  test('没有的单位：说没有，像哪个；用法不对退出码 2', () => {
    const { code, err } = ledger('status', 'shahel');
    expect(code).toBe(2);
    expect(err).toContain('台账里没有单位或专项“shahel”');
    expect(err).toContain('shahelu');
  });
});

describe('按报告日期与按提交', () => {
  let repo: Scratch;
  let content: string;
  let early: string;
  const update = (stamp: string, text: string) => {
    repo.write(`content/updates/demo-01/${stamp}.yaml`, `issue: demo-01\n${text}`);
  };

  beforeAll(() => {
    repo = scratch();
    content = join(repo.dir, 'content');
    const site = {
      'site.yaml': `schemaVersion: ${String(SCHEMA_VERSION)}
name: 示例区整改台账（虚构）
authority: 示例区政府办公室（虚构）
fiction: 虚构数据，仅供测试
repository: internal
`,
      'units/demo-unit.yaml': 'name: 示例局（虚构）\nkind: department\n',
      'accounts/demo-unit/demo-wechat.yaml':
        'kind: new-media\nunit: demo-unit\nname: 示例发布（虚构）\nplatform: wechat-official\n',
      'campaigns/demo.yaml': `name: 示例专项（虚构）
list: { title: 问题清单, reportedBy: 示例区政府办公室（虚构）, listedOn: 2024-03-01 }
office: demo-unit
`,
      'issues/demo/demo-01.yaml': `campaign: demo
row: 1
account: demo-wechat
listed: 微信公众号：示例发布
listedHost: 示例局
problems: [content-stale]
finding: 内容更新不及时
measures: 及时更新
deadline: { text: 3月底, kind: fixed, dueOn: 2024-03-31 }
listedOn: 2024-03-01
origin: self-check
`,
    };
    for (const [path, text] of Object.entries(site)) repo.write(`content/${path}`, text);
    cpSync(join(root, 'content', 'vocabulary'), join(content, 'vocabulary'), { recursive: true });
    update(
      '20240310-090000',
      'action: submitted\nreportedOn: 2024-03-10\nevidence: [{ link: https://mp.example/s/abc, day: 2024-03-09 }]\n',
    );
    early = repo.commit('审核员甲', '2024-03-12T10:00:00+08:00');
    update('20240311-090000', 'action: accepted\nreportedOn: 2024-03-11\n');
    repo.commit('审核员甲', '2024-03-20T10:00:00+08:00');
  });
  afterAll(() => {
    repo.remove();
  });

  test('补录的验收：按日 3月12日已销号，按当天的提交还是待审核', () => {
    const byDay = status(content, { asOf: '2024-03-12' });
    const byCommit = status(content, { at: early });
    expect(byDay.basis).toEqual({ by: 'day', on: '2024-03-12' });
    expect(byCommit.basis).toEqual({ by: 'commit', commit: early, on: '2024-03-12' });
    expect([rowsOf(byDay, 'closed'), rowsOf(byDay, 'submitted')]).toEqual([['demo-01'], []]);
    expect([rowsOf(byCommit, 'closed'), rowsOf(byCommit, 'submitted')]).toEqual([[], ['demo-01']]);
    expect(byDay.receivedLater).toEqual(['demo-01/20240311-090000']);
    expect(byCommit.receivedLater).toEqual([]);
    expect(status(content, { asOf: '2024-03-20' }).receivedLater).toEqual([]);
  });

  test('打印时说明口径、虚构和当天没有收到的报送', () => {
    const byDay = lines(content, { asOf: '2024-03-12' }).join('\n');
    expect(byDay).toContain('截至2024年3月12日，按报告日期统计，以现有台账为准');
    expect(byDay).toContain('注意：虚构数据，仅供测试');
    expect(byDay).toContain(
      '收件：1 份报送按报告日期计入，但当天还没有收到（demo-01/20240311-090000）',
    );
    expect(byDay).toMatch(/^2024-03 +0 +1 +0 +1 +0 +0 +0$/mu);
    const byCommit = lines(content, { at: early.slice(0, 8) });
    expect(byCommit).toContain(`截至2024年3月12日，按提交 ${early.slice(0, 12)} 时的台账统计`);
  });

  test('按提交又指定日子：当时的台账，算到那天', () => {
    const later = status(content, { at: early, asOf: '2024-04-30' });
    expect(later.basis).toEqual({ by: 'commit', commit: early, on: '2024-04-30' });
    expect(rowsOf(later, 'submitted')).toEqual(['demo-01']);
  });

  test('没有的提交、不在仓库里：用法不对', () => {
    expect(() => status(content, { at: 'gone' })).toThrow(
      new WrongUse('仓库里没有提交“gone”', '写完整的提交哈希，或用 git log 查'),
    );
    const outside = mkdtempSync(join(tmpdir(), 'ledger-outside-'));
    cpSync(content, outside, { recursive: true });
    expect(() => status(outside, { at: 'HEAD' })).toThrow(
      new WrongUse(`${outside} 不在 Git 仓库里，不能按提交统计`, '去掉 --at，或在仓库里运行'),
    );
    expect(lines(outside, { asOf: '2024-03-12' })).toContain(
      '收件：台账不在 Git 仓库里，没有收件日期',
    );
    rmSync(outside, { recursive: true });
  });

  test('那个提交里没有台账：数据有错', () => {
    repo.git('switch', '--quiet', '--orphan', 'empty');
    const empty = repo.commit('审核员甲', '2024-01-01T10:00:00+08:00');
    repo.git('switch', '--quiet', 'main');
    expect(() => status(content, { at: empty })).toThrow(
      new DataFaults(`提交 ${empty.slice(0, 12)} 里没有可读的台账：缺站点设置或时限规则`),
    );
  });

  test('那个提交里有读不出的文件：照样统计，说明几个没有计入', () => {
    repo.git('switch', '--quiet', '--create', 'odd');
    repo.write('content/issues/demo/demo-02.yaml', 'campaign: [\n');
    const odd = repo.commit('审核员甲', '2024-03-21T10:00:00+08:00');
    repo.git('switch', '--quiet', 'main');
    expect(lines(content, { at: odd })).toContain('注意：1 个文件按现行格式读不出，没有计入');
    expect(status(content, { at: odd }).unreadable).toBe(1);
  });
});
