/**
 * 分册: a site that is too large for one runner is rendered in volumes, each by a process of its own, and bound by another,
 * which renders nothing and first proves that the volumes are of one site, with nothing missing and nothing twice.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { shortHash } from '../../../src/asked.ts';
import type { SiteMemory } from './site-memory.ts';

/** The `number`-th of `of` volumes, from 1. */
export interface VolumeShare {
  readonly number: number;
  readonly of: number;
}

/** What all volumes of one site have in common. */
export interface VolumeKey {
  /** Hash of the program's files, of its packages, and Node's version. */
  readonly program: string;
  /** Hash of all records and evidence. */
  readonly ledger: string;
  /** Hash of what Git tells of them: the commit, and for the internal site who changed and sent what. */
  readonly history: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** In Chinese: which site, below which path, where reports go. */
  readonly edition: string;
}

export interface Volume extends VolumeShare {
  readonly key: VolumeKey;
  /** Hash of the paths of all pages and files of the site, those of the other volumes too. */
  readonly plan: string;
  /** Of the pages in this volume. */
  readonly memory: SiteMemory;
}

/** A volume and the folder in which it lies. */
export interface LaidVolume {
  readonly folder: string;
  readonly volume: Volume;
}

/** Beside the pages of a volume; never part of a site. Written last, so that a volume with it is whole. */
const LABEL = 'volume.json';

const labelSchema = z.object({
  number: z.int().min(1),
  of: z.int().min(1),
  key: z.object({
    program: z.string(),
    ledger: z.string(),
    history: z.string(),
    day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
    edition: z.string(),
  }),
  plan: z.string(),
  memory: z.object({
    program: z.string(),
    frame: z.string(),
    asOf: z.string(),
    questions: z.array(z.string()),
    answers: z.array(z.string()),
    files: z.record(
      z.string(),
      z.tuple([z.string(), z.string(), z.array(z.number()), z.number()]).readonly(),
    ),
    parts: z.record(z.string(), z.never()),
  }),
});

/** Of the pages of a plan those of one volume: in turns, so that each volume has as much of every kind. */
export function pagesOf<T>(plan: readonly T[], { number, of }: VolumeShare): T[] {
  return plan.filter((_, at) => at % of === number - 1);
}

export function planHash(plan: readonly string[]): string {
  return shortHash(plan.join('\n'));
}

export function writeVolume(folder: string, volume: Volume): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, LABEL), JSON.stringify(volume));
}

/** The volume in `folder`; undefined where none is, or none that is whole. */
export function volumeIn(folder: string): Volume | undefined {
  try {
    return labelSchema.safeParse(JSON.parse(readFileSync(join(folder, LABEL), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** The bytes of a page in a volume; undefined where they are not those that were written. */
export function pageIn({ folder, volume }: LaidVolume, page: string): Uint8Array | undefined {
  const { files } = volume.memory;
  const wanted = Object.hasOwn(files, page) ? files[page]?.[1] : undefined;
  try {
    const bytes = readFileSync(join(folder, page));
    return shortHash(bytes) === wanted ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** What keeps `laid` from being bound to the site of `key`, whose pages are `plan`; empty where nothing does. */
export function bindingFaults(
  laid: readonly LaidVolume[],
  key: VolumeKey,
  plan: readonly string[],
): string[] {
  // What is of another site says nothing of this one's volumes, nor a missing volume of pages.
  for (const faults of [
    laid.flatMap((one) => strangeness(one, key, plan)),
    numberFaults(laid),
    pageFaults(laid, plan),
  ])
    if (faults.length > 0) return faults;
  return [];
}

const AGAIN = '所有分册和合订用同一个程序、同一份台账、同一天、同样的选项，重新生成';

function strangeness(
  { folder, volume }: LaidVolume,
  key: VolumeKey,
  plan: readonly string[],
): string[] {
  const { key: theirs } = volume;
  const words = [
    theirs.program === key.program ? '' : '是别的程序（或别的 Node.js、别的依赖）画的',
    theirs.ledger === key.ledger ? '' : '画的是别的台账，或改动前后的',
    theirs.history === key.history ? '' : '画的时候，提交或待审的报送和这里的不同',
    theirs.day === key.day ? '' : `截止日是 ${theirs.day}，这里是 ${key.day}`,
    theirs.edition === key.edition ? '' : `是${theirs.edition}，这里是${key.edition}`,
  ].filter((one) => one !== '');
  if (words.length === 0 && volume.plan !== planHash(plan)) words.push('应有的网页和这里的不同');
  return words.length === 0 ? [] : [`${folder}：${words.join('；')} → ${AGAIN}`];
}

function numberFaults(laid: readonly LaidVolume[]): string[] {
  const of = laid[0]?.volume.of ?? 0;
  const other = laid.filter(({ volume }) => volume.of !== of);
  if (other.length > 0)
    return other.map(
      ({ folder, volume }) =>
        `${folder}：是${shareWords(volume)}，${laid[0]?.folder ?? ''} 是共 ${String(of)} 册里的 → 各册按同样的册数生成`,
    );
  return Array.from({ length: of }, (_, at) => at + 1).flatMap((number) => {
    const own = laid.filter(({ volume }) => volume.number === number);
    const places = own.map(({ folder }) => folder).join('、');
    if (own.length > 1) return [`第 ${String(number)} 册给了两次：${places} → 每册只给一次`];
    return own.length === 1
      ? []
      : [
          `缺${shareWords({ number, of })}，它没有生成完，或没有写上 → ledger build --volume ${String(number)}/${String(of)} 生成了再合订`,
        ];
  });
}

/** Every page of the plan in one volume, and nothing else in any. */
function pageFaults(laid: readonly LaidVolume[], plan: readonly string[]): string[] {
  const places = new Map<string, string[]>();
  for (const { folder, volume } of laid)
    for (const page of Object.keys(volume.memory.files))
      places.set(page, [...(places.get(page) ?? []), folder]);
  const planned = new Set(plan);
  const named = (pages: readonly string[], words: string): string[] =>
    pages.length === 0
      ? []
      : [
          `${pages.slice(0, 3).join('、')}${pages.length > 3 ? ` 等 ${String(pages.length)} 个` : ''}${words} → ${AGAIN}`,
        ];
  return [
    ...named(
      plan.filter((page) => !places.has(page)),
      '：哪一册里都没有',
    ),
    ...named(
      [...places].flatMap(([page, folders]) => (folders.length > 1 ? [page] : [])),
      '：不止一册里有',
    ),
    ...named(
      [...places.keys()].filter((page) => !planned.has(page)),
      '：册里有，这个网站没有',
    ),
  ];
}

/** 第 2 册（共 3 册） */
export function shareWords({ number, of }: VolumeShare): string {
  return `第 ${String(number)} 册（共 ${String(of)} 册）`;
}
