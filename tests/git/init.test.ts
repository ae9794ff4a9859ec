/**
 * `ledger init`: a ledger of one's own, from an empty folder and the three papers of a fictional county (样例县), both sites below a
 * path, the first report reviewed and merged, and the workflows of its forge, all with the records at the root.
 */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as ExcelJS from '@cj-tech-master/excelts';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import type { QueueItem } from '../../src/form/page-data/waiting-report.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { COUNTY_OFFICE, writeCountyPapers } from '../generator/county.ts';
import { linkFaults, referencesOf } from '../site/links.ts';
import { filesOf, pagesOf } from '../site/page.ts';
import { gitEnv } from './depot.ts';
import { checkout as program, newPlace, type Ran, runIn } from './machine.ts';

const root = newPlace('ledger-init');
const own = join(root, 'taizhang');
const env = gitEnv(root);
/** As a browser would be opened, and a forge stand at its address. */
const opened = join(root, 'opened');
const depot = join(root, 'forge.git');
const shims = join(root, 'bin');
/** What somebody typed, and what the machine took for it; the first is typed in the program's folder. */
const commands = ['npm ci'];
let questions = 0;
let seconds = 0;
let issue = '';

const answers = `办公室：${COUNTY_OFFICE}
台账名称：样例县政府网站与政务新媒体整改台账
仓库：内部
公开内容：清单
平台：Gitea
平台仓库：https://git.example/shuju/taizhang
公开站地址：https://www.example/zgtz/
内部站地址：https://inside.example/zgtz/
审核员：reviewer-1
管理员：maintainer-1
单位名单：单位名单.xlsx
名册：名册.xlsx
问题清单：问题清单.docx
`;

const run = (cwd: string, command: string, ...args: string[]): Ran =>
  runIn(command, args, { cwd, env });

/** A command that counts: of the program before there is a ledger, then of the ledger's own launcher. */
function type(cwd: string, command: string, ...args: string[]): Ran {
  const started = performance.now();
  const done = run(cwd, command, ...args);
  seconds += (performance.now() - started) / 1000;
  commands.push([command, ...args].join(' '));
  return done;
}

/** As README says it: without the day and the file of answers, which only a test gives. */
function asTyped(line: string): string {
  return line
    .replace(
      `${process.execPath} ${join(program, 'scripts/ledger.ts')} init `,
      'npx ledger init ../',
    )
    .replace(own, '../taizhang')
    .replace(/ --answers \S+| --as-of \S+| --port \S+/gu, '');
}

const init = (): Ran =>
  type(
    root,
    process.execPath,
    join(program, 'scripts/ledger.ts'),
    'init',
    'taizhang',
    '--answers',
    '答复.txt',
    '--as-of',
    '2026-03-03',
  );
const ledger = (...args: string[]): Ran => type(own, './ledger', ...args);
const git = (...args: string[]): string => run(own, 'git', ...args).out.trim();

/** What a person answers in the workbook, by what is asked. */
async function answerBook(file: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const page = book.worksheets[0];
  page?.eachRow((row, at) => {
    if (at <= 2) return;
    questions += 1;
    row.getCell(6).value = '未备案';
  });
  await book.xlsx.writeFile(file);
}

beforeAll(async () => {
  await writeCountyPapers(root);
  writeFileSync(join(root, '答复.txt'), answers);
  questions += answers.trim().split('\n').length;
  mkdirSync(shims);
  writeFileSync(join(shims, 'xdg-open'), `#!/bin/sh\necho "$1" > '${opened}'\n`, {
    mode: 0o755,
  });
  env['PATH'] = `${shims}:${env['PATH'] ?? ''}`;
  // The forge's address is kept; what is fetched and pushed goes to a repository of this machine.
  run(root, 'git', 'init', '--quiet', '--bare', '--initial-branch=main', depot);
  delete env['GIT_CONFIG_GLOBAL'];
  const config = ['config', '--global', `url.${depot}.insteadOf`];
  run(root, 'git', ...config, 'https://git.example/shuju/taizhang.git');
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('从空文件夹和三份材料起', () => {
  test('第一次运行只提问：问题写成一张表，什么都没有写', async () => {
    const { code, out } = init();
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/有 1 处要确认，写在 taizhang-提问.xlsx[^]*这不是出错[^]*以 1 退出/u),
    ]);
    expect(existsSync(own)).toBe(false);
    await answerBook(join(root, 'taizhang-提问.xlsx'));
  });

  test('答完再运行：40 个单位、86 个账号、40 个问题，有第一次提交，没有别处的内容', () => {
    const { code, out } = init();
    expect([code, out]).toEqual([0, expect.stringContaining('单位 40 个、账号 86 个。')]);
    expect(out).toContain('问题 40 个。');
    const content = readFolder(own);
    const { ledger: made, ...result } = checkLedger(content);
    expect(isSound({ ledger: made, ...result })).toBe(true);
    expect([made?.units.size, made?.accounts.size, made?.issues.size]).toEqual([40, 86, 40]);
    const platforms = [...(made?.accounts.values() ?? [])].flatMap((one) =>
      one.kind === 'website' ? [] : [one.platform],
    );
    expect(new Set(platforms).size).toBe(11);
    expect(platforms).not.toContain('other');
    const origins = [...(made?.issues.values() ?? [])].map(({ origin }) => origin);
    expect(Map.groupBy(origins, (one) => one).size).toBe(4);
    expect(made?.site.office).toBe('shuju');
    expect(
      [...(made?.campaigns.values() ?? [])].map(({ id, publication }) => [id, publication.level]),
    ).toEqual([
      ['2026-dyjdzwxmtzxjc', 'list'],
      ['2026-zwxmtjszhjzzz', 'list'],
    ]);
    expect(out).toContain('公开站现在公开每个问题和整改状态');
    expect(git('remote', 'get-url', 'origin')).toBe(depot);
    expect(git('config', 'remote.origin.url')).toBe('https://git.example/shuju/taizhang.git');
    const entry = [...(made?.accounts.values() ?? [])].filter(({ kind }) => kind === 'website');
    expect(entry.map(({ name }) => name)).toEqual(['样例县人民政府门户网站']);
    for (const bytes of content.texts.values())
      expect(new TextDecoder().decode(bytes)).not.toMatch(/榆阳|榆林|示例区/u);
    expect([git('status', '--short'), git('log', '--format=%s')]).toEqual(['', '建账']);
    // Before anything was pushed the desk says what is missing.
    const desk = run(own, './ledger', 'desk', '--as', 'reviewer-1');
    expect([desk.code, desk.out]).toEqual([1, expect.stringContaining('先建好空仓库')]);
    issue =
      [...(made?.issues.values() ?? [])].find(({ account }) => account?.startsWith('shuju-'))?.id ??
      '';
  });

  test('不覆盖已有的文件夹；同样的名单、名册再登记一次，什么也不添', () => {
    expect(
      run(root, process.execPath, join(program, 'scripts/ledger.ts'), 'init', 'taizhang'),
    ).toEqual({
      code: 2,
      out: expect.stringContaining('已经有 taizhang') as string,
    });
    for (const [kind, file, count] of [
      ['units', '单位名单.xlsx', 40],
      ['accounts', '名册.xlsx', 86],
    ] as const)
      expect(run(own, './ledger', 'new', kind, join(root, file)).out).toMatch(
        new RegExp(`已有的 ${String(count)} 行没有重复登记[^]*没有要登记的`, 'u'),
      );
    expect(git('branch', '--format=%(refname:short)')).toBe('main');
  });

  test('两个站在路径下都是通的，网页服务器读得到', () => {
    expect(type(root, 'git', '-C', own, 'push', '-u', 'origin', 'main').code).toBe(0);
    expect(ledger('build', '--both').code).toBe(0);
    for (const name of ['public', 'internal']) {
      const site = { name, folder: join(own, 'dist', name) };
      const pages = pagesOf(site).filter(({ file }) => file !== '404.html');
      expect(linkFaults(pages, filesOf(site), pages.flatMap(referencesOf))).toEqual([]);
      expect(readFileSync(join(site.folder, '404.html'), 'utf8')).toContain('href="/zgtz/');
      expect(statSync(site.folder).mode & 0o777).toBe(0o755);
    }
    expect([git('status', '--short'), run(own, './ledger', 'check').code]).toEqual(['', 0]);
  });

  test('serve 不写文件夹：两个站各在自己的路径下打开', async () => {
    commands.push('./ledger serve');
    const serve = spawn(join(own, 'ledger'), ['serve', '--port', '4720'], {
      cwd: own,
      env,
      detached: true,
    });
    let said = '';
    serve.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece));
    try {
      await expect.poll(() => said, { timeout: 60_000 }).toContain('Ctrl+C');
      const addresses = [...said.matchAll(/^dist\/(?:public|internal)：(http\S+)$/gmu)].map(
        ([, address = '']) => new URL(address),
      );
      expect(addresses.map(({ pathname }) => pathname)).toEqual(
        Array.from({ length: 2 }, () => '/zgtz/index.html'),
      );
      for (const address of addresses) {
        const top = await fetch(new URL('/', address), { redirect: 'manual' });
        expect([top.status, top.headers.get('location')]).toEqual([308, '/zgtz/']);
        for (const [path, status] of [
          ['/zgtz/', 200],
          ['/zgtz/units', 200],
          ['/zgtz/nichts', 404],
          ['/units', 404],
        ] as const)
          expect([path, (await fetch(new URL(path, address))).status]).toEqual([path, status]);
      }
    } finally {
      process.kill(-serve.pid!, 'SIGTERM');
    }
  });

  test('一张名单分到两个专项，照样出得来报告', () => {
    const campaigns = readdirSync(join(own, 'campaigns')).map((name) => name.replace('.yaml', ''));
    expect(campaigns).toHaveLength(2);
    for (const campaign of campaigns) {
      const paper = join(root, `${campaign}.docx`);
      const { code, out } = run(own, './ledger', 'report', campaign, '--out', paper);
      expect(code, out).toBe(0);
      expect(readFileSync(paper).subarray(0, 2).toString()).toBe('PK');
      rmSync(paper);
    }
  });

  test('第一份报送：在办理台填报、审核、合并，推到平台，账户不用再说', async () => {
    commands.push('./ledger desk --open');
    const day = '2026-03-04';
    const desk = spawn(join(own, '台账.command'), ['--port', '4730', '--as-of', day], {
      ...{ cwd: root, env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] as const },
    });
    let wrong = '';
    desk.stderr.setEncoding('utf8').on('data', (piece: string) => (wrong += piece));
    const closed = new Promise((done) => desk.on('close', done));
    const started = performance.now();
    try {
      const drawing = '正在取主分支、生成内部站，大约半分钟……\n';
      const isOpen = () => (existsSync(opened) ? 'open' : wrong.replace(drawing, ''));
      await expect.poll(isOpen, { timeout: 120_000, interval: 200 }).not.toBe('');
      expect(isOpen()).toBe('open');
      await expect.poll(() => readFileSync(opened, 'utf8').trim()).toMatch(/\?key=/u);
      seconds += (performance.now() - started) / 1000;
      const address = readFileSync(opened, 'utf8').trim();
      const { origin } = new URL(address);
      const entered = await fetch(address, { redirect: 'manual' });
      const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const ask = async (path: string, body?: object): Promise<[number, unknown]> => {
        const answer = await fetch(origin + path, {
          headers: { cookie, origin, 'content-type': 'application/json' },
          ...(body && { method: 'POST', body: JSON.stringify(body) }),
        });
        return [answer.status, await answer.json()];
      };
      const said = { issue, action: 'started', reportedOn: day, note: '已布置' };
      const who = { onBehalfOf: 'shuju', receivedBy: '业务股', channel: '工作群' };
      const text = canonical('update', { ...said, ...who });
      const campaign = issue.replace(/-\d+$/u, '');
      const stamp = '20260304-100000';
      const path = `updates/${campaign}/${issue}/${stamp}-abc.yaml`;
      const [status, sent] = await ask('/api/report', {
        ...{ unit: 'shuju', stamp, title: '开始整改', words: '' },
        files: [{ path, base64: Buffer.from(text).toString('base64') }],
      });
      expect([status, sent]).toEqual([201, expect.anything()]);
      const [, queue] = (await ask('/api/queue')) as [number, { waiting: QueueItem[] }];
      expect(queue.waiting.map(({ ok, verdict }) => [ok, verdict])).toEqual([
        [true, expect.stringContaining('通过')],
      ]);
      const [{ commit, seen } = { commit: '', seen: '' }] = queue.waiting;
      const decided = await ask('/api/decisions', { items: [{ commit, seen, decided: [] }] });
      const words = expect.stringMatching(`收件，整改中（${issue}）$`) as unknown;
      expect(decided).toEqual([201, { kind: 'done', words }]);
    } finally {
      if (desk.exitCode === null) process.kill(-desk.pid!, 'SIGTERM');
      await closed;
    }
    expect(run(own, 'git', 'pull', '--quiet', '--ff-only').code).toBe(0);
    const { ledger: now } = checkLedger(readFolder(own));
    expect(now?.updates.get(issue)?.map(({ action }) => action)).toEqual(['started']);
    expect(run(own, './ledger', 'audit').code).toBe(0);
  });

  test('打出来的命令就是 README 写的，不过 8 条；要答的不过 15 处，不写一行 YAML', () => {
    process.stdout.write(
      `机器用时 ${seconds.toFixed(1)} 秒：${String(commands.length + 1)} 条命令，${String(questions)} 处要答\n`,
    );
    for (const [file, heading] of [
      ['README.md', 'Your own ledger'],
      ['README.zh-CN.md', '自己的台账'],
    ] as const) {
      const text = readFileSync(join(program, file), 'utf8');
      const part = text.slice(text.indexOf(`## ${heading}\n`));
      const lines = /```sh\n(?<lines>.*?)\n```/su.exec(part)?.groups?.['lines']?.split('\n') ?? [];
      expect(lines.filter((line) => line !== 'cd ../taizhang')).toEqual(commands.map(asTyped));
      expect(lines.length).toBeLessThanOrEqual(8);
    }
    expect(questions).toBeLessThanOrEqual(15);
  });
});

describe('记录在最上层，别的都跟着', () => {
  test('CODEOWNERS 是最新的，从程序文件夹里运行也写到台账的仓库里，不算放错的文件', () => {
    expect(run(own, './ledger', 'codeowners', '--check').out).toBe('CODEOWNERS 是最新的。\n');
    const away = run(
      program,
      process.execPath,
      'scripts/ledger.ts',
      'codeowners',
      '--check',
      '--content',
      own,
    );
    expect(away.code).toBe(0);
    expect(readFileSync(join(own, 'CODEOWNERS'), 'utf8')).toContain('updates/.* @reviewer-1');
  });

  test('填报员不能经报送改流程、钉住的程序、启动文件和生成的网站', () => {
    const paths = [
      '.github/workflows/review.yml',
      '.ledger-program',
      'ledger',
      'CODEOWNERS',
      'dist/x.html',
    ];
    run(own, 'git', 'switch', '--quiet', '--create', 'evil');
    for (const path of paths) {
      mkdirSync(join(own, path, '..'), { recursive: true });
      writeFileSync(join(own, path), 'x\n');
    }
    run(own, 'git', 'add', '--force', ...paths);
    run(own, 'git', 'commit', '--quiet', '-m', 'x');
    const people = ['--author', 'reviewer-1', '--actor', 'reviewer-1', '--as-of', '2026-03-04'];
    run(own, 'git', 'switch', '--quiet', '--force', 'main');
    const { code, out } = run(
      own,
      './ledger',
      'review',
      '--base',
      'main',
      '--head',
      'evil',
      ...people,
    );
    for (const path of paths)
      expect(out).toContain(`${path} not-allowed 提交人 reviewer-1（审核员）不能`);
    expect(code).toBe(1);
  });

  test('催办登记写成一个能合并的分支', () => {
    const day = ['--as-of', '2026-03-30'];
    expect(run(own, './ledger', 'remind', ...day).out).toContain('样例县');
    const { code, out } = run(own, './ledger', 'remind', '--record', '--channel', '工作群', ...day);
    expect([code, out]).toEqual([0, expect.stringContaining('已登记 reminders/2026-03-30-')]);
    const people = ['--author', 'reviewer-1', '--actor', 'reviewer-1', ...day];
    const branch = 'remind/2026-03-30';
    expect(run(own, './ledger', 'review', '--base', 'main', '--head', branch, ...people).code).toBe(
      0,
    );
  });

  test('Git for Windows 的克隆：不转换换行；转换了的也照读', () => {
    const clone = join(root, 'clone');
    run(root, 'git', '-c', 'core.autocrlf=true', 'clone', '--quiet', own, clone);
    expect(readFileSync(join(clone, 'site.yaml'), 'utf8')).not.toContain('\r');
    for (const { parentPath, name } of readdirSync(clone, { recursive: true, withFileTypes: true }))
      if (name.endsWith('.yaml')) {
        const file = join(parentPath, name);
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
      }
    expect(checkLedger(readFolder(clone)).faults).toEqual(checkLedger(readFolder(own)).faults);
    writeFileSync(join(clone, 'site.yaml'), 'name: 甲\r\nauthority: 乙\n');
    expect(checkLedger(readFolder(clone)).faults.map(({ rule }) => rule)).toContain('line-ends');
  });

  test('钉住的版本与运行的不同，检查时说明', () => {
    const clone = join(root, 'clone');
    run(clone, 'git', 'checkout', '--quiet', '--', '.');
    expect(run(own, './ledger', 'check').out).not.toContain('钉住');
    run(clone, 'git', 'config', '--file', '.ledger-program', 'program.version', '9.9.9');
    run(clone, 'git', 'config', 'ledger.program', program);
    const { code, out } = run(clone, './ledger', 'check');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('台账钉住的程序是 9.9.9，现在运行的是'),
    ]);
    run(clone, 'git', 'config', '--unset', 'ledger.program');
  });

  test('没有说程序在哪里的克隆，启动文件写明怎么办', () => {
    const { code, out } = run(join(root, 'clone'), './ledger', 'check');
    expect([code, out]).toEqual([2, expect.stringContaining('git config ledger.program')]);
  });
});

describe('流程的步骤真的运行：程序从钉住的版本取', () => {
  const source = join(root, 'program');

  beforeAll(() => {
    mkdirSync(source);
    for (const name of ['bin', 'src', 'scripts', 'content', 'package.json'])
      cpSync(join(program, name), join(source, name), { recursive: true });
    run(source, 'git', 'init', '--quiet', '--initial-branch=main');
    run(source, 'git', 'add', '--all');
    run(source, 'git', 'commit', '--quiet', '-m', '程序');
    run(source, 'git', 'tag', `v${git('config', '--file', '.ledger-program', 'program.version')}`);
    writeFileSync(join(shims, 'npm'), `#!/bin/sh\nln -s '${program}/node_modules' node_modules\n`);
    chmodSync(join(shims, 'npm'), 0o755);
    run(own, 'git', 'config', '--file', '.ledger-program', 'program.from', source);
    run(own, 'git', 'commit', '--quiet', '--all', '-m', '程序的地址');
  });

  interface Step {
    run?: string;
    id?: string;
    uses?: string;
  }
  const actionSteps = (file: string): string[] => {
    const { runs } = load(readFileSync(file, 'utf8')) as { runs: { steps: Step[] } };
    return runs.steps.flatMap(({ run: script }) => script ?? []);
  };

  /** The steps behind the one that fetches, in a clone of the ledger. */
  function steps(file: string, job: string, more: Record<string, string>): Ran {
    const temp = mkdtempSync(join(root, 'runner-'));
    const work = join(temp, 'work');
    run(root, 'git', 'clone', '--quiet', own, work);
    for (const ref of ['base', 'head'])
      run(work, 'git', 'update-ref', `refs/review/${ref}`, more[ref] ?? 'HEAD');
    const { jobs } = load(readFileSync(join(own, '.github/workflows', file), 'utf8')) as {
      jobs: Record<string, { steps: Step[] }>;
    };
    const scripts = (jobs[job]?.steps ?? []).slice(1).flatMap(({ run: script, id, uses = '' }) => {
      if (id === 'comment') return [];
      // As a runner does: a composite action of the folder that was fetched is its own steps.
      if (uses.startsWith('./')) return actionSteps(join(work, uses, 'action.yml'));
      return script ?? [];
    });
    expect(scripts.length).toBeGreaterThan(1);
    let out = '';
    for (const script of scripts) {
      const step = runIn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        cwd: work,
        env: {
          ...env,
          RUNNER_TEMP: temp,
          GITHUB_STEP_SUMMARY: join(temp, 'summary'),
          ...more,
        },
      });
      out += step.out;
      if (step.code !== 0) return { code: step.code, out };
    }
    return { code: 0, out };
  }

  test('没有一个流程还找台账里的程序，也没有一个忘了台账在哪里', () => {
    for (const name of readdirSync(join(own, '.github/workflows'))) {
      const text = readFileSync(join(own, '.github/workflows', name), 'utf8');
      expect(text).not.toMatch(/(?<!program\/)node_modules\/\.bin|^ *run: npm ci/mu);
      const calls = text.split('\n').filter((line) => line.includes('program/bin/ledger"'));
      expect(calls.length).toBeGreaterThan(0);
      expect(calls.every((line) => / --content \.(?: |$)/u.test(line))).toBe(true);
      for (const line of calls.filter((one) => one.includes(' build ')))
        expect(line).toContain('--base /zgtz/');
    }
  });

  test('检查、催办', () => {
    expect(steps('publish.yml', 'check', {})).toEqual({
      code: 0,
      out: expect.stringContaining('台账没有错误') as string,
    });
    expect(steps('remind.yml', 'remind', { TOKEN: '' }).out).toMatch(
      /没有设 LEDGER_REMIND_TOKEN|不上班/u,
    );
  });

  test('报送检查：运行主分支钉住的程序，报送里另钉一个也不算', () => {
    run(own, 'git', 'switch', '--quiet', '--create', 'other-program');
    run(own, 'git', 'config', '--file', '.ledger-program', 'program.from', '/nowhere');
    run(own, 'git', 'commit', '--quiet', '--all', '-m', '换程序');
    const head = git('rev-parse', 'HEAD');
    run(own, 'git', 'switch', '--quiet', 'main');
    const { code, out } = steps('review.yml', 'review', {
      HEAD: head,
      AUTHOR: 'reviewer-1',
      ACTOR: 'reviewer-1',
      base: git('rev-parse', 'main'),
    });
    expect([code, out]).toEqual([1, expect.stringContaining('不能修改程序和流程文件')]);
  });
});
