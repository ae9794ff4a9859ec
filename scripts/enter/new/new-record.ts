/** A record from flags or answers, handed in as a branch or into the folder: what the kinds of `ledger new` share. */
import type { Command, Option } from 'commander';
import type { Posts } from '../../../src/domain/membership.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { didYouMean } from '../../../src/ledger/message.ts';
import { id as idSchema } from '../../../src/schema/field.ts';
import type { LayoutKind } from '../../../src/schema/layout.ts';
import { Asker } from './ask.ts';
import { newCommand, printJson, WrongUse } from '../../command.ts';
import {
  type HandingPlace,
  handIn,
  type HandingOptions,
  handingOptions,
  openHandingPlace,
} from '../handing-in.ts';

/** What was given, by the name of the option. */
export type Options = HandingOptions & Record<string, string | string[] | undefined>;

/** Whoever enters records is a reviewer; the review looks at who it is. */
export const reviewerPosts: Posts = {
  account: '',
  reviewer: true,
  maintainer: false,
  robot: false,
  units: new Set(),
  others: [],
};

/** Settings and the records of campaigns are the maintainer's to change; the review looks at who it is. */
export const maintainerPosts: Posts = { ...reviewerPosts, reviewer: false, maintainer: true };

/** A subcommand that asks what its flags do not say, builds a record and hands it in. */
export function recordCommand(
  name: string,
  description: string,
  options: readonly Option[],
  build: (desk: HandingPlace, options: Options, asker: Asker) => Promise<EnteredRecord>,
): Command {
  const command = handingOptions(newCommand(name, description));
  for (const option of options) command.addOption(option);
  return command.action(async (given: Options) => {
    const asker = new Asker();
    try {
      const desk = openHandingPlace(given);
      const { kind, id, path, record, notes } = await build(desk, given, asker);
      if (desk.content.texts.has(path))
        throw new WrongUse(`${path} 已经有了`, '换一个编号；要改已有的记录，请直接改文件');
      const { lines, branch } = handIn(
        desk,
        {
          files: new Map([[path, canonical(kind, record)]]),
          branch: `record/${id}`,
          message: `登记 ${id}`,
          as: reviewerPosts,
          isNamed: false,
        },
        given,
      );
      if (given.json === true) printJson({ id, path, branch: branch ?? null, notes });
      else process.stdout.write(`${[...notes, ...lines].join('\n')}\n`);
    } finally {
      asker.close();
    }
  });
}

export interface EnteredRecord {
  kind: LayoutKind;
  id: string;
  path: string;
  record: object;
  /** What was decided on the way, as Chinese sentences. */
  notes: string[];
}

/** An option that holds one text. */
export const textGiven = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Asks for the texts of a record that its options do not hold; empty where nobody says. */
export function askerOf(options: Options, asker: Asker) {
  return async (key: string, title: string, choices?: Record<string, string>): Promise<string> =>
    (await asker.answer(textGiven(Object.hasOwn(options, key) ? options[key] : undefined), {
      title,
      flag: `--${key}`,
      ...(choices === undefined ? {} : { choices }),
    })) ?? '';
}

/** An id that is given or answered, well formed; `own` is taken where nobody says. Throws WrongUse. */
export async function idOf(options: Options, asker: Asker, own: string): Promise<string> {
  const id = await asker.answer(textGiven(options['id']), {
    title: '编号（小写字母、数字、连字符）',
    flag: '--id',
    otherwise: own,
  });
  if (!idSchema.safeParse(id).success)
    throw new WrongUse(`“${id ?? ''}”不能作编号`, `只用小写字母、数字和单个连字符，如 ${own}`);
  return id ?? '';
}

/** A reference that exists. Throws WrongUse. */
export function knownId(id: string, words: Iterable<string>, what: string): string {
  const all = [...words];
  if (all.includes(id)) return id;
  throw new WrongUse(`台账里没有${what} ${id}`, didYouMean(id, all) || `先登记${what}`);
}
