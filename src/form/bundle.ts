/** 填报页脚本的打包: one file that runs where old browsers still do, without any of Node. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The oldest browsers that run it: domestic browsers on Windows 7 are built on Chromium 86 to 108, Chrome itself ended
 * there with 109; iPhones from iOS 16.4, since older ones do not know the patterns that look back.
 */
export const oldest = ['chrome86', 'safari16.4'];

/** Below the root of the site. */
export const SCRIPT = 'report/report.js';

let bundled: Promise<Uint8Array> | undefined;

/** The script; made once a process. Throws where something of Node is imported. */
export function formScript(): Promise<Uint8Array> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<Uint8Array> {
  const here = fileURLToPath(import.meta.url);
  const { outputFiles } = await build({
    entryPoints: [join(dirname(here), 'page', `start${extname(here)}`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: oldest,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('the form has no script');
  return file.contents;
}

/** Writes the script into a site. Throws what the file system throws. */
export async function writeFormScript(dir: string): Promise<void> {
  const file = join(dir, SCRIPT);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await formScript());
}
