/** 代码所有者: the forge's own table of who must approve which paths. It stands beside the check, it does not replace it. */
import type { z } from 'zod';
import type { forgeKind } from '../../schema/site.ts';

type ForgeKind = z.infer<typeof forgeKind>;

/** Where each forge looks for the file. */
export function codeownersPath(kind: ForgeKind): string {
  switch (kind) {
    case 'github':
      return '.github/CODEOWNERS';
    case 'gitlab':
      return '.gitlab/CODEOWNERS';
    case 'gitea':
    case 'gitee':
    case 'bare':
      return 'CODEOWNERS';
    default:
      return kind satisfies never;
  }
}

/** The text of the file: maintainers own everything, reviewers what is entered. The last line that fits counts. */
export function codeowners(
  kind: ForgeKind,
  prefix: string,
  reviewers: readonly string[],
  maintainers: readonly string[],
): string {
  const entered = ['updates', 'evidence', 'issues', 'accounts'];
  const lines = [
    rule(kind, undefined, maintainers),
    ...entered.map((folder) => rule(kind, `${prefix}${folder}`, reviewers)),
    // What was taken out of the evidence is the maintainers' matter again.
    rule(kind, `${prefix}evidence/removed.yaml`, maintainers),
  ];
  return [
    '# 由 npx ledger codeowners 从 site.yaml 生成，请勿手改；人员变动后重新生成。',
    ...lines.filter((line) => line !== undefined),
    '',
  ].join('\n');
}

/** A line; Gitea and Forgejo read regular expressions, the others patterns. Without owners there is none. */
function rule(
  kind: ForgeKind,
  path: string | undefined,
  accounts: readonly string[],
): string | undefined {
  if (accounts.length === 0) return undefined;
  const owners = accounts.map((account) => `@${account}`).join(' ');
  const isFile = path?.endsWith('.yaml') === true;
  if (kind === 'gitea') {
    const escaped = path?.replaceAll('.', String.raw`\.`);
    const pattern = escaped === undefined ? '.*' : isFile ? escaped : `${escaped}/.*`;
    return `${pattern} ${owners}`;
  }
  const pattern = path === undefined ? '*' : isFile ? `/${path}` : `/${path}/`;
  return `${pattern} ${owners}`;
}
