import { useSyncExternalStore } from 'react';

let isWanted = false;
let tell = (): void => undefined;
const arrival: { done: () => void; failed: (error: unknown) => void } = {
  done: () => undefined,
  failed: () => undefined,
};
const arrived = new Promise<void>((resolve, reject) => {
  Object.assign(arrival, { done: resolve, failed: reject });
});

function subscribe(listener: () => void): () => void {
  tell = listener;
  return () => {
    tell = () => undefined;
  };
}

/** Whether a page was asked for whose texts are not among those of the first pages. */
export const useAllMessagesWanted = (): boolean => useSyncExternalStore(subscribe, () => isWanted);

/** For whoever shows the messages: tells that all are there, or that they can't be had. */
export const allMessages: Readonly<typeof arrival> = arrival;

/** Code whose texts are not among those of the first pages: it comes when they are there, too. */
export const withAllMessages =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    isWanted = true;
    tell();
    const [module] = await Promise.all([load(), arrived]);
    return module;
  };
