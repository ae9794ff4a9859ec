/** `ledger probe`: visits the websites that the settings allow, one after another; without settings none. */
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { visitLimits, visitAddress } from '../../src/probe/visit.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { type Probe, probeOutcomes, type Probing, type Visit } from '../../src/schema/probe.ts';
import { type CommonOptions, newCommand, soundLedger, printJson } from '../command.ts';
import { newStamp } from '../enter/stamp.ts';
import { writeAll } from '../output.ts';
import { tableLines } from '../table.ts';
import { momentInChina } from '../../src/day/china.ts';

interface ProbeOptions extends CommonOptions {
  record?: boolean;
}

/** Between two sites, in milliseconds: they may share a server. */
const PAUSE = 1000;
/** A site that was visited within so many minutes is left alone. */
const APART = 10;

export function probeCommand(): Command {
  return newCommand(
    'probe',
    '访问本单位的网站：能不能打开、首页最新信息是哪天；只访问 site.yaml 的 probe 里写明的，不写就一个也不访问',
  )
    .addOption(new Option('--record', '把结果登记在 probes/ 里，供检查参考'))
    .action(probe);
}

async function probe(options: ProbeOptions): Promise<void> {
  const ledger = soundLedger(options);
  const settings = ledger.site.probe;
  if (settings === undefined) {
    if (options.json) printJson({ visits: [], record: null });
    else
      process.stdout.write(
        '没有访问任何网站：site.yaml 里没有写 probe。要访问的，在 probe.accounts 写上本单位网站的账号编号。\n',
      );
    return;
  }
  const visitedAt = momentInChina(new Date());
  const visits: Visit[] = [];
  for (const account of settings.accounts) {
    if (visits.length > 0) await new Promise((go) => setTimeout(go, PAUSE));
    visits.push({ account, ...(await visitOne(ledger, settings, account, visitedAt)) });
  }
  const path = options.record === true ? record({ visitedAt, visits }, options) : undefined;
  if (options.json) printJson({ visitedAt, visits, record: path ?? null });
  else
    process.stdout.write(
      `${linesOf(ledger, visits).join('\n')}\n${path ? `已登记 ${path}。\n` : ''}`,
    );
}

async function visitOne(
  { accounts, probes }: Ledger,
  { privateAddresses }: Probing,
  account: string,
  visitedAt: string,
): Promise<Omit<Visit, 'account'>> {
  const last = probes.findLast(({ visits }) =>
    visits.some((one) => one.account === account && one.outcome !== 'skipped'),
  )?.visitedAt;
  const minutes = last === undefined ? APART : (Date.parse(visitedAt) - Date.parse(last)) / 60_000;
  if (minutes >= 0 && minutes < APART)
    return { outcome: 'skipped', why: `${String(APART)}分钟之内访问过了` };
  const address = accounts.get(account)?.address;
  if (address === undefined) return { outcome: 'skipped', why: '账号没有写网址' };
  return visitAddress(address, visitedAt.slice(0, 10), { ...visitLimits, privateAddresses });
}

/** Writes one record; returns its path below the folder. */
function record(probe: Probe, { content }: ProbeOptions): string {
  const path = `probes/${newStamp(probe.visitedAt.slice(0, 10))}.yaml`;
  writeAll([{ path: join(resolve(content), path), bytes: canonical('probe', probe) }]);
  return path;
}

function linesOf({ accounts }: Ledger, visits: readonly Visit[]): string[] {
  return tableLines(
    ['网站', '结果', '用时', '首页最新', '说明'].map((title) => ({ title })),
    visits.map(({ account, outcome, milliseconds, newestOn, newestItem, why }) => [
      accounts.get(account)?.name ?? account,
      probeOutcomes[outcome],
      milliseconds === undefined ? '' : `${(milliseconds / 1000).toFixed(1)}秒`,
      newestOn ?? '',
      why ?? newestItem ?? '',
    ]),
  );
}
