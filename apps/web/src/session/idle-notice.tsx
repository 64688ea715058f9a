import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { lastAnswerAt } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useSay } from '../language/language.js';
import { leave, refreshSession, useSession, useSignOut } from './session.js';
import { sessionWords as words } from './words.js';

const [minute, second] = [60_000, 1000];

/** Warns two minutes before an idle session ends, and leaves once it has. */
export function IdleNotice() {
  const say = useSay();
  const { data } = useSession();
  const idle = typeof data === 'object' ? data.idleMinutes * minute : 0;
  const [isNear, setIsNear] = useState(false);
  const { signOut, isPending, error } = useSignOut();
  useEffect(() => {
    if (idle === 0) return undefined;
    const watch = setInterval(() => {
      const left = lastAnswerAt() + idle - Date.now();
      if (left <= 0) leave('ended');
      setIsNear(left <= 2 * minute);
    }, 5 * second);
    return () => clearInterval(watch);
  }, [idle]);
  return (
    <Modal
      open={isNear}
      title={say(words.idleTitle)}
      okText={say(words.stay)}
      cancelText={say(words.signOut)}
      onOk={() => {
        setIsNear(false);
        void refreshSession();
      }}
      onCancel={signOut}
      cancelButtonProps={{ loading: isPending }}
      // Escape would sign out, and forms would lose what is in them.
      keyboard={false}
      closable={false}
      mask={{ closable: false }}
    >
      {say(words.idleText)}
      <FailureNotice error={error} />
    </Modal>
  );
}
