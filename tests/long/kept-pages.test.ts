/** 留用，两千个、两万个问题: the public site after 25 changes at random is, byte for byte, the one rendered anew. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Chain, Single } from '../site/kept-chains.ts';

const script = path.join(import.meta.dirname, '../site/kept-chains.ts');
const run = promisify(execFile);

test.each(['2000', '20000'])(
  '%s 个问题：只画变了的网页，和全部重画逐字节一样',
  { timeout: 7_200_000 },
  async (issues) => {
    const { stdout } = await run(
      process.execPath,
      [script, '21', '1', '25', issues, 'public', 'note'],
      {
        maxBuffer: 2 ** 26,
      },
    );
    const { singles, chains } = JSON.parse(stdout) as { singles: Single[]; chains: Chain[] };
    expect(chains.map(({ different }) => different)).toEqual([[]]);
    for (const { kept, files } of singles) expect(kept).toBeGreaterThan(files / 2);
  },
);
