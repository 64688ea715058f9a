import { Alert, Button, Space } from 'antd';
import { enrolmentCodeView, type AccountView } from '#contracts';
import { z } from 'zod';
import { address } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { minuteOf } from '../desk/report-files.js';
import { useSay } from '../language/language.js';
import { adminWords as words } from './words.js';

/** Hands out a one-time code, shown once, and takes back a lock. */
export function Credentials({ account }: { readonly account: AccountView }) {
  const say = useSay();
  const reset = useChange(enrolmentCodeView);
  const unlocking = useChange(z.object({}));
  const at = (what: string) => address(['accounts', account.id, what]);
  return (
    <section className="spaced">
      <h3>{say(words.reset)}</h3>
      <p className="quiet">{say(words.resetWhy)}</p>
      <FailureNotice error={reset.error ?? unlocking.error} />
      <div aria-live="polite">
        {reset.data && (
          <Alert
            type="warning"
            showIcon
            title={<code className="one-time-code">{reset.data.code}</code>}
            description={say(words.codeIs)(minuteOf(reset.data.until))}
          />
        )}
        {unlocking.isSuccess && <Alert type="success" showIcon title={say(words.unlocked)} />}
      </div>
      <Space wrap className="spaced">
        <Button
          loading={reset.isPending}
          onClick={() => reset.mutate({ method: 'POST', url: at('resets') })}
        >
          {say(words.reset)}
        </Button>
        <Button
          loading={unlocking.isPending}
          onClick={() => unlocking.mutate({ method: 'POST', url: at('unlocking') })}
        >
          {say(words.unlock)}
        </Button>
      </Space>
    </section>
  );
}
