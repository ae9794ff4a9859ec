/** 按平台分: what a circular says of the platforms of a check. */
import type { InspectionPart } from '../../domain/inspection/inspection-figures.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { platformRef } from '../../views/names.ts';

/** 微信视频号检查3个、不合格2个；今日头条检查2个、不合格0个: every platform by itself. */
export function platformsInWords(ledger: Ledger, parts: readonly InspectionPart[]): string {
  return parts
    .map(({ id, checked, failed }) => {
      const name = platformRef(ledger, id).name;
      return `${name}检查${String(checked)}个、不合格${String(failed)}个`;
    })
    .join('；');
}

/** 微信视频号检查3个、不合格2个；今日头条、抖音检查7个，全部合格: platforms without a failure are named together. */
export function platformsInShort(ledger: Ledger, parts: readonly InspectionPart[]): string {
  const passed = parts.filter(({ failed }) => failed === 0);
  const all = passed.reduce((sum, { checked }) => sum + checked, 0);
  const names = passed.map(({ id }) => platformRef(ledger, id).name).join('、');
  const sum = passed.length > 1 ? `${names}共检查${String(all)}个` : `${names}检查${String(all)}个`;
  const failing = platformsInWords(
    ledger,
    parts.filter(({ failed }) => failed > 0),
  );
  return [
    ...(failing === '' ? [] : [failing]),
    ...(passed.length === 0 ? [] : [`${sum}，${all === 1 ? '合格' : '全部合格'}`]),
  ].join('；');
}
