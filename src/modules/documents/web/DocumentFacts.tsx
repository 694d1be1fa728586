/** What is written down of a document; what was left empty is not shown. */
import { useAsOf } from '../../../shell/asOf.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { regulationNames, secrecyNames } from '../document.kinds.ts';
import { pageTexts as texts } from './document.page.messages.ts';
import type { WholeDocument } from './document.words.ts';

export function DocumentFacts({ document }: { readonly document: WholeDocument }) {
  const { t, day } = useText();
  const { validFrom, validTo, receivedOn, signer, regulates, secrecy, reviewDueOn } = document;
  const facts = [
    { label: t(texts.issuer), value: document.issuer },
    { label: t(texts.issuedOn), value: day(document.issuedOn) },
    { label: t(texts.receivedOn), value: receivedOn && day(receivedOn) },
    { label: t(texts.signer), value: signer && [signer.name, signer.post].filter(Boolean).join(', ') },
    { label: t(texts.valid), value: validTo ? t(texts.validUntil, { from: day(validFrom), to: day(validTo) }) : t(texts.validFrom, { from: day(validFrom) }) },
    { label: t(texts.reviewDueOn), value: reviewDueOn && <ReviewDue on={reviewDueOn} isHolding={document.standing === 'inForce'} /> },
    { label: t(texts.regulates), value: regulates && t(regulationNames[regulates]) },
    { label: t(texts.term), value: document.term },
    { label: t(texts.secrecy), value: secrecy && t(secrecyNames[secrecy]) },
  ];
  return <Section title={t(texts.facts)}><Facts facts={facts.filter(({ value }) => value !== null)} /></Section>;
}

function ReviewDue({ on, isHolding }: { readonly on: string; readonly isHolding: boolean }) {
  const { t, day } = useText();
  const { today } = useAsOf();
  return isHolding && on < today ? <StatusMark status="late" label={t(texts.reviewLate, { day: day(on) })} /> : day(on);
}
