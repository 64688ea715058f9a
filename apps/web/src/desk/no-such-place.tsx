import { Result } from 'antd';
import { useSay } from '../language/language.js';

/** Where an address names no programme, subject or year that there is. */
export function NoSuchPlace() {
  const say = useSay();
  return (
    <Result
      status="404"
      title={say({ zh: '没有这个页面', en: 'There is no such page' })}
      subTitle={say({
        zh: '地址中的项目或年度不存在，请从左侧菜单重新进入。',
        en: 'The programme or year in the address is unknown. Use the menu.',
      })}
    />
  );
}
