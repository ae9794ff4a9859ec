/** 旧格式: .doc, .wps, .rtf and .odt through LibreOffice where it is installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Seconds after which a conversion is given up. */
const PATIENCE = 90;

/** True where LibreOffice answers. */
export function hasOffice(): boolean {
  return spawnSync('soffice', ['--version'], { timeout: 20_000 }).status === 0;
}

/**
 * Converts a file by LibreOffice, with a profile of its own and macros never run; undefined where it is not installed
 * or cannot read the file. `from` and `to` are endings without the dot.
 */
export function converted(bytes: Uint8Array, from: string, to: string): Uint8Array | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'ledger-office-'));
  try {
    const source = join(dir, `paper.${from}`);
    writeFileSync(source, bytes);
    // A folder of its own: a file saved in its own format would else be taken for the conversion.
    const out = join(dir, 'out');
    const profile = `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`;
    const args = [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      to,
      '--outdir',
      out,
      source,
    ];
    spawnSync('soffice', args, { timeout: PATIENCE * 1000, stdio: 'ignore' });
    return readFileSync(join(out, `paper.${to}`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
