/** 单位名: which unit of the ledger a name means — by name, alias, or either without the names of city and district. */
import type { Ledger } from '../../schema/ledger.ts';
import type { UnitKind } from '../../schema/unit.ts';
import { pinyin } from 'pinyin-pro';
import { likest } from './likeness.ts';
import { bare } from './wording.ts';

/** What most names of units end in; two names are compared without it. */
const GENERIC =
  /(?:街道办事处|人民政府办公室|政府办公室|人民政府|办事处|街道办|委员会|办公室|联合会|服务中心|管理局|分局|政府|中心|[镇乡]|局|委|办)$/u;
/** What an organisation's name ends in. */
const ORGANISATION =
  /(?:局|办|办公室|委|委员会|院|所|站|台|社|中心|政府|办事处|街道|镇|乡|联合会|会|队|校|学校|大学|医院|馆|园|园区|管委会|公司|集团|部|处|厅|室|团委|工会|法院|检察院)$/u;

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
  readonly #spelled = new Map<string, Set<string>>();
  /** By a spelling with one character left out. */
  readonly #shorter = new Map<string, Set<string>>();
  readonly #stems: (readonly [stem: string, id: string])[] = [];

  constructor(ledger: Ledger) {
    this.#prefixes = prefixesOf(ledger.site.authority);
    for (const [id, { name, aliases }] of ledger.units)
      for (const one of [name, ...aliases]) {
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
    return only(this.#exact.get(bare(name))) ?? only(this.#local.get(this.#localName(name)));
  }

  /** The same, but a name without its level is nobody's: 区统计局 is 榆阳区统计局, 统计局 alone may be any. */
  findPlaced(name: string): string | undefined {
    const isPlaced = /^.{0,8}?[省市州盟县区旗]|街道|[镇乡]/u.test(bare(name));
    return isPlaced ? this.find(name) : only(this.#exact.get(bare(name)));
  }

  /** Ids of the units whose names are like a name, the likest first; those of the list only where they are the same but for spelling. */
  like(name: string): string[] {
    const spelled = [...(this.#spelled.get(this.#spelling(name)) ?? [])];
    return [
      ...new Set([...spelled, ...this.#nearly(name), ...likest(this.stem(name), this.#stems)]),
    ];
  }

  /** The name without city, district and what most names end in. */
  stem(name: string): string {
    const text = this.#localName(name);
    const cut = text.replace(GENERIC, '');
    return cut.length >= 2 ? cut : text;
  }

  #add(id: string, name: string): void {
    put(this.#exact, bare(name), id);
    put(this.#local, this.#localName(name), id);
    const spelling = this.#spelling(name);
    put(this.#spelled, spelling, id);
    if (spelling.length >= 5) for (const one of shorter(spelling)) put(this.#shorter, one, id);
  }

  #localName(name: string): string {
    const text = bare(name);
    const prefix = this.#prefixes.find(
      (one) => text.startsWith(one) && text.length > one.length + 1,
    );
    return prefix === undefined ? text : text.slice(prefix.length);
  }

  /** Written out in full, the level above left away: 县人社局 and 某县人力资源和社会保障局 may be one. */
  #spelling(name: string): string {
    let text = bare(name).replace(/^.{0,8}?(?=[省市州盟县区旗])(?=.{3})/u, '');
    for (const [short, long] of SHORT) if (!text.includes(long)) text = text.replace(short, long);
    return text.replace(/(?:办事处|人民政府|政府)$/u, '');
  }

  /** Units of which one character is missing or too many: 沙河路街道 and 沙河街道. */
  #nearly(name: string): string[] {
    const text = this.#spelling(name);
    if (text.length < 4) return [];
    const found = new Set(this.#shorter.get(text) ?? []);
    if (text.length >= 5)
      for (const one of shorter(text)) for (const id of this.#spelled.get(one) ?? []) found.add(id);
    return [...found];
  }
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
  if (NO_ONE.test(name)) return false;
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
