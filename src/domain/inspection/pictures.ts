/** 检查截图: the files that a check keeps of what was seen. They lie beside those of the reports, in a folder of the check. */
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry } from '../../schema/ledger.ts';

/** The files that checks name, as `<check>/<file name>`, in the order of the checks and their accounts. */
export function picturesOfInspections(checks: Iterable<Entry<Inspection>>): string[] {
  return [...checks].flatMap(({ id, accounts }) =>
    accounts.flatMap(({ pictures = [] }) => pictures.map(({ file }) => `${id}/${file}`)),
  );
}
