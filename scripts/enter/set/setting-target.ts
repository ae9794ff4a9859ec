/** The record whose settings a person means: where it lies, how it is called, what it holds. */
import type { z } from 'zod';
import { readRecord } from '../../../src/ledger/record.ts';
import { layout, type LayoutKind } from '../../../src/schema/layout.ts';
import { DataFaults, WrongUse } from '../../command.ts';
import { campaignNamed, unitCalled } from '../../scope.ts';
import type { HandingPlace } from '../handing-in.ts';

/** Files of rules that one calls by the name of their kind: 催办规则. */
export const ruleFiles = ['timing', 'indicators', 'reminding', 'registering'] as const;

/** A record that is set: where it lies, how it is called, what it holds. */
export interface SettingTarget {
  readonly kind: LayoutKind;
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly record: Record<string, unknown>;
}

/** The record that a person means. Throws WrongUse and DataFaults. */
export function settingTargetNamed(desk: HandingPlace, what: string): SettingTarget {
  const { ledger } = desk;
  if (what === '台账' || what === 'site') return targetAt(desk, 'site', 'site.yaml', '台账');
  const rule = ruleFiles.find((kind) => kind === what || kindTitle(kind) === what);
  if (rule !== undefined) return targetAt(desk, rule, layout[rule].glob, kindTitle(rule));
  const child = [...ledger.children.values()].find(
    ({ id, name, shortName }) => id === what || name === what || shortName === what,
  );
  if (child !== undefined) return targetAt(desk, 'child', child.path, child.name);
  const isCampaign = [...ledger.campaigns.values()].some(
    ({ id, name }) => id === what || name === what,
  );
  const unit = isCampaign ? undefined : unitCalled(ledger, what);
  if (unit !== undefined) return targetAt(desk, 'unit', unit.path, unit.name);
  const campaign = campaignNamed(ledger, what);
  return targetAt(desk, 'campaign', campaign.path, campaign.name);
}

function targetAt(
  desk: HandingPlace,
  kind: LayoutKind,
  path: string,
  title: string,
): SettingTarget {
  const bytes = desk.content.texts.get(path);
  if (bytes === undefined) throw new WrongUse(`台账里没有 ${path}`, '先运行 npx ledger check');
  const reading = readRecord(path, kind, bytes);
  if (!reading.ok) throw new DataFaults(`${path} 读不出来 → 先运行 npx ledger check`);
  const record = JSON.parse(JSON.stringify(reading.value)) as Record<string, unknown>;
  return { kind, path, title, text: new TextDecoder().decode(bytes), record };
}

export function settingSchema({ kind }: SettingTarget): z.ZodType {
  return layout[kind].schema;
}

export function kindTitle(kind: LayoutKind): string {
  return layout[kind].title;
}
