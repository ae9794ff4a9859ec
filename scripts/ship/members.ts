/** 组成: which packages of the lock file a part of the program needs on a system. */

import { own } from '../../src/text/own.ts';

/** A system that bundles are made for, as npm names it. */
export interface PackageTarget {
  os: string;
  cpu: string;
  libc?: string;
}

export const targets = {
  'linux-x64': { os: 'linux', cpu: 'x64', libc: 'glibc' },
  'linux-arm64': { os: 'linux', cpu: 'arm64', libc: 'glibc' },
  'win-x64': { os: 'win32', cpu: 'x64' },
} as const satisfies Readonly<Record<string, PackageTarget>>;

/** What only bundling the pages and the forms needs: an office's part has them bundled (site/rendering.ts). */
export const bundlers: ReadonlySet<string> = new Set([
  '@csstools/postcss-cascade-layers',
  '@tailwindcss/vite',
  'astro',
  'esbuild',
  'tailwindcss',
]);

export type PackagePart = 'office' | 'builder';

interface Needs {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}
export interface Locked extends Needs {
  version?: string;
  os?: string | string[];
  cpu?: string | string[];
  libc?: string | string[];
}
export interface Lock {
  packages: Record<string, Locked>;
}

/** The lock file of a part: the program's own entry without what the part does not need, and what is reached from there. */
export function lockOfPart(lock: Lock, part: PackagePart): Lock {
  const { '': program = {}, ...others } = lock.packages;
  const dependencies = Object.fromEntries(
    Object.entries(program.dependencies ?? {}).filter(
      ([name]) => part === 'builder' || !bundlers.has(name),
    ),
  );
  const packages: Record<string, Locked> = { '': { ...program, dependencies } };
  const waiting = [''];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const name of namesIn(own(packages, at) ?? {})) {
      const place = placeOf(at, name, others);
      const found = place === undefined ? undefined : own(others, place);
      if (place === undefined || found === undefined || Object.hasOwn(packages, place)) continue;
      packages[place] = found;
      waiting.push(place);
    }
  return { ...lock, packages };
}

/** Places of the packages made for a system, which npm leaves out without a word where it cannot get them. */
export function placesFor(lock: Lock, target: PackageTarget): string[] {
  const fits = (one: string | string[] | undefined, value: string | undefined): boolean =>
    one === undefined || (value !== undefined && [one].flat().includes(value));
  return Object.entries(lock.packages).flatMap(([place, { os, cpu, libc }]) =>
    (os ?? cpu) !== undefined &&
    fits(os, target.os) &&
    fits(cpu, target.cpu) &&
    fits(libc, target.libc)
      ? [place]
      : [],
  );
}

function namesIn({ dependencies, optionalDependencies, peerDependencies }: Needs): string[] {
  return [dependencies, optionalDependencies, peerDependencies].flatMap((list) =>
    Object.keys(list ?? {}),
  );
}

/** As Node looks for it: in the folder itself, then beside each folder above. */
function placeOf(
  from: string,
  name: string,
  packages: Readonly<Record<string, Locked>>,
): string | undefined {
  for (let at = from; ; at = at.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/u, '')) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (Object.hasOwn(packages, place)) return place;
    if (at === '') return undefined;
  }
}
