/** Makes one of the two sites, or a volume of one, beside the last good one, and then changes places. */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { answerDigest, answerTo } from '../../src/asked.ts';
import { passLedgerOn, openLedger as readSound, takeBack } from '../../src/ledger/open.ts';
import { withoutMetadata } from '../../src/paper/image/metadata.ts';
import { beginIndex } from '../../src/search/index/index-files.ts';
import type { IssueRecord } from '../../src/search/record.ts';
import { asOfDay, DataFaults } from '../command.ts';
import { diskTrouble } from '../output.ts';
import { signedSums } from '../rollup/rollup.ts';
import { renderPages, planOf, writerInto } from './render-pages.ts';
import { renderingIn } from './rendering.ts';
import { compressTexts } from './rendering/compressed.ts';
import { KeptPages } from './rendering/kept-pages.ts';
import { openedWithMemory } from './rendering/known-records.ts';
import { writeMachineFiles } from './rendering/machine-files.ts';
import { newScratch } from './rendering/scratch.ts';
import { setSite, type SiteSetting } from './rendering/setting.ts';
import { recoverSite, replaceSite } from './rendering/swap.ts';
import {
  bindVolumes,
  dayOfVolumes,
  renderVolume,
  volumeKey,
} from './rendering/volume-rendering.ts';
import type { VolumeShare } from './rendering/volumes.ts';

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
  volume?: VolumeShare | undefined;
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
    const rendering = await renderingIn(scratch, staging);
    const how = [audience, base, endpoint ?? ''].join(' ');
    const kept = new KeptPages(out, how, rendering.runtime.escapeHTML);
    const plan = await planOf(rendering);
    if (volume !== undefined) {
      const part = join(scratch, 'volume');
      await renderVolume(plan, volume, volumeKey(site, today, base), part, base, kept);
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
      if (volumes.length === 0) await renderPages(plan, write, base, kept);
      else bindVolumes(plan, volumes, volumeKey(site, today, base), write, kept);
    } finally {
      await searchMade();
    }
    copyEvidence(content, staging, audience);
    if (audience === 'internal') cpSync(rendering.forms, staging, { recursive: true });
    if (sign !== undefined) {
      const sums = join(staging, 'data', 'summary.json');
      writeFileSync(`${sums}.sig`, signedSums(readFileSync(sums, 'utf8'), sign));
    }
    writeMachineFiles(staging, audience, ledger.site.address?.replace(/\/$/u, ''));
    if (gzip) compressTexts(staging, out);
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
    const clean = audience === 'public' ? withoutMetadata(readFileSync(source)) : undefined;
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
