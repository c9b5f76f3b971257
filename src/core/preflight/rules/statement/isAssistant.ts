import type { Person } from '../../../patch/patchMail.ts';
import { anyOf } from '../../anyOf.ts';

const ADDRESS = anyOf(
  /@(?:[\w-]+\.)*(?:anthropic\.com|openai\.com|cursor\.(?:com|sh)|cursoragent\.com|devin\.ai|cognition\.ai)$/,
  /@(?:[\w-]+\.)*(?:codeium\.com|windsurf\.com|aider\.chat|perplexity\.ai|mistral\.ai|deepseek\.com)$/,
  /^(?:\d+\+)?(?:copilot|claude|codex|cursoragent|aider|chatgpt)(?:\[bot\])?@(?:users\.noreply\.)?github\.com$/,
  /\[bot\]@/,
  /^(?:gemini|jules)[\w-]*@google\.com$/,
);
// Whole names only: people are called Claude, Devin and Gemma. What also is a first name needs a model behind it.
const NAME = anyOf(
  /^(?:github )?copilot(?: (?:swe )?agent)?$/,
  /^(?:chat ?gpt\b.*|openai\b.*|codex(?: cli)?|gpt-\d.*)$/,
  /^(?:claude[ -](?:code|ai|opus|sonnet|haiku|\d)\b.*|claude \(.*\))$/,
  /^(?:cursor(?: agent| ai)?|aider(?: \(.*\))?|devin ai.*|windsurf|codeium|tabnine|amazon q.*)$/,
  /^(?:google gemini|gemini[ -](?:cli|code assist|\d|pro|flash)\b.*)$/,
  /^(?:llama[ -]?\d.*|deepseek\b.*|grok[ -]?\d.*|mistral(?: ai|-).*)$/,
  /^(?:an? (?:ai|llm)\b.*|ai assistant|coding (?:agent|assistant)|llm|.*\[bot\])$/,
);
const STAFF = /^(?:noreply|no-reply|claude|codex|copilot|agent|bot|assistant|cursoragent|aider|support)(?:\+[^@]*)?@/i;

/**
 * Whether a tag names a program that writes code. Employees of its maker have addresses there too, so the maker's
 * domain counts only with a name or mailbox that is the program's.
 */
export const isAssistant = ({ name, address }: Person): boolean => {
  if (NAME.test(name.trim())) return true;
  if (!ADDRESS.test(address)) return false;
  return (
    STAFF.test(address)
    || /^(?:claude|codex|copilot|cursor|devin|gemini|jules|aider|chatgpt)\b/i.test(name.trim())
    || /\[bot\]@/.test(address)
  );
};

/** Tools that everybody uses; a patch need not name them. */
export const BASIC_TOOLS: ReadonlySet<string> = new Set(
  'git gcc g++ clang make ld gdb vim vi nvim emacs nano vscode code bash sh grep sed awk perl diff patch'.split(' '),
);
