/** The office's steps by command, in a real repository: each a branch, each merged by the line that it prints. */
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { city, listedIssue, stepOffice, TODAY } from './step-office.ts';

const { office, run, done, merge } = stepOffice();

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
      const { code, out } = office().look(
        ...['close-account', 'jia-wechat', '--content', office().path('content')],
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
    expect(office().git('branch', '--list', 'remind/*')).toBe('');
  });
});

describe('经办人', () => {
  test('只看我负责的；写的不是审核员就是错', () => {
    const path = office().path('content/issues/zx/zx-02.yaml');
    writeFileSync(path, `${listedIssue(2, city)}officer: rev-1\n`);
    office().commit('经办人');
    const { out } = run('status', '--officer', 'REV-1');
    expect(out).toContain('范围：整个台账，经办人 rev-1');
    expect(out).toMatch(/问题总数 +1 +个 +zx-02/u);
    expect(run('status', '--officer', 'nobody').out).toContain('nobody 不是审核员');
    expect(run('queue', '--officer', 'rev-1').code).toBe(0);
    writeFileSync(path, `${listedIssue(2, city)}officer: clerk\n`);
    expect(run('check').out).toContain('经办人 clerk 不是审核员');
  });
});
