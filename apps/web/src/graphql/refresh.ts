import type { ApolloClient } from '@apollo/client';

/**
 * Loads again what the page shows; never rejects. What was changed before stays changed, whether or
 * not its newest state could be loaded, and the queries say themselves what they could not load.
 */
export async function refresh(client: ApolloClient): Promise<void> {
  try {
    await client.refetchQueries({ include: 'active' });
  } catch {
    // Said by the queries.
  }
}
