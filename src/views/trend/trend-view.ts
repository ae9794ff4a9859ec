/**
 * 趋势页: how things went over time, what each check found, and units side by side in numbers. Units are in the order of
 * the register, never of a number; on the public site they are compared only where every campaign's publication
 * names late units. A ledger that has not yet lived through a month's end has no such page.
 */
import { trendAddress } from '../address.ts';
import { type Face, mayCompareUnits } from '../face.ts';
import { burdenSections } from './trend-burden.ts';
import type { TrendPage } from './trend-chart.ts';
import { inspectionSection } from './trend-inspections.ts';
import { courseSection, flowSection, paceSection, problemSection } from './trend-sections.ts';
import { unitSections } from './trend-units.ts';
import { yearSection } from './trend-years.ts';
import { unitMonthSections } from './unit-months.ts';

/** 趋势 and 单位对照; none where there is no course of things yet, the second only where units may be compared. */
export function trendPages(face: Face): TrendPage[] {
  const course = courseSection(face);
  if (course === undefined) return [];
  const sections = [
    // Without a picture, it stands above those that stand side by side.
    ...yearSection(face),
    course,
    ...flowSection(face),
    ...paceSection(face),
    ...inspectionSection(face),
    ...problemSection(face),
  ];
  const units = mayCompareUnits(face) ? [...unitSections(face), ...unitMonthSections(face)] : [];
  const burden = burdenSections(face);
  return [
    { id: 'course', href: trendAddress('course'), title: '趋势', sections },
    ...(units.length === 0
      ? []
      : [
          {
            id: 'units' as const,
            href: trendAddress('units'),
            title: '单位对照',
            sections: units,
          },
        ]),
    ...(burden.length === 0
      ? []
      : [
          {
            id: 'burden' as const,
            href: trendAddress('burden'),
            title: '减负',
            sections: burden,
          },
        ]),
  ];
}
