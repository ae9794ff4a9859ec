/** `ledger build`: checks the ledger, builds one of the two sites beside the last good one, then changes places. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { answerDigest, answerTo } from '../../src/asked.ts';
import { passLedgerOn, openLedger as readSound, takeBack } from '../../src/ledger/open.ts';
import { beginIndex } from '../../src/search/index/index-files.ts';
import { cleaned } from '../../src/paper/image/metadata.ts';
import type { IssueRecord } from '../../src/search/record.ts';
import { asOfDay, DataFaults, newCommand, soundLedger, type CommonOptions } from '../command.ts';
import { diskTrouble } from '../output.ts';
import { basePath } from '../own/own-files.ts';
import { ENTRY } from '../program.ts';
import { drawPages, pagesWritten, planOf, writerInto } from './draw-pages.ts';
import { drawingIn } from './drawing.ts';
import { compressTexts } from './drawing/compressed.ts';
import { KeptPages } from './drawing/kept-pages.ts';
import { signedSummary } from '../rollup/rollup.ts';
import { writeMachineFiles } from './drawing/machine-files.ts';
import { openedWithMemory } from './known-records.ts';
import { newScratch } from './drawing/scratch.ts';
import { setSite, type SiteSetting } from './drawing/setting.ts';
import { recoverSite, replaceSite } from './drawing/swap.ts';
import { type Share, shareWords } from './drawing/volumes.ts';
import { bindVolumes, dayOfVolumes, drawVolume, shareOf, volumeKey } from './volume.ts';

interface BuildOptions extends CommonOptions {
  internal?: boolean;
  out?: string;
  both?: boolean;
  base?: string;
  endpoint?: string;
  sign?: string;
  gzip?: boolean;
  volume?: Share;
  bind?: string[];
}

export function buildCommand(): Command {
  return newCommand('build', '检查台账并生成网站；台账有错就不生成，上一次的网站照旧')
    .option('--internal', '生成内部站（含逾期单位、办理说明、佐证材料），不写则为公开站')
    .addOption(
      new Option(
        '--both',
        '公开站、内部站都生成，在 dist/public 和 dist/internal，各放在 site.yaml 写的地址的路径下',
      ).conflicts(['internal', 'out', 'endpoint', 'sign', 'volume', 'bind']),
    )
    .addOption(new Option('--out <文件夹>', '网站放在哪里；不写则为 dist/public 或 dist/internal'))
    .addOption(
      new Option(
        '--base <路径>',
        '网站放在域名下的哪个路径；只影响“没有这一页”的页面；不写则在最上层',
      ),
    )
    .addOption(
      new Option(
        '--endpoint <路径>',
        '在线填报送到本服务器的哪个路径（ledger desk、ledger try 自己写）；不写则送到 site.yaml 里的平台',
      ),
    )
    .addOption(
      new Option('--sign <私钥>', '用这个 SSH 私钥给 data/summary.json 签名，上级登记了公钥的要用'),
    )
    .option(
      '--gzip',
      '每个网页和数据旁边另存一份压缩好的 .gz，网页服务器直接发出（docs/serving.md）',
    )
    .addOption(
      new Option(
        '--volume <第几册/共几册>',
        '只画网站的一册，如 2/3：太大的网站由几台机器各画一册，再用 --bind 合订',
      )
        .argParser(shareOf)
        .conflicts(['bind', 'gzip', 'sign']),
    )
    .addOption(
      new Option(
        '--bind <文件夹...>',
        '用各册合成网站，不再画；缺一册、多一册、哪一册不是同一份台账同一天的，就不合',
      ),
    )
    .action(async (options: BuildOptions) => {
      if (options.both === true) {
        buildBoth(options);
        return;
      }
      const started = performance.now();
      const content = resolve(options.content);
      passLedgerOn(
        content,
        openedWithMemory(content, (read) => soundLedger(options, read)),
      );
      const audience = options.internal === true ? 'internal' : 'public';
      const { volume, bind } = options;
      const name = volume === undefined ? audience : `${audience}-${String(volume.number)}`;
      const out = resolve(options.out ?? `dist/${name}`);
      const kept = await buildSite({
        content,
        audience,
        out,
        base: options.base ?? '/',
        asOf: options.asOf,
        endpoint: options.endpoint,
        sign: options.sign === undefined ? undefined : resolve(options.sign),
        gzip: options.gzip,
        volume,
        volumes: bind?.map((folder) => resolve(folder)),
      });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(
        `已生成${audience === 'internal' ? '内部站' : '公开站'}${volume === undefined ? '' : shareWords(volume)} ${String(pagesWritten())} 页${kept === 0 ? '' : `（${String(kept)} 个文件没有变，照用上次的）`}，用时 ${seconds} 秒：${relative('', out)}\n`,
      );
    });
}

/** One after the other, each by a run of its own: what a run has read of the ledger is of one site. Throws DataFaults. */
function buildBoth({ content, base, asOf, gzip }: BuildOptions): void {
  const { site } = soundLedger({ content });
  const day = asOf === undefined ? [] : ['--as-of', asOf];
  const beside = gzip === true ? ['--gzip'] : [];
  for (const [flags, address] of [
    [[], site.address],
    [['--internal'], site.internalAddress],
  ] as const) {
    const below = ['--base', base ?? basePath(address)];
    const args = [ENTRY, 'build', ...flags, '--content', content, ...below, ...day, ...beside];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) {
      process.exitCode = status ?? 1;
      return;
    }
  }
}

export interface SiteToBuild extends SiteSetting {
  /** The path below which the site will stand. */
  base: string;
  /** Absolute; replaced as a whole when the build has succeeded. */
  out: string;
  /** File of the private key that signs the sums for the office above. */
  sign?: string | undefined;
  /** Beside each text the same compressed. */
  gzip?: boolean | undefined;
  /** Draw this one volume only: `out` is then no site. */
  volume?: Share | undefined;
  /** Folders of all volumes, absolute: their pages are taken and none is drawn. */
  volumes?: readonly string[] | undefined;
}

/** Builds a site, or a volume of one, and returns how many of its files were kept from the last one. Throws LedgerFault when the ledger has faults, DataFaults when volumes are not one whole site, else what Astro throws; the last good site stays. */
export async function buildSite(site: SiteToBuild): Promise<number> {
  const { content, audience, out, endpoint, sign, gzip = false, volume, volumes = [] } = site;
  const asOf = site.asOf ?? dayOfVolumes(volumes);
  const base = withSlash(site.base);
  setSite({ content, audience, asOf, endpoint });
  const ledger = openedWithMemory(content, (read) => readSound(content, read));
  passLedgerOn(content, ledger);
  const today = asOfDay({ content, ...(asOf === undefined ? {} : { asOf }) }, ledger);
  recoverSite(out);
  const count = await inStaging(async (staging, scratch) => {
    const drawing = await drawingIn(scratch, staging);
    const how = [audience, base, endpoint ?? ''].join(' ');
    const kept = new KeptPages(out, how, drawing.runtime.escapeHTML);
    const plan = await planOf(drawing);
    if (volume !== undefined) {
      const part = join(scratch, 'volume');
      await drawVolume(plan, volume, volumeKey(site, today, base), part, base, kept);
      replaceSite(part, out);
      kept.remember();
      return kept.count;
    }
    const write = writerInto(staging);
    const records = answerTo('["searched"]') as readonly IssueRecord[];
    // Pagefind's process works beside the drawing.
    const searchMade = await kept.part('search', answerDigest(records), staging, (folder) =>
      beginIndex(records, join(folder, 'search')),
    );
    try {
      if (volumes.length === 0) await drawPages(plan, write, base, kept);
      else bindVolumes(plan, volumes, volumeKey(site, today, base), write, kept);
    } finally {
      await searchMade();
    }
    copyEvidence(content, staging, audience);
    if (audience === 'internal') cpSync(drawing.forms, staging, { recursive: true });
    if (sign !== undefined) {
      const sums = join(staging, 'data', 'summary.json');
      writeFileSync(`${sums}.sig`, signedSummary(readFileSync(sums, 'utf8'), sign));
    }
    writeMachineFiles(staging, audience, ledger.site.address?.replace(/\/$/u, ''));
    if (gzip) compressTexts(staging);
    replaceSite(staging, out);
    kept.remember();
    return kept.count;
  });
  takeBack();
  return count;
}

/** Runs `work` with a folder for the site and the folder around it, so that two builds at the same time do not meet. */
async function inStaging<T>(work: (staging: string, scratch: string) => Promise<T>): Promise<T> {
  let scratch: string | undefined;
  try {
    scratch = newScratch();
    return await work(join(scratch, 'site'), scratch);
  } catch (error) {
    throw siteNotWritten(error);
  } finally {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  }
}

/** For the page that is served at any depth. */
function withSlash(base: string): string {
  return base.endsWith('/') ? base : `${base}/`;
}

/** Copies the evidence files that the site shows to evidence/<issue>/; what the public sees says nothing of who took it where. */
function copyEvidence(content: string, to: string, audience: string): void {
  for (const file of answerTo('["shownEvidence"]') as readonly string[]) {
    const target = join(to, 'evidence', file);
    mkdirSync(dirname(target), { recursive: true });
    const source = join(content, 'evidence', file);
    const clean = audience === 'public' ? cleaned(readFileSync(source)) : undefined;
    if (clean === undefined) copyFileSync(source, target);
    else writeFileSync(target, clean);
  }
}

/** What to throw where a site could not be written: a sentence where the disk is to blame, else the error itself. */
function siteNotWritten(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) {
    const reason = diskTrouble(at);
    if (reason !== undefined)
      return new DataFaults(`${reason}，网站没有生成，上一次的网站照旧 → 处理后再运行一次`);
  }
  return error;
}
