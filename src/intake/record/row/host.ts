/** 主办单位、责任单位: the units that a cell names. An unknown name that is like a known one is asked about. */
import type { Known, NotedReading } from '../known.ts';
import { type Bulk, type Candidate, type Inquiry, valuesInWords } from '../../inquiry/question.ts';
import type { PaperPlace } from '../../../paper/sheet.ts';
import { type UnitList, unitsIn } from '../../words/unit-list.ts';
import { isOrganisation, newId, unitKindOf } from '../../words/unit-names.ts';
import { bareText, mendedText } from '../../words/wording.ts';

/** The answer that makes a new record; 新增：名称 gives it another name than the list does. */
export const NEW_UNIT = '新增';
const FIRST = '第一个牵头';

/** The units of a row: whose the problem is, and who assists. */
export interface Units {
  lead: string;
  assisting: string[];
}

/** The units that a cell names, or undefined while they are asked about. `text` is the cell as it stands. */
export function readUnits(
  text: string,
  place: PaperPlace,
  known: Known,
  inquiry: Inquiry,
  readings: NotedReading[],
): Units | undefined {
  const whole = mendedText(text);
  const several = known.units.findPlaced(whole) === undefined ? unitsIn(text) : undefined;
  const named =
    several === undefined || several.isSaid ? several : askLead(whole, several, place, inquiry);
  if (several !== undefined && named === undefined) return undefined;
  const lead = readUnit(named?.lead ?? whole, place, known, inquiry, readings);
  const assisting = readAssisting(named?.assisting ?? [], place, known, inquiry, readings);
  if (lead === undefined || assisting === undefined) return undefined;
  return { lead, assisting: assisting.filter((id) => id !== lead) };
}

/** The units that assist, or undefined while one of them is asked about. */
export function readAssisting(
  names: readonly string[],
  place: PaperPlace,
  known: Known,
  inquiry: Inquiry,
  readings: NotedReading[],
): string[] | undefined {
  const ids = names.map((name) => readUnit(name, place, known, inquiry, readings, true));
  if (ids.includes(undefined)) return undefined;
  return [...new Set(ids.flatMap((id) => (id === undefined || id === '' ? [] : [id])))];
}

/** Who of several units leads; asked once for all cells that name several without saying it. */
function askLead(
  text: string,
  units: UnitList,
  place: PaperPlace,
  inquiry: Inquiry,
): UnitList | undefined {
  const all = [units.lead, ...units.assisting];
  const first = { answer: FIRST, label: '排在第一的牵头（责任），其余配合' };
  return inquiry.ask(
    {
      ask: 'lead',
      text,
      message: `“${text}”写了几个单位：谁牵头（责任），谁配合？写牵头单位的名称，其余记为配合`,
      candidates: [first, ...all.map((name) => ({ answer: name, label: name }))],
      bulk: {
        text: place.file,
        above: 1,
        message: (values) =>
          `有 ${values.length} 种写法写了几个单位，没有写谁牵头：${valuesInWords(values)}`,
        candidates: [first],
      },
    },
    place,
    ([answer = '']) => {
      const lead =
        answer === FIRST ? all[0] : all.find((name) => bareText(name) === bareText(answer));
      return lead === undefined
        ? undefined
        : { lead, assisting: all.filter((name) => name !== lead), isSaid: true };
    },
  );
}

/** Id of the unit that `name` means, a new one where nothing is like it; '' for one that is left out. */
export function readUnit(
  name: string,
  place: PaperPlace,
  known: Known,
  inquiry: Inquiry,
  readings: NotedReading[],
  mayBeLeftOut = false,
): string | undefined {
  const found = known.units.findPlaced(name);
  if (found !== undefined) {
    const registered = known.unitName(found) ?? '';
    if (bareText(registered) !== bareText(name))
      readings.push({ field: 'unit', note: `“${name}”是“${registered}”` });
    return found;
  }
  const like = known.units.like(name).slice(0, 5);
  if (like.length === 0 && isOrganisation(name)) return newUnit(name, known, readings);
  const candidates: Candidate[] = [
    ...like.map((id) => ({ answer: id, label: known.unitName(id) ?? id })),
    { answer: NEW_UNIT, label: `新增单位“${name}”；全称不同的写 ${NEW_UNIT}：全称` },
    ...(mayBeLeftOut ? [{ answer: '不登记', label: '不登记为配合单位，只留原文' }] : []),
  ];
  const message = isOrganisation(name)
    ? `台账里没有“${name}”，有相近的单位${like.some((id) => known.newUnits.has(id)) ? '，或是同一单位的另一种写法' : ''}`
    : `台账里没有“${name}”，也不像单位名称`;
  const question = {
    ask: 'unit' as const,
    text: name,
    message,
    candidates,
    // Two spellings of one unit are never answered together with new ones.
    ...(!like.some((id) => known.newUnits.has(id)) && { bulk: bulkOf(place, like.length > 0) }),
  };
  return inquiry.ask(question, place, ([answer = '']) => {
    if (mayBeLeftOut && answer === '不登记') return '';
    const isKnown = known.unitName(answer) !== undefined;
    const id = isKnown ? answer : known.units.find(answer);
    if (id !== undefined) {
      readings.push({ field: 'unit', note: `经确认，“${name}”是“${known.unitName(id) ?? id}”` });
      return id;
    }
    const full = new RegExp(`^${NEW_UNIT}(?:[：:] ?(?<name>.{2,}))?$`, 'u').exec(answer)?.groups;
    return full === undefined ? undefined : newUnit(full['name'] ?? name, known, readings, name);
  });
}

/** One question for all names that are new, and one for all that are like another. */
function bulkOf({ file }: PaperPlace, areLike: boolean): Bulk {
  return {
    text: `${file} ${areLike ? '相近的单位' : '新单位'}`,
    above: 2,
    message: (values) =>
      `有 ${values.length} 个单位台账里没有，${areLike ? '有相近的' : '也不像单位名称'}：${valuesInWords(values)}；都是新单位吗？`,
    candidates: [{ answer: NEW_UNIT, label: '都是，照清单的写法新增' }],
  };
}

/** A new unit; `alias` is how the list calls it. */
function newUnit(name: string, known: Known, readings: NotedReading[], alias = name): string {
  const existing = known.units.find(name);
  if (existing !== undefined) return existing;
  const id = newId(known.units.stem(name), (one) => known.isTaken(one));
  const aliases = alias === name ? [] : [alias];
  known.addUnit(id, { name, aliases, kind: unitKindOf(name), members: [], contacts: [] });
  readings.push({ field: 'unit', note: `新增单位“${name}”` });
  return id;
}
