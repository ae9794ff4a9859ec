/** 问题来源: who found or assigned the issues, each with the list that is filtered by it. */
import { type Origin, origins } from '../../schema/issue.ts';
import type { Face } from '../../views/face.ts';
import { FROM_ABOVE, originNames } from '../../views/issue/issue-row.ts';
import { countWords } from './entry-parts.ts';
import type { SearchEntry } from '../record.ts';

/** What people say of a level: 省里通报的, 市级检查发现的. */
const WAYS = ['交办', '通报', '检查', '查出', '发现'];

function fromLevel(...levels: readonly string[]): string[] {
  return levels.flatMap((level) => WAYS.map((way) => `${level}${way}`));
}

const names: Readonly<Record<Origin, readonly string[]>> = {
  'self-check': ['自查发现', '自查问题', '自查出', '自己发现'],
  district: ['本级发现', '本级查出'],
  city: ['市级', '市里', ...fromLevel('市级', '市里')],
  province: ['省级', '省里', ...fromLevel('省级', '省里')],
  nation: ['国家级', ...fromLevel('国家', '国办')],
  public: ['群众投诉', '群众举报', '群众来信', '老百姓反映', '网民反映', '网友反映', '公众反映'],
};
/** No 省市 alone, with which 省市场监管局 begins. */
const above = [
  '交办',
  ...fromLevel('上级', '上面', '省市'),
  '省里市里',
  '省里和市里',
  '省里或市里',
];

/** The origins, also those of which there is nothing: that none came from there is an answer. */
export function originEntries(face: Face): SearchEntry[] {
  const own = (Object.keys(origins) as Origin[]).map((id) =>
    originEntry(face, origins[id], names[id]),
  );
  return [...own, originEntry(face, FROM_ABOVE, above)];
}

function originEntry(face: Face, name: string, more: readonly string[]): SearchEntry {
  const issues = face.standing.issues.filter(({ issue }) => originNames(issue).includes(name));
  const list = 'lists/all.html';
  return {
    kind: 'origin',
    address:
      issues.length === 0 ? list : `${list}?${new URLSearchParams({ origin: name }).toString()}`,
    title: `${name} ${String(issues.length)}个`,
    summary: ['问题来源', ...countWords(issues)].join(' · '),
    // 自查 alone is the part of the site that is called so.
    names: [
      ...new Set(name === origins['self-check'] ? [`来源${name}`, ...more] : [name, ...more]),
    ],
    known: [],
    codes: [],
    within: [],
    of: ['来源', name],
    count: issues.length,
  };
}
