/** Messages that the frame, home and sign-in show; a test holds this to what they use. */
export const FIRST_MESSAGES = new RegExp(
  [
    String.raw`^(action|common|error|home|layout|map|nav|notFound|palette|roleHint|signIn|tag)\.`,
    String.raw`^(matchState|postingState|role|tagState|visibility)\.`,
    String.raw`^(posting\.(blindedOwner|district|onlyYouSee|tags)|security\.(signInAgain|confirmFirst)|signUp\.title)$`,
  ].join('|'),
);
