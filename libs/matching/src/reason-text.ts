import type { CooperationForm, Locale } from '@wilma/domain';
import { de } from './message/de.js';
import { en } from './message/en.js';
import type { Messages } from './message/messages.js';
import type { DistrictReason, OpenQuestion, Reason, TimeReason, TopicReason } from './reason.js';

const MESSAGES: Readonly<Record<Locale, Messages>> = { de, en };

/** The label of a tag in a language; of tags that are gone whatever the caller shows for them. */
export type LabelOf = (tag: string, locale: Locale) => string;

/** One sentence that says why a pair fits, neutral about which side reads it. */
export function reasonText(reason: Reason, locale: Locale, labelOf: LabelOf): string {
  const say = MESSAGES[locale];
  switch (reason.kind) {
    case 'TOPIC':
      return topicText(reason, say, (tag) => say.quote(labelOf(tag, locale)));
    case 'FORM':
      return say.commonForms(listed(reason.forms, say));
    case 'MATURITY':
      return say.maturity(reason.wanted, reason.reached);
    case 'DISTRICT':
      return districtText(reason, say);
    case 'TIME':
      return timeText(reason, say);
  }
}

/** One or two sentences that ask what is still open between the two sides. */
export function openQuestionText(question: OpenQuestion, locale: Locale, labelOf: LabelOf): string {
  const say = MESSAGES[locale];
  switch (question.kind) {
    case 'ESSENTIAL_TAG':
      return say.essentialTag(say.quote(labelOf(question.tag, locale)));
    case 'FORM_DIFFERS':
      return say.formDiffers(listed(question.need, say), listed(question.offer, say));
    case 'MATURITY_DIFFERS': {
      const { wanted, reached } = question;
      return reached < wanted ? say.lessMature(wanted, reached) : say.moreMature(wanted, reached);
    }
    case 'TIME_DIFFERS':
      return say.timeDiffers;
    case 'FORM_UNKNOWN':
      return say.formUnknown[question.side];
    case 'MATURITY_UNKNOWN':
      return say.maturityUnknown[question.side];
    case 'TIME_UNKNOWN':
      return say.timeUnknown[question.side];
    case 'FEW_TAGS':
      return say.fewTags;
  }
}

function topicText({ tag, path }: TopicReason, say: Messages, quoted: LabelInQuotes): string {
  const [last, before] = [path.at(-1), path.at(-2)];
  return say.topic[last?.step ?? 'SAME']({
    need: quoted(tag),
    offer: quoted(last?.tag ?? tag),
    between: quoted(before?.tag ?? tag),
  });
}

type LabelInQuotes = (tag: string) => string;

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

const listed = (forms: readonly CooperationForm[], say: Messages): string =>
  forms.map((form) => say.form[form]).join(', ');
