/** Keeping what was published: a circular or a summary with its figures, words, commit and checksum, as one proposal. */
import { type Command, Option } from 'commander';
import { lineOf } from '../../src/documents/letter/letter.ts';
import type { Block } from '../../src/documents/template/block.ts';
import {
  figureDifferences,
  type NamedFigure,
} from '../../src/domain/inspection/circular-figures.ts';
import { recount } from '../../src/domain/inspection/period-figures.ts';
import { contentAt } from '../../src/history/content-at.ts';
import { commitOf, placeOf } from '../../src/history/place.ts';
import { committedContent } from '../../src/ledger/migrations/migrate.ts';
import { readLedger } from '../../src/ledger/read.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { bulletinSum } from '../../src/ledger/checksum/bulletin-sum.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { FIGURE_SET } from '../../src/text/terms.ts';
import type { Bulletin } from '../../src/schema/bulletin.ts';
import { id as idSchema } from '../../src/schema/field.ts';
import { DataFaults, printJson, WrongUse } from '../command.ts';
import {
  type HandingPlace,
  handIn,
  type HandingOptions,
  type HandedProposal,
} from '../enter/handing-in.ts';
import { reviewerPosts } from '../enter/new/new-record.ts';
import { BLANK, blankAnd } from './completed.ts';
import type { Outgoing } from './letter.ts';

export interface FreezeOptions extends HandingOptions {
  freeze?: boolean;
  number?: string;
  corrects?: string;
  id?: string;
  say?: ReadonlyMap<string, string>;
}

export function freezeOptions(command: Command, like: string): Command {
  return command
    .addOption(
      new Option('--freeze', '印发：把数、正文、提交号和校验值存进 bulletins/，以后不能改'),
    )
    .addOption(new Option('--number <文号>', '印发的文号'))
    .addOption(new Option('--corrects <编号>', '更正已经印发的哪一份'))
    .addOption(
      new Option('--say <待填=话>', '正文里〔待填：…〕的地方写什么，如 主送机关=各镇街；可以写几次')
        .argParser(
          (given: string, before: ReadonlyMap<string, string>) =>
            new Map([...before, blankAnd(given)]),
        )
        .default(new Map<string, string>(), '照模板'),
    )
    .addOption(new Option('--id <编号>', `编号；不写则与${like}相同`));
}

/** What is published. */
export interface Published {
  readonly of: { readonly inspection: string } | { readonly period: string };
  readonly figures: readonly NamedFigure[];
  readonly blocks: readonly Block[];
  readonly on: string;
}

/** A paper that is made sound before it is given out or published. */
export interface SoundPaper extends Pick<Outgoing, 'letter' | 'bytes' | 'used'> {
  readonly published: Published;
}

/**
 * The commit that gives the figures where they were counted from the folder itself (`--write`): the one checked out.
 * Undefined where there is no repository. Throws DataFaults where the folder holds what no commit does.
 */
function committed({ of, figures }: Published, content: string): string | undefined {
  const place = placeOf(content);
  const head = place && commitOf(place, 'HEAD');
  if (place === undefined || head === undefined) return undefined;
  const { ledger } = readLedger(committedContent(contentAt(place, head.id)));
  const bulletin = { ...of, publishedOn: '', sha256: '', figures: [], paragraphs: [] };
  const known = ledger && recount(ledger, { ...bulletin, figureSet: FIGURE_SET }, true);
  if (known !== undefined && figureDifferences(figures, known).length === 0) return head.id;
  throw new DataFaults(
    `台账文件夹里有还没有提交的改动，印发的数按提交 ${head.id.slice(0, 10)} 数不出来 → 先提交，再印发`,
  );
}

/** What keeps it as published, under `id`, with the checksum. Throws WrongUse and DataFaults. */
export function frozenBulletin(
  ledger: Ledger,
  id: string,
  published: Published,
  how: Pick<FreezeOptions, 'number' | 'corrects'> & {
    /** The commit whose figures they are, once it is known that it can be published. */
    readonly commit: () => string | undefined;
  },
): { readonly proposal: HandedProposal; readonly sha256: string } {
  if (!idSchema.safeParse(id).success)
    throw new WrongUse(`“${id}”不能作编号`, '只用小写字母、数字和单个连字符');
  if (ledger.bulletins.has(id))
    throw new WrongUse(
      `通报 ${id} 已经印发，不能改`,
      '数字有误的另用 --id 编号，并写 --corrects 更正哪份',
    );
  const open = published.blocks.flatMap(({ text }) => text.match(BLANK) ?? []);
  if (open.length > 0)
    throw new DataFaults(
      `正文里还有 ${String(open.length)} 处待填，不能印发：${open.join('')}\n每次都一样的话写进本单位的模板（台账文件夹的 templates/，写法见 docs/templates.md），只这一次的用 --say 写，再印发；反馈的日期写在检查记录的 replyBy。`,
    );
  const commit = how.commit();
  const kept = {
    figures: [...published.figures],
    paragraphs: published.blocks.map(lineOf),
  };
  const record: Bulletin = {
    ...published.of,
    publishedOn: published.on,
    ...(how.number === undefined ? {} : { number: how.number }),
    ...(how.corrects === undefined ? {} : { corrects: how.corrects }),
    ...(commit === undefined ? {} : { commit }),
    sha256: bulletinSum(kept),
    figureSet: FIGURE_SET,
    ...kept,
  };
  const proposal = {
    files: new Map([[`bulletins/${id}.yaml`, canonical('bulletin', record)]]),
    branch: `bulletin/${id}`,
    message: `印发通报 ${id}`,
  };
  return { proposal, sha256: record.sha256 };
}

/** Keeps it as published, under `id`. Throws WrongUse and DataFaults. */
export function freezeBulletin(
  desk: HandingPlace,
  id: string,
  published: Published,
  options: FreezeOptions,
): void {
  const { proposal, sha256 } = frozenBulletin(desk.ledger, id, published, {
    ...options,
    commit: () => desk.base ?? committed(published, options.content),
  });
  const { lines, branch } = handIn(
    desk,
    { ...proposal, as: reviewerPosts, isNamed: false },
    options,
  );
  const [path] = proposal.files.keys();
  if (options.json) printJson({ path, branch: branch ?? null, sha256 });
  else process.stdout.write(`${lines.join('\n')}\n校验值 ${sha256}\n`);
}
