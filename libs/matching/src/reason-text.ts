import { capitalised, type CooperationForm, type Locale, NAMES, type Side } from '@wilma/domain';
import { de } from './message/de.js';
import { en } from './message/en.js';
import type { Messages, SideNames } from './message/messages.js';
import type { Reader } from './reader.js';
import type { DistrictReason, OpenQuestion, Reason, TimeReason, TopicReason } from './reason.js';
import { ENOUGH_TAGS } from './topic.js';

const MESSAGES: Readonly<Record<Locale, Messages>> = { de, en };

/** The label of a tag in a language; of tags that are gone whatever the caller shows for them. */
export type LabelOf = (tag: string, locale: Locale) => string;

/** To whom something is told, in which language, and by which words. */
export interface Telling {
  readonly reader: Reader;
  readonly locale: Locale;
  readonly labelOf: LabelOf;
}

/** One or two sentences that say why a pair fits. */
export function reasonText(reason: Reason, telling: Telling): string {
  const say = MESSAGES[telling.locale];
  switch (reason.kind) {
    case 'TOPIC':
      return capitalised(topicText(reason, telling));
    case 'FORM':
      return say.commonForms(listed(reason.forms, say));
    case 'MATURITY': {
      const [wanted, reached] = [reason.wanted, reason.reached].map((level) =>
        levelText(level, telling.locale),
      );
      if (reason.wanted === reason.reached) return say.sameMaturity(wanted ?? '');
      const near = reason.wanted < reason.reached ? say.riperMaturity : say.nearMaturity;
      return near(wanted ?? '', reached ?? '');
    }
    case 'DISTRICT':
      return districtText(reason, say);
    case 'TIME':
      return timeText(reason, say);
  }
}

/** One or two sentences that ask what is still open between the two sides. */
export function openQuestionText(question: OpenQuestion, telling: Telling): string {
  const say = MESSAGES[telling.locale];
  return capitalised(questionText(question, telling, [say, say.names[telling.reader]]));
}

function questionText(
  question: OpenQuestion,
  { locale, labelOf }: Telling,
  [say, names]: readonly [Messages, SideNames],
): string {
  switch (question.kind) {
    case 'ESSENTIAL_TAG':
      return say.essentialTag(names, say.quote(labelOf(question.tag, locale)));
    case 'FORM_DIFFERS':
      return say.formDiffers(listed(question.need, say), listed(question.offer, say));
    case 'MATURITY_DIFFERS': {
      const { wanted, reached } = question;
      const differ = reached < wanted ? say.lessMature : say.moreMature;
      return differ(names, levelText(wanted, locale), levelText(reached, locale));
    }
    case 'TIME_DIFFERS':
      return say.timeDiffers;
    case 'FORM_UNKNOWN':
      return say.formUnknown[question.side](names);
    case 'MATURITY_UNKNOWN':
      return say.maturityUnknown[question.side](names);
    case 'TIME_UNKNOWN':
      return say.timeUnknown[question.side](names);
    case 'FEW_TAGS':
      return say.fewTags(names);
  }
}

/** A sentence that says what would make the match better; none of what cannot be mended by telling. */
export function adviceText(question: OpenQuestion, telling: Telling): string | null {
  const { reader, locale, labelOf } = telling;
  const say = MESSAGES[locale];
  const to = reader === 'BETWEEN' ? say.askThem : say.advise[reader];
  switch (question.kind) {
    case 'FORM_UNKNOWN':
      return to.form(question.side);
    case 'MATURITY_UNKNOWN':
      return to.maturity(question.side);
    case 'TIME_UNKNOWN':
      return to.time(question.side);
    case 'FEW_TAGS':
      return to.moreTags(ENOUGH_TAGS - question.tags);
    case 'ESSENTIAL_TAG':
      return say.tagToAdd(say.quote(labelOf(question.tag, locale)));
    default:
      return null;
  }
}

function topicText({ tag, path, readIn = [] }: TopicReason, telling: Telling): string {
  const { locale, reader, labelOf } = telling;
  const say = MESSAGES[locale];
  const quoted = (id: string): string => say.quote(labelOf(id, locale));
  const names = say.names[reader];
  const [last, before] = [path.at(-1), path.at(-2)];
  const step = last?.step ?? 'SAME';
  if (step === 'SAME') {
    if (readIn.length === 2) return say.bothMention(quoted(tag));
    const [side] = readIn;
    return side === undefined
      ? say.bothName(quoted(tag))
      : say.oneMentions(names, side, quoted(tag));
  }
  const clause = (side: Side, label: string): string =>
    (readIn.includes(side) ? say.mentions : say.says)(names, side, label);
  return say.topic[step]({
    need: clause('NEED', quoted(tag)),
    offer: clause('OFFER', quoted(last?.tag ?? tag)),
    between: quoted(before?.tag ?? tag),
  });
}

function districtText({ need, offer, km }: DistrictReason, say: Messages): string {
  if (need === offer) return say.samePlace(say.place[need]);
  return say.distance(say.and(say.place[need], say.place[offer]), km);
}

function timeText({ from, to }: TimeReason, say: Messages): string {
  const [first, last] = [from, to].map((date) => date && say.day(new Date(`${date}T00:00:00Z`)));
  if (first && last) return say.period(first, last);
  if (first) return say.periodFrom(first);
  return last ? say.periodUntil(last) : say.periodOpen;
}

/** A level of maturity with what it means, since the number alone tells most people nothing. */
function levelText(level: number, locale: Locale): string {
  const names: Readonly<Record<number, string>> = NAMES[locale].trl;
  return MESSAGES[locale].level(level, names[level] ?? '');
}

const listed = (forms: readonly CooperationForm[], say: Messages): string =>
  forms.map((form) => say.form[form]).join(', ');
