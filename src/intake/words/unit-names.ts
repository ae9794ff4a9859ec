/** 单位名: which unit of the ledger a name means — by name, alias, or either without the names of city and district. */
import type { Ledger } from '../../schema/ledger.ts';
import type { UnitKind } from '../../schema/unit.ts';
import { pinyin } from 'pinyin-pro';
import { mostAlike } from './likeness.ts';
import { bareText } from './wording.ts';
import { pushAt } from '../../text/own.ts';

/** What most names of units end in; two names are compared without it. */
const GENERIC =
  /(?:街道办事处|人民政府办公室|政府办公室|人民政府|办事处|街道办|委员会|办公室|联合会|服务中心|管理局|分局|政府|中心|[镇乡]|局|委|办)$/u;
/** What an organisation's name ends in. */
const ORGANISATION =
  /(?:局|办|办公室|委|委员会|院|所|站|台|社|中心|政府|办事处|街道|镇|乡|联合会|会|队|校|学校|大学|医院|馆|园|园区|管委会|公司|集团|部|处|厅|室|团委|工会|[妇残文侨]联|科协|工商联|中学|小学|中专|职高|高中|初中|幼儿园|法院|检察院)$/u;

/** No name of one: 各乡镇, 有关部门, a name with another in brackets, a doubt. */
const NO_ONE = /^(?:各|有关|相关|全[市县区]|其他)|等$|[（(?？]|.及.{2,}/u;

/** How offices shorten names: short → long. A short name is offered, never taken for the long one. */
const SHORT: readonly (readonly [string, string])[] = [
  ['住建', '住房和城乡建设'],
  ['人社', '人力资源和社会保障'],
  ['卫健', '卫生健康'],
  ['文旅', '文化和旅游'],
  ['发改', '发展和改革'],
  ['市场监管', '市场监督管理'],
  ['编办', '机构编制委员会办公室'],
  ['应急', '应急管理'],
  ['医保', '医疗保障'],
  ['自规', '自然资源和规划'],
  ['城管', '城市管理'],
  ['工信', '工业和信息化'],
  ['交通局', '交通运输局'],
  ['退役军人局', '退役军人事务局'],
  ['残联', '残疾人联合会'],
  ['妇联', '妇女联合会'],
  ['国资委', '国有资产监督管理委员会'],
  ['街道办', '街道办事处'],
];

/** The units of a ledger and of the list that is read, by their names. */
export class UnitNames {
  readonly #prefixes: readonly string[];
  readonly #exact = new Map<string, Set<string>>();
  readonly #local = new Map<string, Set<string>>();
  readonly #spelled = new Map<string, Spelled[]>();
  /** By a spelling with one character left out. */
  readonly #shorter = new Map<string, Spelled[]>();
  readonly #stems: (readonly [stem: string, id: string])[] = [];

  constructor(ledger: Ledger) {
    this.#prefixes = prefixesOf(ledger.site.authority);
    for (const [id, names] of namesByUnit(ledger))
      for (const one of names) {
        this.#add(id, one);
        this.#stems.push([this.stem(one), id]);
      }
  }

  /** A unit that the list itself brings. */
  add(id: string, names: readonly string[]): void {
    for (const name of names) this.#add(id, name);
  }

  /** The id of the unit that a name means, or undefined where none or several fit. */
  find(name: string): string | undefined {
    return only(this.#exact.get(bareText(name))) ?? only(this.#local.get(this.#localName(name)));
  }

  /** The same, but a name without its level is nobody's: 区统计局 is 榆阳区统计局, 统计局 alone may be any. */
  findPlaced(name: string): string | undefined {
    const isPlaced = /^.{0,8}?[省市州盟县区旗]|街道|[镇乡]/u.test(bareText(name));
    return isPlaced ? this.find(name) : only(this.#exact.get(bareText(name)));
  }

  /** Ids of the units whose names are like a name, the likest first; those of the list only where they are the same but for spelling. */
  like(name: string): string[] {
    const { place, core } = spellingOf(name);
    const spelled = [...(this.#spelled.get(core) ?? []), ...this.#nearly(core)]
      .filter((one) => mayBeOne(one.place, place))
      .map(({ id }) => id);
    return [...new Set([...spelled, ...mostAlike(this.stem(name), this.#stems)])];
  }

  /** The name without city, district and what most names end in. */
  stem(name: string): string {
    const text = this.#localName(name);
    const cut = text.replace(GENERIC, '');
    return cut.length >= 2 ? cut : text;
  }

  #add(id: string, name: string): void {
    put(this.#exact, bareText(name), id);
    put(this.#local, this.#localName(name), id);
    const { place, core } = spellingOf(name);
    pushAt(this.#spelled, core, { id, place });
    if (core.length >= LONG)
      for (const one of shorter(core)) pushAt(this.#shorter, one, { id, place });
  }

  #localName(name: string): string {
    const text = bareText(name);
    const prefix = this.#prefixes.find(
      (one) => text.startsWith(one) && text.length > one.length + 1,
    );
    return prefix === undefined ? text : text.slice(prefix.length);
  }

  /** Units of which one character is missing or too many: 沙河路街道 and 沙河街道. */
  #nearly(core: string): Spelled[] {
    if (core.length < LONG - 1) return [];
    const longer = this.#shorter.get(core) ?? [];
    const less =
      core.length < LONG ? [] : shorter(core).flatMap((one) => this.#spelled.get(one) ?? []);
    return [...longer, ...less];
  }
}

/**
 * The names that each unit goes by. Former ones, and those of units that have ended, still mean them, as long as no other
 * has taken them up.
 */
function namesByUnit({ units }: Ledger): [id: string, names: string[]][] {
  const present = [...units.values()].filter(({ ended }) => ended === undefined);
  const taken = new Set(present.flatMap(({ name, aliases }) => [name, ...aliases].map(bareText)));
  return [...units].map(([id, { name, aliases, formerNames = [], ended }]) => {
    const own = [name, ...aliases];
    const old = [...formerNames.map((one) => one.name), ...(ended === undefined ? [] : own)];
    const free = [...new Set(old)].filter((one) => !taken.has(bareText(one)));
    return [id, ended === undefined ? [...own, ...free] : free];
  });
}

/** A unit under a spelling, with the place that stands before it. */
interface Spelled {
  id: string;
  place: string;
}
/** Shorter names differ in a character that matters: 民政, 财政. */
const LONG = 5;

/** A name written out in full, the place above left away: 县人社局 is 县 and 人力资源和社会保障局. */
function spellingOf(name: string): { place: string; core: string } {
  const text = bareText(name);
  const place = /^.{0,8}?[省市州盟县区旗](?=.{3})/u.exec(text)?.[0] ?? '';
  let core = text.slice(place.length);
  for (const [short, long] of SHORT) if (!core.includes(long)) core = core.replace(short, long);
  return { place, core: core.replace(/(?:办事处|人民政府|政府)$/u, '') };
}

/** Whether two places may be one: 县 and 某某县, but no 市 and 县, no 甲县 and 乙县. */
function mayBeOne(a: string, b: string): boolean {
  return a === '' || b === '' || a.endsWith(b) || b.endsWith(a);
}

/** A name with each of its characters left out in turn. */
function shorter(text: string): string[] {
  return Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));
}

function only(ids: Set<string> | undefined): string | undefined {
  return ids?.size === 1 ? [...ids][0] : undefined;
}

function put(map: Map<string, Set<string>>, key: string, id: string): void {
  map.set(key, (map.get(key) ?? new Set<string>()).add(id));
}

/** 榆林市榆阳区人民政府办公室 → 榆林市榆阳区, 榆阳区, 榆林市, 区: what may stand before a local name, the longest first. */
function prefixesOf(authority: string): string[] {
  const match =
    /^(?<above>.{1,8}?[省市盟州](?:.{1,6}?[市盟州])?)?(?<own>.{1,8}?[区县旗])/u.exec(
      bareText(authority),
    ) ?? /^(?<own>.{1,8}?市)/u.exec(bareText(authority));
  const { above = '', own = '' } = match?.groups ?? {};
  const kind = own.slice(-1);
  return [...new Set([above + own, own, above, kind])]
    .filter((prefix) => prefix !== '')
    .toSorted((a, b) => b.length - a.length);
}

/** True where a name ends as names of organisations do. */
export function isOrganisation(name: string): boolean {
  if (NO_ONE.test(name)) return false;
  const text = bareText(name);
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

/** In syllables. */
const LONG_NAME = 6;

/** An id out of the pinyin of a stem, unlike those taken: shahelu, shahelu-2. */
export function newId(stem: string, isTaken: (id: string) => boolean): string {
  const words = pinyin(stem, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const base =
    words
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]/gu, '')
      .slice(0, 40) || 'x';
  return freeId(base, isTaken);
}

/** The same for long names, whose ids are typed and stand in addresses: beyond a few syllables their first letters (dyjdzxjc for 第一季度专项检查). */
export function shortId(name: string, isTaken: (id: string) => boolean): string {
  const initials = pinyin(name, { toneType: 'none', type: 'array', pattern: 'first' }).join('');
  const short = initials.toLowerCase().replace(/[^a-z0-9]/gu, '');
  return short.length < LONG_NAME ? newId(name, isTaken) : freeId(short.slice(0, 40), isTaken);
}

/** The first of jia, jia-2, jia-3 … that is not taken. */
export function freeId(base: string, isTaken: (id: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!isTaken(id)) return id;
  }
}
