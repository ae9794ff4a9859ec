/**
 * 换上新网站: a finished site takes the place of the last one. A folder is moved away and the new one moved in; whoever is
 * killed in between leaves both beside it, and the next start puts one back. Where the place is a link (`ln -s`), the
 * link is turned in one step and no reader ever finds nothing.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Called after each step; tests kill the process there. */
export type AfterStep = (step: string) => void;

/** Puts `staging` in the place of `out` (absolute). */
export function replaceSite(
  staging: string,
  out: string,
  after: AfterStep = () => undefined,
): void {
  const beside = (what: string) => `${out}.${what}-${String(process.pid)}`;
  mkdirSync(dirname(out), { recursive: true });
  readable(staging);
  after('modes');
  // Under the name `.new-` a site is always whole: a copy from another disk has another name until it is.
  moveFolder(staging, beside('part'));
  after('copied');
  const link = linkAt(out);
  if (link !== undefined) {
    turnLink(out, link, beside, after);
    return;
  }
  renameSync(beside('part'), beside('new'));
  after('whole');
  if (existsSync(out)) renameSync(out, beside('old'));
  after('away');
  renameSync(beside('new'), out);
  after('in place');
  rmSync(beside('old'), { recursive: true, force: true });
}

/** The site behind a link has a name of its own, which the new link takes over in one step. */
function turnLink(
  out: string,
  link: string,
  beside: (what: string) => string,
  after: AfterStep,
): void {
  const target = beside(`site-${Date.now().toString(36)}`);
  renameSync(beside('part'), target);
  after('whole');
  symlinkSync(basename(target), beside('link'));
  after('linked');
  renameSync(beside('link'), out);
  after('in place');
  const last = resolve(dirname(out), link);
  if (dirname(last) === dirname(out) && basename(last).startsWith(`${basename(out)}.site-`))
    rmSync(last, { recursive: true, force: true });
}

/** Puts back what a killed build left behind: a site where there is none, and nothing beside it. */
export function recoverSite(out: string): void {
  if (!existsSync(dirname(out))) return;
  const left = readdirSync(dirname(out)).flatMap((name) => {
    const rest = name.startsWith(`${basename(out)}.`) ? name.slice(basename(out).length + 1) : '';
    const [, what = '', pid = ''] = /^(part|new|old|link|site-[0-9a-z]+)-(\d+)$/u.exec(rest) ?? [];
    return what === '' || isAlive(Number(pid)) ? [] : [{ path: join(dirname(out), name), what }];
  });
  const link = linkAt(out);
  if (link === undefined && !existsSync(out)) {
    const found =
      left.find(({ what }) => what === 'new') ?? left.find(({ what }) => what === 'old');
    if (found) renameSync(found.path, out);
  }
  for (const { path } of left)
    if (link === undefined || resolve(dirname(out), link) !== path)
      rmSync(path, { recursive: true, force: true });
}

/** True for a process other than this one that still runs. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function linkAt(out: string): string | undefined {
  const found = lstatSync(out, { throwIfNoEntry: false });
  return found?.isSymbolicLink() === true ? readlinkSync(out) : undefined;
}

/** Whatever the umask: a web server that runs under another name may read all of it and write nothing. */
function readable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
}

/** Moves a folder, by copying where the target is on another file system. A copy that failed is taken away. */
function moveFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    try {
      copyFolder(from, to);
    } catch (broken) {
      rmSync(to, { recursive: true, force: true });
      throw broken;
    }
  }
}

/** Not cpSync: on a full disk that says only EIO. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else copyFileSync(source, target);
  }
  chmodSync(to, 0o755);
}
