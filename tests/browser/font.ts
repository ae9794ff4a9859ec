/**
 * A Chinese font for machines without one: without it Chromium draws Chinese as nothing at all.
 * The npm font comes as WOFF, which Chromium does not accept from the system: it is unwrapped to a plain TrueType file.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

/** True when fontconfig knows a font with Chinese; also true on Windows and macOS, which bring one. */
export function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

/** Regular: every subset, so that rare characters and signs are there too; bold: Latin and common Chinese. */
const wanted =
  /^noto-sans-sc-(?:(?:latin|latin-ext|\d+|chinese-simplified)-400|(?:latin|chinese-simplified)-700)-normal\.woff$/u;

/**
 * The path of a fonts.conf that offers only the npm font Noto Sans SC, in regular and bold, as every family.
 * Files are written once below `folder` and kept.
 */
export function writeFontsConf(folder: string): string {
  const source = createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json');
  const { version } = JSON.parse(readFileSync(source, 'utf8')) as { version: string };
  const home = path.join(folder, `noto-sans-sc-${version}`);
  mkdirSync(home, { recursive: true });
  const files = path.join(path.dirname(source), 'files');
  for (const file of readdirSync(files).filter((name) => wanted.test(name))) {
    const font = path.join(home, file.replace(/woff$/u, 'ttf'));
    if (!existsSync(font)) writeWhole(font, unwrapWoff(readFileSync(path.join(files, file))));
  }
  const conf = path.join(home, 'fonts.conf');
  writeWhole(conf, fontsConf(home));
  return conf;
}

/** Writes a file in one step, so that a second process never reads half of it. */
function writeWhole(file: string, content: string | Uint8Array): void {
  const part = `${file}.${String(process.pid)}`;
  writeFileSync(part, content);
  renameSync(part, file);
}

function fontsConf(home: string): string {
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui'];
  const escaped = home.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<dir>${escaped}</dir>`,
    `<cachedir>${escaped}/cache</cachedir>`,
    ...families.map(
      (family) =>
        `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
    ),
    '</fontconfig>',
    '',
  ].join('\n');
}

/** The TrueType or OpenType font inside a WOFF 1.0 file (W3C Recommendation of 2012, sections 3 to 5). */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 file');
  const count = woff.readUInt16BE(12);
  const entrySelector = Math.floor(Math.log2(count));
  const searchRange = 16 * 2 ** entrySelector;
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(searchRange, 6);
  head.writeUInt16BE(entrySelector, 8);
  head.writeUInt16BE(16 * count - searchRange, 10);
  const parts: Buffer[] = [head];
  let end = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = woff.subarray(44 + 20 * index, 64 + 20 * index);
    const [offset, packed, length] = [4, 8, 12].map((at) => entry.readUInt32BE(at)) as [
      number,
      number,
      number,
    ];
    const raw = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(raw) : raw;
    const slot = 12 + 16 * index;
    entry.copy(head, slot, 0, 4);
    entry.copy(head, slot + 4, 16, 20);
    head.writeUInt32BE(end, slot + 8);
    head.writeUInt32BE(length, slot + 12);
    const padding = (4 - (length % 4)) % 4;
    parts.push(table, Buffer.alloc(padding));
    end += length + padding;
  }
  return Buffer.concat(parts, end);
}
