import { IconBulb, IconHelpCircle } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { MatchFullFragment } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { reasonsOf, strongestParts, topicBases, totalMax, totalPoints } from './explanation.js';
import classes from './match.module.css';
import { Reasons, type ReasonInWords } from './reasons.js';
import { StrengthMark } from './strength-mark.js';

/** Why two postings belong together: a sentence, points part by part, and reasons in words. */
export function WhyMatch({ match }: { match: MatchFullFragment }) {
  const { t, rich } = useText();
  const [first, second] = strongestParts(match.parts, 2);
  return (
    <section className={classes.why} aria-labelledby={`why-${match.id}`}>
      <div className={classes.whyHead}>
        <h2 className={classes.heading} id={`why-${match.id}`}>
          {t('match.why')}
        </h2>
        <StrengthMark strength={match.strength} />
      </div>
      {first && (
        <p className={classes.because}>
          {rich(second ? 'match.carriedByTwo' : 'match.carriedByOne', {
            first: t(`part.${first.kind}`),
            second: second ? t(`part.${second.kind}`) : '',
            b: (chunks) => <b>{chunks}</b>,
          })}
        </p>
      )}
      <ul className={classes.parts}>
        {match.parts.map((part) => (
          <PartRow key={part.kind} part={part} reasons={reasonsOf(part.kind, match.reasons)} />
        ))}
      </ul>
      <p className={classes.total}>
        <span>{t('match.total')}</span>
        <span className="tabular">
          {t('match.points', { points: totalPoints(match.parts), max: totalMax(match.parts) })}
        </span>
      </p>
      <ToTalkAbout
        title={t('match.openQuestions')}
        lines={match.openQuestions}
        icon={IconHelpCircle}
      />
      <ToTalkAbout title={t('match.advice')} lines={match.advice} icon={IconBulb} />
    </section>
  );
}

type Part = MatchFullFragment['parts'][number];

function PartRow({ part, reasons }: { part: Part; reasons: readonly ReasonInWords[] }) {
  const { t } = useText();
  const share = part.max > 0 ? (100 * part.points) / part.max : 0;
  return (
    <li className={classes.part}>
      <span className={classes.partName}>{t(`part.${part.kind}`)}</span>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${share}%` }} />
      </span>
      <span className={`${classes.points} tabular`}>
        {t('match.points', { points: part.points, max: part.max })}
      </span>
      <Signals signals={part.signals} />
      <Reasons reasons={reasons} withQuotes className={classes.partReasons} />
    </li>
  );
}

/** What the points of the topic come from; none where nothing was compared but tags. */
function Signals({ signals }: Pick<Part, 'signals'>) {
  const { t } = useText();
  const bases = topicBases(signals);
  if (bases.length === 0) return null;
  return (
    <p className={classes.signals}>
      {bases.map(([basis, points]) => t(`topicBasis.${basis}`, { points })).join(' · ')}
    </p>
  );
}

interface ToTalkAboutProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly icon: ComponentType<{ size: number; 'aria-hidden': boolean }>;
}

function ToTalkAbout({ title, lines, icon: Icon }: ToTalkAboutProps) {
  if (lines.length === 0) return null;
  return (
    <div className={classes.questions}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Icon size={17} aria-hidden />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
