/** 文件夹里的文件. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** All files below a folder, as the system lists them; their paths from `start`, with slashes. */
export function filesBelow(folder: string, start = folder): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(start, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
