import type { ToolsUsed } from './facts.ts';

/** A person's answer to what tools wrote a part: `none`, or which and what. Undefined where nothing was said. */
export const toolsUsed = (says: string): ToolsUsed | undefined => {
  const said = says.trim();
  if (said === '') return undefined;
  return said.toLowerCase() === 'none' ? { used: false } : { used: true, says: said };
};
