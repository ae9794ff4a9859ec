/** 几个单位: a cell that names more than one unit — who leads and who assists, where the cell says so itself. */
import { isOrganisation } from './unit-names.ts';
import { mendedText, tidy } from './wording.ts';

export interface UnitList {
  lead: string;
  assisting: string[];
  /** True where the cell says who leads (牵头, 责任单位：) or assists (配合). */
  isSaid: boolean;
}

const LEADS = /^(?:牵头|责任|主责|主办|承办|整改)(?:责任)?(?:单位|部门)?[：:]/u;
const ASSISTS = /^(?:配合|协办|协助|参与|协同)(?:单位|部门)?[：:]?/u;
const IS_LEAD = /[（(](?:牵头|主责|主办)[^）)]*[）)]$|(?<=.{2})牵头(?:负责|落实)?$/u;
const IS_ASSISTING = /[（(](?:配合|协办|协助|参与)[^）)]*[）)]$|(?<=.{2})(?:配合|协助)(?:落实)?$/u;

/** The units of a cell, or undefined where it names one. */
export function unitsIn(text: string): UnitList | undefined {
  const names: { name: string; role?: 'lead' | 'assisting' }[] = [];
  let role: 'lead' | 'assisting' | undefined;
  for (const part of unitListParts(text)) {
    if (LEADS.test(part)) role = 'lead';
    else if (ASSISTS.test(part)) role = 'assisting';
    const plain = part.replace(LEADS, '').replace(ASSISTS, '');
    const own = IS_LEAD.test(plain) ? 'lead' : IS_ASSISTING.test(plain) ? 'assisting' : role;
    const name = plain.replace(IS_LEAD, '').replace(IS_ASSISTING, '').trim();
    // 甲、乙配合: those before it that have no part of their own assist too.
    if (IS_ASSISTING.test(plain) && names[0]?.role === 'lead')
      for (const one of names) one.role ??= 'assisting';
    if (name !== '') names.push(own === undefined ? { name } : { name, role: own });
  }
  const leads = names.filter((one) => one.role === 'lead');
  const isSaid = leads.length > 0 || names.some((one) => one.role === 'assisting');
  const lead = leads[0] ?? names.find((one) => one.role === undefined) ?? names[0];
  const organisations = names.filter(({ name }) => isOrganisation(name));
  if (lead === undefined || (names.length < 2 && !isSaid)) return undefined;
  if (!isSaid && organisations.length < 2) return undefined;
  const assisting = names.filter((one) => one !== lead).map(({ name }) => name);
  const isClear =
    isSaid &&
    (leads.length === 1 ||
      (leads.length === 0 && names.filter((one) => one.role === undefined).length === 1));
  return { lead: lead.name, assisting, isSaid: isClear };
}

/** The names of a cell as its signs part them; a line break parts whole names only. */
export function unitListParts(text: string): string[] {
  const lines = tidy(text).split('\n').map(mendedText);
  const areNames =
    lines.length > 1 &&
    lines.every((line) => isOrganisation(line.replace(LEADS, '').replace(ASSISTS, '')));
  return (areNames ? lines : [mendedText(text)])
    .flatMap((line) =>
      line.split(
        /[、；;，,／/](?![^（(]*[）)])|(?<=.) (?=\p{Script=Han})|(?<=.{2})(?=配合单位[：:])/u,
      ),
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
