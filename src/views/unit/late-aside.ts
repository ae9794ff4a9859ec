/**
 * 清单上逾期的旁边: what a list of late issues has to say with the days, or its reader calls the wrong unit — that another
 * unit had it when its last day passed, and that a check has found it mended so that only the report lacks.
 */
import type { IssueStanding } from '../../domain/issue/standing.ts';
import type { Face } from '../face.ts';
import { mendedInShort } from '../inspection/look-words.ts';
import { takenOverInShort } from './hand-over-view.ts';

/** 6月11日由丙街道移交来；2026年6月5日回头看已整改到位，待申请验收. Empty of what is not late. */
export function lateAside(face: Face, one: IssueStanding): string {
  return one.lateness.kind === 'overdue'
    ? joined(takenOverInShort(face, one), mendedInShort(face, one))
    : '';
}

/** 6月11日移交来；检查已到位: the same where a line has room for a few words. */
export function lateInShort(face: Face, one: IssueStanding): string {
  if (one.lateness.kind !== 'overdue') return '';
  return joined(
    takenOverInShort(face, one).replace(/由.*移交来/u, '移交来'),
    mendedInShort(face, one) === '' ? '' : '检查已到位',
  );
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('；');
}
