/** 合格率一句话: what the rate was read from, and how far a drawn part may be from the whole. */
import type { InspectionFigures } from '../../domain/inspection/inspection-figures.ts';
import { intervalInWords, rateInWords } from '../../domain/inspection/rate.ts';

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
