import { Bounds, type FieldProblem } from '@wilma/domain';
import { problemText } from '../messages/index.js';
import { html, type Markup } from './html.js';
import { type PageFrame, pageText, renderPage } from './page.js';

/** Asks whether an address belongs to who reads this; its form posts to where it stands. */
export function confirmAddressPage(frame: PageFrame, address: string): string {
  const text = pageText(frame.locale);
  const title = text('confirmAddress.title');
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1>
      <p><b>${address}</b></p>
      <p>${text('confirmAddress.consent')}</p>
      <div class="answers">
        <form method="post">
          <button class="main">${text('confirmAddress.button')}</button>
        </form>
      </div>
      <p class="soft">${text('confirmAddress.nothing')}</p>`,
  );
}

export function addressConfirmedPage(frame: PageFrame): string {
  const text = pageText(frame.locale);
  const title = text('addressConfirmed.title');
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${text('addressConfirmed.next')}</p>
      ${onwards(frame, '/sign-in', text('toWilma'))}`,
  );
}

/** Signs in by its button, which posts to where it stands. */
export function signInLinkPage(frame: PageFrame): string {
  const text = pageText(frame.locale);
  const title = text('signInLink.title');
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${text('signInLink.next')}</p>
      <div class="answers">
        <form method="post">
          <button class="main">${text('signInLink.button')}</button>
        </form>
      </div>
      <p class="soft">${text('signInLink.nothing')}</p>`,
  );
}

/** Takes a new password: its form posts `password`. */
export function resetPasswordPage(frame: PageFrame, problem: FieldProblem | null = null): string {
  const text = pageText(frame.locale);
  const title = text('resetPassword.title');
  const { min, max } = Bounds.password;
  const refusal = problem && problemText(problem.problem, frame.locale, problem.values);
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${text('resetPassword.next')}</p>
      <form method="post">
        <label for="password">${text('resetPassword.label')}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          required
          minlength="${min}"
          maxlength="${max}"
          aria-describedby="hint"
          ${refusal !== null && html`aria-invalid="true" aria-errormessage="refusal" autofocus`}
        />
        ${refusal !== null && html`<p id="refusal" class="problem" role="alert">${refusal}</p>`}
        <p id="hint" class="soft">${text('resetPassword.hint', { min })}</p>
        <div class="answers">
          <button class="main">${text('resetPassword.button')}</button>
        </div>
      </form>`,
  );
}

export function passwordResetPage(frame: PageFrame): string {
  const text = pageText(frame.locale);
  const title = text('passwordReset.title');
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${text('passwordReset.next')}</p>
      ${onwards(frame, '/sign-in', text('signIn'))}`,
  );
}

/** A link that works once, after that; or past its end. */
export function usedLinkPage(frame: PageFrame): string {
  const text = pageText(frame.locale);
  const title = text('usedLink.title');
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${text('usedLink.next')}</p>
      ${onwards(frame, '/sign-in', text('signIn'))}`,
  );
}

const onwards = ({ operator }: PageFrame, path: string, label: string): Markup =>
  html`<p><a href="${operator.publicUrl}${path}">${label}</a></p>`;
