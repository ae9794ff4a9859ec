/** Entering files into a ledger, all or none: into the folder, or as one commit on a new branch. */
import { commitOf, placeOf } from '../../src/history/place.ts';
import { GitRefused } from '../../src/history/git/git.ts';
import { writeBranch } from '../../src/history/git/branch.ts';
import { type Content, readFolder } from '../../src/ledger/content.ts';
import { pendingIn, writeTogether } from '../../src/ledger/writing/pending.ts';
import { DataFaults, WrongUse } from '../command.ts';
import { diskTrouble } from '../output.ts';

export interface EntryOptions {
  content: string;
  /** Without it the files go into the folder. */
  branch?: string | undefined;
  /** Hash of the commit that the branch grows from; HEAD unless given. */
  base?: string | undefined;
  message: string;
  /** The ledger as it was read; where another command has written since, nothing is. */
  read?: Content | undefined;
}

/** Path below content/ → text or bytes. */
export type FilesToEnter = ReadonlyMap<string, string | Uint8Array>;

/** Writes the files and says in a Chinese sentence where. Throws WrongUse or DataFaults, having written nothing. */
export function enterFiles(files: FilesToEnter, options: EntryOptions): string {
  return options.branch === undefined
    ? intoFolder(files, options)
    : ontoBranch(files, options.branch, options);
}

function intoFolder(files: FilesToEnter, { content, read }: EntryOptions): string {
  try {
    writeTogether(content, files, () => {
      if (read !== undefined && !isSame(read, readFolder(content)))
        throw new DataFaults(
          '读台账以后，另一个命令或编辑器改了它，什么都没有写入 → 再运行一次同一条命令',
        );
    });
  } catch (error) {
    const reason = diskTrouble(error);
    if (reason === undefined) throw error;
    throw new DataFaults(
      pendingIn(content).size > 0
        ? `${reason}：内容已经写好，只差放到位；腾出空间后再运行一次任何写入命令就会补上`
        : `${reason}，什么都没有写入 → 处理后再运行一次`,
    );
  }
  return `已写入 ${content}，${String(files.size)} 个文件。`;
}

/** True where two readings of a ledger hold the same. */
function isSame(one: Content, other: Content): boolean {
  if (one.texts.size !== other.texts.size || one.evidence.size !== other.evidence.size)
    return false;
  for (const [path, size] of one.evidence) if (other.evidence.get(path) !== size) return false;
  for (const [path, bytes] of one.texts) {
    const now = other.texts.get(path);
    if (now === undefined || Buffer.compare(bytes, now) !== 0) return false;
  }
  return true;
}

function ontoBranch(files: FilesToEnter, branch: string, options: EntryOptions): string {
  const place = placeOf(options.content);
  const head = place && (options.base ?? commitOf(place, 'HEAD')?.id);
  if (place === undefined || head === undefined)
    throw new WrongUse(`${options.content} 不在有提交的 Git 仓库里`, '去掉 --branch，用 --write');
  try {
    const commit = writeBranch(place, {
      name: branch,
      base: head,
      message: options.message,
      files,
    });
    return `已写成分支 ${branch}（${commit.slice(0, 12)}），${String(files.size)} 个文件；推送后请审核员合并。`;
  } catch (error) {
    if (error instanceof GitRefused) throw new DataFaults(`${error.message}；什么都没有写入`);
    throw error;
  }
}

/** The ledger as it would be with the files in it. */
export function contentWith(content: Content, files: FilesToEnter): Content {
  const texts = new Map(content.texts);
  const evidence = new Map(content.evidence);
  for (const [path, data] of files) {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    if (path.startsWith('evidence/')) evidence.set(path.slice('evidence/'.length), bytes.length);
    else texts.set(path, bytes);
  }
  return { texts, evidence };
}
