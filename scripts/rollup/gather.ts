/** `ledger gather`: fetches the sums of the children, checks them and, with `--write`, keeps a snapshot of the day. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { gather, type GatheredChild, refusedSnapshot } from '../../src/gather/gather.ts';
import { emptyRoster } from '../../src/gather/roster.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import type { Day } from '../../src/day/calendar.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { writeTogether } from '../../src/ledger/writing/pending.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import {
  type CommonOptions,
  DataFaults,
  newCommand,
  parseDay,
  printJson,
  soundLedger,
  asOfDay,
} from '../command.ts';
import { contentWith } from '../enter/entry.ts';
import { notWritten } from '../output.ts';
import { gatherPaper, type PaperOptions } from './paper.ts';

interface GatherOptions extends CommonOptions, PaperOptions {
  write?: boolean;
}

const kinds = {
  public: { snapshot: 'snapshot', roster: 'roster' },
  internal: { snapshot: 'internalSnapshot', roster: 'internalRoster' },
} as const;
const UNSTORABLE = '收到的数里有台账不能写的内容（名称里的号码、看不见的字符，或太大）';
const levels = { public: '公开', internal: '内部' } as const;

export function gatherCommand(): Command {
  return newCommand(
    'gather',
    '汇总下级台账：照 children/ 里写的地方逐个去取，核对格式、校验值、签名、合计和明细；不写 --write 只看不存',
  )
    .addOption(new Option('--write', '把收到的存为当天的快照（snapshots/），只增不改'))
    .addOption(
      new Option('--from <文件>', '没有台账的下级交回的表，或报送包的文件夹：不去取，按它计数'),
    )
    .addOption(new Option('--child <编号>', '是哪个下级，和 --from 一起用'))
    .addOption(new Option('--number <文号>', '报来的文号，和 --from 一起用'))
    .addOption(new Option('--on <日期>', '报表的统计截止日，和 --from 一起用').argParser(parseDay))
    .action(async (options: GatherOptions) => {
      const ledger = soundLedger(options);
      const today = asOfDay(options, ledger);
      const gathered =
        options.from === undefined
          ? await gather(ledger, resolve(options.content), today)
          : await gatherPaper(ledger, options.from, options, today);
      const done = storable(gathered, resolve(options.content), ledger, today);
      const files = filesOf(done);
      if (options.write === true && files.size > 0) keep(resolve(options.content), files);
      if (options.json)
        printJson(
          done.map(({ child, level, sentence, right, added }) => ({
            child: child.id,
            level,
            right,
            sentence,
            file: added?.path ?? null,
          })),
        );
      else process.stdout.write(wordsOf(done, options.write === true));
      if (done.some(({ right }) => !right)) process.exitCode = 1;
    });
}

/** The files of what is to be kept, by their paths below content/. */
function filesOf(done: readonly GatheredChild[]): Map<string, string> {
  return new Map(
    done.flatMap(({ level, added, roster }) => [
      ...(added === undefined
        ? []
        : [[added.path, canonical(kinds[level].snapshot, added.record)] as const]),
      ...(roster === undefined
        ? []
        : [[roster.path, canonical(kinds[level].roster, roster.record)] as const]),
    ]),
  );
}

/**
 * What is gathered, with a child's sums not taken where the ledger with them would have a fault: a name that holds what
 * no record may hold, a file beyond the limit. One child never makes the ledger above unreadable.
 */
function storable(
  gathered: readonly GatheredChild[],
  content: string,
  ledger: Ledger,
  today: Day,
): GatheredChild[] {
  const files = filesOf(gathered);
  if (files.size === 0) return [...gathered];
  const found = checkLedger(contentWith(readFolder(content), files)).faults;
  const wrong = new Set(
    found.filter(({ severity }) => severity === 'fault').map(({ file }) => file),
  );
  return gathered
    .map((one) => withoutNames(one, wrong))
    .map((one) =>
      one.added === undefined || !wrong.has(one.added.path)
        ? one
        : refusedSnapshot(ledger, one, today, UNSTORABLE),
    );
}

/** Names that no record may hold keep a child out of the search, also those of before, not its sums out of the total. */
function withoutNames(one: GatheredChild, wrong: ReadonlySet<string>): GatheredChild {
  if (one.roster === undefined || !wrong.has(one.roster.path)) return one;
  const sentence = `${one.sentence}；名称里有台账不能写的内容（号码、看不见的字符，或太多），不能检索`;
  const { path, record } = one.roster;
  return { ...one, right: false, sentence, roster: { path, record: emptyRoster(record.asOf) } };
}

/** Writes the snapshots, all or none; one that is there already is never written over. Throws DataFaults. */
function keep(content: string, files: ReadonlyMap<string, string>): void {
  try {
    writeTogether(content, files, () => {
      const taken = [...files.keys()].find(
        (path) => isSnapshot(path) && existsSync(join(content, path)),
      );
      if (taken !== undefined)
        throw new DataFaults(
          `取的时候，另一个命令已经存了 ${taken}，什么都没有存 → 再运行一次，只存还没有的`,
        );
    });
  } catch (error) {
    throw notWritten(error);
  }
}

/** Names are replaced, sums never. */
function isSnapshot(path: string): boolean {
  return /^(?:internal-)?snapshots\//u.test(path);
}

function wordsOf(done: readonly GatheredChild[], written: boolean): string {
  if (done.length === 0) return '没有下级台账：children/ 里没有登记，或都不在期内。\n';
  const lines = done.map(
    ({ child, level, sentence, right }) =>
      `${right ? '  ' : '！'}${child.shortName ?? child.name}（${levels[level]}）：${sentence}。`,
  );
  const wrong = done.filter(({ right }) => !right).length;
  const rosters = done.filter(({ roster }) => roster !== undefined).length;
  const snapshots = done.filter(({ added }) => added !== undefined).length;
  const files = snapshots + rosters;
  const kept = `${String(snapshots)} 个快照${rosters === 0 ? '' : `、${String(rosters)} 份名录`}`;
  const end = [
    `共取 ${String(done.length)} 份，${wrong === 0 ? '都正常' : `${String(wrong)} 份要处理`}`,
    written ? `存了 ${kept}` : files === 0 ? '没有要存的' : `有 ${kept}要存，加 --write 再运行一次`,
  ];
  return `${lines.join('\n')}\n${end.join('；')}。\n`;
}
