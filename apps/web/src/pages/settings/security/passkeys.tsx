import { Button, Group, TextInput } from '@mantine/core';
import { Bounds } from '@wilma/domain';
import { useState, type SubmitEvent } from 'react';
import { useDates } from '../../../lang/dates.js';
import { useText } from '../../../lang/text.js';
import {
  addPasskey,
  deletePasskey,
  knowsPasskeys,
  listPasskeys,
  type Passkey,
  renamePasskey,
} from '../../../session/account-api.js';
import classes from '../settings.module.css';
import { Item } from './item.js';
import { useLoaded } from './use-loaded.js';
import { useOutcome } from './use-outcome.js';

/** Passkeys of one's own: add, rename, delete. */
export function Passkeys() {
  const { t } = useText();
  const { items, reload } = useLoaded<Passkey>(listPasskeys);
  return (
    <>
      <h3>{t('security.passkeys')}</h3>
      {items?.length === 0 && <p>{t('security.passkeyNone')}</p>}
      {items !== null && items.length > 0 && (
        <ul className={classes.list}>
          {items.map((passkey) => (
            <Row key={passkey.id} passkey={passkey} onChanged={reload} />
          ))}
        </ul>
      )}
      {knowsPasskeys() ? <AddForm onAdded={reload} /> : <p>{t('security.passkeyUnsupported')}</p>}
    </>
  );
}

function Row({ passkey, onChanged }: { passkey: Passkey; onChanged: () => void }) {
  const { t } = useText();
  const { day } = useDates();
  const say = useOutcome();
  const [isRenaming, setIsRenaming] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const name = passkey.name ?? t('security.passkeys');

  const remove = async () => {
    setIsBusy(true);
    const isDone = say(await deletePasskey(passkey), t('security.passkeyRemoved'));
    setIsBusy(false);
    if (isDone) onChanged();
  };
  if (isRenaming) {
    return (
      <li>
        <RenameForm
          passkey={passkey}
          onEnd={(isChanged) => {
            setIsRenaming(false);
            if (isChanged) onChanged();
          }}
        />
      </li>
    );
  }
  return (
    <Item
      label={t('security.remove')}
      fullLabel={t('security.removeOf', { name })}
      warning={t('security.removeText')}
      isBusy={isBusy}
      onEnd={() => void remove()}
      more={
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('security.renameOf', { name })}
          onClick={() => setIsRenaming(true)}
        >
          {t('security.rename')}
        </Button>
      }
    >
      {name}{' '}
      <span className="soft">{t('security.passkeySince', { since: day(passkey.createdAt) })}</span>
    </Item>
  );
}

interface RenameFormProps {
  readonly passkey: Passkey;
  readonly onEnd: (isChanged: boolean) => void;
}

function RenameForm({ passkey, onEnd }: RenameFormProps) {
  const { t } = useText();
  const say = useOutcome();
  const [name, setName] = useState(passkey.name ?? '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    renamePasskey(passkey, name).then(
      (outcome) => onEnd(say(outcome, t('security.passkeyAdded'))),
      () => onEnd(false),
    );
  };
  return (
    <form onSubmit={submit} className={classes.inline}>
      <TextInput
        aria-label={t('security.passkeyName')}
        required
        autoFocus
        maxLength={Bounds.shortName.max}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" size="compact-sm">
          {t('action.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onEnd(false)}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}

function AddForm({ onAdded }: { onAdded: () => void }) {
  const { t } = useText();
  const say = useOutcome();
  const [name, setName] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const add = async () => {
    setIsBusy(true);
    const isDone = say(await addPasskey(name), t('security.passkeyAdded'));
    setIsBusy(false);
    if (!isDone) return;
    setName('');
    onAdded();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void add();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label={t('security.passkeyName')}
        description={t('security.passkeyNameHint')}
        required
        withAsterisk={false}
        autoComplete="off"
        maxLength={Bounds.shortName.max}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={isBusy}>
        {t('security.addPasskey')}
      </Button>
    </form>
  );
}
