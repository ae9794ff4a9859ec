/** 送出前看一遍: what is filled in of a check, judged by the rules of the review; fetched when it is asked for. */
import type { JudgedRow } from '../../../domain/inspection/inspection.ts';
import type { Inspection } from '../../../schema/inspection.ts';
import type { Ledger } from '../../../schema/ledger.ts';
import { checkForm } from '../../check.ts';
import type { FormFault } from '../../new-record.ts';
import type { InspectionData } from '../../page-data/inspection-page.ts';
import type { Submission } from '../../submission.ts';
import { recordFiles } from '../../submitted.ts';
import { inspectionRules } from '../../works/rules/inspection-rules.ts';
import { today } from '../device/clock.ts';
import type { InspectionFilled } from './inspection-shown.ts';

/** Everything that the review would refuse. */
export function wrongWithRecord(
  { record, files }: InspectionFilled,
  base: Ledger,
  account: string | undefined,
): FormFault[] {
  const { faults } = checkForm({
    base,
    rules: inspectionRules,
    records: [record],
    files,
    account,
    unit: undefined,
    today: today(),
  });
  return faults.filter(({ severity }) => severity === 'fault');
}

export function inspectionSubmission(
  sender: InspectionData['sender'],
  { name }: Inspection,
  touched: readonly JudgedRow[],
  { record, files }: InspectionFilled,
  stamp: string,
): Submission {
  const failed = touched.filter(({ result }) => result === 'failed').length;
  return {
    unit: sender.id,
    stamp,
    title: `${sender.name} 填写${name}的结果`,
    words: `填了${String(touched.length)}个账号，其中不合格${String(failed)}个`,
    files: recordFiles([record], files),
  };
}
