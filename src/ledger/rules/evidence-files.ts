import { didYouMean } from '../message.ts';
import type { Finding, Rule, RuleInput } from '../rule.ts';

/** Every file that an update names lies in evidence/ and is not empty, or is on record as taken out; nothing else lies there. */
export const evidenceFilesRule: Rule = {
  id: 'evidence-files',
  title: '报送所列的佐证文件都在，不是空文件；没有报送提到的文件要说明',
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
          const file = piece.file.normalize('NFC');
          if (/[/\\]/u.test(file)) {
            yield {
              file: update.path,
              at,
              message: `佐证文件名“${file}”里有斜杠`,
              remedy: `只写文件名，文件放在 evidence/${update.issue}/ 下`,
            };
            continue;
          }
          const path = `${update.issue}/${file}`;
          named.add(path);
          yield* present(input, update.path, at, path, removed.has(path));
        }
      }
    }
    yield* leftOver(input, named, removed);
  },
};

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
      message: '没有报送提到这个文件',
      remedy: '在报送的 evidence 里写上它，或移走这个文件',
      severity: 'warning',
    };
  }
  for (const [path, index] of removed) {
    if (ledger.evidence.has(path))
      yield removedFault(index, `${path} 登记为已移除，文件却还在`, '删去文件，或删去这条登记');
    else if (!named.has(path) && !unreadable.has(path.slice(0, path.indexOf('/'))))
      yield removedFault(
        index,
        `没有报送提到 ${path}，这条登记不再需要`,
        '删去这条登记，或改正文件名',
      );
  }
}

function removedFault(index: number, message: string, remedy: string): Finding {
  return { file: 'evidence/removed.yaml', at: ['removed', index, 'file'], message, remedy };
}
