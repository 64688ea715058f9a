import { Form, Input } from 'antd';
import { wanYuan } from '#contracts';
import { quantity } from '#engine';
import { grouped } from '#wording';
import { useSay } from '../language/language.js';
import { formWords as words } from './words.js';

/** A field for an amount of 万元 that is above zero. @param most where there is a bound */
export function AmountField({
  name = 'amount',
  label,
  most,
}: {
  readonly name?: string;
  readonly label: string;
  readonly most?: string;
}) {
  const say = useSay();
  const wrong = (amount: string) => {
    if (!wanYuan.safeParse(amount).success) return say(words.amountForm);
    const fen = quantity(amount, '万元');
    if (fen <= 0n) return say(words.amountForm);
    return most !== undefined && fen > quantity(most, '万元')
      ? say(words.tooMuch)(grouped(most))
      : undefined;
  };
  return (
    <Form.Item
      name={name}
      label={label}
      extra={say(words.amountHint)}
      rules={[
        {
          validator: (_, amount: string = '') => {
            const message = wrong(amount);
            return message === undefined ? Promise.resolve() : Promise.reject(new Error(message));
          },
        },
      ]}
    >
      <Input className="figures" inputMode="decimal" autoComplete="off" style={{ maxWidth: 240 }} />
    </Form.Item>
  );
}

/** A field for words. */
export function TextField({
  name,
  label,
  isLong = false,
  isOptional = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly isLong?: boolean;
  readonly isOptional?: boolean;
}) {
  const say = useSay();
  const required = { required: true, whitespace: true, message: say(words.needed) };
  return (
    <Form.Item name={name} label={label} rules={isOptional ? [] : [required]}>
      {isLong ? <Input.TextArea rows={2} maxLength={2000} /> : <Input maxLength={200} />}
    </Form.Item>
  );
}
