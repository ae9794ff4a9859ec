/** 单位名: which unit of the ledger a name means — by name, alias, or either without the names of city and district. */
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Unit, UnitKind } from '../../schema/unit.ts';
import { pinyin } from 'pinyin-pro';
import { likest } from './likeness.ts';
import { bare } from './wording.ts';

/** What most names of units end in; two names are compared without it. */
const GENERIC =
  /(?:街道办事处|人民政府办公室|政府办公室|人民政府|办事处|街道办|委员会|办公室|联合会|服务中心|管理局|分局|政府|中心|[镇乡]|局|委|办)$/u;
/** What an organisation's name ends in. */
const ORGANISATION =
  /(?:局|办|办公室|委|委员会|院|所|站|台|社|中心|政府|办事处|街道|镇|乡|联合会|会|队|校|学校|大学|医院|馆|园|园区|管委会|公司|集团|部|处|厅|室|团委|工会|法院|检察院)$/u;

export interface UnitNames {
  /** The id of the unit that a name means, or undefined where none or several fit. */
  find(name: string): string | undefined;
  /** Units whose names are like a name, the likest first. */
  like(name: string): Entry<Unit>[];
  /** The name without city, district and what most names end in. */
  stem(name: string): string;
}

/** The names of a ledger's units; `added` are new ones, id → name. */
export function unitNames(
  ledger: Ledger,
  added: ReadonlyMap<string, string> = new Map(),
): UnitNames {
  const prefixes = prefixesOf(ledger.site.authority);
  const local = (name: string): string => {
    const text = bare(name);
    const prefix = prefixes.find((one) => text.startsWith(one) && text.length > one.length + 1);
    return prefix === undefined ? text : text.slice(prefix.length);
  };
  const stem = (name: string): string => {
    const text = local(name);
    const cut = text.replace(GENERIC, '');
    return cut.length >= 2 ? cut : text;
  };
  const exact = new Map<string, Set<string>>();
  const short = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, id: string): void => {
    map.set(key, (map.get(key) ?? new Set<string>()).add(id));
  };
  for (const [id, { name, aliases }] of ledger.units) {
    for (const one of [name, ...aliases]) {
      add(exact, bare(one), id);
      add(short, local(one), id);
    }
  }
  for (const [id, name] of added) {
    add(exact, bare(name), id);
    add(short, local(name), id);
  }
  const only = (ids: Set<string> | undefined): string | undefined =>
    ids?.size === 1 ? [...ids][0] : undefined;
  return {
    find: (name) => only(exact.get(bare(name))) ?? only(short.get(local(name))),
    like: (name) =>
      likest(
        stem(name),
        [...ledger.units.values()].flatMap((unit) =>
          [unit.name, ...unit.aliases].map((one) => [stem(one), unit] as const),
        ),
      ),
    stem,
  };
}

/** 榆林市榆阳区人民政府办公室 → 榆林市榆阳区, 榆阳区, 榆林市, 区: what may stand before a local name, the longest first. */
function prefixesOf(authority: string): string[] {
  const match =
    /^(?<above>.{1,8}?[省市盟州](?:.{1,6}?[市盟州])?)?(?<own>.{1,8}?[区县旗])/u.exec(
      bare(authority),
    ) ?? /^(?<own>.{1,8}?市)/u.exec(bare(authority));
  const { above = '', own = '' } = match?.groups ?? {};
  const kind = own.slice(-1);
  return [...new Set([above + own, own, above, kind])]
    .filter((prefix) => prefix !== '')
    .toSorted((a, b) => b.length - a.length);
}

/** True where a name ends as names of organisations do. */
export function isOrganisation(name: string): boolean {
  const text = bare(name);
  return text.length >= 3 && text.length <= 40 && ORGANISATION.test(text);
}

/** The kind of a unit by its name. */
export function unitKindOf(name: string): UnitKind {
  if (/街道(?:办事处|办)?$/u.test(name)) return 'street';
  if (/镇(?:人民政府|政府)?$/u.test(name)) return 'town';
  if (/乡(?:人民政府|政府)?$/u.test(name)) return 'township';
  if (/政府办公室$/u.test(name)) return 'office';
  return /[局委部]$/u.test(name) ? 'department' : 'other';
}

/** An id out of the pinyin of a stem, unlike those taken: shahelu, shahelu-2. */
export function newId(stem: string, isTaken: (id: string) => boolean): string {
  const words = pinyin(stem, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const base =
    words
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]/gu, '')
      .slice(0, 40) || 'x';
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!isTaken(id)) return id;
  }
}
