/** The office's steps by command, in a real repository: each a branch, each merged by the line that it prints. */
import { execSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { report, small, submitted } from '../ledger/small.ts';
import { Office } from './office-round.ts';

const TODAY = '2026-06-15';
const site = `${small['site.yaml'] ?? ''}reviewers: [{ account: rev-1, name: 赵示例, from: 2025-01-01 }]\n`;
const registering = `rules:
  - { from: 2025-01-01, filingDays: 10, noticeDays: 5, deregisterDays: 10, abandonedDays: 10 }
`;
const reminding = `rules:
  - { from: 2025-01-01, urgeAfter: 3, circularAfter: 10, interviewAfter: 20, silentAfter: 10, replyWithin: 5 }
`;
const columns = `columns:
  - { id: row, names: [序号] }
  - { id: listed, names: [政府网站/政务新媒体, 账号名称] }
  - { id: host, names: [主办单位] }
  - { id: finding, names: [存在问题] }
`;
const issue = (row: number, more: Record<string, string> = {}): string => {
  const lines = (small['issues/zx/zx-01.yaml'] ?? '').replace('row: 1', `row: ${String(row)}`);
  return Object.entries(more).reduce((text, [find, put]) => text.replace(find, put), lines);
};
const city = { 'origin: self-check': 'origin: city' };
const of = (id: string, text: string) => text.replace('issue: zx-01', `issue: ${id}`);

let office: Office;
const run = (name: string, ...args: string[]) =>
  office.look(name, '--content', office.path('content'), '--as-of', TODAY, ...args);
/** What a person does with the line that a command prints. */
function merge(out: string): void {
  const line = /自己合并：(?<line>git .+)$/mu.exec(out)?.groups?.['line'];
  if (line === undefined) throw new Error(`no line to merge by: ${out}`);
  execSync(line, { cwd: office.dir, stdio: 'pipe' });
}
const done = (name: string, ...args: string[]): string => {
  const { code, out } = run(name, ...args);
  expect([code, out]).toEqual([0, out]);
  merge(out);
  return out;
};

beforeEach(() => {
  office = new Office(
    new Map(
      Object.entries({
        ...small,
        'site.yaml': site,
        'vocabulary/registering.yaml': registering,
        'vocabulary/reminding.yaml': reminding,
        'vocabulary/columns.yaml': columns,
        'accounts/jia/jia-weibo.yaml':
          'kind: new-media\nunit: jia\nname: 甲街道微博\nplatform: weibo\n',
        'issues/zx/zx-02.yaml': issue(2, {
          ...city,
          'account: jia-wechat': 'account: jia-weibo',
          '微信公众号：甲街道发布': '新浪微博：甲街道微博',
        }),
        'issues/zx/zx-03.yaml': issue(3, city),
        'issues/zx/zx-04.yaml': issue(4, city),
        'updates/zx-02/20260320-090000-aaa.yaml': of('zx-02', submitted),
        'updates/zx-02/20260322-090000-aaa.yaml': of('zx-02', report('accepted', '2026-03-22')),
        'updates/zx-03/20260320-090000-aaa.yaml': of('zx-03', submitted),
        'updates/zx-03/20260322-090000-aaa.yaml': of('zx-03', report('accepted', '2026-03-22')),
        'updates/zx-04/20260320-090000-aaa.yaml': of('zx-04', submitted),
      }),
    ),
  );
});

afterEach(() => {
  office.close();
});

describe('上级核销', () => {
  test('照名单一次登记，一处认不准就都不写', () => {
    const list = office.path('名单.csv');
    writeFileSync(
      list,
      '序号,账号名称,主办单位,存在问题\n2,甲街道微博,甲街道,更新不及时\n3,甲街道发布,甲街道,更新不及时\n9,没有的账号,甲街道,更新不及时\n',
    );
    const args = ['--from', list, '--document', '示例市核〔2026〕3号', '--on', '2026-06-12'];
    const unsure = run('confirm', ...args);
    expect(unsure.code).toBe(1);
    expect(unsure.out).toContain('没有的账号');
    expect(unsure.out).toContain('认不出是哪个问题 → 加 --as 4=问题编号');
    const out = done('confirm', ...args, '--as', '4=无');
    expect(out).toContain('zx-02：已验收待上级核销 → 已销号');
    expect(out).toContain('zx-03：已验收待上级核销 → 已销号');
    const again = run('confirm', ...args, '--as', '4=无');
    expect(again.out).toContain('已经登记过核销，略过：zx-02、zx-03。');
    expect(again.out).toContain('没有要核销的');
  });

  test('一段文字里写着编号；没有验收的不能核销', () => {
    const list = office.path('函.txt');
    writeFileSync(list, '同意以下问题核销：\nzx-02\nzx-04\n');
    const args = ['--from', list, '--document', '示例市核〔2026〕3号', '--on', '2026-06-12'];
    const { code, out } = run('confirm', ...args);
    expect([code, out]).toEqual([1, expect.stringContaining('zx-04 待审核，本轮没有验收')]);
    done('confirm', ...args, '--as', '3=无');
  });

  test('用编号登记；不是上级交办的、没有的都说明', () => {
    const on = ['--document', '示例市核〔2026〕3号', '--on', '2026-06-12'];
    expect(run('confirm', '--issue', 'zx-01', ...on).out).toContain('不是上级交办的');
    expect(run('confirm', '--issue', 'zx-22', ...on).out).toContain('台账里没有问题 zx-22');
    expect(run('confirm', ...on).out).toContain('没有写核销哪些问题');
    expect(run('confirm', '--issue', 'zx-02').out).toContain('加上 --document');
    done('confirm', '--issue', 'zx-02', 'zx-03', ...on);
  });
});

describe('暂缓和延期', () => {
  test('上级交办的暂缓要有上级的文号；到批准的那天以前单独计数', () => {
    const put = (id: string, ...more: string[]) =>
      run(
        'update',
        id,
        ...['--action', 'deferred', '--asked-on', '2026-06-14', '--until', '2026-09-30'],
        ...['--reason', '平台暂不办理注销', '--note', '已核实', ...more],
      );
    done('update', 'zx-04', '--action', 'returned', '--reason', '不全', '--note', '退回');
    expect(put('zx-04').out).toContain('市级交办的问题，“暂缓”没有写批准文号 → 谁交办谁批准');
    expect(put('zx-04', '--document', '示例市函〔2026〕8号').code).toBe(0);
    expect(put('zx-01').out).toContain('待整改 → 待整改');
    merge(put('zx-01', '--branch', 'again').out);
    const { out } = run('status');
    expect(out).toMatch(/暂缓 +1 +个 +zx-01/u);
    expect(out).toMatch(/逾期 +1 +个 +zx-04/u);
    const late = run('status', '--as-of', '2026-10-01').out;
    expect(late).toMatch(/逾期 +2 +个 +zx-01、zx-04/u);
  });
});

describe('关停', () => {
  test('一步一步：审批、公告、注销、备案，最后撤销没有办结的问题', () => {
    const on = (day: string, ...args: string[]) => {
      const { code, out } = office.look(
        ...['close-account', 'jia-wechat', '--content', office.path('content')],
        ...['--as-of', day, ...args],
      );
      return { code, out };
    };
    const step = (day: string, ...args: string[]) => {
      const { code, out } = on(day, '--next', ...args);
      expect([code, out]).toEqual([0, out]);
      merge(out);
    };
    expect(on(TODAY, '--next').out).toContain('还没有入册');
    done('register', 'jia-wechat', '--action', 'entered', '--state', 'unfiled');
    const first = on(TODAY).out;
    expect(first).toContain('甲街道发布（jia-wechat）：未备案');
    expect(first).toContain('1. 下一步：批准关停（2026年6月15日起可办）');
    expect(first).toContain('没有办结的问题 3 个');
    expect(first).toContain('zx-03 已验收待上级核销：更新不及时（上级交办，先报上级同意）');
    expect(on(TODAY, '--next').out).toContain('加上 --approval');
    step(TODAY, '--approval', '示批〔2026〕1号');
    step('2026-06-16', '--link', 'https://mp.example/n');
    // 19日放假：16、17、18、22、23 日满五个工作日。
    const third = on('2026-06-17').out;
    expect(third).toContain('关停公告：2026年6月16日已办');
    expect(third).toContain('3. 下一步：平台注销（2026年6月24日起可办，2026年7月7日前办完）');
    expect(on('2026-06-17', '--next').out).toContain('公告到2026年6月23日才期满');
    step('2026-06-24', '--receipt', '回执1');
    step('2026-06-25');
    expect(on('2026-06-26').out).toContain('下一步：没有办结的问题 3 个');
    step('2026-06-26');
    const { out } = run('status', '--as-of', '2026-06-26');
    expect(out).toMatch(/因关停撤销 +1 +个 +zx-01/u);
    const last = on('2026-06-26');
    expect(last.out).toContain('关停办完了。');
    expect(last.out).toContain('zx-03');
  });
});

describe('结项', () => {
  test('没有办结的要列明；结项以后还在名下整改', () => {
    expect(run('conclude', 'zx').out).toContain('未完成 4 件');
    const none = run('conclude', 'zx', '--on', '2026-06-10');
    expect([none.code, none.out]).toEqual([1, expect.stringContaining('还有 4 个没有办结')]);
    const out = done('conclude', 'zx', '--on', '2026-06-10', '--remaining', 'all');
    expect(out).toContain('继续整改 4 个');
    expect(run('conclude', 'zx', '--on', '2026-06-11').out).toContain('已于2026年6月10日结项');
    expect(run('check').out).toContain('台账没有错误');
  });
});

describe('催办', () => {
  test('登记写成分支，合并才算；说的是现在这一轮', () => {
    const accepted = ['--note', '核实', '--reported-on', '2026-05-02'];
    done(
      ...['update', 'zx-01', '--action', 'submitted', '--note', '改好', '--reported-on'],
      ...['2026-05-01', '--evidence', 'link:https://mp.example/s/b@2026-04-30'],
    );
    done('update', 'zx-01', '--action', 'accepted', ...accepted);
    done(
      ...['update', 'zx-01', '--action', 'reopened', '--ground', 'recurrence'],
      ...['--reported-on', '2026-05-20', '--due-on', '2026-06-05'],
      ...['--reason', '又有三周没有更新', '--note', '重启'],
    );
    const first = run('remind', '--record');
    expect(first.out).toContain('第2轮（2026年5月20日重启，问题反弹）：又有三周没有更新');
    expect(first.out).not.toContain('更新不及时');
    expect(run('remind').out).toContain('【提醒】');
    merge(first.out);
    expect(run('remind').out).toBe('今天没有要催办的。\n');
    expect(office.git('branch', '--list', 'remind/*')).toBe('');
  });
});

describe('经办人', () => {
  test('只看我负责的；写的不是审核员就是错', () => {
    const path = office.path('content/issues/zx/zx-02.yaml');
    writeFileSync(path, `${issue(2, city)}officer: rev-1\n`);
    office.commit('经办人');
    const { out } = run('status', '--officer', 'REV-1');
    expect(out).toContain('范围：整个台账，经办人 rev-1');
    expect(out).toMatch(/问题总数 +1 +个 +zx-02/u);
    expect(run('status', '--officer', 'nobody').out).toContain('nobody 不是审核员');
    expect(run('queue', '--officer', 'rev-1').code).toBe(0);
    writeFileSync(path, `${issue(2, city)}officer: clerk\n`);
    expect(run('check').out).toContain('经办人 clerk 不是审核员');
  });
});
