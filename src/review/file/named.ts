/** 提到的文件: which files of evidence the reports and the checks name, and what they say of them. */
import { picturesOfInspections } from '../../domain/inspection/pictures.ts';
import type { Fault } from '../../ledger/fault.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { faultOf } from '../proposal/case.ts';
import type { LedgerChange } from '../proposal/change.ts';

/** The files that a report marks as public: `<issue>/<name>`. */
export function publicFiles({ updates }: Pick<Ledger, 'updates'>): Set<string> {
  return new Set(
    [...updates.values()]
      .flat()
      .flatMap(({ issue, evidence }) =>
        evidence.flatMap((piece) =>
          'file' in piece && piece.public === true ? [`${issue}/${piece.file}`] : [],
        ),
      ),
  );
}

/** Files that neither a report nor a check names: nobody would ever know why they are there. */
export function unnamedFaults(
  { updates, inspections }: Pick<Ledger, 'updates' | 'inspections'>,
  added: readonly Pick<LedgerChange, 'path'>[],
): Fault[] {
  const named = new Set([
    ...picturesOfInspections(inspections.values()),
    ...[...updates.values()]
      .flat()
      .flatMap(({ issue, evidence }) =>
        evidence.flatMap((piece) => ('file' in piece ? [`${issue}/${piece.file}`] : [])),
      ),
  ]);
  return added
    .filter(({ path }) => !named.has(path.slice('evidence/'.length)))
    .map(({ path }) =>
      faultOf(
        path,
        'evidence-unnamed',
        '没有报送或检查引用这个佐证文件',
        '在报送的 evidence 里写上 file: 文件名（检查的写在 pictures），或去掉这个文件',
      ),
    );
}
