import { skipToken, useQuery } from '@apollo/client/react';
import type { PostingKind } from '@wilma/domain';
import { useState } from 'react';
import { useLocation, useMatch, useNavigate } from 'react-router';
import { ErrorPage } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import { NotFoundView } from '../../components/not-found-view.js';
import { NoOrganisation } from '../../components/no-organisation.js';
import { Page } from '../../components/page.js';
import { mayKeep } from '../../components/posting/may-keep.js';
import { canEdit } from '../../components/posting/owner-actions.js';
import { postingPath } from '../../components/posting/posting-path.js';
import { NeedDocument, OfferDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { isStaffRole, mayPost, useSession } from '../../session/session.js';
import { emptyValues, valuesOf } from './form-values.js';
import { PostingForm } from './posting-form.js';
import { useAuthor } from './use-author.js';

export function NeedFormPage() {
  return <ForMembers kind="NEED" />;
}

export function OfferFormPage() {
  return <ForMembers kind="OFFER" />;
}

/** Somebody who belongs to no organisation has nobody to post for, but for coordinators. */
function ForMembers({ kind }: { kind: PostingKind }) {
  const { t } = useText();
  const { me } = useSession();
  if (mayPost(me) || isStaffRole(me?.role)) return <PostingFormPage kind={kind} />;
  return (
    <Page title={t(kind === 'NEED' ? 'action.postNeed' : 'action.postOffer')} width="narrow">
      <NoOrganisation />
    </Page>
  );
}

/** Which posting the form that is open has created, and at which visit of the page. */
interface OpenForm {
  readonly number: number;
  readonly created: { readonly id: string; readonly visit: string } | null;
}

/**
 * The form for a new posting and for a stored one. It stays mounted where the first save gives a new
 * posting its address, so that typing goes on undisturbed.
 */
function PostingFormPage({ kind }: { kind: PostingKind }) {
  const { t } = useText();
  const id = useMatch(kind === 'NEED' ? '/needs/:id/edit' : '/offers/:id/edit')?.params.id;
  const visit = useLocation().key;
  const navigate = useNavigate();
  const author = useAuthor();
  const { me } = useSession();
  const isStaff = isStaffRole(me?.role);
  const [open, setOpen] = useState<OpenForm>({ number: 0, created: null });

  // Back on the page for a new posting after one was created: begin with an empty form.
  if (!id && open.created && open.created.visit !== visit) {
    setOpen({ number: open.number + 1, created: null });
  }

  const isOwnDraft = id !== undefined && id === open.created?.id;
  const loaded = useLoadedPosting(kind, isOwnDraft ? undefined : id);

  const onCreated = (created: string) => {
    setOpen({ ...open, created: { id: created, visit } });
    void navigate(postingPath(kind, created, 'edit'), { replace: true });
  };

  if (!id || isOwnDraft) {
    return (
      <PostingForm
        key={`new-${open.number}`}
        kind={kind}
        initial={{ stored: null, values: emptyValues(author) }}
        isForOthers={isStaff}
        onCreated={onCreated}
        onReload={() => undefined}
      />
    );
  }
  const { posting, error, retry } = loaded;
  if (error && !posting) return <ErrorPage error={error} onRetry={retry} />;
  if (!posting) {
    return (
      <Page title={t('common.loading')}>
        <LoadingView />
      </Page>
    );
  }
  if (!mayKeep(posting, isStaff) || !canEdit(posting.state)) return <NotFoundView />;
  return (
    <PostingForm
      key={`${id}-${loaded.loads}`}
      kind={kind}
      initial={{ stored: posting, values: valuesOf(posting, author) }}
      isForOthers={!posting.mine}
      onCreated={onCreated}
      onReload={loaded.reload}
    />
  );
}

function useLoadedPosting(kind: PostingKind, id: string | undefined) {
  const { locale } = useText();
  const [loads, setLoads] = useState(0);
  const options = id
    ? ({ variables: { id, locale }, fetchPolicy: 'network-only' } as const)
    : skipToken;
  const need = useQuery(NeedDocument, kind === 'NEED' ? options : skipToken);
  const offer = useQuery(OfferDocument, kind === 'OFFER' ? options : skipToken);
  const { error, refetch } = kind === 'NEED' ? need : offer;
  return {
    posting: kind === 'NEED' ? need.data?.need : offer.data?.offer,
    error,
    /** Grows with every reload, so that the form begins anew with what was loaded. */
    loads,
    retry: () => void refetch(),
    reload: () => void refetch().then(() => setLoads((count) => count + 1)),
  };
}
