/** 比什么: each thing that is measured, with what makes its start the same every time. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ENTRY, PACKAGES, PROGRAM } from '../program.ts';
import { writeList } from './list.ts';
import { officeComputer } from './office-computer.ts';
import { writeSamePages } from './peers.ts';
import { openIssue, proposeReports } from './proposal.ts';

/** The day of the ledger that is measured. */
export const AS_OF = '2026-06-15';
const NEXT_DAY = '2026-06-16';
/** Rows of the list that is read. */
const LISTED = 5000;
/** Sheets that came back. */
const RETURNED = 50;
export const PAGEFIND = path.join(PACKAGES, '.bin', 'pagefind');

/** The first line that a program says of its version; undefined where it is not installed. */
export function versionOf(command: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]?.trim() : undefined;
}

/** One thing that is measured: what runs, one after another, and the folder that it fills. */
export interface Contender {
  readonly name: string;
  readonly before?: () => void;
  readonly steps: readonly (readonly [command: string, ...args: string[]])[];
  readonly cwd: string;
  readonly out: string | undefined;
  /** It begins with what its last run left behind. */
  readonly follows?: boolean;
}

/** What is measured of the ledger in `content`, everything that it writes below `home`. */
export function contendersFor(
  home: string,
  content: string,
  eleventy: string | undefined,
): Contender[] {
  const fresh = (out: string) => () => {
    rmSync(out, { recursive: true, force: true });
    forget('drawn');
    forget('records');
  };
  const forget = (what: string): void => {
    rmSync(path.join(home, 'cache', 'rectification-ledger', what), {
      recursive: true,
      force: true,
    });
  };
  const ledger = (...args: string[]) =>
    [process.execPath, ENTRY, ...args, '--content', content] as const;
  const site = (out: string, ...args: string[]) =>
    ledger('build', '--out', out, '--as-of', AS_OF, ...args);
  const ours = path.join(home, 'ours');
  const inside = path.join(home, 'inside');
  const issues = path.join(content, 'issues');
  const [touched = ''] = readdirSync(issues, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
  const touch = (): void => {
    const file = path.join(issues, touched);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/^finding: .*$/mu, (line) => `${line}改`),
    );
  };
  const peer = (
    name: 'Hugo' | 'Eleventy',
    step: (out: string) => Contender['steps'][number],
  ): Contender[] => {
    const folder = path.join(home, name.toLowerCase());
    const contender = (words: string, cwd: string, out: string): Contender => ({
      name: words,
      before: fresh(out),
      steps: [step(out), [PAGEFIND, '--site', out, '--silent', '--force-language', 'zh']],
      cwd,
      out,
    });
    const same = contender(
      `${name} + Pagefind，同样的网页`,
      path.join(folder, 'same'),
      path.join(folder, 'same/out'),
    );
    return [
      {
        ...same,
        before: () => {
          same.before?.();
          writeSamePages(ours, same.cwd, name);
        },
      },
      contender(`${name} + Pagefind，只有记录`, folder, path.join(folder, 'out')),
    ];
  };
  const slow = officeComputer(home);
  const reader = path.join(PROGRAM, 'scripts/bench/read-history.ts');
  const history = {
    steps: [[process.execPath, reader, path.join(home, 'history/content')] as const],
    cwd: PROGRAM,
    out: undefined,
  };
  return [
    {
      name: '本机第一次：公开站',
      before: () => {
        fresh(ours)();
        forget('drawings');
      },
      steps: [site(ours)],
      cwd: PROGRAM,
      out: ours,
    },
    { name: '本项目：公开站', before: fresh(ours), steps: [site(ours)], cwd: PROGRAM, out: ours },
    ...(versionOf('hugo', ['version']) === undefined
      ? []
      : peer('Hugo', (out) => ['hugo', '--quiet', '--destination', out])),
    ...(eleventy === undefined
      ? []
      : peer('Eleventy', () => [process.execPath, eleventy, '--quiet'])),
    {
      name: '本项目：内部站',
      before: fresh(inside),
      steps: [site(inside, '--internal')],
      cwd: PROGRAM,
      out: inside,
    },
    {
      name: '本项目：改一条后的内部站',
      before: touch,
      follows: true,
      steps: [site(inside, '--internal')],
      cwd: PROGRAM,
      out: inside,
    },
    ...(slow === undefined
      ? []
      : [
          {
            name: '办公电脑：改一条后的两个网站',
            before: touch,
            follows: true,
            steps: [slow(site(inside, '--internal')), slow(site(ours))],
            cwd: PROGRAM,
            out: inside,
          },
        ]),
    {
      name: '本项目：换一天后的内部站',
      steps: [[...ledger('build', '--out', inside, '--internal'), '--as-of', NEXT_DAY]],
      cwd: PROGRAM,
      out: inside,
    },
    {
      name: '历史：第一次读',
      before: () => {
        forget('history');
      },
      ...history,
    },
    { name: '历史：再读一次', ...history },
    { name: 'ledger check', steps: [ledger('check')], cwd: PROGRAM, out: undefined },
    {
      name: 'ledger status',
      steps: [ledger('status', '--as-of', AS_OF)],
      cwd: PROGRAM,
      out: undefined,
    },
    {
      name: `ledger import（预览 ${String(LISTED)} 行）`,
      steps: [
        [
          ...ledger('import', writeList(content, LISTED, path.join(home, '清单.csv'))),
          ...['--campaign', 'bench-2026', '--listed-on', AS_OF, '--as-of', AS_OF],
        ],
      ],
      cwd: PROGRAM,
      out: undefined,
    },
    {
      name: `ledger receive（预览 ${String(RETURNED)} 份报送单）`,
      steps: [[...ledger('receive', returnedIn(home, content)), '--as-of', AS_OF]],
      cwd: PROGRAM,
      out: undefined,
    },
    {
      name: 'ledger review（一件报送）',
      steps: [[process.execPath, ENTRY, 'review', ...proposalIn(path.join(home, 'history'))]],
      cwd: PROGRAM,
      out: undefined,
    },
    {
      name: 'ledger --help',
      steps: [[process.execPath, ENTRY, '--help']],
      cwd: PROGRAM,
      out: undefined,
    },
  ];
}

/** A folder with sheets as they come back. */
function returnedIn(home: string, content: string): string {
  const folder = path.join(home, 'returned', 'back');
  const script = path.join(PROGRAM, 'tests/generator/returned.ts');
  execFileSync(process.execPath, [script, content, AS_OF, String(RETURNED), folder]);
  return folder;
}

/** What `review` is told of one report in a repository whose ledger has its history. */
function proposalIn(repository: string): string[] {
  const { id, clerk } = openIssue(path.join(repository, 'content'), AS_OF);
  const head = proposeReports(repository, 'main', id, AS_OF, 1);
  const who = ['--author', clerk, '--actor', clerk, '--as-of', AS_OF];
  return ['--repo', repository, '--base', 'main', '--head', head, ...who];
}
