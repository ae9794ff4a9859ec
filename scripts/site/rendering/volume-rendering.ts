/** `ledger build --volume`, `--bind`: renders one volume of a site, and takes the pages of all volumes instead of rendering (volumes.ts). */
import { join } from 'node:path';
import { answerDigest, answerTo, shortHash } from '../../../src/asked.ts';
import { evidenceHashes } from '../../../src/ledger/checksum/evidence-hashes.ts';
import { readFolder } from '../../../src/ledger/content.ts';
import { DataFaults, WrongUse } from '../../command.ts';
import { renderPages, type Plan, type Write, writerInto } from '../render-pages.ts';
import type { KeptPages } from './kept-pages.ts';
import type { SiteSetting } from './setting.ts';
import {
  bindingFaults,
  type LaidVolume,
  pageIn,
  pagesOf,
  planHash,
  type VolumeShare,
  volumeIn,
  type VolumeKey,
  writeVolume,
} from './volumes.ts';
import { programOf } from '../program-digest.ts';

/** More runners than any matrix has. */
const MOST = 256;

/** `2/3` of the command line. Throws WrongUse. */
export function shareOf(text: string): VolumeShare {
  const [, number = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/u.exec(text) ?? []).map(Number);
  if (number < 1 || number > of || of > MOST)
    throw new WrongUse(
      `“${text}”不是第几册`,
      `写成 2/3（共 3 册里的第 2 册），至多 ${String(MOST)} 册`,
    );
  return { number, of };
}

/** The day of the volumes in `folders`, as the first says it that says anything. */
export function dayOfVolumes(folders: readonly string[]): string | undefined {
  return folders.flatMap((folder) => volumeIn(folder)?.key.day ?? [])[0];
}

/** What the volumes of the site that is being made have in common; its plan must have been made. */
export function volumeKey(
  { content, audience, endpoint }: SiteSetting,
  day: string,
  base: string,
): VolumeKey {
  const { texts, evidence } = readFolder(content);
  const hashOf = evidenceHashes(content);
  const files = [
    ...[...texts].map(([path, bytes]) => `${path} ${shortHash(bytes)}`),
    ...[...evidence.keys()].map((path) => `evidence/${path} ${hashOf(path) ?? ''}`),
  ];
  const place = endpoint === undefined ? '' : `，填报送到 ${endpoint}`;
  return {
    program: programOf(),
    ledger: shortHash(files.join('\n')),
    history: answerDigest(answerTo('["history"]')),
    day,
    edition: `${audience === 'internal' ? '内部站' : '公开站'}（放在 ${base} 下${place}）`,
  };
}

/** Renders one volume into `folder`, with what it is behind its pages. */
export async function renderVolume(
  plan: Plan,
  share: VolumeShare,
  key: VolumeKey,
  folder: string,
  base: string,
  kept: KeptPages,
): Promise<void> {
  const routes = new Map(pagesOf([...plan.routes], share));
  await renderPages({ ...plan, routes }, writerInto(folder), base, kept);
  const whole = planHash([...plan.routes.keys()]);
  writeVolume(folder, { ...share, key, plan: whole, memory: kept.memory() });
}

/** Writes every page of the plan from the volumes in `folders`. Throws DataFaults, before anything is in its place, where they are not one whole site. */
export function bindVolumes(
  { routes }: Plan,
  folders: readonly string[],
  key: VolumeKey,
  write: Write,
  kept: KeptPages,
): void {
  const laid: LaidVolume[] = [];
  const faults: string[] = [];
  for (const folder of folders) {
    const volume = volumeIn(folder);
    if (volume) laid.push({ folder, volume });
    else
      faults.push(
        `${folder}：里面没有一册生成完的网页（volume.json 没有或读不出来） → 用 ledger build --volume 重新生成这一册`,
      );
  }
  const plan = [...routes.keys()];
  if (faults.length === 0) faults.push(...bindingFaults(laid, key, plan));
  if (faults.length === 0)
    for (const one of laid)
      for (const page of Object.keys(one.volume.memory.files)) {
        const bytes = pageIn(one, page);
        if (bytes === undefined)
          faults.push(
            `${join(one.folder, page)}：没有，或和生成时不同（没有传完，或被改过） → 重新传来或重新生成这一册`,
          );
        else {
          write(page, bytes);
          kept.adopt(page, one.volume.memory);
        }
      }
  if (faults.length > 0) throw new DataFaults(`${faults.join('\n')}\n没有合订，上一次的网站照旧`);
}
