/** 登记页: what the office enters beside its decisions — steps of the register, unit by unit, and findings. */
import { inWords } from '../../day/calendar.ts';
import { registeredNames, stepsFrom } from '../../domain/registration.ts';
import type { RegistrationAction } from '../../schema/registration.ts';
import { type Ref, registerAddress } from '../../views/address.ts';
import type { Face } from '../../views/face.ts';
import { accountRef, platformRef } from '../../views/names.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import { registerOf } from '../../views/inspection/registry-view.ts';
import { findingAct, registerActs } from '../act.ts';
import type { JudgedApart, OfficePage } from './page-data.ts';
import { officeOf } from './report-page.ts';
import type { SenderSettings } from '../send/settings.ts';
import {
  findingSlice,
  openingFinding,
  registerSlice,
  restOfFinding,
} from '../slice/office-slice.ts';
import { NEW_FINDING } from '../works/finding.ts';

/** An account with where it stands in its life. */
export interface RegisterChoice {
  readonly account: Ref;
  readonly platform: string;
  readonly state: string;
  /** 自2024年5月1日起 */
  readonly since: string | undefined;
  /** The last day for the next step, by the office's rule. */
  readonly due: string | undefined;
}

export interface RegisterPage extends OfficePage {
  readonly unit: Ref;
  readonly rows: readonly RegisterChoice[];
}

/** Where steps in the life of a unit's accounts are entered. */
export function registerPage(
  face: Face,
  unit: Ref,
  place: SenderSettings | undefined,
): RegisterPage {
  const { ledger } = face;
  const accounts = [...ledger.accounts.values()].filter((one) => one.unit === unit.id);
  const rows = accounts.map((account) => {
    const { state, since, dueOn } = registerOf(face, account.id);
    const row: RegisterChoice = {
      account: accountRef(ledger, account.id),
      platform: platformRef(ledger, platformOf(account)).name,
      state: registeredNames[state],
      since: since === undefined ? undefined : `自${inWords(since)}起`,
      due: dueOn === undefined ? undefined : `下一步应在${inWords(dueOn)}前办`,
    };
    // What is deregistered passes to nobody any more.
    const acts = stepsFrom(state).filter(
      (step) => state !== 'deregistered' || step !== 'transferred',
    );
    return { row, acts };
  });
  const used = new Set<RegistrationAction>(rows.flatMap(({ acts }) => acts));
  const acts = registerActs(ledger, [...used]);
  return {
    unit: { ...unit, href: registerAddress(unit.id) },
    rows: rows.map(({ row }) => row),
    acts,
    data: {
      unit: undefined,
      decides: false,
      sender: officeOf(ledger.site),
      words: { choose: '勾选要登记的账号', verb: '登记', noun: '账号' },
      acts,
      subjects: rows.map(({ row, acts: possible }) => ({
        id: row.account.id,
        name: `${row.platform} ${row.account.name}`,
        state: row.state,
        acts: possible,
      })),
      place,
      slice: registerSlice(
        ledger,
        accounts.map(({ id }) => id),
      ),
    },
  };
}

/** Where a finding is listed; undefined where there is no campaign that it could belong to. */
export function findingPage(
  { ledger }: Face,
  place: SenderSettings | undefined,
): (OfficePage & JudgedApart) | undefined {
  const open = [...ledger.campaigns.values()]
    .filter(({ concluded }) => concluded === undefined)
    // The newest is the one that is mostly meant.
    .toSorted((a, b) => (a.list.listedOn < b.list.listedOn ? -1 : 1));
  if (open.length === 0) return undefined;
  const acts = [findingAct(open.map(({ id, name }) => ({ value: id, label: name })).toReversed())];
  const slice = findingSlice(
    ledger,
    open.map(({ id }) => id),
  );
  return {
    acts,
    rest: restOfFinding(slice),
    sliceHref: '/report/finding/index.json',
    data: {
      unit: undefined,
      decides: false,
      sender: officeOf(ledger.site),
      words: { choose: '', verb: '登记', noun: '问题' },
      acts,
      subjects: [
        {
          ...{ id: NEW_FINDING, name: '新列问题', state: '', acts: ['listed'] },
          reports: slice.directory?.issues.length ?? 0,
        },
      ],
      place,
      slice: openingFinding(slice),
    },
  };
}
