/** Units and accounts of 示例区, with clerks, contacts and register entries all filled in. */
import type { z } from 'zod';
import { addDays } from '../../src/day/calendar.ts';
import type { account } from '../../src/schema/account.ts';
import type { unit, UnitKind } from '../../src/schema/unit.ts';
import type { Platform } from '../../src/schema/vocabulary.ts';
import { unitNames, type UnitName } from './names.ts';
import { Deck, type Random } from './random.ts';

export type NewUnit = z.input<typeof unit>;
export type NewAccount = z.input<typeof account>;

export interface MadeUnit extends UnitName {
  record: NewUnit;
}

export interface MadeAccount {
  id: string;
  unit: MadeUnit;
  record: NewAccount;
}

/** The one website of the district. */
export const PORTAL = '示例区人民政府门户网站';

/** How the id of a bureau's account for services ends. */
export const SERVICE = '-service';

const servicePlatforms = ['wechat-channels', 'mini-program', 'weibo', 'douyin', 'toutiao'];

/** 本级序列: the office, bureaus, people's organizations, then streets, towns, townships. */
const SEQUENCE: readonly UnitKind[] = [
  'office',
  'department',
  'other',
  'street',
  'town',
  'township',
];

/** `count` units, the office first; the second one only reported a number of accounts. */
export function makeUnits(count: number, asOf: string): MadeUnit[] {
  const names = unitNames(count);
  const places = names.toSorted((a, b) => SEQUENCE.indexOf(a.kind) - SEQUENCE.indexOf(b.kind));
  return names.map((name, index) => ({
    ...name,
    record: {
      name: name.name,
      aliases: [name.short],
      kind: name.kind,
      order: (places.indexOf(name) + 1) * 10,
      phone: `0000-${String(1_000_000 + index)}`,
      ...(index === 1
        ? { reported: { accounts: 4, note: '只报了总数，没有列出名称（虚构）' } }
        : {}),
      members: [
        ...(index % 3 === 0
          ? [
              {
                account: `clerk-${name.id}-old`,
                name: `张示例${String(index)}`,
                post: '科员（示例）',
                from: addDays(asOf, -700),
                until: addDays(asOf, -160),
              },
            ]
          : []),
        {
          account: `clerk-${name.id}`,
          name: `李示例${String(index)}`,
          post: '科员（示例）',
          from: addDays(asOf, index % 3 === 0 ? -159 : -700),
        },
      ],
      contacts: [
        {
          name: `王示例${String(index)}`,
          post: '办公室主任（示例）',
          phone: `1990000${String(index % 10_000).padStart(4, '0')}`,
          note: '虚构的联系人',
        },
      ],
      source: { document: '示例区政务新媒体登记表（虚构）', at: `第${String(index + 1)}行` },
    },
  }));
}

/**
 * About three accounts for two units on every platform, a second one for each bureau, and the district's portal: bureaus
 * of a district open no websites of their own (原则上不开设). None for the unit that only reported a number.
 */
export function makeAccounts(
  random: Random,
  units: readonly MadeUnit[],
  platforms: readonly Platform[],
  asOf: string,
): MadeAccount[] {
  const deck = new Deck(random, platforms);
  return units.flatMap((owner, index) => {
    if (index === 1) return [];
    const made: MadeAccount[] = [];
    if (index === 0) made.push(portal(owner, asOf));
    const first = index % 2 === 0 ? wechat(platforms) : deck.deal();
    made.push(certified(media(random, owner, first, 1, asOf), index, asOf));
    if (index % 3 === 0)
      made.push(
        media(
          random,
          owner,
          deck.deal(({ id }) => id !== first.id),
          2,
          asOf,
        ),
      );
    if (index % 12 === 2) made.push(media(random, owner, first, 3, asOf));
    if (owner.kind === 'department') made.unshift(service(owner, index, made, asOf));
    return made;
  });
}

/** A few certifications run out around the ledger's day: some already, some soon. */
function certified(made: MadeAccount, index: number, asOf: string): MadeAccount {
  if (index % 8 !== 0 || made.record.kind !== 'new-media') return made;
  const record = { ...made.record, certifiedUntil: addDays(asOf, index - 10) };
  return { ...made, record };
}

function wechat(platforms: readonly Platform[]): Platform {
  const [first] = platforms;
  if (!first) throw new RangeError('a vocabulary without platforms');
  return platforms.find(({ id }) => id === 'wechat-official') ?? first;
}

function portal(owner: MadeUnit, asOf: string): MadeAccount {
  return {
    id: `${owner.id}-site`,
    unit: owner,
    record: {
      kind: 'website',
      unit: owner.id,
      name: PORTAL,
      siteCode: '0000000000',
      icp: '示ICP备00000000号',
      police: '示公网安备00000000000000号',
      address: `https://${owner.id}.example/`,
      supervisor: '示例区人民政府',
      operator: '示例区电子政务中心',
      openedOn: addDays(asOf, -2500),
      functions: '信息公开、办事服务、互动交流',
      interaction: '咨询留言',
      updateRule: '动态要闻每周更新',
      lastPostOn: addDays(asOf, -3),
    },
  };
}

/** A bureau's account for services, on a platform where it has none; nothing of it is left to chance. */
function service(
  owner: MadeUnit,
  index: number,
  others: readonly MadeAccount[],
  asOf: string,
): MadeAccount {
  const taken = new Set(
    others.map(({ record }) => (record.kind === 'new-media' ? record.platform : '')),
  );
  const free = servicePlatforms.filter((platform) => !taken.has(platform));
  const platform = free[index % free.length];
  if (platform === undefined) throw new RangeError(`no platform left for ${owner.id}`);
  return {
    id: `${owner.id}${SERVICE}`,
    unit: owner,
    record: {
      kind: 'new-media',
      unit: owner.id,
      name: `${owner.name}服务`,
      platform,
      certifiedBody: owner.name,
      address: `https://mp.example/${owner.id}/service`,
      supervisor: '示例区人民政府办公室',
      operator: owner.name,
      openedOn: addDays(asOf, -2500),
      functions: '办事服务、政策解读',
      interaction: '留言',
      updateRule: '每周两次',
      lastPostOn: addDays(asOf, -3),
    },
  };
}

function media(
  random: Random,
  owner: MadeUnit,
  platform: Platform,
  turn: number,
  asOf: string,
): MadeAccount {
  const name = `${owner.name.replace(/办事处$|人民政府$/u, '')}${['发布', '党建', '便民'][turn - 1] ?? ''}`;
  return {
    id: `${owner.id}-${platform.id}${turn === 3 ? '-2' : ''}`,
    unit: owner,
    record: {
      kind: 'new-media',
      unit: owner.id,
      name,
      aliases: turn === 1 ? [`${owner.short}发布`] : [],
      platform: platform.id,
      ...(platform.id === 'wechat-official' ? { subtype: random.pick(['订阅号', '服务号']) } : {}),
      ...(turn === 2 ? { formerNames: [`${owner.short}宣传`] } : {}),
      certifiedBody: owner.name,
      address: `https://mp.example/${owner.id}/${String(turn)}`,
      supervisor: '示例区人民政府办公室',
      operator: owner.name,
      // Before the register and the first check.
      openedOn: addDays(asOf, -900 - random.int(0, 1600)),
      functions: '信息发布、政策解读',
      interaction: random.pick(['留言', '私信', '无']),
      updateRule: '每周两次',
      lastPostOn: addDays(asOf, -random.int(0, 90)),
      ...(turn === 3 ? { exception: '便民服务与信息发布分开运行，经区政府办同意（示例）' } : {}),
    },
  };
}
