export const PASSWORD_MIN_CHARACTERS = 12;
export const PASSWORD_MAX_BYTES = 1024;

/** Common passwords that are long enough to pass otherwise, without the digits and marks at their ends. */
const COMMON = new Set(
  `abcdefghijkl abcdefghijklm adminadmin adminadminadmin administrator asdfghjkl asdfghjklasdf
  baseballbaseball bismillah changemechangeme changemenow chocolatechocolate computercomputer
  correcthorsebatterystaple defaultpassword demodemodemo footballfootball helloworldhello
  iloveyou iloveyouforever iloveyousomuch iloveyouiloveyou incident incidentincident
  internationalinternational letmein letmeinletmein letmeinplease liverpool liverpoolfc
  manchester manchesterunited mustermuster mypassword mypasswordis newpassword
  onceuponatime p@ssw0rdp@ssw0rd password passwordpassword passw0rd passw0rdpassw0rd passwort
  princessprincess q1w2e3r4t5y6 q1w2e3r4t5y6u7 qazwsxedc qazwsxedcrfv qwertyqwerty qwertyuiop
  qwertyuiopasdf rootrootroot secret secretpassword secretsecret spongebobsquarepants
  superman supermansuperman temporarypassword testtesttest thisismypassword trustno
  unbelievable verysecret welcome welcomehome welcomewelcome whatever whateverwhatever
  zaqwsxcderfv zxcvbnm zxcvbnmasdfghjkl`.split(/\s+/),
);

/** Why a password cannot be chosen, in words; nothing if it can. */
export function passwordProblem(password: string): string | undefined {
  if ([...password].length < PASSWORD_MIN_CHARACTERS) return "Use at least 12 characters.";
  if (isTooLong(password)) return "Use at most 1,024 bytes.";
  if (isGuessable(password)) return "Choose a password that is harder to guess.";
}

export const isTooLong = (password: string) =>
  new TextEncoder().encode(password).length > PASSWORD_MAX_BYTES;

function isGuessable(password: string): boolean {
  const lower = password.toLowerCase();
  const core = lower.replace(/^[^a-z]+|[^a-z]+$/g, "");
  return new Set(lower).size < 5 || isOneRun(lower) || COMMON.has(lower) || COMMON.has(core);
}

/** True for 123456789012 and its like: each digit follows the one before. */
const isOneRun = (password: string) =>
  /^\d+$/.test(password) &&
  [...password].every(
    (digit, i) => i === 0 || (Number(password[i - 1]) + 1) % 10 === Number(digit),
  );
