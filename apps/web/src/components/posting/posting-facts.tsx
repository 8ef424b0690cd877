import type { BudgetBand, CooperationForm, District, OfferKind, Urgency } from '@wilma/domain';
import type { ReactNode } from 'react';
import { useText } from '../../lang/text.js';
import { trlKey, usePeriod } from './posting-words.js';
import classes from './posting.module.css';

export interface FactsOfPosting {
  readonly cooperationForms: readonly CooperationForm[];
  readonly trl: number | null;
  readonly targetTrl?: number | null;
  readonly district: District | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly budget?: BudgetBand | null;
  readonly urgency?: Urgency | null;
  readonly offerKind?: OfferKind | null;
  readonly programme?: { readonly shortName: string } | null;
  /** Null for who may not know of it. */
  readonly neverMatchWith?: readonly { readonly name: string }[] | null;
}

/** The facts of a posting as a list of terms; what was not said is left out. */
export function PostingFacts({ posting }: { posting: FactsOfPosting }) {
  const { t } = useText();
  const period = usePeriod(posting);
  const { cooperationForms, trl, targetTrl, district, budget, urgency, offerKind } = posting;
  const { programme, neverMatchWith } = posting;
  return (
    <dl className={classes.facts}>
      <Fact term={t('posting.offerKind')}>{offerKind && t(`offerKind.${offerKind}`)}</Fact>
      <Fact term={t('posting.forms')}>
        {cooperationForms.map((form) => t(`cooperationForm.${form}`)).join(', ')}
      </Fact>
      <Fact term={t('posting.trl')}>
        {trl != null && t('posting.trlLevel', { level: trl, name: t(`trl.${trlKey(trl)}`) })}
      </Fact>
      <Fact term={t('posting.targetTrl')}>
        {targetTrl != null &&
          t('posting.trlLevel', { level: targetTrl, name: t(`trl.${trlKey(targetTrl)}`) })}
      </Fact>
      <Fact term={t('posting.district')}>{district && t(`district.${district}`)}</Fact>
      <Fact term={t('posting.time')}>{period}</Fact>
      <Fact term={t('posting.budget')}>{budget && t(`budget.${budget}`)}</Fact>
      <Fact term={t('posting.programme')}>{programme?.shortName}</Fact>
      <Fact term={t('posting.never')}>{neverMatchWith?.map(({ name }) => name).join(', ')}</Fact>
      <Fact term={t('posting.urgency')}>{urgency && t(`urgency.${urgency}`)}</Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
