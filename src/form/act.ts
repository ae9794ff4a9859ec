/** 事项: what may be reported, decided, registered or listed, and what each act asks for. */
import * as z from 'zod';
import { needsApproval } from '../domain/issue/approval.ts';
import { issue } from '../schema/issue.ts';
import type { Ledger } from '../schema/ledger.ts';
import { registration, type RegistrationAction } from '../schema/registration.ts';
import { type Action, update } from '../schema/update.ts';
import { actions, approvalActs, registrations } from '../text/terms.ts';
import { drafterChoices, KEPT, sameWord, unitChoices } from './choices.ts';
import {
  type Choice,
  formFields,
  type FieldSettings,
  type FormField,
  type JsonSchema,
} from './field.ts';
import { isUnitAction } from '../domain/issue/transition.ts';
import { hinted } from './field-hints.ts';

export interface Act {
  readonly action: string;
  readonly title: string;
  /** When it is this one. */
  readonly hint: string | undefined;
  readonly fields: readonly FormField[];
}

/** What a reviewer decides. */
export const officeActs = [
  'accepted',
  'returned',
  'sustained',
  'reviewed',
  'publicity',
  'confirmedAbove',
  'extended',
  'deferred',
  'transferred',
  'voided',
  'reopened',
] as const satisfies readonly Action[];

const hints: Partial<Record<Action, string>> = {
  submitted: '整改完成，请审核',
  progress: '正在整改，报告进展；要延期、暂缓、按长期坚持办的，有异议的，也报这个，写明理由和日子',
  started: '已经着手整改',
  accepted: '看过材料，合格',
  returned: '缺材料或没有改到位',
  sustained: '达到要求，今后定期复查',
};

/** Filled in by the program, or only by somebody who enters what came on paper. */
const LEFT_OUT = ['issue', 'action', 'onBehalfOf', 'receivedBy', 'channel', 'reporter'];
/** 拟办和审签, asked for where a campaign wants two acts. */
const APPROVAL: readonly string[] = Object.keys(approvalActs);

/** An empty report is refused, and so is a later day that is not later (review/step.ts, domain/issue/round/guard.ts). */
const PROGRESS_NOTE = {
  hint: '内部看。要延期的写“申请延期至某年某月某日：理由”（要晚于现截止日；最长延几天没有定，由审核员批）；有异议的写“有异议：理由”',
  leave: '不交材料的必填',
} as const;

/** The acts with their fields. A unit's note need not be public; a reviewer may say both. */
export function actsOf(ledger: Ledger, wanted: readonly Action[]): Act[] {
  const publicOnly = ledger.site.repository === 'public';
  const approvers = new Set(
    [...ledger.campaigns.values()].flatMap(({ approval }) =>
      (approval?.approvers ?? []).map(({ post }) => post),
    ),
  );
  return wanted.map((action) => {
    const schema = branchOf(update, action);
    const isUnits = isUnitAction(action);
    const isApproved = approvers.size > 0 && needsApproval(action);
    const settings: FieldSettings = {
      choices: {
        to: unitChoices(ledger),
        held: KEPT,
        approver: [...approvers].map(sameWord),
        drafter: drafterChoices(ledger),
      },
      omit: [
        ...LEFT_OUT,
        ...(isApproved ? [] : APPROVAL),
        ...(isUnits && !publicOnly ? ['publicNote'] : []),
      ],
      owed: owedBy(schema, publicOnly),
      publicOnly,
    };
    const fields = formFields(schema, settings).map((field) =>
      field.path !== 'note'
        ? field
        : !isUnits
          ? { ...field, label: '审核意见' }
          : action === 'progress'
            ? { ...field, ...PROGRESS_NOTE }
            : field,
    );
    return {
      action,
      title: actions[action],
      hint: hints[action],
      fields: hinted(action, sorted(fields)),
    };
  });
}

/** The steps of an account's life with their fields. */
export function registerActs(ledger: Ledger, wanted: readonly RegistrationAction[]): Act[] {
  const publicOnly = ledger.site.repository === 'public';
  return wanted.map((action) => {
    const schema = branchOf(registration, action);
    const owes = action === 'closing' ? 'approval' : 'reason';
    const isOwed = Object.hasOwn(schema.properties ?? {}, owes);
    const fields = formFields(schema, {
      choices: { to: unitChoices(ledger) },
      omit: ['account', 'action'],
      owed: isOwed ? [publicOnly ? 'publicNote' : owes] : [],
      publicOnly,
    });
    return {
      action,
      title: registrations[action],
      hint: undefined,
      fields: hinted(action, inTurn(fields)),
    };
  });
}

/** What is owed first, the day of entry last. */
function inTurn(fields: readonly FormField[]): FormField[] {
  const place = ({ path, required }: FormField): number =>
    path === 'reportedOn' ? 2 : required ? 0 : 1;
  return [...fields].sort((a, b) => place(a) - place(b));
}

/** Of a finding, in the order in which a person thinks: whose, what, by when; the rest is mostly as it was last time. */
const findingFields = [
  'problems',
  'finding',
  'measures',
  'deadline.text',
  'campaign',
  'origin',
  'listedOn',
];

/** Why a campaign may be missing among the choices (form/page-data/office-pages.ts). */
const CAMPAIGNS = '只列没有结项的专项；这里没有的，先登记专项，再列问题';

/** 新列问题: the one act of its page; `about` stands for the account or the unit. */
export function findingAct(campaigns: readonly Choice[]): Act {
  const fields = formFields(jsonSchemaOf(issue), {
    choices: { campaign: campaigns },
    omit: [],
    owed: [],
    publicOnly: false,
  });
  const asked = findingFields.flatMap((path) => fields.find((field) => field.path === path) ?? []);
  return {
    action: 'listed',
    title: '新列问题',
    hint: undefined,
    fields: [
      {
        path: 'about',
        label: '账号或单位',
        hint: '写名称里的几个字，从下面选；不涉及账号的问题选单位',
        required: true,
        kind: 'known',
      },
      ...hinted('listed', asked).map((field): FormField => {
        if (field.path === 'problems')
          return { ...field, hint: '写类别名称里的字，可以选几类', kind: 'knowns' };
        if (field.path === 'campaign') return { ...field, hint: CAMPAIGNS };
        if (field.path !== 'deadline.text') return field;
        return { ...field, hint: '照抄原文，如 5月底前；怎样读，写完看得到', kind: 'line' };
      }),
    ],
  };
}

/** What rules/reasons.ts asks for; a public repository gives the reason as its public note. */
function owedBy({ properties = {} }: JsonSchema, publicOnly: boolean): string[] {
  const has = (name: string): boolean => Object.hasOwn(properties, name);
  if (publicOnly) return has('reason') ? ['publicNote'] : [];
  return has('reason') ? ['reason'] : has('document') ? ['document'] : [];
}

/** In the order in which a person thinks: what was done, proof, and last the days, which are mostly filled in. */
function sorted(fields: readonly FormField[]): FormField[] {
  const order = ['held', 'ground', 'reason', 'note', 'evidence', 'publicNote'];
  const last = ['completedOn', 'reportedOn'];
  const place = ({ path, required }: FormField): number => {
    if (last.includes(path)) return order.length + 1 + last.indexOf(path);
    if (order.includes(path)) return order.indexOf(path);
    return required ? -1 : order.length;
  };
  return [...fields].sort((a, b) => place(a) - place(b));
}

/** The branch of a union for one action. */
function branchOf(union: z.ZodType, action: string): JsonSchema {
  const { anyOf, oneOf } = jsonSchemaOf(union);
  const found = [...(anyOf ?? oneOf ?? [])].find(
    ({ properties }) => properties?.['action']?.const === action,
  );
  if (found === undefined) throw new RangeError(`no branch for ${action}`);
  return found;
}

const described = new WeakMap<z.ZodType, JsonSchema>();

/** A schema as JSON Schema, made once: it is asked for on every page of a form. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const known = described.get(schema);
  if (known !== undefined) return known;
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  described.set(schema, made);
  return made;
}
