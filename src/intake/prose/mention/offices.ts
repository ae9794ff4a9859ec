/**
 * 点名的单位: offices of which something is said and no account with it: 县财政局、白水镇报送的信息存在错别字. Where one
 * portal has the columns of all, a circular names who answers for them; the problem is the unit's own.
 */
import { isOrganisation } from '../../words/unit-names.ts';
import type { TextStretch } from '../finding.ts';
import { cutAt } from '../passage.ts';
import type { Group } from './group.ts';
import { isName, namesOf, withoutLead } from './names.ts';

/** The platform of what is named as an office. */
export const OFFICE_WORD = '单位';

const OFFICE = String.raw`(?:局|委|委员会|办|办公室|中心|镇|乡|街道|办事处|管委会|政府|院|馆|供销社|联合会|总工会|妇联|残联|厅|大队|支队)`;
const COUNT = String.raw`(?:等?(?:\d+|[两二三四五六七八九十]+)[个家](?:单位|部门|镇街?|乡镇|街道|市|县|区)*|等(?:单位|部门|乡镇|镇街)?)?`;
/** How what is said of an office begins. */
const SAYS = String.raw`存在|未|不|无(?!线)|仍|均|都|报送|上报|上传|更新|出现|长期|超|连续|\d+[个条篇次份处分]|发布的?信息|信息|因|内容|栏目`;
const LAST = new RegExp(
  String.raw`^(?<name>\p{Script=Han}{1,24}?${OFFICE})(?<count>${COUNT})(?=(?:${SAYS})|$)`,
  'u',
);
/** Leads from a statement to those of whom it holds. */
const LEADS = /(?:如|例如|比如|包括|涉及|分别[是为]|的(?:有|是|为)|单位|部门)[，：]?$/u;

/** 重要政府, 基层镇: no office's name. */
const VAGUE = /^(?:重要|主要|基层|地方|上级|下级|市级|县级|区级|当地|辖区|重点)/u;

/** The lists of offices in a sentence that names no account. */
export function officesIn(plain: string, { from, to }: TextStretch): Group[] {
  const groups: Group[] = [];
  const sentence = plain.slice(from, to);
  for (const [a, b] of cutAt(sentence, (char) => '，；：'.includes(char))) {
    const clause = sentence.slice(a, b).replace(/[，；：。！？]+$/u, '');
    const { lead, name: rest } = withoutLead(clause);
    const list = listIn(rest);
    if (list === undefined) continue;
    const at = from + a + lead.length;
    const end = at + list.length;
    const isBare = list.length === rest.length;
    const last = groups.at(-1);
    if (isBare && !LEADS.test(plain.slice(last?.to ?? from, at))) continue;
    groups.push({
      mentions: list.names.map((name) => ({
        at,
        end,
        name,
        platform: OFFICE_WORD,
        isUnsure: false,
      })),
      // What is said of a list behind it is its own; a bare one has what leads up to it.
      lead: { from: isBare ? (last?.to ?? from) : from + a, to: at },
      to: end,
    });
  }
  return groups;
}

/** The names that words begin with, and how far they and their count go; undefined where words begin with no office. */
function listIn(words: string): { names: string[]; length: number } | undefined {
  const parts = words.split('、');
  const names: string[] = [];
  let length = 0;
  for (const part of parts) {
    const own = namesOf(part);
    if (own.every(isOffice)) {
      names.push(...own);
      length += part.length + 1;
      continue;
    }
    const { name, count = '' } = LAST.exec(part)?.groups ?? {};
    const last = name === undefined ? [] : namesOf(name);
    if (last.length === 0 || !last.every(isOffice)) return undefined;
    return { names: [...names, ...last], length: length + (name ?? '').length + count.length };
  }
  return { names, length: length - 1 };
}

function isOffice(name: string): boolean {
  return (
    isOrganisation(name) &&
    isName(name) &&
    !VAGUE.test(name) &&
    new RegExp(`${OFFICE}$`, 'u').test(name)
  );
}
