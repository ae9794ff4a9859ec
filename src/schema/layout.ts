/** Which file of content/ is what: the one table that reading, JSON Schemas, the form and the review all use. */
import type { z } from 'zod';
import { account } from './account.ts';
import { bulletin } from './bulletin.ts';
import { campaign } from './campaign.ts';
import { removedEvidence } from './evidence.ts';
import { inspection } from './inspection.ts';
import { issue } from './issue.ts';
import { probe } from './probe.ts';
import { registerColumns, registering, registration } from './registration.ts';
import { reminder, reminding } from './reminder.ts';
import { rollupLayout } from './rollup-layout.ts';
import { selfCheck } from './self-check.ts';
import { site } from './site.ts';
import { unit } from './unit.ts';
import { update } from './update.ts';
import { columns, platforms, problems, timing } from './vocabulary.ts';
import { UPDATE_PATH } from '../text/update-path.ts';
import { indicators } from './indicators.ts';

export interface RecordKind {
  /** Chinese name of the kind, for messages. */
  title: string;
  /** Matches a path below content/; the group `id`, where there is one, is the record's id. */
  path: RegExp;
  /** The same as a glob, for editors. */
  glob: string;
  schema: z.ZodType;
  /** The id is `<folder>/<file name>`: such records belong to what the folder is named after. */
  inFolder?: true;
  /** The largest file of the kind in bytes, where it is not `LARGEST_RECORD`. */
  largest?: number;
}

/** Larger records are a mistake: the largest legal one of most kinds is a few kilobytes. Bytes. */
export const LARGEST_RECORD = 256 * 1024;

/** The largest file of a kind in bytes. */
export function largestOf(kind: LayoutKind): number {
  const { largest = LARGEST_RECORD }: RecordKind = layout[kind];
  return largest;
}

export const layout = {
  site: { title: '站点设置', path: /^site\.yaml$/u, glob: 'site.yaml', schema: site },
  platforms: {
    title: '平台',
    path: /^vocabulary\/platforms\.yaml$/u,
    glob: 'vocabulary/platforms.yaml',
    schema: platforms,
  },
  problems: {
    title: '问题类别',
    path: /^vocabulary\/problems\.yaml$/u,
    glob: 'vocabulary/problems.yaml',
    schema: problems,
  },
  indicators: {
    title: '检查指标',
    path: /^vocabulary\/indicators\.yaml$/u,
    glob: 'vocabulary/indicators.yaml',
    schema: indicators,
  },
  timing: {
    title: '时限规则',
    path: /^vocabulary\/timing\.yaml$/u,
    glob: 'vocabulary/timing.yaml',
    schema: timing,
  },
  columns: {
    title: '清单栏名',
    path: /^vocabulary\/columns\.yaml$/u,
    glob: 'vocabulary/columns.yaml',
    schema: columns,
  },
  reminding: {
    title: '催办规则',
    path: /^vocabulary\/reminding\.yaml$/u,
    glob: 'vocabulary/reminding.yaml',
    schema: reminding,
  },
  registerColumns: {
    title: '名册栏名',
    path: /^vocabulary\/register-columns\.yaml$/u,
    glob: 'vocabulary/register-columns.yaml',
    schema: registerColumns,
  },
  registering: {
    title: '备案规则',
    path: /^vocabulary\/registering\.yaml$/u,
    glob: 'vocabulary/registering.yaml',
    schema: registering,
  },
  unit: { title: '单位', path: /^units\/(?<id>[^/]+)\.yaml$/u, glob: 'units/*.yaml', schema: unit },
  account: {
    title: '账号',
    path: /^accounts\/(?<folder>[^/]+)\/(?<id>[^/]+)\.yaml$/u,
    glob: 'accounts/*/*.yaml',
    schema: account,
  },
  campaign: {
    title: '专项',
    path: /^campaigns\/(?<id>[^/]+)\.yaml$/u,
    glob: 'campaigns/*.yaml',
    schema: campaign,
  },
  issue: {
    title: '问题',
    path: /^issues\/(?<folder>[^/]+)\/(?<id>[^/]+)\.yaml$/u,
    glob: 'issues/*/*.yaml',
    schema: issue,
  },
  update: {
    title: '报送',
    path: UPDATE_PATH,
    glob: 'updates/**/*.yaml',
    schema: update,
    inFolder: true,
  },
  bulletin: {
    title: '通报',
    path: /^bulletins\/(?<id>[^/]+)\.yaml$/u,
    glob: 'bulletins/*.yaml',
    schema: bulletin,
  },
  inspection: {
    title: '检查',
    path: /^inspections\/(?<id>[^/]+)\.yaml$/u,
    glob: 'inspections/*.yaml',
    schema: inspection,
    // One file lists every account of a check: some 800 bytes each at most, for 5,000 of them.
    largest: 4 * 1024 * 1024,
  },
  selfCheck: {
    title: '自查',
    path: /^self-checks\/(?<folder>[^/]+)\/(?<id>[^/]+)\.yaml$/u,
    glob: 'self-checks/*/*.yaml',
    schema: selfCheck,
    inFolder: true,
  },
  registration: {
    title: '备案登记',
    path: /^registry\/(?<folder>[^/]+)\/(?<id>[^/]+)\.yaml$/u,
    glob: 'registry/*/*.yaml',
    schema: registration,
    inFolder: true,
  },
  reminder: {
    title: '催办',
    path: /^reminders\/(?<id>[^/]+)\.yaml$/u,
    glob: 'reminders/*.yaml',
    schema: reminder,
  },
  probe: {
    title: '网站访问和监测记录',
    path: /^probes\/(?<id>[^/]+)\.yaml$/u,
    glob: 'probes/*.yaml',
    schema: probe,
  },
  ...rollupLayout,
  removed: {
    title: '已移除的佐证',
    path: /^evidence\/removed\.yaml$/u,
    glob: 'evidence/removed.yaml',
    schema: removedEvidence,
  },
} as const satisfies Record<string, RecordKind>;
export type LayoutKind = keyof typeof layout;
export const layoutKinds = Object.keys(layout) as readonly LayoutKind[];
/** A record of a kind, as its schema gives it. */
export type RecordOf<K extends LayoutKind> = z.output<(typeof layout)[K]['schema']>;

/** The kind and id of a path below content/, or undefined when nothing belongs there. */
export function kindOfPath(
  path: string,
): { kind: LayoutKind; id: string; folder: string } | undefined {
  for (const kind of layoutKinds) {
    const match = layout[kind].path.exec(path);
    if (match)
      return { kind, id: match.groups?.['id'] ?? kind, folder: match.groups?.['folder'] ?? '' };
  }
  return undefined;
}
