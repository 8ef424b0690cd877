import type {
  BudgetBand,
  CooperationForm,
  District,
  OfferKind,
  Urgency,
  Visibility,
} from '@wilma/domain';
import { trlKey } from '../../components/posting/posting-words.js';
import { useDates } from '../../lang/dates.js';
import { useText, type MessageId } from '../../lang/text.js';

/** What the fields of the API are called on the pages. */
const FIELDS: Readonly<Record<string, MessageId>> = {
  title: 'form.title',
  summary: 'form.summary',
  description: 'posting.description',
  confidential: 'posting.confidential',
  tried: 'posting.tried',
  goal: 'posting.goal',
  evidence: 'posting.evidence',
  kind: 'posting.offerKind',
  urgency: 'posting.urgency',
  budget: 'posting.budget',
  trl: 'posting.trl',
  targetTrl: 'posting.targetTrl',
  district: 'posting.district',
  startsOn: 'form.startsOn',
  endsOn: 'form.endsOn',
  visibility: 'form.visibility',
  language: 'layout.language',
  orcid: 'posting.orcid',
  dois: 'posting.dois',
  cooperationForms: 'posting.forms',
  tags: 'posting.tags',
};

const TEXTS: readonly string[] = [
  'title',
  'summary',
  'description',
  'confidential',
  'tried',
  'goal',
  'evidence',
];

/** Whether a field is running text, whose parts follow each other, and no list of values. */
export const isText = (field: string): boolean => TEXTS.includes(field);

const KEPT = 60;

/** Of what stayed in a long text, what stands beside the changes is enough. */
export function shortened(text: string): string {
  if (text.length <= 2 * KEPT + 20) return text;
  return `${text.slice(0, KEPT).trimEnd()} … ${text.slice(-KEPT).trimStart()}`;
}

export interface TextPart {
  readonly kind: 'ADDED' | 'REMOVED' | 'SAME';
  readonly text: string;
}

const textOf = (parts: readonly TextPart[], without: TextPart['kind'] | null): string =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

/** A text that was mostly written anew is read as a whole, the earlier one first. */
export function readable(parts: readonly TextPart[]): readonly TextPart[] {
  const [before, after] = [textOf(parts, 'ADDED'), textOf(parts, 'REMOVED')];
  const same = parts.filter(({ kind }) => kind === 'SAME').map(({ text }) => text.trim().length);
  const kept = same.reduce((sum, length) => sum + length, 0);
  if (before === '' || kept * 2 >= Math.min(before.length, after.length)) return parts;
  return [
    { kind: 'REMOVED', text: before },
    { kind: 'ADDED', text: after },
  ];
}

export interface VersionWords {
  readonly fieldName: (field: string) => string;
  /** A value of a vocabulary, a day or a tag in the reader's words. */
  readonly valueName: (field: string, text: string, weight?: number | null) => string;
}

export function useVersionWords(): VersionWords {
  const { t } = useText();
  const { day } = useDates();
  const name = (field: string, text: string): string => {
    switch (field) {
      case 'kind':
        return t(`offerKind.${text as OfferKind}`);
      case 'urgency':
        return t(`urgency.${text as Urgency}`);
      case 'budget':
        return t(`budget.${text as BudgetBand}`);
      case 'district':
        return t(`district.${text as District}`);
      case 'visibility':
        return t(`visibility.${text as Visibility}`);
      case 'cooperationForms':
        return t(`cooperationForm.${text as CooperationForm}`);
      case 'trl':
      case 'targetTrl':
        return t('posting.trlLevel', { level: text, name: t(`trl.${trlKey(Number(text))}`) });
      case 'startsOn':
      case 'endsOn':
        return day(text);
      case 'language':
        return text === 'de' ? 'Deutsch' : 'English';
      default:
        return text;
    }
  };
  return {
    fieldName: (field) => {
      const message = FIELDS[field];
      return message ? t(message) : field;
    },
    valueName: (field, text, weight) => {
      if (field !== 'tags') return name(field, text);
      const isKnown = weight === 1 || weight === 2 || weight === 3;
      return isKnown ? `${text} (${t(`tag.weight.${weight}`)})` : text;
    },
  };
}
