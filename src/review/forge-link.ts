/** 平台链接: where a pushed branch becomes a proposal. */
import { type Forge, forgeRoot } from '../text/forge-address.ts';

/** The address of the page that opens a pull request for `branch`, or undefined where the forge has none or is not known. */
export function proposalLink(forge: Forge | undefined, branch: string): string | undefined {
  const root = forgeRoot(forge);
  if (root === undefined || forge === undefined) return undefined;
  const { kind, branch: main } = forge;
  const from = encodeURIComponent(branch);
  switch (kind) {
    case 'github':
      return `${root}/compare/${main}...${from}?expand=1`;
    case 'gitea':
      return `${root}/compare/${main}...${from}`;
    case 'gitlab':
      return `${root}/-/merge_requests/new?merge_request%5Bsource_branch%5D=${from}`;
    case 'gitee':
      return `${root}/pull/new/${from}...${main}`;
    case 'bare':
      return undefined;
    default:
      return kind satisfies never;
  }
}

/** What `git push` is given to hand a branch in: a proposal at once where the forge takes one, else the branch. */
export function pushArguments(forge: Forge | undefined, remote: string, branch: string): string[] {
  const ref = `refs/heads/${branch}`;
  return forge?.kind === 'gitea'
    ? ['push', remote, `${ref}:refs/for/${forge.branch}`, '-o', `topic=${branch}`]
    : ['push', remote, `${ref}:${ref}`];
}

/** What a server said while something was pushed to it, line by line. */
export function wordsOfServer(errors: string): string[] {
  return errors
    .split('\n')
    .flatMap((line) => /^remote: ?(?<words>.*\S)/u.exec(line)?.groups?.['words'] ?? []);
}
