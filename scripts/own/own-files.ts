/** What a ledger's own repository has beside its records: settings of Git, the pin, launchers, workflows, a page for whoever opens it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf } from '../../src/history/place.ts';
import { paperPatterns } from '../../src/ledger/ignored.ts';
import { codeowners, codeownersPath } from '../../src/review/people/codeowners.ts';
import type { Site } from '../../src/schema/site.ts';
import { PROGRAM } from '../program.ts';
import {
  ACTION_FILE,
  actionText,
  FETCH,
  fetchText,
  ownWorkflow,
  PIN,
  pinText,
} from './own-workflow.ts';

/** No Git of any system changes a byte of a record or of a proof. */
const ATTRIBUTES = `# 换行一律 LF；Git for Windows 也不改。佐证一个字节也不改。
* text=auto eol=lf
*.cmd text eol=crlf
${['docx', 'doc', 'wps', 'xlsx', 'xls', 'et', 'pdf', 'ofd', 'png', 'jpg', 'jpeg', 'webp']
  .map((ending) => `*.${ending} binary`)
  .join('\n')}
evidence/** -text
`;

/** Papers beside the records stay on the machine: they may hold what no repository may. */
const IGNORE = `dist/
.pending/
*.tmp
~$*
# 放在台账文件夹里的来文、报送单、文稿不进仓库；佐证在 evidence/，照收。
${paperPatterns.join('\n')}
`;

/** Starts the program that lies on this machine; its place is a setting of this clone and is never committed. */
const LAUNCHER = `#!/bin/sh
# 在台账文件夹里运行：./ledger check。程序在本机的位置：git config ledger.program 程序所在的文件夹
program=$(git config ledger.program) || {
  echo '还不知道程序在哪里 → git config ledger.program 程序所在的文件夹' >&2
  exit 2
}
exec "$program/bin/ledger" "$@"
`;
/** ASCII alone: cmd reads the file before the code page is UTF-8. */
const LAUNCHER_WINDOWS = `@echo off\r
rem In the folder of the ledger: ledger check (PowerShell: .\\ledger check). Not tried on Windows yet.\r
chcp 65001 >nul\r
set LEDGER_PROGRAM=\r
for /f "usebackq delims=" %%p in (\`git config ledger.program\`) do set "LEDGER_PROGRAM=%%p"\r
if "%LEDGER_PROGRAM%"=="" (echo git config ledger.program ... & exit /b 2)\r
call "%LEDGER_PROGRAM%\\bin\\ledger.cmd" %*\r
`;

/** 双击打开: the desk of this ledger in the browser, by the launchers above. */
const OPENER = `#!/bin/sh
# 双击打开办理台（macOS、Linux）。第一次问你的账户，以后记得。
cd "$(dirname "$0")" || exit 1
./ledger desk --open "$@" && exit
echo "没有打开，看上面写的原因；按回车关闭。"
[ -t 0 ] && read -r _
exit 1
`;
const OPENER_WINDOWS = `@echo off\r
rem Double click: opens the desk of this ledger. Not tried on Windows yet.\r
cd /d "%~dp0"\r
call ledger.cmd desk --open %*\r
if errorlevel 1 pause\r
`;

/** Files that are run. */
export const RUNNABLE: readonly string[] = ['ledger', '台账.command'];

/** Path from the root → text. `from` is where the program is cloned from, `day` the day of the people. */
export function ownFiles(site: Site, from: string): Map<string, string> {
  const kind = site.forge?.kind ?? 'bare';
  const files = new Map([
    ['.gitattributes', ATTRIBUTES],
    ['.gitignore', IGNORE],
    [PIN, pinText(programVersion(), from)],
    [FETCH, fetchText],
    ['ledger', LAUNCHER],
    ['ledger.cmd', LAUNCHER_WINDOWS],
    ['台账.command', OPENER],
    ['台账.cmd', OPENER_WINDOWS],
    ['README.md', readme(site)],
  ]);
  if (kind !== 'bare')
    files.set(
      codeownersPath(kind),
      codeowners(
        kind,
        '',
        site.reviewers.map(({ account }) => account),
        site.maintainers.map(({ account }) => account),
      ),
    );
  if (kind === 'github' || kind === 'gitea') {
    files.set(ACTION_FILE, actionText);
    for (const name of ['review.yml', 'publish.yml', 'remind.yml', 'decide.yml'])
      files.set(
        `.github/workflows/${name}`,
        ownWorkflow(programText('.github', 'workflows', name), 'actions', basesOf(site)),
      );
  }
  if (kind === 'gitlab') files.set('.gitlab/ledger.yml', gitlabJobs(site));
  return files;
}

function basesOf(site: Site): { public: string; internal: string } {
  return { public: basePath(site.address), internal: basePath(site.internalAddress) };
}

/** The path below which a site stands: /zgtz/ of https://www.example/zgtz/. */
export function basePath(address: string | undefined): string {
  if (address === undefined) return '/';
  const { pathname } = new URL(address);
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}

/** The version of this program. */
export function programVersion(): string {
  return (JSON.parse(programText('package.json')) as { version: string }).version;
}

/** The version that the text of a pin names. */
export function pinnedVersion(pin: string): string | undefined {
  return /^\s*version\s*=\s*(?<version>\S+)\s*$/mu.exec(pin)?.groups?.['version'];
}

/** The version that a ledger pins, where it is not this one; undefined where it is, or none is pinned. */
export function otherVersion(content: string): { pinned: string; running: string } | undefined {
  // At the top of the repository, which is the ledger's own folder or a few above it.
  const top = placeOf(content)?.repository ?? content;
  const file = join(top, PIN);
  const pinned = existsSync(file) ? pinnedVersion(readFileSync(file, 'utf8')) : undefined;
  const running = programVersion();
  return pinned === undefined || pinned === running ? undefined : { pinned, running };
}

/** The jobs of docs/forges/gitlab.md, to be laid into a project of its own. */
function gitlabJobs(site: Site): string {
  const page = programText('docs', 'forges', 'gitlab.md');
  const jobs = [...page.matchAll(/^```yaml\n(.*?)^```/gmsu)].map(([, job = '']) => job);
  const own = ownWorkflow(jobs.join('\n'), 'gitlab', basesOf(site));
  return `# 未实测。放到只有管理员能写的另一个项目里，见程序的 docs/forges/gitlab.md。\n${own}`;
}

function programText(...path: string[]): string {
  return readFileSync(join(PROGRAM, ...path), 'utf8');
}

function readme(site: Site): string {
  return `# ${site.name}

${site.authority}的整改台账：记录都在这个仓库里，程序另装，用哪一版写在 \`${PIN}\`。

第一次在一台机器上用：装好程序（在程序文件夹里运行 \`npm ci\`），再在这里运行一次

    git config ledger.program 程序所在的文件夹

以后（Windows 的命令提示符写 \`ledger\`，PowerShell 写 \`.\\ledger\`）：

    ./ledger desk --open                  打开办理台：填报、待办、发文（双击 台账.cmd 或 台账.command 也行）
    ./ledger check                        检查
    ./ledger build --both                 生成公开站和内部站，在 dist/
    ./ledger serve                        在本机看
    ./ledger new units 单位名单.xlsx      登记新的单位；新的账号：./ledger new accounts 名册.xlsx
    ./ledger --help                       全部命令
`;
}
