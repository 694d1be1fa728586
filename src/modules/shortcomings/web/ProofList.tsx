/** What proves a remedy: before and after beside each other, each side opening to its records. */
import { figureHref } from '../../../figures/web/figure.address.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { gained } from '../shortcoming.proof.ts';
import { pageTexts as texts } from './shortcoming.page.messages.ts';
import { sourceInWords, type ShownProof } from './shortcoming.words.ts';
import classes from './shortcomings.module.css';

type FigureShown = Extract<ShownProof, { kind: 'figure' }>;
type EnteredShown = Extract<ShownProof, { kind: 'entered' }>;
type Computed = NonNullable<FigureShown['before']>;

export function ProofList({ proofs }: { readonly proofs: readonly ShownProof[] }) {
  return (
    <ul className={classes.proofs}>
      {proofs.map((proof, at) => <li key={at} className={classes.proof}>{proof.kind === 'figure' ? <FigureProofCard proof={proof} /> : <EnteredProofCard proof={proof} />}</li>)}
    </ul>
  );
}

function FigureProofCard({ proof }: { readonly proof: FigureShown }) {
  const { t, number } = useText();
  const isShare = (proof.after ?? proof.before)?.base !== null;
  const unit = isShare ? ' %' : '';
  const change = gained(numberOf(proof.before), numberOf(proof.after));
  return (
    <>
      <div className={classes.proofTitle}>{t(proof.title)}</div>
      <div className={classes.sides}>
        <FigureSide proof={proof} side="before" />
        <span className={classes.arrow} aria-hidden>→</span>
        <FigureSide proof={proof} side="after" />
      </div>
      <div className={classes.foot}>
        {change !== undefined && <span>{t(texts.gained, { value: isShare ? t(texts.points, { value: signed(change, number) }) : signed(change, number) })}</span>}
        {proof.target !== null && <span>{t(texts.target, { value: `${number(proof.target)}${unit}` })}</span>}
        <span>{t(texts.computedMark, { unit: proof.unit.name })}</span>
      </div>
    </>
  );
}

function FigureSide({ proof, side }: { readonly proof: FigureShown; readonly side: 'before' | 'after' }) {
  const { t, day, number } = useText();
  const computed = proof[side];
  const asked = proof.asked[side];
  const { figure, figureKind, unit } = proof;
  if (!computed) return <div className={classes.side}><span className={classes.sideName}>{t(texts[side])}</span><span className={classes.none}>{t(asked ? texts.hidden : texts.notYet)}</span></div>;
  const { from, to, count, base, share } = computed;
  const when = figureKind === 'flow' ? `${day(from)} – ${day(to)}` : day(to);
  return (
    <div className={classes.side}>
      <span className={classes.sideName}>{t(texts[side])} · {when}</span>
      <span className={classes.value}>{base === null ? number(count) : share === null ? '–' : `${number(share)} %`}</span>
      <PageLink href={figureHref({ figure, unit: unit.id, on: to, from: figureKind === 'flow' ? from : undefined })} className={classes.open}>
        {base === null ? t(texts.records) : t(texts.ofBase, { count: number(count), base: number(base) })}
      </PageLink>
    </div>
  );
}

function EnteredProofCard({ proof }: { readonly proof: EnteredShown }) {
  const { t, number } = useText();
  const { title, measuredIn, target, before, after } = proof;
  const change = gained(before?.value ?? null, after?.value ?? null);
  const inUnits = (value: number) => [number(value), measuredIn].filter(Boolean).join(' ');
  return (
    <>
      <div className={classes.proofTitle}>{title}</div>
      <div className={classes.sides}>
        <EnteredSide side={before} name={t(texts.before)} inUnits={inUnits} />
        <span className={classes.arrow} aria-hidden>→</span>
        <EnteredSide side={after} name={t(texts.after)} inUnits={inUnits} />
      </div>
      <div className={classes.foot}>
        {change !== undefined && <span>{t(texts.gained, { value: signed(change, number) })}</span>}
        {target !== null && <span>{t(texts.target, { value: inUnits(target) })}</span>}
        <span>{t(texts.enteredMark)}</span>
      </div>
    </>
  );
}

function EnteredSide({ side, name, inUnits }: { readonly side: EnteredShown['before']; readonly name: string; readonly inUnits: (value: number) => string }) {
  const { t, day } = useText();
  if (!side) return <div className={classes.side}><span className={classes.sideName}>{name}</span><span className={classes.none}>{t(texts.notYet)}</span></div>;
  const { label, href } = sourceInWords(side.source, { t, day });
  return (
    <div className={classes.side}>
      <span className={classes.sideName}>{name} · {side.when}</span>
      <span className={classes.value}>{inUnits(side.value)}</span>
      {href ? <PageLink href={href} className={classes.open}>{label}</PageLink> : <span className={classes.soft}>{label}</span>}
    </div>
  );
}

function numberOf(computed: Computed | null): number | null {
  return computed && (computed.base === null ? computed.count : computed.share);
}

function signed(value: number, number: (value: number) => string): string {
  return value > 0 ? `+${number(value)}` : number(value);
}
