export { answerPage, problemPage } from './answer-page.js';
export type { AnswerPage, Attempt, Exchange } from './answer-view.js';
export { escapeHtml, html, htmlOf, type HtmlValue, Markup, raw } from './html.js';
export { type Operator, operatorOf, type PageFrame, renderPage } from './page.js';
export { type ConsentText, consentText, postingConsentText } from './consent-text.js';
export {
  addressConfirmedPage,
  confirmAddressPage,
  passwordResetPage,
  resetPasswordPage,
  signInLinkPage,
  usedLinkPage,
} from './sign-in-pages.js';
export { unsubscribedPage, unsubscribePage } from './unsubscribe-pages.js';
export {
  answeredPage,
  type AnsweredPage,
  closedPage,
  invalidLinkPage,
  tooMuchPage,
} from './result-pages.js';
export {
  confirmedPage,
  confirmPage,
  type ConfirmPage,
  overPage,
  refusedPage,
  renewedPage,
  renewPage,
  type RenewPage,
  restingPage,
} from './posting-pages.js';
