export { answerPage, type AnswerPage, type Attempt, problemPage } from './answer-page.js';
export { escapeHtml, html, htmlOf, type HtmlValue, Markup, raw } from './html.js';
export { type Operator, type PageFrame, renderPage } from './page.js';
export { answeredPage, type AnsweredPage, closedPage, invalidLinkPage } from './result-pages.js';
