/** 收件: what the command and the office's desk do alike with files that came back: how they are judged, and the branch of a unit. */
import type { Posts } from '../../../src/domain/membership.ts';
import { sha256Of } from '../../../src/intake/sheet-back/report/attachment.ts';
import type { ReceiveSettings } from '../../../src/intake/sheet-back/report/new-update.ts';
import {
  receivedFiles,
  type UnitReception,
  type WaitingWork,
} from '../../../src/intake/sheet-back/unit-reception.ts';
import type { Content } from '../../../src/ledger/content.ts';
import { checkNewFiles } from '../../../src/review/new-files.ts';
import { LARGEST_TOTAL } from '../../../src/review/file/limits.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { type FilesToEnter, contentWith } from '../entry.ts';
import { clockInChina } from '../../../src/day/china.ts';

/** How the branches of a reception begin. */
export const RECEIVED = 'receive';
/** The channel of what comes back as a file. */
export const CHANNEL = '报送单';
const LOCAL = 'refs/heads/';

/** What stands on one unit's branch. */
export interface UnitProposal {
  readonly branch: string;
  readonly message: string;
  readonly files: FilesToEnter;
}

export function receiveSettings(about: {
  readonly today: string;
  readonly receivedBy: string;
  readonly channel: string;
  readonly as: Posts;
  readonly content: Content;
  /** The ledger of the content as it was read, of no day. */
  readonly recorded: Ledger;
}): ReceiveSettings {
  const { today, receivedBy, channel, as, content, recorded } = about;
  return {
    today,
    stamp: `${today.replaceAll('-', '')}-${clockInChina(new Date())}`,
    receivedBy,
    channel,
    largest: LARGEST_TOTAL,
    check: (files) =>
      checkNewFiles({
        base: recorded,
        merged: contentWith(content, files),
        files,
        as,
        isNamed: true,
        today,
      }).faults,
  };
}

/** The branch that holds the reports of a unit, named by what they say; undefined where nothing new came back. */
export function unitProposal({ unit, unitName, updates }: UnitReception): UnitProposal | undefined {
  if (updates.length === 0) return undefined;
  const said = updates.map(({ issue, digest }) => issue + digest).join(' ');
  const told = updates.map(({ issue, report }) => `${issue} ${report}`).join('、');
  return {
    branch: `${RECEIVED}/${unit}-${sha256Of(Buffer.from(said)).slice(0, 8)}`,
    message: `收件：${unitName} ${told}`,
    files: receivedFiles(updates),
  };
}

/** Branches of an earlier reception that hold what the unit sent again and are not known at the remote. */
export function unpushedBranches({ already }: UnitReception, { reports }: WaitingWork): string[] {
  const refs = already.map(({ issue, digest }) => reports.get(`${issue}/${digest}`) ?? '');
  return refs.filter((ref) => ref.startsWith(LOCAL)).map((ref) => ref.slice(LOCAL.length));
}
