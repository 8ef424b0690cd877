import { useForm } from '@mantine/form';
import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks';
import { awaitsContact, type PostingKind } from '@wilma/domain';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { Page } from '../../components/page.js';
import { postingPath } from '../../components/posting/posting-path.js';
import { usePostingActions } from '../../components/posting/use-posting-actions.js';
import { findCallerProblems, findProblems } from '../../components/posting/problems.js';
import { useToasts } from '../../components/toasts.js';
import { AFTER_WRITING, useVisit } from '../../components/visit.js';
import type { FieldError } from '../../graphql/errors.js';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import { ConflictNotice } from './conflict-notice.js';
import { ErrorSummary, focusField } from './error-summary.js';
import { formErrors } from './field-paths.js';
import { ForWhomField } from './for-whom-field.js';
import { ownerOf, type PostingFormValues } from './form-values.js';
import { FormActions } from './form-actions.js';
import { FormSections } from './form-sections.js';
import classes from './form.module.css';
import { MatchPreview } from './match-preview.js';
import { PostingPreview } from './posting-preview.js';
import { RevealingNotice } from './revealing-notice.js';
import { useDraft, type SaveResult, type StoredPosting } from './use-draft.js';

const AUTOSAVE_AFTER_MS = 1000;

interface PostingFormProps {
  readonly kind: PostingKind;
  readonly initial: { readonly stored: StoredPosting | null; readonly values: PostingFormValues };
  /** Whether a coordinator writes for somebody who phoned, to begin with. */
  readonly isForOthers: boolean;
  readonly onCreated: (id: string) => void;
  /** Loads the stored posting again, in place of what was typed. */
  readonly onReload: () => void;
}

export function PostingForm(props: PostingFormProps) {
  const { kind, initial, onCreated, onReload } = props;
  const { t } = useText();
  const { me } = useSession();
  const navigate = useNavigate();
  const { showDone, showFailure } = useToasts();
  const { run } = usePostingActions();
  const [isForOthers, setForOthers] = useState(props.isForOthers);
  const problemsOf = (values: PostingFormValues, purpose: 'save' | 'submit'): FieldError[] =>
    [...(isForOthers ? findCallerProblems(values) : []), ...findProblems(values, purpose)].map(
      ({ path, message }) => ({ path, message: t(message) }),
    );

  // Who wanted to publish from elsewhere and could not is shown at once what is missing.
  const { check } = useVisit();
  const [atFirst] = useState(() => (check ? problemsOf(initial.values, 'submit') : []));
  const [problems, setProblems] = useState<readonly FieldError[]>(atFirst);
  const form = useForm<PostingFormValues>({
    initialValues: initial.values,
    initialErrors: formErrors(atFirst),
  });
  useEffect(() => focusField(atFirst[0]), [atFirst]);
  const draft = useDraft(kind, initial);
  const [leaving, setLeaving] = useState(false);

  const state = draft.stored?.state ?? 'DRAFT';
  // What everybody sees already is changed on purpose only, never while somebody types.
  const savesItself = state === 'DRAFT' || state === 'CHANGES_REQUESTED';
  const asksContact = draft.stored ? awaitsContact(draft.stored.confirmation) : isForOthers;
  const conflict = draft.status.is === 'failed' && draft.status.failure === 'CONFLICT';

  const show = (found: readonly FieldError[]) => {
    setProblems(found);
    form.setErrors(formErrors(found));
  };

  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  const save = async (): Promise<SaveResult> => {
    const isNew = draft.stored === null;
    const result = await draft.save(form.getValues());
    if (result.ok && isNew && isOpen.current) onCreated(result.stored.id);
    return result;
  };

  // Leaving the page saves at once what was typed last.
  const autosave = useDebouncedCallback(
    async () => {
      const values = form.getValues();
      if (!savesItself || conflict || leaving) return;
      if (problemsOf(values, 'save').length > 0 || !draft.isChanged(values)) return;
      const result = await save();
      if (!result.ok) form.setErrors(formErrors(result.fields));
    },
    { delay: AUTOSAVE_AFTER_MS, flushOnUnmount: true },
  );

  // What failed without a network is tried again once it is back.
  useWindowEvent('online', autosave);

  const { values } = form;
  // A name that is shown anyway is given away by no word.
  const revealing = values.visibility === 'NAMED' ? [] : (draft.stored?.revealing ?? []);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else autosave();
  }, [values, autosave]);

  /** Whether nothing is missing; otherwise says what is, and leads to it. */
  const isComplete = (purpose: 'save' | 'submit'): boolean => {
    const found = problemsOf(form.getValues(), purpose);
    if (found.length === 0) return true;
    show(found);
    focusField(found[0]);
    return false;
  };

  /** Saves on demand; says what is wrong and leads to it. */
  const saveAloud = async (purpose: 'save' | 'submit'): Promise<StoredPosting | null> => {
    if (!isComplete(purpose)) return null;
    const result = await save();
    if (result.ok) {
      show([]);
      return result.stored;
    }
    if (result.fields.length > 0) {
      show(result.fields);
      focusField(result.fields[0]);
    } else if (result.failure !== 'CONFLICT') {
      showFailure(result.failure);
    }
    return null;
  };

  const submit = async (): Promise<StoredPosting | null> => {
    const stored = await saveAloud('submit');
    return stored && (await run('submit', stored)) ? stored : null;
  };

  const saveChanges = async (): Promise<StoredPosting | null> => {
    const stored = await saveAloud('submit');
    if (stored) showDone(t('form.changesSaved'));
    return stored;
  };

  /** Waits for a save that is on its way; a second press meanwhile does nothing. */
  const finish = async () => {
    if (leaving) return;
    setLeaving(true);
    const stored = await (savesItself ? submit() : saveChanges());
    setLeaving(false);
    if (stored) void navigate(postingPath(kind, stored.id), { state: AFTER_WRITING });
  };

  const keepMine = async () => {
    await draft.adoptNewest();
    await saveAloud('save');
  };

  return (
    <Page
      title={t(titleOf(kind, initial.stored === null, isForOthers))}
      lead={t(isForOthers ? 'form.callerLead' : LEADS[kind])}
    >
      <form
        className={classes.layout}
        noValidate
        onKeyDown={keepEnterInField}
        onSubmit={(event) => {
          event.preventDefault();
          void finish();
        }}
      >
        <div className={classes.fields}>
          {conflict && <ConflictNotice onReload={onReload} onKeepMine={() => void keepMine()} />}
          <ErrorSummary problems={problems} />
          {draft.stored === null && (
            <ForWhomField
              form={form}
              isForOthers={isForOthers}
              disabled={draft.status.is === 'saving' || leaving}
              onChange={(forOthers) => {
                setForOthers(forOthers);
                setProblems([]);
              }}
            />
          )}
          <FormSections
            kind={kind}
            form={form}
            isNew={draft.stored === null}
            isForOthers={isForOthers}
            isStored={initial.stored !== null}
            isDraft={savesItself}
          />
          <RevealingNotice revealing={revealing} />
        </div>
        <div className={classes.aside}>
          <PostingPreview values={values} blindedAs={draft.stored?.blindedAs ?? null} />
          {kind === 'NEED' && <MatchPreview values={values} />}
        </div>
        <FormActions
          status={draft.status}
          changed={draft.isChanged(values)}
          savesItself={savesItself}
          busy={leaving}
          isVerified={asksContact ? null : (ownerOf(me, values)?.verified ?? false)}
          onSave={() => void saveAloud('save')}
          revealing={revealing.length}
        />
      </form>
    </Page>
  );
}

/** What is public is sent by its button alone, never by Enter in a field. */
function keepEnterInField(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}

const LEADS = { NEED: 'form.needLead', OFFER: 'form.offerLead' } as const;

function titleOf(kind: PostingKind, isNew: boolean, isForOthers: boolean) {
  if (isNew && isForOthers) return 'action.takeCall';
  if (kind === 'NEED') return isNew ? 'action.postNeed' : 'form.editNeed';
  return isNew ? 'action.postOffer' : 'form.editOffer';
}
