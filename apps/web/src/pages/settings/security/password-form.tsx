import { Button, PasswordInput } from '@mantine/core';
import { Bounds } from '@wilma/domain';
import { useState, type SubmitEvent } from 'react';
import { useText } from '../../../lang/text.js';
import { changePassword, requestReset } from '../../../session/account-api.js';
import classes from '../settings.module.css';
import { useOutcome } from './use-outcome.js';

/** Replaces the password, for whoever knows the old one; others get a link by mail. */
export function PasswordForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const { t } = useText();
  const say = useOutcome();
  const [words, setWords] = useState({ current: '', next: '' });
  const [isBusy, setIsBusy] = useState(false);
  const { min, max } = Bounds.password;

  const during = async (work: () => Promise<void>) => {
    setIsBusy(true);
    await work();
    setIsBusy(false);
  };
  const change = () =>
    during(async () => {
      const outcome = await changePassword(words.current, words.next);
      if (say(outcome, t('security.passwordChanged'), 'security.passwordWrong')) {
        setWords({ current: '', next: '' });
      }
    });
  const setByMail = () =>
    during(async () => {
      say(await requestReset(email), t('forgot.sent', { email }));
    });

  if (!hasPassword) {
    return (
      <>
        <p>{t('security.noPassword')}</p>
        <div>
          <Button variant="default" loading={isBusy} onClick={() => void setByMail()}>
            {t('security.setPassword')}
          </Button>
        </div>
      </>
    );
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void change();
  };
  const field = (name: keyof typeof words) => ({
    required: true,
    withAsterisk: false,
    visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') },
    value: words[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      const { value } = currentTarget;
      setWords((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <form onSubmit={submit} className={classes.form}>
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label={t('security.currentPassword')}
        autoComplete="current-password"
        {...field('current')}
      />
      <PasswordInput
        label={t('security.newPassword')}
        description={t('security.passwordTooShort', { min, max })}
        autoComplete="new-password"
        minLength={min}
        maxLength={max}
        {...field('next')}
      />
      <Button type="submit" variant="default" loading={isBusy}>
        {t('security.changePassword')}
      </Button>
    </form>
  );
}
