/**
 * 办公电脑: a command run as on an old office computer, by Linux control groups (version 1): so much processor time as two
 * cores of half this machine's speed have, and a disk of 60 MB/s with 150 requests a second. What lies in memory is not
 * read again, as on the computer of somebody who has it open.
 */
import { mkdirSync, readFileSync, realpathSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const GROUPS = '/sys/fs/cgroup';
const NAME = 'ledger-bench';
const PERIOD = 100_000;
const BYTES_A_SECOND = 60 * 2 ** 20;
const REQUESTS_A_SECOND = 150;

type Command = readonly [command: string, ...args: string[]];

/** What makes a command such a one; `folder` lies on the disk. Undefined where this system does not let us. */
export function officeComputer(folder: string): ((command: Command) => Command) | undefined {
  const groups = ['cpu', 'blkio'].map((kind) => path.join(GROUPS, kind, NAME));
  const [cpu = '', disk = ''] = groups;
  try {
    for (const group of groups) mkdirSync(group, { recursive: true });
    writeFileSync(path.join(cpu, 'cpu.cfs_period_us'), String(PERIOD));
    // Two cores of half the speed, or one whole: the same for what uses both.
    writeFileSync(path.join(cpu, 'cpu.cfs_quota_us'), String(PERIOD));
    const device = wholeDisk(statSync(folder).dev);
    for (const way of ['read', 'write']) {
      writeFileSync(
        path.join(disk, `blkio.throttle.${way}_bps_device`),
        `${device} ${String(BYTES_A_SECOND)}`,
      );
      writeFileSync(
        path.join(disk, `blkio.throttle.${way}_iops_device`),
        `${device} ${String(REQUESTS_A_SECOND)}`,
      );
    }
  } catch {
    return undefined;
  }
  const enter = groups.map((group) => `echo $$ > ${group}/cgroup.procs`).join(' && ');
  return (command) => ['sh', '-c', `${enter} && exec "$@"`, 'sh', ...command];
}

/** Takes the groups away again. */
export function removeOfficeComputer(): void {
  for (const kind of ['cpu', 'blkio']) {
    try {
      rmdirSync(path.join(GROUPS, kind, NAME));
    } catch {
      // It never was, or somebody is still in it: an empty group costs nothing.
    }
  }
}

/** `major:minor` of the disk that a device lies on; a part of a disk cannot be slowed alone. */
function wholeDisk(device: number): string {
  // As glibc's makedev, for numbers below 2^32.
  const major = (device >> 8) & 0xfff;
  const minor = (device & 0xff) | ((device >> 12) & 0xfff00);
  const own = `${String(major)}:${String(minor)}`;
  try {
    const real = realpathSync(`/sys/dev/block/${own}`);
    return readFileSync(path.join(real, '../dev'), 'utf8').trim();
  } catch {
    // It is a whole one.
    return own;
  }
}
