/** 升降: the numbers and percentages of a sentence, and which of them are changes of others. */
import type { Statement } from '../statement.ts';

export const UP = '高出|多出|提高|提升|上升|上涨|攀升|增加|增长|增多|净增|增幅|涨幅|多|高';
export const DOWN = '净减|净降|下降|降低|减少|回落|下滑|下跌|压减|压降|缩减|精简|降幅|少|低';
export const MOVED = new RegExp(`(${UP}|${DOWN})(?:了|(?<=幅)(?:为|达到?))? ?$`, 'u');

/** A number or percentage of a sentence, in order. */
export interface ChangeTerm {
  readonly value: number;
  readonly decimals: number;
  /** The measure word, or %, or 个百分点. */
  readonly unit: string;
  readonly at: number;
  readonly end: number;
  /** +1 or −1 where it is itself a change. */
  readonly sign: number;
}

/** The numbers and percentages of a sentence, in order, each with the change that it may be. */
export function termsOf({ passage, at, text, numbers }: Statement): ChangeTerm[] {
  const signAt = (place: number) => {
    const word = MOVED.exec(passage.read.slice(at, place))?.[1];
    return word === undefined ? 0 : UP.split('|').includes(word) ? 1 : -1;
  };
  const rates = [...text.matchAll(/(?<![\d.])(\d+)(?:\.(\d+))? ?(%|个百分点)/gu)].map((match) => {
    const place = at + match.index;
    return {
      value: Number(`${match[1] ?? ''}.${match[2] ?? '0'}`),
      decimals: match[2]?.length ?? 0,
      unit: match[3] ?? '',
      at: place,
      end: place + match[0].length,
      sign: signAt(place),
    };
  });
  const counts = numbers.map((one) => ({
    value: one.value,
    decimals: 0,
    unit: one.unit,
    at: one.at,
    end: one.end,
    sign: signAt(one.at),
  }));
  return [...rates, ...counts].toSorted((a, b) => a.at - b.at);
}
