/** Evidence of every kind, as a kind of problem owes it; a few are real files. */
import { createHash } from 'node:crypto';
import type { Evidence, EvidenceKind } from '../../src/schema/evidence.ts';
import type { Problem } from '../../src/schema/vocabulary.ts';
import { picture } from './picture.ts';
import type { Random } from './random.ts';

/** Where evidence files and what was taken out of them gather. */
export interface Store {
  files: Map<string, Uint8Array>;
  removed: { file: string; sha256: string; reason: string; removedOn: string }[];
}

interface Ask {
  issue: string;
  problems: readonly Problem[];
  day: string;
  /** Whether this report may bring files into the repository; most give links and numbers. */
  withFiles: boolean;
  turn: number;
}

/** At least one piece for everything that the problems owe. */
export function evidenceFor(random: Random, store: Store, ask: Ask): Evidence[] {
  return ask.problems
    .flatMap(({ owes }) => owes)
    .map((owed, index) => {
      const usable = owed.kinds.filter((kind) => kind !== 'file' || ask.withFiles);
      const kind =
        ask.withFiles && owed.kinds.includes('file')
          ? 'file'
          : (usable[(ask.turn + index) % Math.max(1, usable.length)] ?? 'stored');
      return piece(random, store, ask, kind, index);
    });
}

function piece(
  random: Random,
  store: Store,
  ask: Ask,
  kind: EvidenceKind,
  index: number,
): Evidence {
  const common = {
    what: whats[kind],
    day: ask.day,
    ...(random.chance(0.2) ? { public: true } : {}),
  };
  switch (kind) {
    case 'link':
      return { link: `https://mp.example/s/${random.code(12)}`, ...common };
    case 'number':
      return {
        number: `示例备〔${ask.day.slice(0, 4)}〕${String(random.int(1, 9999)).padStart(4, '0')}号`,
        ...common,
      };
    case 'file': {
      const file = `截图-${ask.day}-${String(index + 1)}.png`;
      const path = `${ask.issue}/${file}`;
      const bytes = picture(random.int(0, 255));
      if (store.files.size > 0 && store.removed.length === 0) {
        store.removed.push({
          file: path,
          sha256: sha256(bytes),
          reason: '截图里有群众的个人信息，已另存处理',
          removedOn: ask.day,
        });
      } else store.files.set(path, bytes);
      return { file, ...common };
    }
    case 'stored': {
      const name = `制度文件-${random.code(4)}.pdf`;
      return {
        stored: {
          name,
          sha256: sha256(Buffer.from(`${ask.issue}/${name}`)),
          size: random.int(20_000, 900_000),
          where: '区政府办档案柜（示例）',
        },
        ...common,
      };
    }
    default:
      return kind satisfies never;
  }
}

const whats: Record<EvidenceKind, string> = {
  link: '最近一次发布',
  number: '登记或受理编号',
  file: '后台截图',
  stored: '印发的文件',
};

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
