/**
 * 台账自己的流程: the program's workflows and the GitLab job, for a repository that holds a ledger at its root and no
 * program. They run the released program that `.ledger-program` on the main branch names; a proposal cannot change it.
 */

/** The file that pins the program, in the form of Git's own settings so that Git alone can read it. */
export const PIN = '.ledger-program';

/** The text of the pin. */
export function pinText(version: string, from: string): string {
  return [
    '# 本台账用的程序：哪一版、从哪里取。升级：换上新程序，运行 ledger upgrade。',
    '[program]',
    `\tversion = ${version}`,
    `\tfrom = ${from}`,
    '',
  ].join('\n');
}

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
  const pinned = [
    `version=$(git config --file ${PIN} program.version)`,
    `from=$(git config --file ${PIN} program.from)`,
    `git clone --quiet --depth 1 --branch "v$version" "$from" "${folder}"`,
    `(cd "${folder}" && ${INSTALL})`,
  ];
  return (
    text
      .replaceAll(
        new RegExp(`^(?<indent> *)(?<key>run: |- )${INSTALL}$`, 'gmu'),
        (_, indent: string, key: string) =>
          key === '- '
            ? pinned.map((line) => `${indent}- ${line}`).join('\n')
            : [`${indent}run: |`, ...pinned.map((line) => `${indent}  ${line}`)].join('\n'),
      )
      .replaceAll(
        new RegExp(`${RUN}(?<command>[a-z-]+)(?<internal> --internal)?`, 'gu'),
        (_, command: string, internal = '') =>
          `"${folder}/node_modules/.bin/node" "${folder}/scripts/ledger.ts" ${command}${internal as string} --content .${
            command === 'build' ? ` --base ${internal === '' ? bases.public : bases.internal}` : ''
          }`,
      )
      // A plain scalar of YAML may not begin with a quotation mark.
      .replaceAll(
        /^(?<head> *(?:run: |- ))(?<line>".*)$/gmu,
        (_, head: string, line: string) => `${head}|\n${' '.repeat(head.search(/\S/u) + 2)}${line}`,
      )
  );
}
