import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { FailureNotice } from '../api/failure-notice.js';
import { useSay } from '../language/language.js';
import { isNearEnd, leave, refreshSession, timeLeft, useSession, useSignOut } from './session.js';
import { sessionWords as words } from './words.js';

/** How often it is looked how long is left, in milliseconds. */
const interval = 5000;

/** Warns two minutes before an idle session ends, and leaves once it has. */
export function IdleNotice() {
  const say = useSay();
  const { data } = useSession();
  const isSignedIn = typeof data === 'object';
  const [isNear, setIsNear] = useState(false);
  const { signOut, isPending, error } = useSignOut();
  useEffect(() => {
    if (!isSignedIn) return undefined;
    const watch = setInterval(() => {
      if (timeLeft() <= 0) leave('ended');
      setIsNear(isNearEnd());
    }, interval);
    return () => clearInterval(watch);
  }, [isSignedIn]);
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
