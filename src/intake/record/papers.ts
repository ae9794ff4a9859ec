/** 几份来件: papers put together as one list — the names of their columns, their head, their rows. */
import { readDeadline } from '../../domain/phrase/read.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { ColumnId } from '../../schema/vocabulary.ts';
import { questionKey } from '../inquiry/question.ts';
import { columnNamed, ColumnNames } from '../list/column-names.ts';
import type { Recognises } from '../list/guess.ts';
import type { ListHead } from '../list/preamble.ts';
import type { List } from '../list/reading.ts';
import type { ListRow } from '../list/entry.ts';
import { isOrganisation } from '../words/unit-names.ts';
import { folded } from '../words/wording.ts';
import type { Known } from './known.ts';

/** What a column is guessed by. */
export function recognisesOf(known: Known, { vocabulary }: Ledger): Recognises {
  const day = vocabulary.timing.closeOfBusiness[0]?.from ?? '2020-01-01';
  return {
    isPlatform: (text) => known.platforms.find(text) !== undefined,
    isUnit: (text) => isOrganisation(text) || known.units.find(text) !== undefined,
    isFinding: (text) => known.phrases.isFinding(text),
    isDeadline: (text) => readDeadline(text, { listedOn: day }).deadline.kind !== 'unread',
    isAccount: (text) => known.platforms.isAccount(text),
    platformIn: (title) => platformIn(title, known.platforms),
  };
}

/** Said of more than one platform, or of none. */
const OF_MANY = /[与和及、]|其[他它余]|新媒体|矩阵|各平台|除/u;
const SHORT: readonly string[] = ['微博', '抖音', '快手', '网站'];

/** The one platform that a title names, by its own name; 微信 and 头条 alone are too short to be sure of. */
function platformIn(title: string, platforms: Known['platforms']): string | undefined {
  if (OF_MANY.test(title)) return undefined;
  const text = folded(title);
  const said = platforms.names.filter(
    (words) => (words.length >= 3 || SHORT.includes(words)) && text.includes(words),
  );
  const ids = new Set(said.map((words) => platforms.find(words)));
  const [id] = ids;
  return ids.size === 1 && id !== undefined ? platforms.title(id) : undefined;
}

/** The dictionary of columns, with the names that somebody explained in answers. */
export function columnNamesOf(
  { vocabulary }: Ledger,
  given: ReadonlyMap<string, readonly string[]> = new Map(),
): ColumnNames {
  const prefix = questionKey('column', '');
  const answered = new Map(
    [...given].flatMap(([key, [answer = '']]): [string, ColumnId][] => {
      const id = columnNamed(answer);
      return key.startsWith(prefix) && id !== undefined ? [[key.slice(prefix.length), id]] : [];
    }),
  );
  return new ColumnNames(vocabulary.columns, answered);
}

/** The rows of all lists; what stands twice word for word, as in the same list in two formats, counts once. */
export function rowsOfAll(lists: readonly List[]): ListRow[] {
  const rows: ListRow[] = [];
  const seen = new Map<string, ListRow>();
  let tables = 0;
  for (const list of lists) {
    for (const row of list.rows) {
      row.table += tables;
      const texts = Object.values(row.cells).map(({ text }) => text);
      const key = JSON.stringify([row.numberText, texts]);
      const same = lists.length > 1 ? seen.get(key) : undefined;
      if (same !== undefined && same.place.file !== row.place.file)
        same.notes.push(`${row.place.file}里有同样的一条，只算一次`);
      else {
        rows.push(row);
        seen.set(key, row);
      }
    }
    tables += list.tables;
  }
  return rows;
}

/** What the heads of the papers tell, each from the first that tells it. */
export function headOfAll(lists: readonly List[]): ListHead {
  const heads = lists.map(({ head }) => head);
  const first = <K extends keyof ListHead>(key: K): ListHead[K] | undefined =>
    heads.find((head) => head[key] !== undefined)?.[key];
  return {
    ...(first('title') && { title: first('title') }),
    ...(first('reportedBy') && { reportedBy: first('reportedBy') }),
    ...(first('listedOn') && { listedOn: first('listedOn') }),
  };
}
