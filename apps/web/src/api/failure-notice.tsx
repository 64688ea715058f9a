import { Alert } from 'antd';
import { useSay } from '../language/language.js';
import { asFailure } from './failure.js';

/** Says what went wrong, where something did. */
export function FailureNotice({ error }: { readonly error: unknown }) {
  const say = useSay();
  if (!error) return null;
  const { said, details } = asFailure(error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={say(said)}
      description={details.length > 0 ? details.join('；') : undefined}
      style={{ marginBlock: 12 }}
    />
  );
}
