/** Names of units that exist nowhere: 天干, 地支 and ordinary bureaus of 示例区. */
import type { UnitKind } from '../../src/schema/unit.ts';

export interface UnitName {
  id: string;
  /** 示例区甲街道办事处 */
  name: string;
  /** 甲街道 */
  short: string;
  kind: UnitKind;
}

const stems = [
  ['jia', '甲'],
  ['yi', '乙'],
  ['bing', '丙'],
  ['ding', '丁'],
  ['wu', '戊'],
  ['ji', '己'],
  ['geng', '庚'],
  ['xin', '辛'],
  ['ren', '壬'],
  ['gui', '癸'],
] as const;
const branches = [
  ['zi', '子'],
  ['chou', '丑'],
  ['yin', '寅'],
  ['mao', '卯'],
  ['chen', '辰'],
  ['si', '巳'],
  ['wuu', '午'],
  ['wei', '未'],
  ['shen', '申'],
  ['you', '酉'],
  ['xu', '戌'],
  ['hai', '亥'],
] as const;
const bureaus = [
  ['jiaoyu', '教育局'],
  ['minzheng', '民政局'],
  ['sifa', '司法局'],
  ['caizheng', '财政局'],
  ['jiaotong', '交通运输局'],
  ['shuiwu', '水务局'],
  ['nongye', '农业农村局'],
  ['wenlv', '文化和旅游局'],
  ['weijian', '卫生健康局'],
  ['yingji', '应急管理局'],
  ['shenji', '审计局'],
  ['tongji', '统计局'],
] as const;

const OFFICE: UnitName = {
  id: 'shili-office',
  name: '示例区人民政府办公室',
  short: '区政府办',
  kind: 'office',
};
const COUNTED_ONLY: UnitName = {
  id: 'shili-gongan',
  name: '示例区公安分局',
  short: '区公安分局',
  kind: 'department',
};
const GUILD: UnitName = {
  id: 'shili-canlian',
  name: '示例区残疾人联合会',
  short: '区残联',
  kind: 'other',
};

/** As many names as asked for (at least six): the office first, then in turn bureaus, streets, towns, townships. */
export function unitNames(count: number): UnitName[] {
  const names: UnitName[] = [OFFICE, COUNTED_ONLY, GUILD];
  for (let turn = 0; names.length < count; turn += 1) {
    names.push(
      ...[bureau(turn), street(turn), town(turn), township(turn)].filter(
        (name) => name !== undefined,
      ),
    );
  }
  return names.slice(0, count);
}

/** 甲, 乙 … 癸, then 甲子, 乙丑 …, then 甲子二, each with its spelling. */
function ordinal(turn: number, words: readonly (readonly [string, string])[]): [string, string] {
  const single = words[turn];
  if (single) return [...single];
  const rest = turn - words.length;
  const stem = stems[rest % 10] ?? stems[0];
  const branch = branches[rest % 12] ?? branches[0];
  const again = Math.floor(rest / 60);
  const suffix: [string, string] =
    again === 0 ? ['', ''] : [`-${String(again + 1)}`, `第${String(again + 1)}`];
  return [`${stem[0]}-${branch[0]}${suffix[0]}`, `${stem[1]}${branch[1]}${suffix[1]}`];
}

function bureau(turn: number): UnitName | undefined {
  const found = bureaus[turn];
  if (!found) return undefined;
  return {
    id: `shili-${found[0]}`,
    name: `示例区${found[1]}`,
    short: `区${found[1]}`,
    kind: 'department',
  };
}

function street(turn: number): UnitName {
  const [spelt, word] = ordinal(turn, stems);
  return {
    id: `${spelt}-jiedao`,
    name: `示例区${word}街道办事处`,
    short: `${word}街道`,
    kind: 'street',
  };
}

function town(turn: number): UnitName {
  const [spelt, word] = ordinal(turn, branches);
  return {
    id: `${spelt}-zhen`,
    name: `示例区${word}镇人民政府`,
    short: `${word}镇`,
    kind: 'town',
  };
}

function township(turn: number): UnitName {
  const [spelt, word] = ordinal(turn + branches.length, branches);
  return {
    id: `${spelt}-xiang`,
    name: `示例区${word}乡人民政府`,
    short: `${word}乡`,
    kind: 'township',
  };
}
