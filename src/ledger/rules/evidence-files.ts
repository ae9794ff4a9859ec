import type { Inspection } from '../../schema/inspection.ts';
import type { Entry } from '../../schema/ledger.ts';
import { didYouMean } from '../message.ts';
import type { Finding, Rule, RuleInput } from '../rule.ts';

/** Every file that an update or a check names lies in evidence/ and is not empty, or is on record as taken out; nothing else lies there. */
export const evidenceFilesRule: Rule = {
  id: 'evidence-files',
  title: '报送、检查所列的佐证文件都在，不是空文件；没有报送或检查提到的文件要说明',
  *check(input) {
    const { ledger } = input;
    const named = new Set<string>();
    const removed = new Map<string, number>();
    for (const [index, { file }] of ledger.removed.entries()) {
      const name = file.normalize('NFC');
      if (removed.has(name)) yield removedFault(index, `${name} 登记了两次`, '只留一条');
      removed.set(name, index);
    }
    for (const updates of ledger.updates.values()) {
      for (const update of updates) {
        for (const [index, piece] of update.evidence.entries()) {
          if (!('file' in piece)) continue;
          const at = ['evidence', index, 'file'];
          const one = { record: update.path, at, folder: update.issue, name: piece.file };
          yield* fileFaults(input, one, named, removed);
        }
      }
    }
    for (const one of ledger.inspections.values())
      for (const file of picturesIn(one)) yield* fileFaults(input, file, named, removed);
    yield* leftOver(input, named, removed);
  },
};

/** A file that a record names, and where it says so. */
interface NamedFile {
  readonly record: string;
  readonly at: readonly (string | number)[];
  readonly folder: string;
  readonly name: string;
}

function picturesIn({ path, id, accounts }: Entry<Inspection>): NamedFile[] {
  return accounts.flatMap(({ pictures = [] }, row) =>
    pictures.map(({ file: name }, index) => ({
      record: path,
      at: ['accounts', row, 'pictures', index, 'file'],
      folder: id,
      name,
    })),
  );
}

function* fileFaults(
  input: RuleInput,
  { record, at, folder, name }: NamedFile,
  named: Set<string>,
  removed: ReadonlyMap<string, number>,
): Iterable<Finding> {
  const file = name.normalize('NFC');
  if (/[/\\]/u.test(file)) {
    yield {
      file: record,
      at,
      message: `佐证文件名“${file}”里有斜杠`,
      remedy: `只写文件名，文件放在 evidence/${folder}/ 下`,
    };
    return;
  }
  const path = `${folder}/${file}`;
  named.add(path);
  yield* present(input, record, at, path, removed.has(path));
}

function* present(
  { ledger }: RuleInput,
  file: string,
  at: readonly (string | number)[],
  path: string,
  isRemoved: boolean,
): Iterable<Finding> {
  const size = ledger.evidence.get(path);
  if (size === undefined && !isRemoved) {
    const folder = path.slice(0, path.indexOf('/') + 1);
    const there = [...ledger.evidence.keys()]
      .filter((other) => other.startsWith(folder))
      .map((other) => other.slice(folder.length));
    yield {
      file,
      at,
      message: `佐证文件 evidence/${path} 不存在`,
      remedy: `${didYouMean(path.slice(folder.length), there)}把文件放到 evidence/${folder} 下，或改正文件名；因隐私移除的，登记到 evidence/removed.yaml`,
    };
  }
  if (size === 0)
    yield {
      file,
      at,
      message: `佐证文件 evidence/${path} 是空文件`,
      remedy: '重新放一份能打开的文件',
    };
}

function* leftOver(
  { ledger, known }: RuleInput,
  named: ReadonlySet<string>,
  removed: ReadonlyMap<string, number>,
): Iterable<Finding> {
  const read = new Set([...ledger.updates.values()].flatMap((list) => list.map(({ id }) => id)));
  const unreadable = new Set(
    [...known.update.keys()]
      .filter((id) => !read.has(id))
      .map((id) => id.slice(0, id.indexOf('/'))),
  );
  for (const path of ledger.evidence.keys()) {
    // An unreadable update may well name it.
    if (named.has(path) || unreadable.has(path.slice(0, path.indexOf('/')))) continue;
    yield {
      file: `evidence/${path}`,
      at: [],
      message: '没有报送或检查提到这个文件',
      remedy: '在报送的 evidence 或检查的 pictures 里写上它，或移走这个文件',
      severity: 'warning',
    };
  }
  for (const [path, index] of removed) {
    if (ledger.evidence.has(path))
      yield removedFault(index, `${path} 登记为已移除，文件却还在`, '删去文件，或删去这条登记');
    else if (!named.has(path) && !unreadable.has(path.slice(0, path.indexOf('/'))))
      yield removedFault(
        index,
        `没有报送或检查提到 ${path}，这条登记不再需要`,
        '删去这条登记，或改正文件名',
      );
  }
}

function removedFault(index: number, message: string, remedy: string): Finding {
  return { file: 'evidence/removed.yaml', at: ['removed', index, 'file'], message, remedy };
}
