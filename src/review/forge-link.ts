/** 平台链接: where a pushed branch becomes a proposal. */
import type { Site } from '../schema/site.ts';

type Forge = NonNullable<Site['forge']>;

const homes = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  gitee: 'https://gitee.com',
};

/** The address of the page that opens a pull request for `branch`, or undefined where the forge has none or is not known. */
export function proposalLink(forge: Forge | undefined, branch: string): string | undefined {
  if (forge?.repository === undefined) return undefined;
  const { kind, repository, branch: main } = forge;
  const home =
    forge.address ?? (Object.hasOwn(homes, kind) ? homes[kind as keyof typeof homes] : undefined);
  if (home === undefined) return undefined;
  const root = `${home.replace(/\/+$/u, '')}/${repository}`;
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
