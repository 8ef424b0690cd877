import { randomUUID } from 'node:crypto';
import type { MatchState, PostingState } from '@wilma/domain';
import { doing, word } from './doing.js';
import { OF_ORGANISATIONS } from './organisations.js';
import type { Cell, Stage } from './stage.js';
import {
  absence,
  byPhone,
  dayIn,
  erasure,
  freshWord,
  inDays,
  inState,
  matchingModel,
  notification,
  parkedJob,
  postingReport,
  question,
  savedFilter,
  session,
  tag,
  tagMerge,
} from './subjects.js';
import type { Call, Calls } from './trial.js';

type Args = Readonly<Record<string, unknown>>;
type ArgsOf = Args | ((stage: Stage, cell: Cell) => Args);
const argsIn = (args: ArgsOf, stage: Stage, cell: Cell): Args =>
  typeof args === 'function' ? args(stage, cell) : args;

/** A step of a posting that is in a state. */
const posting =
  (field: string, state: PostingState, args: ArgsOf = {}): Call =>
  async (stage, cell) =>
    doing(field, {
      id: await inState(stage, cell, state),
      version: 1,
      ...argsIn(args, stage, cell),
    });

type Columns = (stage: Stage, cell: Cell) => Args;
const ASKED: Columns = () => ({ asked_at: new Date() });

interface MatchPlan {
  readonly columns?: Columns;
  readonly args?: ArgsOf;
}

/** A step of a match that is in a state. */
const match =
  (field: string, state: MatchState, { columns = () => ({}), args = {} }: MatchPlan = {}): Call =>
  async (stage, cell) =>
    doing(field, {
      id: await stage.match(cell, state, columns(stage, cell)),
      version: 1,
      ...argsIn(args, stage, cell),
    });

const otherSideOf = (stage: Stage, cell: Cell) =>
  stage.player(cell).side === 'NEED' ? 'OFFER' : 'NEED';
const answerOf = (stage: Stage, cell: Cell): string =>
  stage.player(cell).side === 'NEED' ? 'need_answer' : 'offer_answer';

const curation =
  (field: string, state: 'APPROVED' | 'DEPRECATED' | 'SUGGESTED', args: ArgsOf = {}): Call =>
  async (stage, cell) =>
    doing(field, { id: await tag(stage, cell, state), ...argsIn(args, stage, cell) });

const posted =
  (field: string): Call =>
  (stage, cell) =>
    doing(field, {
      input: {
        title: 'Ein neuer Eintrag (Beispiel)',
        organisation: stage.organisation(cell),
        contact: { name: 'Toni Beispiel', mail: 'toni@contact.example' },
      },
    });

const transfer =
  (to: (stage: Stage, cell: Cell) => string): Call =>
  async (stage, cell) =>
    doing('transferPosting', {
      id: await inState(stage, cell, 'PUBLISHED'),
      version: 1,
      organisation: to(stage, cell),
    });

const OUTCOME = { outcome: { result: word('COLLABORATION') } };
const programme = (stage: Stage, cell: Cell): Promise<string> =>
  stage.row(cell, 'programme', { name: 'Programm', short_name: freshWord(), kind: 'INITIATIVE' });

const OF_MATCHES: Calls = {
  answerMatch: async (stage, cell) =>
    doing('answerMatch', { id: await stage.asked(cell), answer: word('INTERESTED') }),
  answerQuestion: async (stage, cell) =>
    doing('answerQuestion', {
      id: await question(stage, cell, { side: 'NEED' }),
      version: 1,
      side: word('NEED'),
      text: 'Zwölf Meter.',
    }),
  approveMatch: match('approveMatch', 'SUGGESTED'),
  askAgain: match('askAgain', 'EXPIRED'),
  assignMatch: match('assignMatch', 'APPROVED', {
    columns: ASKED,
    args: ({ keeper }) => ({ assignee: keeper }),
  }),
  'assignMatch · to oneself': match('assignMatch', 'APPROVED', {
    columns: ASKED,
    args: (stage, cell) => ({ assignee: stage.player(cell).account }),
  }),
  attributeMatch: match('attributeMatch', 'APPROVED', { columns: ASKED }),
  dismissMatch: match('dismissMatch', 'SUGGESTED', { args: { reason: word('TOPIC') } }),
  noteMatch: match('noteMatch', 'APPROVED', { columns: ASKED, args: { text: 'Angerufen.' } }),
  recordOutcome: match('recordOutcome', 'INTRODUCED', { args: OUTCOME }),
  'recordOutcome · towards a programme': async (stage, cell) =>
    doing('recordOutcome', {
      id: await stage.match(cell, 'INTRODUCED'),
      version: 1,
      outcome: {
        ...OUTCOME.outcome,
        programme: await programme(stage, { ...cell, kind: 'other' }),
      },
    }),
  'recordOutcome · another': match('recordOutcome', 'NO_COLLABORATION', { args: OUTCOME }),
  relayQuestion: async (stage, cell) =>
    doing('relayQuestion', {
      id: await question(stage, cell, { side: 'NEED' }),
      version: 1,
      side: word('NEED'),
    }),
  replyToQuestion: async (stage, cell) =>
    doing('replyToQuestion', {
      id: await question(stage, cell, {
        side: otherSideOf(stage, cell),
        state: 'RELAYED',
        relayed: 'Wie groß?',
      }),
      text: 'Zwölf Meter.',
    }),
  snoozeMatch: match('snoozeMatch', 'SUGGESTED', { args: () => ({ until: inDays(7) }) }),
  startMatch: match('startMatch', 'INTRODUCED'),
  suggestMore: async (stage, cell) => {
    await stage.posting(cell, 'OFFER', { organisation: stage.players.coordinator.second });
    return doing('suggestMore', { need: await stage.posting(cell, 'NEED') }, '');
  },
  takeBackAnswer: async (stage, cell) =>
    doing('takeBackAnswer', {
      id: await stage.asked(cell, { [answerOf(stage, cell)]: 'INTERESTED' }),
    }),
  undoMatch: match('undoMatch', 'APPROVED', {
    columns: (stage, cell) => ({
      ever_asked: false,
      decided_at: new Date(),
      decided_by: stage.players[cell.viewer].account || null,
    }),
  }),
  'undoMatch · decided by somebody else': match('undoMatch', 'APPROVED', {
    columns: ({ stranger }) => ({
      ever_asked: false,
      decided_at: new Date(),
      decided_by: stranger,
    }),
  }),
  wakeMatch: match('wakeMatch', 'SNOOZED'),
};

const OF_POSTINGS: Calls = {
  attributePosting: posting('attributePosting', 'PUBLISHED'),
  closePosting: posting('closePosting', 'PUBLISHED'),
  'closePosting · entered by phone': async (stage, cell) =>
    doing('closePosting', { id: await byPhone(stage, cell), version: 1 }),
  createNeed: posted('createNeed'),
  createOffer: posted('createOffer'),
  pausePosting: posting('pausePosting', 'PUBLISHED'),
  renewPosting: posting('renewPosting', 'EXPIRED'),
  resumePosting: posting('resumePosting', 'PAUSED'),
  reviewPosting: posting('reviewPosting', 'SUBMITTED', { decision: word('PUBLISH') }),
  submitPosting: posting('submitPosting', 'DRAFT'),
  transferPosting: transfer(({ players }, { viewer }) => players[viewer].second),
  'transferPosting · to somebody else': transfer(({ players }, { viewer }) =>
    viewer === 'company' ? players.researcher.own : players.company.own,
  ),
  updateNeed: posting('updateNeed', 'PUBLISHED', { input: { title: 'Neuer Titel (Beispiel)' } }),
  'updateNeed · draft': posting('updateNeed', 'DRAFT', { input: { trl: 3 } }),
  updateOffer: async (stage, cell) =>
    doing('updateOffer', {
      id: await stage.posting(cell, 'OFFER'),
      version: 1,
      input: { title: 'Neuer Titel (Beispiel)' },
    }),
};

const OF_TAGS: Calls = {
  approveTag: curation('approveTag', 'SUGGESTED'),
  deprecateTag: curation('deprecateTag', 'APPROVED'),
  editTag: curation('editTag', 'APPROVED', () => ({
    version: 1,
    input: { synonyms: { de: [freshWord()] } },
  })),
  mergeTags: async (stage, cell) =>
    doing('mergeTags', { from: [await tag(stage, cell, 'APPROVED')], into: 'glass-melting' }),
  rejectTag: curation('rejectTag', 'SUGGESTED'),
  renameTag: curation('renameTag', 'APPROVED', () => ({
    version: 1,
    locale: word('de'),
    label: freshWord(),
  })),
  reopenTag: curation('reopenTag', 'DEPRECATED'),
  suggestTag: () => doing('suggestTag', { label: freshWord(), locale: word('de') }),
  undoTagMerge: async (stage, cell) => doing('undoTagMerge', { id: await tagMerge(stage, cell) }),
};

const OF_ONES_OWN: Calls = {
  deleteFilter: async (stage, cell) =>
    doing('deleteFilter', { id: await savedFilter(stage, cell) }, ''),
  endOtherSessions: async (stage, cell) => {
    await session(stage, { ...cell, kind: 'own' });
    return doing('endOtherSessions', {}, '');
  },
  endSessionsOf: async (stage, cell) => {
    await session(stage, cell);
    const id = cell.kind === 'missing' ? randomUUID() : stage.account(cell);
    return doing('endSessionsOf', { id }, '');
  },
  handlePostingReport: async (stage, cell) =>
    doing('handlePostingReport', { id: await postingReport(stage, cell), note: 'Erledigt' }),
  reportPosting: async (stage, cell) =>
    doing(
      'reportPosting',
      { id: await inState(stage, cell, 'PUBLISHED'), reason: word('WRONG'), text: '' },
      '',
    ),
  sendTestMail: () => doing('sendTestMail', {}, ''),
  endSession: async (stage, cell) => doing('endSession', { id: await session(stage, cell) }, ''),
  markAllNotificationsRead: async (stage, cell) => {
    await notification(stage, { ...cell, kind: 'own' });
    return doing('markAllNotificationsRead', {}, '');
  },
  markNotificationsRead: async (stage, cell) =>
    doing('markNotificationsRead', { ids: [await notification(stage, cell)] }, ''),
  removeAbsence: async (stage, cell) =>
    doing('removeAbsence', { id: await absence(stage, cell) }, ''),
  renameFilter: async (stage, cell) =>
    doing('renameFilter', { id: await savedFilter(stage, cell), name: freshWord() }),
  resendConfirmation: () => doing('resendConfirmation', {}, ''),
  saveFilter: () => doing('saveFilter', { kind: word('NEED'), name: freshWord(), filter: {} }),
  cancelErasure: async (stage, cell) => {
    await erasure(stage, { ...cell, kind: 'own' });
    return doing('cancelErasure', {}, '{ dueAt }');
  },
  requestErasure: () => doing('requestErasure', {}, '{ dueAt }'),
  setAbsence: () => doing('setAbsence', { from: dayIn(30), to: dayIn(31) }),
  updateMySettings: () =>
    doing('updateMySettings', { input: { academicTitle: freshWord() } }, '{ locale }'),
};

const OF_OPERATORS: Calls = {
  createProgramme: () =>
    doing('createProgramme', {
      input: { name: freshWord(), shortName: freshWord(), kind: word('INITIATIVE') },
    }),
  activateMatchingModel: async (stage, cell) =>
    doing(
      'activateMatchingModel',
      { version: await matchingModel(stage, cell) },
      '{ runs { day } }',
    ),
  retryAllParkedJobs: async (stage, cell) => {
    await parkedJob(stage, cell);
    return doing('retryAllParkedJobs', {}, '');
  },
  retryParkedJob: async (stage, cell) =>
    doing('retryParkedJob', { id: await parkedJob(stage, cell) }),
  updateProgramme: async (stage, cell) =>
    doing('updateProgramme', {
      id: await programme(stage, cell),
      version: 1,
      input: { name: freshWord() },
    }),
};

export const MUTATIONS: Calls = {
  ...OF_MATCHES,
  ...OF_POSTINGS,
  ...OF_TAGS,
  ...OF_ORGANISATIONS,
  ...OF_ONES_OWN,
  ...OF_OPERATORS,
};
