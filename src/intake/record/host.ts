/** 主办单位: the unit that the column names. An unknown name that is like a known one is asked about. */
import type { Known, Reading } from './known.ts';
import type { Candidate, Inquiry } from '../inquiry/question.ts';
import type { Place } from '../../paper/sheet.ts';
import { isOrganisation, newId, unitKindOf } from '../words/unit-names.ts';
import { bare } from '../words/wording.ts';

/** The answer that makes a new record; 新增：名称 gives it another name than the list does. */
export const NEW = '新增';

/** Id of the unit that `name` means, a new one where nothing is like it; undefined while it is asked about. */
export function readHost(
  name: string,
  place: Place,
  known: Known,
  inquiry: Inquiry,
  readings: Reading[],
): string | undefined {
  const found = known.units.find(name);
  if (found !== undefined) {
    const registered = known.unitName(found) ?? '';
    if (bare(registered) !== bare(name))
      readings.push({ field: 'unit', note: `“${name}”是“${registered}”` });
    return found;
  }
  const like = known.units.like(name);
  if (like.length === 0 && isOrganisation(name)) return newUnit(name, known, readings);
  const candidates: Candidate[] = [
    ...like.map(({ id, name: label }) => ({ answer: id, label })),
    { answer: NEW, label: `新增单位“${name}”；全称不同的写 ${NEW}：全称` },
  ];
  const message = isOrganisation(name)
    ? `台账里没有“${name}”，有相近的单位`
    : `台账里没有“${name}”，也不像单位名称`;
  return inquiry.ask({ ask: 'unit', text: name, message, candidates }, place, ([answer = '']) => {
    const isKnown = known.unitName(answer) !== undefined;
    const id = isKnown ? answer : known.units.find(answer);
    if (id !== undefined) {
      readings.push({ field: 'unit', note: `经确认，“${name}”是“${known.unitName(id) ?? id}”` });
      return id;
    }
    const full = new RegExp(`^${NEW}(?:[：:] ?(?<name>.{2,}))?$`, 'u').exec(answer)?.groups;
    return full === undefined ? undefined : newUnit(full['name'] ?? name, known, readings, name);
  });
}

/** A new unit; `alias` is how the list calls it. */
function newUnit(name: string, known: Known, readings: Reading[], alias = name): string {
  const id = newId(known.units.stem(name), (one) => known.isTaken(one));
  const aliases = alias === name ? [] : [alias];
  known.addUnit(id, { name, aliases, kind: unitKindOf(name), members: [], contacts: [] });
  readings.push({ field: 'unit', note: `新增单位“${name}”` });
  return id;
}
