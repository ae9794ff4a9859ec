/** 佐证材料 as a page shows it. The public site shows only what a reviewer marked as 可公开. */
import { picturesOfChecks } from '../../domain/inspection/pictures.ts';
import type { Evidence } from '../../schema/evidence.ts';
import { sizeInWords } from '../../text/size.ts';
import { type DayView, dayView } from '../day-view.ts';
import { evidenceAddress } from '../address.ts';
import type { Edition } from '../edition.ts';

export interface EvidenceView {
  readonly kind: '链接' | '编号' | '文件' | '另存文件';
  readonly words: string;
  readonly href: string | undefined;
  readonly what: string | undefined;
  readonly day: DayView | undefined;
  readonly isPublic: boolean;
  /** SHA-256 of the file; undefined for links and numbers, on the public site, and where the file is not at hand. */
  readonly sha256: string | undefined;
  /** Why it is gone, where it was taken out for privacy. */
  readonly removed: string | undefined;
}

export function evidenceViews(
  edition: Edition,
  issue: string,
  evidence: readonly Evidence[],
): EvidenceView[] {
  return evidence
    .filter((one) => isShown(edition, one))
    .map((one) => evidenceView(edition, issue, one));
}

function evidenceView(edition: Edition, issue: string, one: Evidence): EvidenceView {
  return {
    kind: kindOf(one),
    words: wordsOf(edition, one),
    href: hrefOf(edition, issue, one),
    what: one.what,
    day: one.day === undefined ? undefined : dayView(one.day, edition.today),
    isPublic: one.public === true,
    sha256: hashOf(edition, issue, one),
    removed: removal(edition, issue, one),
  };
}

/**
 * The files of evidence that this edition may show, as `<issue>/<file name>` or `<check>/<file name>`, in the order of the
 * ledger. What a check saw is known inside only.
 */
export function shownEvidence(edition: Edition): string[] {
  const { ledger, issues, audience } = edition;
  const seen =
    audience === 'internal'
      ? picturesOfChecks(ledger.inspections.values()).filter((path) => ledger.evidence.has(path))
      : [];
  const files = [...issues.keys()].flatMap((issue) =>
    (ledger.updates.get(issue) ?? []).flatMap(({ evidence }) =>
      evidence.flatMap((one) => (isShown(edition, one) ? fileOf(edition, issue, one) : [])),
    ),
  );
  return [...new Set([...files, ...seen])];
}

function isShown({ audience }: Edition, one: Evidence): boolean {
  return audience === 'internal' || one.public === true;
}

/** The file in content/evidence/ that a piece names, where it is there. */
function fileOf({ ledger }: Edition, issue: string, one: Evidence): string[] {
  if (!('file' in one)) return [];
  const path = `${issue}/${one.file}`;
  return ledger.evidence.has(path) ? [path] : [];
}

function hrefOf(edition: Edition, issue: string, one: Evidence): string | undefined {
  if ('link' in one) return one.link;
  const there = fileOf(edition, issue, one).length > 0;
  return 'file' in one && there ? evidenceAddress(issue, one.file) : undefined;
}

function hashOf(edition: Edition, issue: string, one: Evidence): string | undefined {
  if (edition.audience === 'public') return undefined;
  if ('stored' in one) return one.stored.sha256;
  if (!('file' in one)) return undefined;
  const path = `${issue}/${one.file}`;
  const removed = edition.ledger.removed.find(({ file }) => file === path);
  return removed?.sha256 ?? edition.hashOf(path);
}

function kindOf(one: Evidence): EvidenceView['kind'] {
  if ('link' in one) return '链接';
  if ('number' in one) return '编号';
  return 'file' in one ? '文件' : '另存文件';
}

function wordsOf({ audience }: Edition, one: Evidence): string {
  if ('link' in one) return one.link;
  if ('number' in one) return one.number;
  if ('file' in one) return one.file;
  const { name, size, where } = one.stored;
  return audience === 'internal' ? `${name}（${sizeInWords(size)}，存于${where}）` : name;
}

/** The reason why a file was taken out; the public site learns only that it was. */
function removal({ ledger, audience }: Edition, issue: string, one: Evidence): string | undefined {
  if (!('file' in one)) return undefined;
  const path = `${issue}/${one.file}`;
  const removed = ledger.removed.find(({ file }) => file === path);
  if (removed === undefined) return undefined;
  return audience === 'internal' ? `已移除：${removed.reason}` : '已移除';
}
