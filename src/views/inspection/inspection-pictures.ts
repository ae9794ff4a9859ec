/** 检查截图 as pages show them: beside what failed, of the other accounts in a table. Internal only. */
import type { JudgedRow } from '../../domain/inspection/inspection.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry } from '../../schema/ledger.ts';
import { evidenceAddress } from '../address.ts';
import { type CellTable, linked, type ShownCell, type ShownLink, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { accountRef } from '../names.ts';

/** What was seen of an account, to be opened; with the beginning of each sum where there is room for it. */
export function pictureLinks(
  { ledger, hashOf }: Face,
  { id }: Pick<Entry<Inspection>, 'id'>,
  { row: { pictures = [] } }: Pick<JudgedRow, 'row'>,
  hasRoom = false,
): ShownLink[] {
  const there = pictures.filter(({ file }) => ledger.evidence.has(`${id}/${file}`));
  return there.map(({ file }, at) => {
    const name = there.length === 1 ? '截图' : `截图${String(at + 1)}`;
    const sum = hasRoom ? hashOf(`${id}/${file}`)?.slice(0, 16) : undefined;
    const picture = { id: file, name, href: evidenceAddress(id, file) };
    return sum === undefined ? picture : { ...picture, sum };
  });
}

/** What failed of an account, and what was seen of it. */
export function failureCell(
  face: Face,
  check: Pick<Entry<Inspection>, 'id'>,
  judged: JudgedRow,
  hasRoom = false,
): ShownCell {
  const wrong = judged.verdicts.filter((one) => one.result === 'failed');
  const told = wrong.map(({ name, why }) => (why === undefined ? name : `${name}：${why}`));
  return { ...words(told.join('；')), links: pictureLinks(face, check, judged, hasRoom) };
}

/** What was seen of the accounts that passed: of those that failed it stands beside what failed. */
export function picturesTable(
  face: Face,
  inspection: Entry<Inspection>,
  rows: readonly JudgedRow[],
): CellTable {
  const others = rows.filter(({ result, row }) => result !== 'failed' && !row.lookBack);
  return {
    id: 'pictures',
    title: '其他账号的截图',
    unit: '个',
    columns: ['账号', '截图'].map((title) => ({ title })),
    rows: others.flatMap(({ row }) => {
      const links = pictureLinks(face, inspection, { row }, true);
      return links.length === 0
        ? []
        : [[linked(accountRef(face.ledger, row.account)), { text: '', links }]];
    }),
  };
}
