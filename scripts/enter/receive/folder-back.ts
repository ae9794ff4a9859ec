/** A folder of files that came back. */
import type { ReceivedFile } from '../../../src/intake/sheet-back/report/attachment.ts';
import { bytesAt, filesAt, type UnreadFile } from '../../../src/paper/folder.ts';

/** Larger files are not even read. Bytes. */
const LARGEST_READ = 200 * 1024 * 1024;
const TOO_LARGE = {
  problem: '文件超过 200 MB，没有读',
  remedy: '报送单和佐证都不会这么大；请对方压缩图片后重发',
};

/** All files below a folder, and what was not read. */
export function filesBack(dir: string): { files: ReceivedFile[]; unread: UnreadFile[] } {
  const lying = filesAt(dir, true);
  const { unread } = lying;
  const files = lying.files.flatMap((file): ReceivedFile[] => {
    const found = bytesAt(file, LARGEST_READ, TOO_LARGE);
    if ('bytes' in found) return [{ name: file.name, bytes: found.bytes }];
    unread.push({ file: file.name, refusal: found.refusal });
    return [];
  });
  return { files, unread };
}
