/** A city and a district below it, each in a folder of its own, and the letters between them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ledger as run, scratch } from '../documents/run.ts';
import { AS_OF, childFile, laidDown, type Made, madeLedger } from '../generator/city.ts';

/** A campaign that the district has. */
export const CAMPAIGN = '2025-special';

export interface Two {
  readonly above: string;
  readonly below: string;
  /** Where the letter's file is taken from. */
  readonly post: string;
}

export const madeDistrict = (): Made => madeLedger('101', 12);
export const madeCity = (more: object = {}): Made =>
  madeLedger('100', 4, new Map([childFile('101', 0, more)]));

export function two(city: Made, district: Made, dir = scratch()): Two {
  mkdirSync(join(dir, 'sticks'));
  mkdirSync(join(dir, 'post'));
  return {
    above: laidDown(dir, city.files, new Map()),
    below: laidDown(join(dir, 'below'), district.files, new Map()),
    post: join(dir, 'post'),
  };
}

/** Runs a command on a ledger as of the day of all of them; expects it to go well. */
export function done(content: string, ...args: string[]): string {
  const { code, out, err } = run(...args, '--content', content, '--as-of', AS_OF);
  expect([args.slice(0, 3), code, code === 0 ? '' : `${out}${err}`]).toEqual([
    args.slice(0, 3),
    0,
    '',
  ]);
  return out;
}

export const received = ({ below, post }: Two, ...more: string[]): string =>
  done(below, 'receive', post, '--campaign', CAMPAIGN, '--received-by', '政务公开股', ...more);

/** The first account of a district on WeChat, as a letter names it. */
export function wechatOf({ ledger }: Made): string {
  const one = [...ledger.accounts.values()].find(
    (found) => found.kind === 'new-media' && found.platform === 'wechat-official',
  );
  return `微信公众号：${one?.name ?? ''}`;
}
