import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Bounds } from '@wilma/domain';
import { useState, type SubmitEvent } from 'react';
import { Notice } from '../../components/notice.js';
import { useText, type MessageId } from '../../lang/text.js';
import { signUp, type SignUpOutcome } from '../../session/auth-api.js';
import { useSession } from '../../session/session.js';
import classes from './sign-up-form.module.css';

const OUTCOME_MESSAGES: Record<Exclude<SignUpOutcome, 'ok'>, MessageId> = {
  taken: 'signUp.taken',
  refused: 'signUp.refused',
  rateLimited: 'error.rateLimited',
  failed: 'error.internal',
  network: 'error.network',
};

/** Makes an account; whoever makes one is signed in with it. */
export function SignUpForm({ addressHint }: { addressHint?: string }) {
  const { t, locale } = useText();
  const { startOver } = useSession();
  const [account, setAccount] = useState({ name: '', email: '', password: '' });
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<MessageId | null>(null);

  const attempt = async () => {
    setProblem(null);
    setIsBusy(true);
    const outcome = await signUp({ ...account, locale });
    if (outcome === 'ok') await startOver();
    else setProblem(OUTCOME_MESSAGES[outcome]);
    setIsBusy(false);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void attempt();
  };
  const field = (name: keyof typeof account) => ({
    required: true,
    withAsterisk: false,
    value: account[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      const { value } = currentTarget;
      setAccount((before) => ({ ...before, [name]: value }));
    },
  });

  return (
    <form onSubmit={submit} className={classes.form}>
      {problem && (
        <Notice tone="bad" isUrgent>
          {t(problem)}
        </Notice>
      )}
      <TextInput label={t('signUp.name')} autoComplete="name" maxLength={200} {...field('name')} />
      <TextInput
        label={t('signIn.email')}
        description={addressHint}
        type="email"
        autoComplete="username"
        {...field('email')}
      />
      <PasswordInput
        label={t('signIn.password')}
        description={t('signUp.passwordHint', { min: Bounds.password.min })}
        autoComplete="new-password"
        minLength={Bounds.password.min}
        maxLength={Bounds.password.max}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        {...field('password')}
      />
      <Button type="submit" loading={isBusy}>
        {t('signUp.submit')}
      </Button>
    </form>
  );
}
