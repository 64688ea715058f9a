import { Button } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { roleWords } from '#wording';
import { useSay } from '../language/language.js';
import type { Role } from '../addresses.js';
import { isPageAt } from '../pages.js';
import { PageHead } from './page-head.js';

const words = {
  closed: { zh: '这个页面不对您开放', en: 'This page is not open to you' },
  closedWhy: {
    zh: (role: string) => `您的角色是${role}。确需使用的，请与安全管理员联系。`,
    en: (role: string) => `Your role: ${role}. Ask the security administrator if you need it.`,
  },
  noRole: { zh: '未授予的', en: 'none' },
  unknown: { zh: '没有这个页面', en: 'There is no such page' },
  unknownWhy: { zh: '请核对地址，或者从菜单进入。', en: 'Check the address, or use the menu.' },
  on: { zh: '前往我的首页', en: 'Go to my first page' },
} as const;

/** Where an address leads to none of one's own pages: why, and where to go instead. */
export function TurnedAway({
  role,
  first,
}: {
  readonly role: Role | undefined;
  /** The address of a page that is open. */
  readonly first: string;
}) {
  const say = useSay();
  const go = useNavigate();
  const { pathname } = useLocation();
  const isClosed = isPageAt(pathname);
  const own = say(role ? roleWords[role] : words.noRole);
  return (
    <>
      <PageHead
        title={say(isClosed ? words.closed : words.unknown)}
        lead={isClosed ? say(words.closedWhy)(own) : say(words.unknownWhy)}
      />
      <Button type="primary" onClick={() => void go(first)}>
        {say(words.on)}
      </Button>
    </>
  );
}
