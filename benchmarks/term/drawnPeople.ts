import { createRandom } from './createRandom.ts';

/** Somebody made up. */
export interface DrawnPerson {
  readonly name: string;
  readonly address: string;
  readonly zone: string;
  readonly words: string;
  readonly availability: string;
}

const first = [
  ...['Amina', 'Bela', 'Chiara', 'Deniz', 'Esi', 'Farid', 'Gaia', 'Hana', 'Ilja', 'Jun', 'Kofi', 'Lena', 'Maya'],
  ...['Nikhil', 'Oluwaseun', 'Priya', 'Quynh', 'Rosa', 'Søren', 'Tala', 'Ugo', 'Valérie', 'Wanjiru', 'Xiomara'],
  ...['Yara', 'Zoltán', 'Łucja', '美咲', 'Олена', 'محمد', 'अनन्या', '민준'],
];
const last = [
  ...['Adeyemi', 'Bauer', 'Costa', 'Dubois', 'Eze', 'Fischer', 'García', 'Horváth', 'Ivanova', 'Jensen', 'Kimura'],
  ...['Lindqvist', 'Mbeki', 'Nakamura', 'Okafor', 'Petrov', 'Quispe', 'Rossi', 'Sharma', 'Tanaka', 'Ueda', 'Varga'],
  ...['Wójcik', 'Ximénez', 'Yılmaz', 'Zhang'],
];
const zones = [
  ...['Europe/Berlin', 'Asia/Kolkata', 'Africa/Lagos', 'America/Sao_Paulo', 'Asia/Tokyo', 'America/Los_Angeles'],
  ...['Asia/Kathmandu', 'Australia/Adelaide', 'Africa/Nairobi', 'Europe/Kyiv'],
];
const reasons = [
  'I read the scheduler code for a course and could not stop; I would like to change something in it that stays.',
  'My laptop’s touchpad has a quirk that nobody fixed. I found the driver, and want to learn how one asks properly.',
  'I have sent patches to smaller projects. The kernel’s mails frighten me a little, and I want that to end.',
  'I teach C at a school and would like to show my class a commit of mine.',
  'File systems: I once lost a thesis to one, and have been curious ever since.',
];
const times = [
  'evenings and Saturdays, ten hours',
  'mornings before work, twelve hours',
  'full days in July, else ten hours',
];

/** People, the same for a seed. Addresses are at a domain that is nobody's. */
export function drawnPeople(count: number, seed: number, kind: string): DrawnPerson[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, at) => ({
    name: `${random.of(first)} ${random.of(last)}`,
    address: `${kind}${at + 1}@people.example`,
    ...{ zone: random.of(zones), words: random.of(reasons), availability: random.of(times) },
  }));
}
