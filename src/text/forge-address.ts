/** 平台地址: where a ledger, one of its files and a commit are seen on the forge that the settings name. */
import type { Site } from '../schema/site.ts';

export type Forge = NonNullable<Site['forge']>;

/** Where a forge is that has one home for all. */
export const forgeHomes = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  gitee: 'https://gitee.com',
} as const;

/** Where a forge says that it is, without a slash at its end; undefined where that is not known. */
export function forgeAddress({
  kind,
  address,
}: Pick<Forge, 'kind' | 'address'>): string | undefined {
  const home = Object.hasOwn(forgeHomes, kind)
    ? forgeHomes[kind as keyof typeof forgeHomes]
    : undefined;
  return kind === 'bare' ? undefined : (address ?? home)?.replace(/\/+$/u, '');
}

/** The address of the repository, without a slash at its end; undefined where it has none or is not known. */
export function forgeRoot(forge: Forge | undefined): string | undefined {
  if (forge?.repository === undefined) return undefined;
  const home = forgeAddress(forge);
  return home === undefined ? undefined : `${home}/${forge.repository}`;
}

/** The page of a file on the main branch, by its path in the repository. */
export function fileAddress(forge: Forge | undefined, path: string): string | undefined {
  const root = forgeRoot(forge);
  if (root === undefined || forge === undefined) return undefined;
  const { kind, branch } = forge;
  const between = kind === 'gitlab' ? '-/blob' : kind === 'gitea' ? 'src/branch' : 'blob';
  return `${root}/${between}/${branch}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The page that lists the commits of the main branch, the newest first. */
export function commitsAddress(forge: Forge | undefined): string | undefined {
  const root = forgeRoot(forge);
  if (root === undefined || forge === undefined) return undefined;
  const { kind, branch } = forge;
  const place = kind === 'gitlab' ? '-/commits' : kind === 'gitea' ? 'commits/branch' : 'commits';
  return `${root}/${place}/${branch}`;
}
