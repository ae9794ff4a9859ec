/** 签署: who filled a sheet in, who approved it and on which day; what is missing is a fault. */
import { inWords } from '../../../day/calendar.ts';
import { dayNear } from '../read/day-near.ts';
import { writtenIn } from '../read/filled-cell.ts';
import { signatures } from '../out/unit-sheet-columns.ts';
import { isFilledIn, type SheetBack } from '../read/sheet-back.ts';
import type { UnitReception } from '../unit-reception.ts';
import { mendedText } from '../../words/wording.ts';

/** Positions of those who signed, and the day; the day is undefined where the sheet cannot be received as signed. */
export interface SheetSignature {
  reportedOn: string | undefined;
  reporter: string | undefined;
  approver: string | undefined;
}

/** Reads the signature and adds its faults to what the unit gave back. `today` is the day of receipt. */
export function sheetSignature(
  { signature, file, rows }: SheetBack,
  own: UnitReception,
  today: string,
): SheetSignature {
  const text = (key: keyof typeof signatures): string | undefined => {
    const words = mendedText(writtenIn(signature[key]).text);
    return words === '' ? undefined : words;
  };
  const cell = signature.reportedOn;
  const place = cell?.place ?? { file, sheet: rows[0]?.place.sheet ?? '', row: 0, cell: '' };
  const isFilled = rows.some(isFilledIn);
  for (const key of Object.keys(signatures) as (keyof typeof signatures)[]) {
    const { trouble } = writtenIn(signature[key]);
    if (isFilled && trouble) own.faults.push({ place: signature[key]?.place ?? place, ...trouble });
  }
  // Sheets come back within weeks: a day without a year is the one nearest to the day of receipt.
  const reading = cell && dayNear(cell, today);
  const reportedOn = reading !== undefined && 'day' in reading ? reading.day : undefined;
  if (isFilled && reportedOn === undefined && writtenIn(cell).trouble === undefined)
    own.faults.push({
      place,
      message:
        reading !== undefined && 'ask' in reading
          ? reading.ask
          : text('reportedOn') === undefined
            ? '没有写填报日期'
            : `填报日期“${text('reportedOn') ?? ''}”读不出`,
      remedy: '写成 2020-05-20 这样',
    });
  if (reportedOn !== undefined && reportedOn > today)
    own.faults.push({
      place,
      message: `填报日期${inWords(reportedOn)}还没有到`,
      remedy: '写填表的那一天',
    });
  for (const key of ['reporter', 'approver'] as const) {
    if (isFilled && text(key) === undefined && writtenIn(signature[key]).trouble === undefined)
      own.faults.push({
        place: signature[key]?.place ?? place,
        message: `没有写${signatures[key]}`,
        remedy: '写职务，不写姓名',
      });
  }
  const isRight =
    reportedOn !== undefined &&
    reportedOn <= today &&
    text('reporter') !== undefined &&
    text('approver') !== undefined;
  return {
    reportedOn: isRight ? reportedOn : undefined,
    reporter: text('reporter'),
    approver: text('approver'),
  };
}
