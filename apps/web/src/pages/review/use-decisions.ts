import { useApolloClient, useQuery } from '@apollo/client/react';
import type { DismissReason } from '@wilma/domain';
import { useState } from 'react';
import { useToasts } from '../../components/toasts.js';
import {
  ApproveMatchDocument,
  DismissMatchDocument,
  ServiceDocument,
  SnoozeMatchDocument,
  UndoMatchDocument,
  type MatchRowFragment,
  type MatchStatePartsFragment,
} from '../../graphql/generated/graphql.js';

export type Choice =
  | { readonly do: 'approve' }
  | { readonly do: 'dismiss'; readonly reason: DismissReason; readonly note: string | null }
  | { readonly do: 'snooze'; readonly until: Date };

/** A decision that may still be undone. */
export interface Decision {
  readonly matchId: string;
  readonly title: string;
  readonly choice: Choice;
  readonly undoUntil: Date;
  /** The match as the server stored it; null where the decision failed. */
  readonly stored: Promise<MatchStatePartsFragment | null>;
}

const FALLBACK_UNDO_SECONDS = 30;

export interface Decisions {
  /** The latest decision that can be undone. */
  readonly latest: Decision | null;
  readonly decide: (match: MatchRowFragment, choice: Choice) => Promise<boolean>;
  /** Takes the latest decision back; resolves to its match, or null where it was too late. */
  readonly undo: () => Promise<string | null>;
  /** Forgets a decision whose time is over. */
  readonly expire: (decision: Decision) => void;
}

export function useDecisions(): Decisions {
  const client = useApolloClient();
  const { showError } = useToasts();
  const { data: service } = useQuery(ServiceDocument, { fetchPolicy: 'cache-first' });
  const [decisions, setDecisions] = useState<readonly Decision[]>([]);
  const undoSeconds = service?.service.undoSeconds ?? FALLBACK_UNDO_SECONDS;

  const forget = (decision: Decision) =>
    setDecisions((all) => all.filter((other) => other !== decision));

  const send = async ({ id, version }: MatchRowFragment, choice: Choice) => {
    switch (choice.do) {
      case 'approve': {
        const variables = { id, version };
        const { data } = await client.mutate({ mutation: ApproveMatchDocument, variables });
        return data?.approveMatch ?? null;
      }
      case 'dismiss': {
        const variables = { id, version, reason: choice.reason, note: choice.note };
        const { data } = await client.mutate({ mutation: DismissMatchDocument, variables });
        return data?.dismissMatch ?? null;
      }
      case 'snooze': {
        const variables = { id, version, until: choice.until.toISOString() };
        const { data } = await client.mutate({ mutation: SnoozeMatchDocument, variables });
        return data?.snoozeMatch ?? null;
      }
    }
  };

  const decide = async (match: MatchRowFragment, choice: Choice): Promise<boolean> => {
    const stored = send(match, choice).catch((error: unknown) => {
      showError(error);
      return null;
    });
    const decision: Decision = {
      matchId: match.id,
      title: match.need.title,
      choice,
      undoUntil: new Date(Date.now() + undoSeconds * 1000),
      stored,
    };
    setDecisions((all) => [...all, decision]);
    const done = (await stored) !== null;
    if (!done) forget(decision);
    return done;
  };

  const undo = async (): Promise<string | null> => {
    const latest = decisions.at(-1);
    if (!latest) return null;
    forget(latest);
    const stored = await latest.stored;
    if (!stored) return null;
    try {
      const { id, version } = stored;
      await client.mutate({ mutation: UndoMatchDocument, variables: { id, version } });
      return id;
    } catch (error) {
      showError(error);
      return null;
    }
  };

  return { latest: decisions.at(-1) ?? null, decide, undo, expire: forget };
}
