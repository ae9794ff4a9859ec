/**
 * The configuration of the form at /admin/ (Decap CMS), made from the record schemas and the settings of the ledger.
 * Clerks and reviewers only create files; nothing that exists is opened, because the form rewrites what it opens.
 */
import { z } from 'zod';
import { account } from '../schema/account.ts';
import { issue } from '../schema/issue.ts';
import type { Ledger } from '../schema/ledger.ts';
import { unit } from '../schema/unit.ts';
import { actions } from '../text/terms.ts';
import { update, type Action } from '../schema/update.ts';
import { backendOf, type FormBackend } from './backend.ts';
import { NO_SECRETS } from '../text/secrecy.ts';
import { choicesOf, type FormIssue } from './choices.ts';
import { widgetsOf, type JsonSchema, type Widget, type WidgetSettings } from './widget.ts';

/** Actions that a unit reports; every other one is a reviewer's decision. */
const unitActions = ['submitted', 'progress', 'started'] as const satisfies readonly Action[];

/** The whole configuration, as Decap reads it from config.yml. */
export function formConfig(
  ledger: Ledger,
  issues: readonly FormIssue[],
  backend: FormBackend,
): Record<string, unknown> {
  const content = 'content';
  const common: Common = {
    choices: choicesOf(ledger, issues),
    publicOnly: ledger.site.repository === 'public',
  };
  return {
    backend: backendOf(ledger, backend),
    publish_mode: 'editorial_workflow',
    locale: 'zh_Hans',
    show_preview_links: false,
    media_folder: `${content}/evidence`,
    public_folder: '',
    slug: { encoding: 'unicode', clean_accents: false, sanitize_replacement: '-' },
    collections: [
      reports(content, common),
      ...decisions(content, common),
      created(
        'issues',
        '新问题',
        `${content}/issues`,
        issue,
        { path: '{{campaign}}/{{slug}}', slug: '{{campaign}}-{{row}}' },
        { ...common, omit: ['readings', 'source', 'indicator'] },
      ),
      created(
        'accounts',
        '新账号',
        `${content}/accounts`,
        account,
        { path: '{{unit}}/{{slug}}', slug: '{{unit}}-{{year}}{{month}}{{day}}{{hour}}{{minute}}' },
        { ...common, omit: ['readings', 'source'] },
      ),
      created(
        'units',
        '新单位',
        `${content}/units`,
        unit,
        { path: '{{slug}}', slug: 'unit-{{year}}{{month}}{{day}}{{hour}}{{minute}}' },
        {
          ...common,
          omit: ['readings', 'source', 'reported', 'formerNames', 'establishedOn', 'ended'],
        },
      ),
    ],
  };
}

type Common = Pick<WidgetSettings, 'choices' | 'publicOnly'>;

const evidenceFolder = { media_folder: '/content/evidence/{{issue}}', public_folder: '' };
const stamp = '{{year}}{{month}}{{day}}-{{hour}}{{minute}}{{second}}';
const createOnly = {
  create: true,
  delete: false,
  publish: false,
  extension: 'yaml',
  format: 'yaml',
  editor: { preview: false },
};

/** 整改报送: what a unit reports. */
function reports(content: string, common: Common): Record<string, unknown> {
  const { choices, publicOnly } = common;
  const fields = widgetsOf(branch(update, 'progress'), {
    ...common,
    choices: { ...choices, action: unitActions.map((value) => ({ label: actions[value], value })) },
    omit: [
      ...(publicOnly ? [] : ['publicNote']),
      'onBehalfOf',
      'receivedBy',
      'channel',
      'reporter',
      'approver',
      'stored',
      'public',
      'evidence.[].what',
    ],
    defaults: { action: 'submitted' },
  }).map((widget) => (widget.name === 'action' ? actionChoice(widget) : widget));
  return collection('updates', '整改报送', `${content}/updates`, sortFields(fields));
}

/** Reviewers' decisions: one collection an action, since each owes other fields. */
function decisions(content: string, common: Common): Record<string, unknown>[] {
  // What rules/reasons.ts asks for; a public repository gives the reason as its public note.
  const owed = common.publicOnly ? ['publicNote'] : ['reason', 'document'];
  const isOwed = (name: string, action: Action): boolean =>
    owed.includes(name) && (name !== 'publicNote' || 'reason' in propertiesOf(action));
  return (Object.keys(actions) as Action[])
    .filter((action) => !unitActions.includes(action as (typeof unitActions)[number]))
    .map((action) => {
      const fields = widgetsOf(branch(update, action), {
        ...common,
        omit: ['onBehalfOf', 'receivedBy', 'channel', 'reporter', 'approver', 'stored'],
        fixed: { action },
      }).map((widget) => (isOwed(widget.name, action) ? { ...widget, required: true } : widget));
      return collection(
        `decision-${action.toLowerCase()}`,
        `审核：${actions[action]}`,
        `${content}/updates`,
        sortFields(fields),
      );
    });
}

function collection(
  name: string,
  label: string,
  folder: string,
  fields: readonly Widget[],
): Record<string, unknown> {
  return {
    name,
    label,
    label_singular: label,
    description: `${NO_SECRETS}。`,
    folder,
    path: '{{issue}}/{{slug}}',
    slug: stamp,
    identifier_field: 'issue',
    summary: '{{issue}} {{reportedOn}}',
    ...evidenceFolder,
    ...createOnly,
    fields: fields.map((widget) => (widget.name === 'evidence' ? evidenceList(widget) : widget)),
  };
}

function created(
  name: string,
  label: string,
  folder: string,
  schema: z.ZodType,
  place: { path: string; slug: string },
  settings: Parameters<typeof widgetsOf>[1],
): Record<string, unknown> {
  return {
    name,
    label,
    label_singular: label,
    description: `${NO_SECRETS}。`,
    folder,
    ...place,
    ...createOnly,
    identifier_field: name === 'issues' ? 'finding' : 'name',
    fields: widgetsOf(jsonOf(schema), settings),
  };
}

/** The clerk chooses a file instead of typing its name. */
function evidenceList(list: Widget): Widget {
  const fields = (list.fields ?? []).map((widget) =>
    widget.name === 'file'
      ? { ...widget, widget: 'file', choose_url: false, allow_multiple: false }
      : widget,
  );
  const shown = ['number', 'link', 'file', 'day', 'what', 'public'];
  fields.sort((a, b) => shown.indexOf(a.name) - shown.indexOf(b.name));
  const hint = fields.some(({ name }) => name === 'file')
    ? '照问题页“销号要交”填：链接、编号或文件；说可以写链接或编号的，不用截图'
    : '照问题页“销号要交”填：链接或编号；文件不放在公开的仓库里';
  return { ...list, hint, fields };
}

function actionChoice(widget: Widget): Widget {
  return {
    ...widget,
    widget: 'select',
    options: unitActions.map((value) => ({ label: actions[value], value })),
    default: 'submitted',
  };
}

/** In the order in which a person thinks: which issue, what, when, what was done, proof. */
function sortFields(fields: readonly Widget[]): Widget[] {
  const order = [
    ...['issue', 'action', 'reportedOn', 'held', 'reason', 'ground'],
    ...['note', 'publicNote', 'evidence'],
  ];
  const place = (name: string): number =>
    order.includes(name) ? order.indexOf(name) : order.indexOf('note') - 0.5;
  return fields.toSorted((a, b) => place(a.name) - place(b.name));
}

function jsonOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

function propertiesOf(action: Action): Readonly<Record<string, JsonSchema>> {
  return branch(update, action).properties ?? {};
}

/** The branch of the update union for one action. */
function branch(schema: z.ZodType, action: Action): JsonSchema {
  const union = jsonOf(schema);
  const found = (union.anyOf ?? union.oneOf ?? []).find(
    (one) => one.properties?.['action']?.const === action,
  );
  if (!found) throw new Error(`no branch for ${action}`);
  return found;
}
