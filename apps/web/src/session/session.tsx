import { useApolloClient, useQuery } from '@apollo/client/react';
import type { Role } from '@wilma/domain';
import { createContext, use, useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { MeDocument, type MeQuery } from '../graphql/generated/graphql.js';
import * as authApi from './auth-api.js';

export type Me = NonNullable<MeQuery['me']>;

export interface Session {
  /** Null for a visitor. */
  readonly me: Me | null;
  /** Whether it is not known yet who is looking. */
  readonly pending: boolean;
  readonly signIn: (email: string, password: string) => Promise<authApi.SignInOutcome>;
  readonly signOut: () => Promise<boolean>;
  /** Shows everything to whom the server has just signed in by other means. */
  readonly startOver: () => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider');
  return session;
}

export const isStaffRole = (role: Role | undefined): boolean =>
  role === 'COORDINATOR' || role === 'ADMIN';

/** Whether this account posts for somebody; visitors are asked to sign in first. */
export const mayPost = (me: Me | null): boolean => me === null || me.memberships.length > 0;

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useApolloClient();
  const { data, loading } = useQuery(MeDocument, { fetchPolicy: 'cache-first' });

  // What was cached for a visitor must not be shown to an account, nor the other way round. A query
  // whose page is left meanwhile is cut off, which is no failure.
  const startOver = useCallback(async () => {
    await client.resetStore().catch(() => undefined);
  }, [client]);

  const isSignedIn = data?.me !== null && data?.me !== undefined;
  useEffect(() => {
    if (isSignedIn) authApi.keepSession();
  }, [isSignedIn]);

  const session = useMemo<Session>(
    () => ({
      me: data?.me ?? null,
      pending: loading && !data,
      signIn: async (email, password) => {
        const outcome = await authApi.signIn(email, password);
        if (outcome === 'ok') await startOver();
        return outcome;
      },
      signOut: async () => {
        const ended = await authApi.signOut();
        if (ended) await startOver();
        return ended;
      },
      startOver,
    }),
    [startOver, data, loading],
  );

  return <SessionContext value={session}>{children}</SessionContext>;
}
