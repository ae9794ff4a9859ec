/** `ledger set WHAT 栏目=值`: a setting of daily use, by its Chinese name, without a line of YAML. */
import type { Command } from 'commander';
import { load } from 'js-yaml';
import type { z } from 'zod';
import { isDeepStrictEqual } from 'node:util';
import { faultLine } from '../../../src/ledger/fault.ts';
import { readRecord } from '../../../src/ledger/record.ts';
import { flowText } from '../../../src/ledger/yaml/canon.ts';
import { addKey, setValue } from '../../../src/ledger/yaml/splice.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { own } from '../../../src/text/own.ts';
import { DataFaults, newCommand, printJson, WrongUse } from '../../command.ts';
import { unitCalled } from '../../scope.ts';
import { handIn, type HandingOptions, handingOptions, openHandingPlace } from '../handing-in.ts';
import {
  kindTitle,
  ruleFiles,
  settingSchema,
  type SettingTarget,
  settingTargetNamed,
} from './setting-target.ts';
import {
  entryTyped,
  settingNamed,
  settingsOf,
  valueAt,
  settingInWords,
  valueTyped,
  withValue,
} from './setting.ts';
import { maintainerPosts } from '../new/new-record.ts';

export function setCommand(): Command {
  return handingOptions(
    newCommand(
      'set',
      '改设置，不写 YAML：台账、专项、单位、下级台账、时限规则……；只写对象就列出能改的和现在的值',
    )
      .argument(
        '<对象>',
        `台账，或专项、单位、下级的名称，或 ${ruleFiles.map(kindTitle).join('、')}`,
      )
      .argument('[改动...]', '栏目=值；往名单里加一条写 栏目+=栏:值，栏:值'),
  ).action((what: string, changes: readonly string[], options: HandingOptions) => {
    const desk = openHandingPlace(options);
    const target = settingTargetNamed(desk, what);
    if (changes.length === 0) {
      list(target, options);
      return;
    }
    const record = changes.reduce(
      (held, change) => changed(desk.ledger, target, held, change),
      target.record,
    );
    const { lines, branch } = handIn(
      desk,
      {
        files: new Map([[target.path, sound(target, rewrittenSetting(target, record))]]),
        branch: `set/${target.path.replace(/\.yaml$/u, '').replaceAll('/', '-')}`,
        message: `${target.title}：${changes.join(' ')}`,
        as: maintainerPosts,
        isNamed: false,
      },
      options,
    );
    if (options.json === true) printJson({ path: target.path, branch: branch ?? null });
    else process.stdout.write(`${[...differences(target, record), ...lines].join('\n')}\n`);
  });
}

/** One change on a record: 公开程度=公开清单, or 审核员+=平台账户:wang，起:2026-12-01. Throws WrongUse. */
function changed(
  ledger: Ledger,
  target: SettingTarget,
  record: Record<string, unknown>,
  change: string,
): Record<string, unknown> {
  const { name, sign, typed } =
    /^(?<name>[^=＝+＋]+?)\s*(?<sign>[+＋]?)[=＝]\s*(?<typed>.*?)\s*$/su.exec(change)?.groups ?? {};
  if (name === undefined || typed === undefined)
    throw new WrongUse(`“${change}”读不出要改什么`, '写成 栏目=值，如 公开程度=公开清单');
  const schema = settingSchema(target);
  const setting = settingNamed(settingsOf(schema), name.trim());
  const withTyped = (value: unknown) =>
    withValue(record, setting.path, value, schema) as Record<string, unknown>;
  if (typed === '')
    throw new WrongUse(`${setting.name}后面是空的`, '写上值；要去掉这一栏的，请管理员改文件');
  const idOf = (title: string, word: string) =>
    title === '牵头单位' ? (unitCalled(ledger, word)?.id ?? word) : word;
  const held = valueAt(record, setting.path);
  const isAdded = sign !== '';
  if (!setting.isList && !isAdded) return withTyped(valueTyped(setting, typed, idOf));
  if (setting.isList && !isAdded)
    throw new WrongUse(
      `${setting.name}是一份名单，不整个换掉`,
      `加一条写 ${setting.name}+=栏:值，栏:值；人员的进出用 npx ledger staff`,
    );
  const added = setting.isList
    ? [entryTyped(setting, typed, idOf)]
    : valueTyped(setting, typed, idOf);
  if (!Array.isArray(added))
    throw new WrongUse(`${setting.name}只有一个值`, `写 ${setting.name}=值`);
  return withTyped([...((held as unknown[] | undefined) ?? []), ...(added as unknown[])]);
}

/** The text with the changed parts of the record put where they stand: comments inside a part that changed go, everything else stays. */
export function rewrittenSetting(target: SettingTarget, record: Record<string, unknown>): string {
  const shape = (settingSchema(target) as z.ZodObject).shape as Record<string, z.ZodType>;
  const written = new Set(topKeys(target.text));
  return Object.keys(record)
    .filter((key) => !isDeepStrictEqual(own(record, key), own(target.record, key)))
    .reduce((text, key) => {
      const schema = own(shape, key);
      // Without what the schema fills in: that is not written.
      const value = load(flowText(schema, own(record, key)));
      return written.has(key)
        ? setValue(text, [key], value, schema)
        : addKey(text, [], key, value, { schema });
    }, target.text);
}

/** The new text, if the record in it is sound by itself: settings that do not read would say less. Throws DataFaults. */
function sound(target: SettingTarget, text: string): string {
  const reading = readRecord(target.path, target.kind, new TextEncoder().encode(text));
  if (reading.ok) return text;
  throw new DataFaults(`${reading.faults.map(faultLine).join('\n')}\n没有写入：先改正上面的错误。`);
}

/** The keys at the left edge of a record's text; those that the schema fills in are not there. */
function topKeys(text: string): string[] {
  return [...text.matchAll(/^(?<key>[A-Za-z]+):/gmu)].map(({ groups }) => groups?.['key'] ?? '');
}

/** What can be set, with what stands there now. */
function list(target: SettingTarget, { json }: HandingOptions): void {
  const rows = settingsOf(settingSchema(target)).map((setting) => ({
    setting,
    now: settingInWords(setting, valueAt(target.record, setting.path)),
  }));
  if (json === true) {
    printJson(
      rows.map(({ setting: { name, path }, now }) => ({ name, path: path.join('.'), now })),
    );
    return;
  }
  const lines = rows.map(({ setting, now }) => {
    const { choices, description } = setting.meta;
    const hints = [
      ...(choices === undefined ? [] : [`可写 ${Object.values(choices).join('、')}`]),
      ...(description === undefined ? [] : [description]),
      ...(setting.isList ? [`加一条：${setting.name}+=栏:值，栏:值`] : []),
    ];
    return `  ${setting.name}：${now}${hints.length === 0 ? '' : `\n      ${hints.join('；')}`}`;
  });
  process.stdout.write(
    `${[`${target.title}（${target.path}）能改的：`, ...lines, '改：npx ledger set 对象 栏目=值 栏目=值'].join('\n')}\n`,
  );
}

/** Each change in a line: 公开程度：不公开 → 公开清单. */
function differences(target: SettingTarget, record: Record<string, unknown>): string[] {
  return settingsOf(settingSchema(target)).flatMap((setting) => {
    const [before, after] = [target.record, record].map((one) => valueAt(one, setting.path));
    return isDeepStrictEqual(before, after)
      ? []
      : [`${setting.name}：${settingInWords(setting, before)} → ${settingInWords(setting, after)}`];
  });
}
