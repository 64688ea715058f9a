import type { ComponentProps } from 'react';

/** A table that is wider than its place can be scrolled by keyboard as well. */
function ReachedTable(props: ComponentProps<'table'>) {
  return <table {...props} tabIndex={0} />;
}

/** For antd's tables: as wide as they need to be, scrolled within their place. */
export const scrolled = {
  scroll: { x: 'max-content' },
  components: { table: ReachedTable },
} as const;
