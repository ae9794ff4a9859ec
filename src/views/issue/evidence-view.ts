/** 佐证材料 as a page shows it. The public site shows only what a reviewer marked as 可公开. */
import { picturesOfInspections } from '../../domain/inspection/pictures.ts';
import type { Evidence } from '../../schema/evidence.ts';
import { sizeInWords } from '../../text/size.ts';
import { type DayView, dayView } from '../day-view.ts';
import { evidenceAddress } from '../address.ts';
import type { Face } from '../face.ts';

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
  face: Face,
  issue: string,
  evidence: readonly Evidence[],
): EvidenceView[] {
  return evidence.filter((one) => isShown(face, one)).map((one) => evidenceView(face, issue, one));
}

function evidenceView(face: Face, issue: string, one: Evidence): EvidenceView {
  return {
    kind: kindOf(one),
    words: wordsOf(face, one),
    href: hrefOf(face, issue, one),
    what: one.what,
    day: one.day === undefined ? undefined : dayView(one.day, face.today),
    isPublic: one.public === true,
    sha256: hashOf(face, issue, one),
    removed: removal(face, issue, one),
  };
}

/**
 * The files of evidence that this face may show, as `<issue>/<file name>` or `<check>/<file name>`, in the order of the
 * ledger. What a check saw is known inside only.
 */
export function shownEvidence(face: Face): string[] {
  const { ledger, issues, audience } = face;
  const seen =
    audience === 'internal'
      ? picturesOfInspections(ledger.inspections.values()).filter((path) =>
          ledger.evidence.has(path),
        )
      : [];
  const files = [...issues.keys()].flatMap((issue) =>
    (ledger.updates.get(issue) ?? []).flatMap(({ evidence }) =>
      evidence.flatMap((one) => (isShown(face, one) ? fileOf(face, issue, one) : [])),
    ),
  );
  return [...new Set([...files, ...seen])];
}

function isShown({ audience }: Face, one: Evidence): boolean {
  return audience === 'internal' || one.public === true;
}

/** The file in content/evidence/ that a piece names, where it is there. */
function fileOf({ ledger }: Face, issue: string, one: Evidence): string[] {
  if (!('file' in one)) return [];
  const path = `${issue}/${one.file}`;
  return ledger.evidence.has(path) ? [path] : [];
}

function hrefOf(face: Face, issue: string, one: Evidence): string | undefined {
  if ('link' in one) return one.link;
  const there = fileOf(face, issue, one).length > 0;
  return 'file' in one && there ? evidenceAddress(issue, one.file) : undefined;
}

function hashOf(face: Face, issue: string, one: Evidence): string | undefined {
  if (face.audience === 'public') return undefined;
  if ('stored' in one) return one.stored.sha256;
  if (!('file' in one)) return undefined;
  const path = `${issue}/${one.file}`;
  const removed = face.ledger.removed.find(({ file }) => file === path);
  return removed?.sha256 ?? face.hashOf(path);
}

function kindOf(one: Evidence): EvidenceView['kind'] {
  if ('link' in one) return '链接';
  if ('number' in one) return '编号';
  return 'file' in one ? '文件' : '另存文件';
}

function wordsOf({ audience }: Face, one: Evidence): string {
  if ('link' in one) return one.link;
  if ('number' in one) return one.number;
  if ('file' in one) return one.file;
  const { name, size, where } = one.stored;
  return audience === 'internal' ? `${name}（${sizeInWords(size)}，存于${where}）` : name;
}

/** The reason why a file was taken out; the public site learns only that it was. */
function removal({ ledger, audience }: Face, issue: string, one: Evidence): string | undefined {
  if (!('file' in one)) return undefined;
  const path = `${issue}/${one.file}`;
  const removed = ledger.removed.find(({ file }) => file === path);
  if (removed === undefined) return undefined;
  return audience === 'internal' ? `已移除：${removed.reason}` : '已移除';
}
