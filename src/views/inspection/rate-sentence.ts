/** 合格率一句话: what the rate was read from, and how far a drawn part may be from the whole. */
import type { InspectionFigures } from '../../domain/inspection/inspection-figures.ts';
import { intervalInWords, rateInWords } from '../../domain/inspection/rate.ts';
import type { Inspection } from '../../schema/inspection.ts';
import { accountResults } from '../../text/terms.ts';

/**
 * 应查10个，检查2个，合格1个，不合格1个; of a check from above nothing is owed and no rate is read. `gone`: how many had been
 * deregistered by its day, which nobody checks.
 */
export function inspectedSentence(
  { scope }: Pick<Inspection, 'scope'>,
  figures: InspectionFigures,
  gone = 0,
): string {
  const { population, checked, passed, failed } = figures;
  const isAbove = scope.kind === 'above';
  const counts = [
    `${isAbove ? '在册' : '应查'}${String(population)}个${gone > 0 ? `（已注销的${String(gone)}个不查）` : ''}`,
    `${isAbove ? '上级检查' : '检查'}${String(checked)}个`,
    `合格${String(passed)}个`,
    `不合格${String(failed)}个`,
  ].join('，');
  return `${counts}；${isAbove ? '查哪些由上级定，不计合格率' : rateSentence(figures)}`;
}

/** 合格率83.8%, or 其中随机抽取23个，合格20个，合格率87.0%（推算全部应查的约在67.9%至95.5%之间）. */
export function rateSentence({
  sampled,
  drawn,
  drawnAgain,
  rate,
  interval,
}: InspectionFigures): string {
  const words = `合格率${rateInWords(rate) || '无'}`;
  if (!sampled) return words;
  const again = drawnAgain > 0 ? `（${String(drawnAgain)}个同时是回头看）` : '';
  const range =
    interval === undefined ? '' : `（推算全部应查的约在${intervalInWords(interval)}之间）`;
  return `其中随机抽取${String(drawn.checked)}个${again}，合格${String(drawn.passed)}个，${words}${range}`;
}

/** 检查33个，合格24个，不合格9个，随机抽取的合格率73.1%: what a list of checks says of each. */
export function inspectedInShort(
  { scope }: Pick<Inspection, 'scope'>,
  { checked, passed, failed, sampled, rate }: InspectionFigures,
): string {
  const whose = sampled ? '随机抽取的' : '';
  return [
    `检查${String(checked)}个`,
    `合格${String(passed)}个`,
    `不合格${String(failed)}个`,
    scope.kind === 'above' ? '不计合格率' : `${whose}合格率${rateInWords(rate) || '无'}`,
  ].join('，');
}

/** 上次不合格的再看11个：合格6个，仍不合格5个（其中原问题未改1个，原问题未再发现而有新问题4个）。 Nothing where none was looked at again. */
export function againInWords({ again, still, stillSame, mended }: InspectionFigures): string[] {
  if (again === 0) return [];
  const split = [
    ...(stillSame > 0 ? [`原问题未改${String(stillSame)}个`] : []),
    ...(still > stillSame ? [`原问题未再发现而有新问题${String(still - stillSame)}个`] : []),
  ].join('，');
  const detail = still === 0 ? '' : `（其中${split}）`;
  return [
    `上次不合格的再看${String(again)}个：已整改到位${String(mended)}个，仍不合格${String(still)}个${detail}。`,
  ];
}

/** What the check of an account came to. */
export function resultInWords(result: keyof typeof accountResults): string {
  return accountResults[result];
}
