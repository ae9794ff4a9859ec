/** `ledger build`: checks the ledger and builds one of the two sites, or both. */
import { spawnSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { passLedgerOn } from '../../src/ledger/open.ts';
import { newCommand, soundLedger, type CommonOptions } from '../command.ts';
import { ENTRY } from '../program.ts';
import { pagesWritten } from './render-pages.ts';
import { openedWithMemory } from './rendering/known-records.ts';
import { shareOf } from './rendering/volume-rendering.ts';
import { type VolumeShare, shareWords } from './rendering/volumes.ts';
import { buildSite } from './make-site.ts';
import { sitePath } from './site-path.ts';

interface BuildOptions extends CommonOptions {
  internal?: boolean;
  out?: string;
  both?: boolean;
  base?: string;
  endpoint?: string;
  sign?: string;
  gzip?: boolean;
  volume?: VolumeShare;
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
        '网站放在域名下的哪个路径；只影响“没有这一页”的页面；不写则照 site.yaml 写的地址',
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
      const ledger = openedWithMemory(content, (read) => soundLedger(options, read));
      passLedgerOn(content, ledger);
      const audience = options.internal === true ? 'internal' : 'public';
      const { volume, bind } = options;
      const name = volume === undefined ? audience : `${audience}-${String(volume.number)}`;
      const out = resolve(options.out ?? `dist/${name}`);
      const kept = await buildSite({
        content,
        audience,
        out,
        base: sitePath(ledger.site, audience, options.base),
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
  soundLedger({ content });
  const day = asOf === undefined ? [] : ['--as-of', asOf];
  const beside = gzip === true ? ['--gzip'] : [];
  const below = base === undefined ? [] : ['--base', base];
  for (const flags of [[], ['--internal']]) {
    const args = [ENTRY, 'build', ...flags, '--content', content, ...below, ...day, ...beside];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) {
      process.exitCode = status ?? 1;
      return;
    }
  }
}
