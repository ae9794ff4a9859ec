/** `ledger update`, `new`, `codeowners`, `queue`, `audit` as somebody types them, on a real clone of a real repository. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { review } from '../../src/review/review.ts';
import { Depot, gitEnv } from './depot.ts';
import { newPlace } from './machine.ts';
import * as samples from './samples.ts';
import { TODAY, worldFiles, wrong } from './world.ts';

const program = resolve(import.meta.dirname, '../../scripts/ledger.ts');

let root: string;
let depot: Depot;
let clone: string;
let first: string;

beforeEach(() => {
  root = newPlace('ledger-hand');
  depot = new Depot(join(root, 'ledger.git'));
  first = depot.commit(undefined, worldFiles());
  depot.branch('main', first);
  clone = join(root, 'clone');
  execFileSync('git', ['clone', '--quiet', depot.dir, clone], { env: gitEnv(root) });
  for (const [key, value] of [
    ['user.name', '填报员甲'],
    ['user.email', 'jia@example.invalid'],
  ] as const)
    execFileSync('git', ['-C', clone, 'config', key, value]);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Runs `ledger ARGS` in the clone on the day of the tests. */
function ledger(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [program, ...args, '--as-of', TODAY], {
    cwd: clone,
    encoding: 'utf8',
    env: gitEnv(root),
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const git = (...args: string[]) =>
  execFileSync('git', ['-C', clone, '-c', 'core.quotepath=false', ...args], {
    encoding: 'utf8',
    env: gitEnv(root),
  }).trim();
const branches = () => git('for-each-ref', '--format=%(refname:short)', 'refs/heads/report');

describe('ledger update', () => {
  test('写报送、放佐证、建分支、推送；工作文件夹和当前分支不动；别人那里检查通过', () => {
    const picture = join(root, '后台 截图.png');
    writeFileSync(picture, samples.png);
    const { code, out } = ledger(
      'update',
      'plain-01',
      '--action',
      'submitted',
      '--note',
      '已备案',
      '--evidence',
      'number:示例备〔2024〕1号@2024-06-09',
      `${picture}@2024-06-10`,
      'https://mp.example/s/a',
      '--as',
      'clerk-jia',
      '--push',
    );
    expect([code, out]).toEqual([0, expect.stringContaining('待整改 → 待审核')]);
    expect(git('status', '--porcelain')).toBe('');
    expect(git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('main');
    const branch = branches();
    expect(branch).toMatch(/^report\/plain-01-20240610-\d{6}-[a-z0-9]{3}$/u);
    const head = depot.git('rev-parse', branch);
    const added = git('diff', '--name-status', 'main', branch).split('\n');
    expect(added).toEqual([
      'A\tcontent/evidence/plain-01/后台-截图.png',
      expect.stringMatching(
        /^A\tcontent\/updates\/plain\/plain-01\/20240610-\d{6}-[a-z0-9]{3}\.yaml$/u,
      ),
    ]);
    const checked = review({
      repository: depot.dir,
      prefix: 'content/',
      base: first,
      head,
      author: 'clerk-jia',
      actor: 'clerk-jia',
      today: TODAY,
    });
    expect(wrong(checked)).toEqual([]);
  });

  test('不合规的一步先说明，什么都不写', () => {
    const cases: [string[], string][] = [
      [['--action', 'submitted'], '请填写备案编号'],
      [['--action', 'accepted'], '还没有申请验收'],
      [
        ['--action', 'submitted', '--as', 'clerk-yi', '--evidence', 'number:1'],
        '不是示例区甲街道办事处的填报员',
      ],
      [['--action', 'voided', '--reason', '试', '--as', 'clerk-jia'], '由审核员登记'],
      [['--action', 'progress', '--reported-on', '2024-06-11'], '还没有到'],
      [['--action', 'progress', '--due-on', '2024-07-01'], '不用写 --due-on'],
      [['--action', 'progress', '--evidence', '没有的文件.png'], '找不到佐证文件'],
      [['--action', '销号'], '可选'],
    ];
    for (const [args, sentence] of cases) {
      const { code, err } = ledger('update', 'plain-01', ...args);
      expect([args, code === 0, err]).toEqual([args, false, expect.stringContaining(sentence)]);
    }
    const bad = join(root, 'a.png');
    writeFileSync(bad, samples.html);
    const { code, err } = ledger('update', 'plain-01', '--action', 'progress', '--evidence', bad);
    expect([code, err]).toEqual([1, expect.stringContaining('文件是网页')]);
    expect(ledger('update', 'plain-1', '--action', 'progress').err).toContain('plain-01');
    expect(branches()).toBe('');
    expect(git('status', '--porcelain')).toBe('');
  });

  test('审核员办理：退回、延期、重启，轮次自动', () => {
    const put = (...args: string[]) => {
      const { code, err } = ledger('update', 'plain-01', ...args, '--write');
      expect([args, code, err]).toEqual([args, 0, '']);
    };
    put('--action', 'submitted', '--reported-on', '2024-06-01', '--evidence', 'number:1');
    put('--action', 'returned', '--reported-on', '2024-06-02', '--reason', '不清楚');
    put(
      ...['--action', 'extended', '--reported-on', '2024-06-03', '--asked-on', '2024-06-03'],
      ...['--due-on', '2024-07-31', '--reason', '等批复'],
    );
    put('--action', 'submitted', '--reported-on', '2024-06-04', '--evidence', 'number:1');
    put('--action', 'accepted', '--reported-on', '2024-06-05');
    put(
      ...['--action', 'reopened', '--reported-on', '2024-06-06', '--reason', '反弹'],
      ...['--ground', 'recurrence'],
    );
    const folder = join(clone, 'content/updates/plain/plain-01');
    const last = readdirSync(folder).toSorted().at(-1) ?? '';
    expect(readFileSync(join(folder, last), 'utf8')).toContain('round: 2\n');
    expect(ledger('check').code).toBe(0);
  });

  test('不在 Git 仓库里就写进文件夹；要建分支的说明白', () => {
    const plain = join(root, 'plain');
    execFileSync('cp', ['-r', join(clone, 'content'), plain]);
    const args = ['update', 'plain-01', '--action', 'started', '--content', plain];
    const { code, out } = ledger(...args);
    expect([code, out]).toEqual([0, expect.stringContaining('待整改 → 整改中')]);
    expect(readdirSync(join(plain, 'updates/plain/plain-01'))).toHaveLength(1);
    args[3] = 'progress';
    expect(ledger(...args, '--note', '在改', '--push').code).toBe(2);
  });

  test('按最新取到的主分支报，不按旧的工作文件夹', () => {
    const merged = depot.commit(first, {
      'content/updates/plain-01/20240601-090000-abc.yaml':
        'issue: plain-01\naction: started\nreportedOn: 2024-06-01\n',
    });
    depot.branch('main', merged);
    git('fetch', '--quiet');
    const { code, err } = ledger('update', 'plain-01', '--action', 'started');
    expect([code, err]).toEqual([1, expect.stringContaining('已在整改')]);
  });

  test('输出 JSON 供别的程序用', () => {
    const { out } = ledger('update', 'plain-01', '--action', 'started', '--json');
    expect(JSON.parse(out)).toMatchObject({ passage: '待整改 → 整改中', branch: branches() });
  });
});

describe('ledger new', () => {
  test('单位、账号、问题接连登记，时限照抄、读法给出，台账没有错', () => {
    const put = (...args: string[]) => {
      const { code, out, err } = ledger('new', ...args, '--write');
      expect([args, code, err]).toEqual([args, 0, '']);
      return out;
    };
    put(
      'unit',
      '--id',
      'bing',
      '--name',
      '示例区丙乡人民政府',
      '--kind',
      'township',
      '--alias',
      '丙乡',
    );
    put(
      'account',
      '--id',
      'bing-wechat',
      '--unit',
      'bing',
      '--name',
      '丙乡发布',
      '--platform',
      'wechat-official',
    );
    const told = put(
      ...['issue', '--campaign', 'plain', '--account', 'bing-wechat', '--finding', '未进行备案'],
      ...['--measures', '立即备案', '--deadline', '7月底', '--problem', 'not-filed'],
      ...['--origin', 'district'],
    );
    expect(told).toContain('时限“7月底”');
    const text = readFileSync(join(clone, 'content/issues/plain/plain-05.yaml'), 'utf8');
    expect(text).toContain('dueOn: 2024-07-31');
    expect(text).toContain('row: 5\n');
    expect(ledger('check').code).toBe(0);
  });

  test('引用不存在、编号写错、已经有的：说明白，不写', () => {
    const cases: [string[], number, string][] = [
      [
        ['account', '--id', 'x', '--unit', 'jiaa', '--name', 'x', '--platform', 'wechat-official'],
        2,
        'jia',
      ],
      [['unit', '--id', 'Jia_1', '--name', '丁', '--kind', 'town'], 2, '不能作编号'],
      [['unit', '--id', 'jia', '--name', '丁', '--kind', 'town'], 2, '已经有了'],
      [['unit', '--id', 'ding', '--name', '示例区甲街道办事处', '--kind', 'town'], 1, '甲街道'],
      [['unit', '--id', 'ding'], 2, '--name'],
    ];
    for (const [args, code, sentence] of cases) {
      const run = ledger('new', ...args);
      expect([args, run.code, run.err]).toEqual([args, code, expect.stringContaining(sentence)]);
    }
    expect(git('for-each-ref', 'refs/heads/record')).toBe('');
  });

  test('默认建分支，审核员提交能通过检查', () => {
    const { code, out } = ledger(
      'new',
      'unit',
      '--id',
      'bing',
      '--name',
      '示例区丙乡人民政府',
      '--kind',
      'township',
    );
    expect([code, out]).toEqual([0, expect.stringContaining('record/bing')]);
    git('push', '--quiet', 'origin', 'record/bing');
    const head = depot.git('rev-parse', 'record/bing');
    const common = { repository: depot.dir, prefix: 'content/', base: first, head, today: TODAY };
    expect(wrong(review({ ...common, author: 'rev-1', actor: 'rev-1' }))).toEqual([]);
    expect(review({ ...common, author: 'clerk-jia', actor: 'clerk-jia' }).ok).toBe(false);
  });
});

describe('ledger codeowners', () => {
  test('生成、检查、人员变动后指出不是最新', () => {
    expect(ledger('codeowners', '--check').code).toBe(1);
    expect(ledger('codeowners').code).toBe(0);
    const path = join(clone, '.github/CODEOWNERS');
    expect(readFileSync(path, 'utf8')).toContain('/content/updates/ @rev-1 @rev-2\n');
    expect(ledger('codeowners', '--check').code).toBe(0);
    const site = join(clone, 'content/site.yaml');
    writeFileSync(site, readFileSync(site, 'utf8').replaceAll('rev-2', 'rev-3'));
    expect(ledger('codeowners', '--check').code).toBe(1);
  });
});

describe('ledger queue 和 audit', () => {
  test('数出没有合并的报送和最久的天数；合并了的、没有报送的不算', () => {
    const on = (day: string) => ({ at: `${day}T09:00:00+08:00`, as: '填报员甲' });
    const report = (issue: string, stamp: string, folder = '') => ({
      [`content/updates/${folder}${issue}/${stamp}.yaml`]: `issue: ${issue}\naction: started\nreportedOn: 2024-06-01\n`,
    });
    const old = depot.commit(first, report('plain-01', '20240601-090000'), on('2024-06-01'));
    const form = depot.commit(
      first,
      report('plain-02', '20240608-090000', 'plain/'),
      on('2024-06-08'),
    );
    const done = depot.commit(first, report('plain-03', '20240603-090000'), on('2024-06-03'));
    const other = depot.commit(first, { 'README.md': '别的\n' }, on('2024-06-02'));
    depot.branch('report/old', old);
    depot.branch('cms/updates/new', form);
    depot.branch('report/done', done);
    depot.branch('report/other', other);
    depot.git('update-ref', 'refs/pull/3/head', old);
    const squashed = depot.commit(first, report('plain-03', '20240603-090000'), on('2024-06-09'));
    depot.branch('main', squashed);
    git(
      'fetch',
      '--quiet',
      'origin',
      '+refs/pull/*:refs/pull/*',
      '+refs/heads/*:refs/remotes/origin/*',
    );
    const { code, out } = ledger('queue', '--main', 'origin/main');
    expect([code, out]).toEqual([0, expect.stringContaining('待审报送2份，最久9天。')]);
    // The issue, wherever its reports lie.
    expect(out).toMatch(/head +plain-01\n[^]*cms\/updates\/new +plain-02\n/u);
    const { waiting, ...totals } = JSON.parse(
      ledger('queue', '--main', 'origin/main', '--json').out,
    ) as { waiting: { since: string; days: number }[] };
    expect(totals).toEqual({ proposals: 2, reports: 2, longest: 9, vanished: [] });
    expect(waiting.map(({ since, days }) => [since, days])).toEqual([
      ['2024-06-01', 9],
      ['2024-06-08', 2],
    ]);
    // The main branch here is still the old one; what the remote has merged does not wait.
    expect(git('rev-parse', 'main')).toBe(first);
    expect(ledger('queue').out).toContain('待审报送2份，最久9天。');
    expect(ledger('queue', '--main', 'main').out).toContain('待审报送3份');
    expect(ledger('queue', '--refs', 'refs/heads/none/*').out).toBe('没有待审报送。\n');
  });

  test('审计列出单人代录，指出问题时退出码是 1；浅克隆不能审计', () => {
    const said = (more: string) => ({
      'content/updates/plain-01/20240601-090000.yaml': `issue: plain-01\naction: started\nreportedOn: 2024-06-01\n${more}`,
    });
    const marked = depot.commit(first, said('onBehalfOf: jia\n'), { as: '审核员' });
    depot.branch('main', marked);
    git('pull', '--quiet');
    const fine = ledger('audit');
    expect([fine.code, fine.out]).toEqual([0, expect.stringContaining('单人代录：审核员')]);
    const changed = depot.commit(marked, said('note: 改了\n'), { as: '某人' });
    depot.branch('main', changed);
    git('pull', '--quiet');
    const found = ledger('audit');
    expect([found.code, found.out]).toEqual([1, expect.stringContaining('改动了收过的文件')]);
    const shallow = join(root, 'shallow');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${depot.dir}`, shallow], {
      env: gitEnv(root),
    });
    const run = ledger('audit', '--content', join(shallow, 'content'));
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('浅克隆')]);
    expect(existsSync(shallow)).toBe(true);
  });
});
