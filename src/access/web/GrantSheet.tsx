/** Gives a role: to whom, which, where, how far, how long. What may be given is said by the server for the unit chosen. */
import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct, useProcedure } from '../../shell/api.ts';
import { useAsOf } from '../../shell/asOf.ts';
import { useMayVisit } from '../../shell/session.ts';
import { DayInput } from '../../ui/DayInput.tsx';
import { useText } from '../../ui/language.tsx';
import type { LookupChoice } from '../../ui/Lookup.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useUndo } from '../../ui/UndoToast.tsx';
import { ActSheet } from '../../ui/ActSheet.tsx';
import { faultyFields } from '../../ui/faults.ts';
import { unitContract } from '../../modules/units/unit.contract.ts';
import { accountNamePattern } from '../account.ts';
import { assignmentContract } from '../assignment.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { emptyGift, giftFaults, giftOf, reachOf, withUsualReach, type GiftDraft, type GiftField, type GivenRole } from './grant.draft.ts';
import { PlaceLookup } from './place.tsx';
import { Rights } from './Rights.tsx';

interface GrantSheetProps {
  readonly account?: { readonly name: string; readonly displayName: string } | undefined;
  readonly unit?: LookupChoice | undefined;
  readonly onClose: () => void;
}

const fieldOfCode: Readonly<Record<string, GiftField>> = {
  'access.accountUnknown': 'account', 'access.notToOneself': 'account', 'access.personNotYours': 'account', 'access.assignedAlready': 'role', 'access.beyondVerbs': 'role',
  'access.unitGone': 'unitId', 'access.unitWithReach': 'unitId', 'access.reachNotOfRole': 'reach', 'access.beyondReach': 'reach', 'access.beyondPeriod': 'to', 'access.periodBackwards': 'to',
};

export function GrantSheet({ account, unit, onClose }: GrantSheetProps) {
  const { t, language } = useText();
  const { today } = useAsOf();
  const offer = useUndo();
  const [typed, setDraft] = useState<GiftDraft>(() => emptyGift({ account: account?.name ?? '', unit, from: today }));
  const [isChecked, setChecked] = useState(false);
  const put = (part: Partial<GiftDraft>) => setDraft((before) => ({ ...before, ...part }));
  const roles = useProcedure(assignmentContract.roles, typed.unit ? { unitId: typed.unit.id } : {}, { keepPrevious: true });
  const grant = useAct(assignmentContract.grant, { touches: ['accounts', 'access', 'events'] });
  const revoke = useAct(assignmentContract.revoke, { touches: ['accounts', 'access', 'events'] });
  const givable = roles.data?.items.filter((role) => role.mayGive) ?? [];
  const role = givable.find(({ code }) => code === typed.role);
  const draft = withUsualReach(typed, { role, isAlone: useIsAloneCell(typed.unit?.id) });
  const faults = giftFaults(draft, { role, isName: (name) => accountNamePattern.test(name) });
  const refused = faultyFields(grant.error, fieldOfCode);
  const faultOf = (field: GiftField) => {
    const fault = faults[field];
    return isChecked && fault ? t(fault) : refused.includes(field) ? t(texts.refused) : undefined;
  };
  const submit = async () => {
    setChecked(true);
    const gift = role && giftOf(draft, role);
    if (!gift || Object.keys(faults).length > 0) return;
    const { id } = await grant.mutateAsync(gift);
    onClose();
    offer({ text: t(texts.granted, { role: role.name[language], name: account?.displayName ?? gift.account }), undo: () => revoke.mutateAsync({ id }) });
  };
  const title = account ? t(texts.grantTo, { name: account.displayName }) : unit ? t(texts.grantAt, { unit: unit.label }) : t(texts.grant);
  return (
    <ActSheet title={title} verb={t(texts.grant)} onSubmit={() => void submit().catch(() => undefined)} onClose={onClose} busy={grant.isPending} problem={grant.error}>
      {!account && (
        <TextInput
          label={t(texts.accountName)} description={t(texts.grantAccountHint)} value={draft.account} onChange={(event) => put({ account: event.currentTarget.value })} error={faultOf('account')}
          required autoComplete="off" autoCapitalize="none" spellCheck={false} data-autofocus
        />
      )}
      {roles.error && <ProblemNotice problem={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.data && givable.length === 0 && <Notice tone="info" title={t(texts.grantNothing)}>{t(texts.grantNothingWhy)}</Notice>}
      <Select
        label={t(texts.role)} placeholder={t(texts.grantRole)} value={role?.code ?? null} error={faultOf('role')} required allowDeselect={false} disabled={givable.length === 0}
        data={givable.map(({ code, name }) => ({ value: code, label: name[language] }))} onChange={(code) => put({ role: code ?? undefined, reach: undefined })}
      />
      {role && <Rights verbs={role.verbs.map(({ code }) => code)} />}
      {role && <PlaceFields role={role} draft={draft} put={put} isFixed={unit !== undefined} faultOf={faultOf} />}
      <DayInput label={t(texts.from)} value={draft.from} onChange={(from) => put({ from })} error={faultOf('from')} required />
      <DayInput label={t(texts.until)} description={t(texts.openEnd)} value={draft.to} onChange={(to) => put({ to })} error={faultOf('to')} {...(draft.from ? { least: draft.from } : {})} />
    </ActSheet>
  );
}

/** Known only to those who read units. */
function useIsAloneCell(id: string | undefined): boolean {
  const reads = useMayVisit('unit.read');
  const asked = { enabled: reads && id !== undefined };
  const unit = useProcedure(unitContract.unit, { id: id ?? '' }, asked);
  const below = useProcedure(unitContract.children, { id: id ?? '', hierarchy: 'party', limit: 1 }, asked);
  return unit.data?.kind === 'cell' && below.data?.items.length === 0;
}

interface PlaceFieldsProps {
  readonly role: GivenRole;
  readonly draft: GiftDraft;
  readonly put: (part: Partial<GiftDraft>) => void;
  /** The sheet was opened for one unit. */
  readonly isFixed: boolean;
  readonly faultOf: (field: GiftField) => string | undefined;
}

function PlaceFields({ role, draft, put, isFixed, faultOf }: PlaceFieldsProps) {
  const { t } = useText();
  const reaches = role.reaches.filter((reach) => reach !== 'none');
  if (reaches.length === 0) return null;
  return (
    <>
      {!isFixed && <PlaceLookup label={t(texts.unit)} value={draft.unit} onChange={(unit) => put({ unit })} error={faultOf('unitId')} required />}
      <Radio.Group label={t(texts.reach)} value={reachOf(draft, role) ?? ''} onChange={(value) => put({ reach: reaches.find((reach) => reach === value) })} error={faultOf('reach')} required>
        <Stack gap="xs" mt="xs">{reaches.map((reach) => <Radio key={reach} value={reach} label={t(texts[`reach.${reach}`])} size="md" />)}</Stack>
      </Radio.Group>
    </>
  );
}
