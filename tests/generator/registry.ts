/** Steps in the lives of the accounts of 示例区, so that every state and every step occurs, legal by construction. */
import type { z } from 'zod';
import { addDays } from '../../src/day/calendar.ts';
import { addWorkdays } from '../../src/day/workday.ts';
import type { registration } from '../../src/schema/registration.ts';
import type { Random } from './random.ts';
import type { MadeAccount } from './units.ts';

export type NewRegistration = z.input<typeof registration>;

/** The lives that are dealt out in turn; most accounts are simply in use. */
const lives = [
  'normal',
  'changed',
  'normal',
  'unfiled',
  'normal',
  'filing',
  'normal',
  'faulted',
  'normal',
  'restored',
  'normal',
  'abandoned',
  'closing',
  'normal',
  'notice',
  'normal',
  'deregistered',
  'normal',
  'refused',
  'kept',
] as const;
type Life = (typeof lives)[number];

/** Path below content/ → step. */
export function registryFor(
  random: Random,
  accounts: readonly MadeAccount[],
  asOf: string,
): Map<string, NewRegistration> {
  const made = new Map<string, NewRegistration>();
  for (const [turn, { id }] of accounts.entries()) {
    const life = lives[turn % lives.length] ?? 'normal';
    for (const [index, step] of lifeOf(life, id, turn, asOf).entries()) {
      const stamp = `${step.reportedOn.replaceAll('-', '')}-1000${String(index).padStart(2, '0')}-${random.code(3)}`;
      made.set(`registry/${id}/${stamp}.yaml`, {
        ...step,
        publicNote: '登记自示例区备案表（虚构）',
        note: '纸质材料存档（虚构的内部备注）',
      });
    }
  }
  return made;
}

function lifeOf(life: Life, account: string, turn: number, asOf: string): NewRegistration[] {
  const start = addDays(asOf, -650);
  const at = (days: number) => addDays(asOf, -days);
  const number = `示备〔2024〕${String(turn + 1)}号`;
  const filed = { filedOn: addDays(start, -60), filingNumber: number };
  const known = (state: 'normal' | 'unfiled'): NewRegistration => ({
    account,
    action: 'entered',
    reportedOn: start,
    state,
    ...(state === 'normal' ? filed : {}),
  });
  const recent = 20 + (turn % 40);
  const stop: NewRegistration = {
    account,
    action: 'stopped',
    reportedOn: at(recent),
    lastPostOn: at(recent + 120),
  };
  const closing: NewRegistration = {
    account,
    action: 'closing',
    reportedOn: at(recent - 5),
    approval: `示政办批〔2026〕${String(turn + 1)}号`,
  };
  const from = at(recent - 7);
  const until = addWorkdays(from, life === 'deregistered' ? 5 : 40).day;
  const notice: NewRegistration = {
    account,
    action: 'notice',
    reportedOn: from,
    from,
    until,
    link: `https://mp.example/notice/${account}`,
  };
  const applied: NewRegistration = {
    account,
    action: 'applied',
    reportedOn: at(60),
    receipt: `示受〔2026〕${String(turn + 1)}号`,
  };
  const faulted: NewRegistration = {
    account,
    action: 'faulted',
    reportedOn: at(80),
    reason: '认证过期（虚构）',
  };
  switch (life) {
    case 'normal':
      return [known('normal')];
    case 'changed':
      return [
        known('normal'),
        {
          account,
          action: 'changed',
          reportedOn: at(50),
          what: '名称变更（虚构）',
          filedUntil: at(-25),
        },
      ];
    case 'unfiled':
      return [known('unfiled')];
    case 'filing':
      return [known('unfiled'), applied];
    case 'refused':
      return [
        known('unfiled'),
        applied,
        { account, action: 'refused', reportedOn: at(50), reason: '材料不全（虚构）' },
        { ...applied, reportedOn: at(40) },
        {
          account,
          action: 'filed',
          reportedOn: at(33),
          filedOn: at(34),
          filingNumber: number,
        },
      ];
    case 'faulted':
      return [known('normal'), faulted];
    case 'restored':
      return [known('normal'), faulted, { account, action: 'restored', reportedOn: at(70) }];
    case 'abandoned':
      return [known('normal'), stop];
    case 'closing':
      return [known('unfiled'), stop, closing];
    case 'kept':
      return [
        known('normal'),
        closing,
        { account, action: 'kept', reportedOn: at(recent - 8), reason: '群众仍在使用（虚构）' },
      ];
    case 'notice':
      return [known('normal'), stop, closing, notice];
    case 'deregistered':
      return [
        known('normal'),
        stop,
        closing,
        notice,
        {
          account,
          action: 'deregistered',
          reportedOn: addDays(until, 1),
          receipt: `示注〔2026〕${String(turn + 1)}号`,
        },
      ];
    default:
      return life satisfies never;
  }
}
