/** 旧格式: .doc, .wps, .rtf and .odt through LibreOffice where it is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Seconds after which a conversion is given up. */
const PATIENCE = 90;

/** Where LibreOffice lies when its folder is not on the path, as on Windows and where it came as a package of its own. */
const PLACES = [
  String.raw`C:\Program Files\LibreOffice\program\soffice.exe`,
  String.raw`C:\Program Files (x86)\LibreOffice\program\soffice.exe`,
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
];

/** The command that starts LibreOffice: on the path, else where it usually lies; `places` are looked at in turn. */
export function officeCommand(places: readonly string[] = PLACES): string {
  const isOnPath = spawnSync('soffice', ['--version'], { timeout: 20_000 }).status === 0;
  return isOnPath ? 'soffice' : (places.find((place) => existsSync(place)) ?? 'soffice');
}

/** True where LibreOffice answers. */
export function hasOffice(): boolean {
  return spawnSync(officeCommand(), ['--version'], { timeout: 20_000 }).status === 0;
}

/**
 * Converts a file by LibreOffice, with a profile of its own and macros never run; undefined where it is not installed
 * or cannot read the file. `from` and `to` are endings without the dot.
 */
export function convertedFile(bytes: Uint8Array, from: string, to: string): Uint8Array | undefined {
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
    const how = { timeout: PATIENCE * 1000, stdio: 'ignore' } as const;
    if (spawnSync('soffice', args, how).error !== undefined) spawnSync(officeCommand(), args, how);
    return readFileSync(join(out, `paper.${to}`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
