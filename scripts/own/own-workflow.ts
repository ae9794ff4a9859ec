/**
 * 台账自己的流程: the program's workflows and the GitLab job, for a repository that holds a ledger at its root and no
 * program. They run the released program that `.ledger-program` on the main branch names; a proposal cannot change it.
 */

/** The file that pins the program, in the form of Git's own settings so that Git alone can read it. */
export const PIN = '.ledger-program';

/** An address of a repository without who signs in there: what is pinned is committed, and everybody reads it. */
export function withoutSignIn(address: string): string {
  return address
    .replace(/^(https?:\/\/)[^/]*@/iu, '$1')
    .replace(/^([a-z][a-z0-9+.-]*:\/\/[^/:@]*):[^/]*@/iu, '$1@');
}

/** A path as one word of a shell; what the address of a site may hold is no command there. */
function shellWord(path: string): string {
  return /^[\w.~%/-]+$/u.test(path) ? path : `'${path.replaceAll("'", '%27')}'`;
}

/** The text of the pin, in the writing of Git's settings. */
export function pinText(version: string, from: string): string {
  return [
    '# 本台账用的程序：哪一版、从哪里取。升级：换上新程序，运行 ledger upgrade。',
    '[program]',
    `\tversion = ${version}`,
    `\tfrom = ${/[#;"\\]|^\s|\s$/u.test(from) ? `"${from.replace(/["\\]/gu, String.raw`\$&`)}"` : from}`,
    '',
  ].join('\n');
}

/** The script that fetches the pinned program, for any runner; and the composite action of GitHub, Gitea and Forgejo around it. */
export const FETCH = '.ledger-fetch';
const ACTION = '.github/actions/program';
export const ACTION_FILE = `${ACTION}/action.yml`;

/** The text of the script: the one place where a ledger's workflows learn which program they run. */
export const fetchText = `#!/bin/sh
# 取 ${PIN} 写明的那一版程序，装在 $1 里；之后运行 $1/bin/ledger。各平台的流程都用它，别的定时任务也可以用。
# 第二次取同一个文件夹以前先删掉它。
set -eu
version=$(git config --file ${PIN} program.version)
from=$(git config --file ${PIN} program.from)
git clone --quiet --depth 1 --branch "v$version" -- "$from" "$1"
cd "$1"
npm ci --no-audit --no-fund
`;

/** The text of the action. */
export const actionText = `# 取 ${PIN} 写明的那一版程序，装在运行器的 program 文件夹里。GitHub、Gitea、Forgejo 用同一个文件。
name: 取程序
description: 按 ${PIN} 取一版程序并安装
runs:
  using: composite
  steps:
    - name: 取程序
      shell: bash
      run: sh ${FETCH} "$RUNNER_TEMP/program"
`;

const INSTALL = 'npm ci --no-audit --no-fund';
const RUN = 'node_modules/.bin/node scripts/ledger.ts ';

/** How the two kinds of runners keep the program beside the ledger. */
const beside = {
  actions: '$RUNNER_TEMP/program',
  gitlab: '../program',
} as const;

/** A workflow of the program as the ledger's own; `bases` are the paths below which its sites stand. */
export function ownWorkflow(
  text: string,
  kind: keyof typeof beside,
  bases: { public: string; internal: string } = { public: '/', internal: '/' },
): string {
  const folder = beside[kind];
  return (
    text
      .replaceAll(
        new RegExp(`^(?<indent> *)shell: bash\n *run: ${INSTALL}$`, 'gmu'),
        `$<indent>uses: ./${ACTION}`,
      )
      .replaceAll(
        new RegExp(`^(?<indent> *)- ${INSTALL}$`, 'gmu'),
        `$<indent>- rm -rf "${folder}"\n$<indent>- sh ${FETCH} "${folder}"`,
      )
      .replaceAll(
        new RegExp(`${RUN}(?<command>[a-z-]+)(?<internal> --internal)?`, 'gu'),
        (_, command: string, internal = '') =>
          `"${folder}/bin/ledger" ${command}${internal as string} --content .${
            command === 'build'
              ? ` --base ${shellWord(internal === '' ? bases.public : bases.internal)}`
              : ''
          }`,
      )
      // A plain scalar of YAML may not begin with a quotation mark.
      .replaceAll(
        /^(?<head> *(?:run: |- ))(?<line>".*)$/gmu,
        (_, head: string, line: string) => `${head}|\n${' '.repeat(head.search(/\S/u) + 2)}${line}`,
      )
  );
}
