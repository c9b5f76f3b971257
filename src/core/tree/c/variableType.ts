import { type CType, typeByDeclarator } from './cType.ts';

/** The type of a variable outside functions: `static struct foo *bar;` in the first column. */
export const variableType = (text: string, name: string): CType | undefined => {
  const type = String.raw`((?:const\s+)?(?:struct\s+|union\s+)?\w+(?:\s+\w+)?)`;
  const pattern = String.raw`^(?:static\s+)?${type}\s*(\**)\s*${name}((?:\[[^\]]*\])*)\s*[;=]`;
  const match = new RegExp(pattern, 'm').exec(text);
  return match ? typeByDeclarator(`${match[1]} ${match[2]}${match[3]}`) : undefined;
};
